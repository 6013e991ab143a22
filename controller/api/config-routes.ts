/** Routes of the spec: plan, apply, delete, get, history. */

import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  applyRequestSchema,
  deleteQuerySchema,
  HISTORY_LIMIT_DEFAULT,
  type HistoryEntry,
  type HistoryReply,
  planRequestSchema,
  type ResourcesReply,
} from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import { isKind, KINDS } from '../../schemas/resources/resource.ts';
import type { ConfigStore } from '../../store/contract.ts';
import type { ConfigChanges } from '../config/change.ts';
import { createDeletions } from '../config/deletions.ts';
import { fleetHistory, resourceHistory } from '../config/history.ts';
import type { SpecView } from '../config/spec-view.ts';
import { sortedViews } from './sorted-views.ts';

/** Entries that one history answer holds at most; the walk reads one event for each. */
const HISTORY_LIMIT_MAX = 1_000;

const resourceQuery = z.object({ kind: z.string().optional(), name: z.string().optional() });
const resourceParams = z.object({ kind: z.string(), name: z.string() });
const historyQuery = resourceQuery.extend({
  limit: z.coerce.number().int().min(1).max(HISTORY_LIMIT_MAX).default(HISTORY_LIMIT_DEFAULT),
});
const keyHeader = z.string().min(8).max(128).optional();

export interface ConfigRouteDeps {
  readonly store: ConfigStore;
  readonly view: SpecView;
  readonly changes: ConfigChanges;
}

export function registerConfigRoutes(app: FastifyInstance, deps: ConfigRouteDeps): void {
  const { changes, store, view } = deps;
  const deletions = createDeletions(store);

  app.post('/v1/plan', async ({ body }) => changes.plan(planRequestSchema.parse(body)));
  app.post('/v1/apply', async ({ body, headers }) =>
    changes.apply(applyRequestSchema.parse(body), idempotencyKey(headers)),
  );
  app.delete('/v1/resources/:kind/:name', async ({ params, query, headers }) => {
    const { kind, name } = resourceParams.parse(params);
    requireKind(kind);
    const { actor, channel, reason, overrideFreeze } = deleteQuerySchema.parse(query);
    const correlationId = idempotencyKey(headers);
    const origin = { actor, channel, reason, correlationId };
    return changes.remove(`${kind}/${name}`, origin, correlationId, { overrideFreeze });
  });
  app.get('/v1/resources', async ({ query }): Promise<ResourcesReply> => {
    const { kind, name } = resourceQuery.parse(query);
    if (kind !== undefined) requireKind(kind);
    const spec = view.current();
    const wanted = (key: string) =>
      (kind === undefined || key.startsWith(`${kind}/`)) &&
      (name === undefined || key.endsWith(`/${name}`));
    const resources = sortedViews(spec, wanted);
    if (name !== undefined && resources.length === 0) {
      throw new FleetError('E_NOT_FOUND', `there is no ${kind ?? 'resource'} named ${name}`);
    }
    return { revision: spec.revision, resources };
  });
  app.get('/v1/history', async ({ query }): Promise<HistoryReply> => {
    const { kind, name, limit } = historyQuery.parse(query);
    if (kind !== undefined) requireKind(kind);
    if (kind === undefined || name === undefined) {
      return endingWhereItMust(store, await fleetHistory(store, limit, kind), limit);
    }
    const key = `${kind}/${name}`;
    const newest = view.current().resources.get(key)?.revision;
    const entries = await resourceHistory(store, deletions, key, { newest, limit });
    const reply = await endingWhereItMust(store, entries, limit);
    if (newest === undefined && entries.length === 0) {
      const { begins } = reply;
      if (begins === undefined) throw new FleetError('E_NOT_FOUND', `there never was a ${key}`);
      throw new FleetError('E_NOT_FOUND', `there was no ${key} since revision ${begins}`, {
        hint: 'what is older is in the archive; start the controller with --archive to see it',
      });
    }
    return reply;
  });
}

/** The same key is the same command; a caller without one asks for something new. */
/** Says so when there may be older entries that this controller cannot read. */
async function endingWhereItMust(
  store: ConfigStore,
  entries: HistoryEntry[],
  limit: number,
): Promise<HistoryReply> {
  const begins = entries.length < limit ? await store.readFirst() : 1;
  return begins > 1 ? { entries, begins } : { entries };
}

export function idempotencyKey(headers: Record<string, unknown>): string {
  return keyHeader.parse(headers['idempotency-key']) ?? randomUUID();
}

export function requireKind(kind: string): void {
  if (isKind(kind)) return;
  throw new FleetError('E_USAGE', `there is no kind ${kind}`, {
    hint: `kinds: ${KINDS.join(', ')}`,
  });
}
