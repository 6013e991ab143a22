/** Routes that look back and go back: spec at, diff, blame, revert; the watch; the proof of logs. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ResourcesReply } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import { revertRequestSchema, specPointSchema } from '../../schemas/history-api.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import { blameOf, diffBetween } from '../config/look-back.ts';
import { specLines } from '../config/spec-lines.ts';
import { verifyLogs } from '../config/verify-logs.ts';
import { type ConfigRouteDeps, idempotencyKey, requireKind } from './config-routes.ts';
import { streamLines } from './line-stream.ts';
import { sortedViews } from './sorted-views.ts';

const resourceQuery = z.object({ kind: z.string().optional(), name: z.string().optional() });
const atQuery = resourceQuery.extend({ at: specPointSchema });
const diffQuery = resourceQuery.extend({ from: specPointSchema, to: specPointSchema });
const blameQuery = z.object({ kind: z.string(), name: z.string() });

export function registerHistoryRoutes(app: FastifyInstance, deps: ConfigRouteDeps): void {
  const { changes, store, view } = deps;

  app.get('/v1/spec', async ({ query }): Promise<ResourcesReply> => {
    const { at, ...target } = atQuery.parse(query);
    const spec = await store.readSpecAt(at);
    const resources = sortedViews(spec, wantedBy(target));
    if (target.name !== undefined && resources.length === 0) {
      const what = `${target.kind ?? 'resource'} named ${target.name}`;
      throw new FleetError('E_NOT_FOUND', `there was no ${what} at revision ${spec.revision}`);
    }
    return { revision: spec.revision, resources };
  });
  app.get('/v1/diff', async ({ query }) => {
    const { from, to, ...target } = diffQuery.parse(query);
    return diffBetween(store, { from, to }, wantedBy(target));
  });
  app.get('/v1/blame', async ({ query }) => {
    const { kind, name } = blameQuery.parse(query);
    requireKind(kind);
    return blameOf(store, view.current(), `${kind}/${name}`);
  });
  app.post('/v1/revert/plan', async ({ body }) =>
    changes.planRevert(revertRequestSchema.parse(body)),
  );
  app.post('/v1/revert', async ({ body, headers }) =>
    changes.revert(revertRequestSchema.parse(body), idempotencyKey(headers)),
  );
  app.get('/v1/watch', ({ query }, reply) => {
    const isWanted = wantedBy(resourceQuery.parse(query));
    return streamLines(reply, (signal) => specLines(view, isWanted, signal));
  });
  app.get('/v1/store/verify', (_, reply) =>
    streamLines(reply, (signal) => verifyLogs(store, view, signal)),
  );
}

/** @throws E_USAGE for a kind that does not exist */
function wantedBy({ kind, name }: z.infer<typeof resourceQuery>): (key: ResourceKey) => boolean {
  if (kind !== undefined) requireKind(kind);
  return (key) =>
    (kind === undefined || key.startsWith(`${kind}/`)) &&
    (name === undefined || key.endsWith(`/${name}`));
}
