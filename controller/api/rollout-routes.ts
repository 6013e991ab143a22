/**
 * Routes of rollouts: how they stand, what holds them back, and what a person wants of them. Every
 * answer to a wish is the view after it.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  type RolloutsReply,
  type RolloutView,
  rolloutAbortRequestSchema,
  rolloutSayRequestSchema,
  rolloutStartRequestSchema,
} from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { Origin } from '../../schemas/events.ts';
import type { Store } from '../../store/contract.ts';
import type { SpecView } from '../config/spec-view.ts';
import type { Procedures } from '../procedures/procedures.ts';
import { rolloutView, rolloutViews } from '../rollouts/rollout-view.ts';
import { startByHand } from '../rollouts/start-by-hand.ts';

export interface RolloutRouteDeps {
  readonly store: Store;
  readonly view: SpecView;
  readonly procedures: Procedures;
  /** Windows open and freezes end by this clock. */
  readonly nowMs: () => number;
}

const clusterParams = z.object({ cluster: z.string() });

export function registerRolloutRoutes(app: FastifyInstance, deps: RolloutRouteDeps): void {
  const { nowMs, store, view } = deps;
  const { rollouts } = deps.procedures;
  const sources = { store, rollouts, nowMs };
  const clusterIn = (params: unknown): string => {
    const { cluster } = clusterParams.parse(params);
    if (view.current().resources.has(`Cluster/${cluster}`)) return cluster;
    throw new FleetError('E_NOT_FOUND', `there is no cluster ${cluster}`, {
      hint: 'sluice get clusters lists them',
    });
  };
  const show = async (cluster: string): Promise<RolloutView> =>
    rolloutView(sources, view.current(), cluster, await store.readRefs());

  app.get(
    '/v1/rollouts',
    async (): Promise<RolloutsReply> => ({
      rollouts: await rolloutViews(sources, view.current()),
    }),
  );
  app.get('/v1/rollouts/:cluster', ({ params }) => show(clusterIn(params)));
  for (const word of ['pause', 'resume', 'accept'] as const) {
    app.post(`/v1/rollouts/:cluster/${word}`, async ({ params, body }) => {
      const cluster = clusterIn(params);
      const { origin } = rolloutSayRequestSchema.parse(body);
      await rollouts.tell(cluster, word, { origin: plain(origin) });
      return show(cluster);
    });
  }
  app.post('/v1/rollouts/:cluster/abort', async ({ params, body }) => {
    const cluster = clusterIn(params);
    const { mode, origin } = rolloutAbortRequestSchema.parse(body);
    await rollouts.tell(cluster, 'abort', { mode, origin: plain(origin) });
    return show(cluster);
  });
  app.post('/v1/rollouts/:cluster/start', async ({ params, body }) => {
    const cluster = clusterIn(params);
    await startByHand(sources, view.current(), cluster, rolloutStartRequestSchema.parse(body));
    return show(cluster);
  });
}

/** Flags of an origin are the controller's to set. */
function plain({ actor, channel, reason, correlationId }: Origin): Origin {
  return { actor, channel, reason, correlationId };
}
