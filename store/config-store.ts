/**
 * The event-sourced spec in etcd. One transaction appends the event, moves the head, updates the
 * folded spec and notes the idempotency key: whoever sees one of them sees all, and the spec is
 * always the fold of the log.
 */
import type { IRequestOp } from 'etcd3';
import { logHeadCodec } from '../schemas/codec/event-codec.ts';
import { storedResourceCodec } from '../schemas/codec/resource-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import { CONFIG_AGGREGATE, type ConfigEvent } from '../schemas/events.ts';
import type { ResourceChange, Spec, StoredResource } from '../schemas/spec.ts';
import type { StoreContext } from './context.ts';
import type { ConfigStore } from './contract.ts';
import { beginCall, type CasAnswer, type EtcdCall, readPages } from './etcd/call.ts';
import { isCompactedFault, isLeaseGoneFault } from './etcd/faults.ts';
import {
  absent,
  deleteOp,
  getOp,
  lastOp,
  prefixRange,
  putOp,
  type StoredValue,
} from './etcd/requests.ts';
import { type Append, appendTo, eventOf, readLog, type SeenHead, seenHead } from './event-log.ts';
import { followEvents } from './follow-events.ts';
import { type IdempotencyLease, makeIdempotencyLease } from './idempotency.ts';
import { LIST_STARTS_MAX } from './limits.ts';
import { requireObjectFits, requireTxnFits } from './txn-limits.ts';
import { verifyChain } from './verify-chain.ts';

type Commit = Parameters<ConfigStore['commit']>[0];

export function makeConfigStore(context: StoreContext): ConfigStore {
  const { clients, keys } = context;
  const lease = makeIdempotencyLease(context);
  const begin = (doing: string) => beginCall(clients.unary, doing);
  return {
    readSpec: () => readSpec(context),
    commit: (change) => commit(context, lease, change),
    findCommit: async (idempotencyKey) => {
      const call = begin('looking for an earlier command');
      const { value } = await call.get(keys.idempotency(idempotencyKey));
      return value === undefined ? undefined : await eventAt(context, call, value);
    },
    readEvents: async ({ from, to, log = CONFIG_AGGREGATE }) => {
      const events: ConfigEvent[] = [];
      for await (const page of readLog(context, log, { from, to })) {
        for (const value of page) events.push(eventOf(value));
      }
      return events;
    },
    readHead: async ({ aggregate, id } = CONFIG_AGGREGATE) => {
      const { value } = await begin('reading a head').get(keys.head(aggregate, id));
      return seenHead(value).seq;
    },
    followEvents: (options) => Promise.resolve(followEvents(context, options)),
    verifyChain: (log = CONFIG_AGGREGATE) => verifyChain(context, log),
  };
}

/** Begins anew when the revision that its pages are pinned to is compacted meanwhile. */
async function readSpec(context: StoreContext): Promise<Spec> {
  for (let starts = 1; ; starts++) {
    try {
      return await readSpecOnce(context);
    } catch (error) {
      if (starts >= LIST_STARTS_MAX || !isCompactedFault(error)) throw error;
    }
  }
}

async function readSpecOnce({ clients, keys }: StoreContext): Promise<Spec> {
  const doing = 'reading the spec';
  const headKey = keys.head(CONFIG_AGGREGATE.aggregate, CONFIG_AGGREGATE.id);
  const { value, revision } = await beginCall(clients.unary, doing).get(headKey);
  const resources = new Map<string, StoredResource>();
  for await (const page of readPages(clients.unary, prefixRange(keys.specs), doing, revision)) {
    for (const stored of page.values) {
      const key = stored.key.slice(keys.specs.length);
      resources.set(key, storedResourceCodec.decode(stored.value));
    }
  }
  return { revision: seenHead(value).seq, resources };
}

async function commit(
  context: StoreContext,
  lease: IdempotencyLease,
  change: Commit,
): Promise<ConfigEvent> {
  if (change.changes.length === 0) throw new Error('a commit without changes');
  const call = beginCall(context.clients.unary, 'committing a change');
  const found = await readBefore(context, call, change);
  if (found.earlier !== undefined) return eventAt(context, call, found.earlier);
  if (found.head.seq !== change.expectRevision) throw conflict(change, found.newest);
  const append = appendTo(context, CONFIG_AGGREGATE, found.head, {
    origin: change.origin,
    body: { type: 'ConfigChanged', changes: [...change.changes] },
  });
  const answer = await appendWithSpec(context, call, lease, change, append, found.specs);
  if (answer.succeeded) return append.event;
  const [earlier, newest] = answer.reads.map(([value]) => value);
  // Our own event too, if an attempt before the one that was answered has written it.
  if (earlier !== undefined) return eventAt(context, call, earlier);
  throw conflict(change, newest);
}

