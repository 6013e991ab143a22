/**
 * The event-sourced spec in etcd: the log is the truth, and the folded spec that readers read is
 * always the fold of it.
 */
import { CONFIG_AGGREGATE, type ConfigEvent } from '../schemas/events.ts';
import type { EventArchive } from './archive/contract.ts';
import { commit, eventAt } from './commit.ts';
import type { StoreContext } from './context.ts';
import type { ConfigStore } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import { seenHead } from './event-log.ts';
import { followEvents } from './follow-events.ts';
import { makeIdempotencyLease } from './idempotency.ts';
import { readEvents } from './read-events.ts';
import { readSpec } from './read-spec.ts';
import { readSpecAt } from './spec-at.ts';
import { readTrim } from './trim-mark.ts';
import { verifyChain } from './verify-chain.ts';

export function makeConfigStore(context: StoreContext, archive?: EventArchive): ConfigStore {
  const { clients, keys } = context;
  const lease = makeIdempotencyLease(context);
  const begin = (doing: string) => beginCall(clients.unary, doing);
  const readHead: ConfigStore['readHead'] = async ({ aggregate, id } = CONFIG_AGGREGATE) => {
    const { value } = await begin('reading a head').get(keys.head(aggregate, id));
    return seenHead(value).seq;
  };
  return {
    readSpec: () => readSpec(context),
    readSpecAt: (at) => readSpecAt(context, archive, at),
    commit: (change) => commit(context, lease, change),
    findCommit: async (idempotencyKey) => {
      const call = begin('looking for an earlier command');
      const { value } = await call.get(keys.idempotency(idempotencyKey));
      return value === undefined ? undefined : await eventAt(context, call, value);
    },
    readEvents: async ({ from, to, log = CONFIG_AGGREGATE }) => {
      const events: ConfigEvent[] = [];
      for await (const event of readEvents(context, archive, log, { from, to })) events.push(event);
      return events;
    },
    readHead,
    readFirst: async (log = CONFIG_AGGREGATE) => {
      const { seq } = await readTrim(context, log);
      return archive === undefined ? seq + 1 : await archive.reachesBackTo(log, seq + 1);
    },
    followEvents: (options) => Promise.resolve(followEvents(context, options)),
    verifyChain: (log = CONFIG_AGGREGATE) => verifyChain(context, log),
  };
}
