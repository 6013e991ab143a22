/** Routes of the running fleet: nodes, connections, events, drain and undrain, health. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { ControlBus } from '../../bus/contract.ts';
import {
  type ConnsReply,
  type DrainReply,
  drainRequestSchema,
  type HealthReply,
  type NodesReply,
  queryFlag,
} from '../../schemas/api.ts';
import { connectionFilterSchema } from '../../schemas/commands.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeEventType } from '../../schemas/events.ts';
import { CONNECTIONS_LISTED_MAX } from '../../schemas/limits.ts';
import type { Store } from '../../store/contract.ts';
import { freezesInTheWay, overridingOrigin, refuseFrozen } from '../config/freeze.ts';
import type { SpecView } from '../config/spec-view.ts';
import type { FleetView } from '../fleet/fleet-view.ts';
import type { Procedures } from '../procedures/procedures.ts';
import { apiErrorOf } from './errors.ts';
import { streamLines } from './line-stream.ts';

const EVENTS_LAST_DEFAULT = 100;
const EVENTS_LAST_MAX = 10_000;

export interface FleetRouteDeps {
  readonly version: string;
  readonly cell: string;
  readonly store: Store;
  readonly bus: ControlBus;
  readonly view: SpecView;
  readonly fleet: FleetView;
  readonly procedures: Procedures;
  /** Freezes end by this clock. */
  readonly nowMs: () => number;
}

const connsQuery = connectionFilterSchema.extend({
  node: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(CONNECTIONS_LISTED_MAX).optional(),
});
const eventsQuery = z.object({
  follow: z.enum(['0', '1', 'true', 'false']).default('0'),
  node: z.string().optional(),
  type: z.string().optional(),
  limit: z.coerce.number().int().min(0).max(EVENTS_LAST_MAX).default(EVENTS_LAST_DEFAULT),
});
const drainQuery = z.object({ overrideFreeze: queryFlag });
const nodeParams = z.object({ node: z.string() });

export function registerFleetRoutes(app: FastifyInstance, deps: FleetRouteDeps): void {
  const { fleet, nowMs, procedures, view } = deps;
  app.get('/v1/health', () => health(deps));
  app.get('/v1/nodes', async (): Promise<NodesReply> => ({ nodes: fleet.nodes(view.current()) }));
  app.get('/v1/conns', ({ query }) => connections(deps, connsQuery.parse(query)));
  app.get('/v1/events', ({ query }, reply) => streamEvents(deps, eventsQuery.parse(query), reply));

  const start =
    (type: 'drainNode' | 'undrainNode') =>
    async ({ params, query, body }: { params: unknown; query: unknown; body: unknown }) => {
      const { node } = nodeParams.parse(params);
      const cluster = clusterOf(view, node);
      const drain = drainRequestSchema.parse(body ?? {});
      // An undrain is the end of what was begun, so no freeze holds it up.
      if (type === 'undrainNode') return procedures.start(type, { ...drain, node, cluster });
      const { overrideFreeze } = drainQuery.parse(query);
      const reach = { clusters: new Set([cluster]), nodes: new Set([node]) };
      const freezes = freezesInTheWay(view.current(), nowMs(), reach);
      if (!overrideFreeze) refuseFrozen(freezes);
      const origin = overridingOrigin(drain.origin, freezes);
      return procedures.start(type, { ...drain, origin, node, cluster });
    };
  app.post('/v1/nodes/:node/drain', start('drainNode'));
  app.post('/v1/nodes/:node/undrain', start('undrainNode'));
  app.get('/v1/nodes/:node/drain', async ({ params }): Promise<DrainReply> => {
    const { node } = nodeParams.parse(params);
    clusterOf(view, node);
    return procedures.status(node);
  });
  app.post('/v1/nodes/:node/drain/cancel', async ({ params }) =>
    procedures.cancel(nodeParams.parse(params).node),
  );
}

function clusterOf(view: SpecView, node: string): string {
  const resource = view.current().resources.get(`Node/${node}`)?.resource;
  if (resource?.kind === 'Node') return resource.spec.cluster;
  throw new FleetError('E_NOT_FOUND', `there is no node ${node}`, {
    hint: 'sluice node ls lists them',
  });
}

async function health(deps: FleetRouteDeps): Promise<HealthReply> {
  const [store, temporal, keeper] = await Promise.all([
    deps.store.isReachable(),
    deps.procedures.isReachable(),
    keeperReport(deps.store),
  ]);
  const revision = deps.view.current().revision;
  const { version, cell } = deps;
  const parts = { version, cell, revision, store, bus: deps.bus.isConnected(), temporal };
  return { ...parts, ...(keeper === undefined ? {} : { keeper }) };
}

async function keeperReport(store: Store): Promise<HealthReply['keeper']> {
  try {
    return await store.readReport();
  } catch (error) {
    if (error instanceof FleetError && error.code === 'E_STORE_AWAY') return undefined;
    throw error;
  }
}

/** Asks every director of interest at once; one that does not answer does not spoil the rest. */
async function connections(
  deps: FleetRouteDeps,
  { node: wanted, ...filter }: z.infer<typeof connsQuery>,
): Promise<ConnsReply> {
  if (wanted !== undefined) clusterOf(deps.view, wanted);
  const nodes = deps.fleet.nodes(deps.view.current()).map(({ node }) => node);
  const asked = wanted === undefined ? nodes : [wanted];
  const answers = asked.map(async (node) => {
    try {
      return { node, ...(await deps.bus.command(node, 'connections', filter)) };
    } catch (error) {
      return { node, total: 0, connections: [], error: apiErrorOf(error).body };
    }
  });
  return { nodes: await Promise.all(answers) };
}

/** One event a line; with `follow` until the client goes away. */
function streamEvents(
  { bus }: FleetRouteDeps,
  query: z.infer<typeof eventsQuery>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return streamLines(reply, (signal) =>
    bus.readEvents({
      last: query.limit,
      follow: query.follow === '1' || query.follow === 'true',
      node: query.node,
      type: query.type as NodeEventType | undefined,
      signal,
    }),
  );
}