interface Found {
  readonly earlier: StoredValue | undefined;
  readonly newest: StoredValue | undefined;
  readonly head: SeenHead;
  /** What is stored of the resources that the change names. */
  readonly specs: ReadonlyMap<string, StoredResource>;
}

async function readBefore(
  { keys }: StoreContext,
  call: EtcdCall,
  { changes, idempotencyKey }: Commit,
): Promise<Found> {
  const { aggregate, id } = CONFIG_AGGREGATE;
  const ops = [
    getOp(keys.idempotency(idempotencyKey)),
    lastOp(keys.events(aggregate, id)),
    getOp(keys.head(aggregate, id)),
    ...changes.map(({ key }) => getOp(keys.spec(key))),
  ];
  requireTxnFits(`a change of ${changes.length} resources`, ops);
  const [earlier, newest, head, ...stored] = (await call.read(ops)).reads.map(([value]) => value);
  const specs = stored.flatMap((value, i): [string, StoredResource][] => {
    const key = changes[i]?.key;
    if (value === undefined || key === undefined) return [];
    return [[key, storedResourceCodec.decode(value.value)]];
  });
  return { earlier, newest, head: seenHead(head), specs: new Map(specs) };
}

async function appendWithSpec(
  { keys }: StoreContext,
  call: EtcdCall,
  lease: IdempotencyLease,
  { changes, idempotencyKey }: Commit,
  append: Append,
  before: ReadonlyMap<string, StoredResource>,
): Promise<CasAnswer> {
  const idempotency = keys.idempotency(idempotencyKey);
  const specs = changes.map((change) =>
    specOp(keys.spec(change.key), change, append.event.seq, before.get(change.key)),
  );
  const { aggregate, id } = CONFIG_AGGREGATE;
  for (let leases = 1; ; leases++) {
    const leaseId = await lease.current(call);
    const mark = putOp(idempotency, logHeadCodec.encode(append.head), leaseId);
    const success = [...append.puts, mark, ...specs];
    requireTxnFits(`a change of ${changes.length} resources`, success);
    try {
      return await call.cas({
        compare: [...append.guards, absent(idempotency)],
        success,
        failure: [getOp(idempotency), lastOp(keys.events(aggregate, id))],
      });
    } catch (error) {
      if (leases > 1 || !isLeaseGoneFault(error)) throw error;
      // Revoked by hand, or lost with a store put back from a backup. Nothing was written.
      await lease.forget(leaseId);
    }
  }
}

function specOp(
  specKey: string,
  change: ResourceChange,
  revision: number,
  before: StoredResource | undefined,
): IRequestOp {
  if (before !== undefined && before.revision !== change.previousRevision) {
    const { key, previousRevision } = change;
    throw new Error(`${key} was changed at ${before.revision}, not at ${previousRevision}`);
  }
  if (change.after === undefined) return deleteOp(specKey);
  const bytes = storedResourceCodec.encode({
    resource: change.after,
    generation: change.generation,
    revision,
    createdRevision: before?.createdRevision ?? revision,
  });
  requireObjectFits(change.key, bytes);
  return putOp(specKey, bytes);
}

/** The event at the place in the log that an idempotency key holds. */
async function eventAt(
  { keys }: StoreContext,
  call: EtcdCall,
  mark: StoredValue,
): Promise<ConfigEvent> {
  const { seq } = logHeadCodec.decode(mark.value);
  const key = keys.event(CONFIG_AGGREGATE.aggregate, CONFIG_AGGREGATE.id, seq);
  const { value } = await call.get(key);
  if (value !== undefined) return eventOf(value);
  throw new FleetError('E_STORE_CORRUPT', `${mark.key} names event ${seq}, which is not there`);
}

function conflict({ expectRevision }: Commit, newest: StoredValue | undefined): FleetError {
  const hint = 'read the fleet again and repeat the change on top of it';
  if (newest === undefined) {
    const message = `the fleet is at revision 0, not ${expectRevision}`;
    return new FleetError('E_CONFLICT', message, { hint });
  }
  const { seq, origin, body } = eventOf(newest);
  const keys = body.type === 'ConfigChanged' ? body.changes.map(({ key }) => key) : [];
  const NAMED_MAX = 3; // enough to recognise a change by
  const named = keys.slice(0, NAMED_MAX).join(', ');
  const others = keys.length > NAMED_MAX ? ` and ${keys.length - NAMED_MAX} more` : '';
  return new FleetError(
    'E_CONFLICT',
    `the fleet is at revision ${seq}, not ${expectRevision}: ` +
      `${origin.actor} changed ${named}${others} by ${origin.channel}`,
    { hint },
  );
}
