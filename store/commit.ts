/**
 * A change of the spec. A small one is one transaction: event, head, folded spec and idempotency
 * key, so whoever sees one of them sees all. A large one is staged first; then one transaction
 * appends the event that names the stage, and the folded spec follows (unfolded.ts).
 */
import type { IRequestOp } from 'etcd3';
import { logHeadCodec } from '../schemas/codec/event-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import { CONFIG_AGGREGATE, type ConfigEvent, type ConfigEventBody } from '../schemas/events.ts';
import { RESOURCES_PER_COMMIT_MAX, TXN_OPS_MAX } from '../schemas/limits.ts';
import type { ResourceChange, StoredResource } from '../schemas/spec.ts';
import { batchesOf, inBatches } from './batches.ts';
import type { StoreContext } from './context.ts';
import type { ConfigStore } from './contract.ts';
import { beginCall, type CasAnswer, type EtcdCall } from './etcd/call.ts';
import { isAwayFault, isLeaseGoneFault } from './etcd/faults.ts';
import { absent, deleteOp, getOp, putOp, type StoredValue } from './etcd/requests.ts';
import { type Append, appendTo, eventOf, type SeenHead, seenHead } from './event-log.ts';
import { decoded, nextStored } from './fold-bytes.ts';
import type { IdempotencyLease } from './idempotency.ts';
import { UNFOLDED_IN_A_ROW_MAX } from './limits.ts';
import { raceLost } from './race-lost.ts';
import { bindStage, dropStage, filledIn, stageChanges } from './stage.ts';
import { trimOf } from './trim-mark.ts';
import { inTurns } from './turns.ts';
import { fitsOneTxn } from './txn-limits.ts';
import { finishFolding } from './unfolded.ts';

type Commit = Parameters<ConfigStore['commit']>[0];

/** Reads of a small commit beside those of its resources, and as many other writes. */
const OTHER_READS = 3;
const SMALL_RESOURCES_MAX = TXN_OPS_MAX - OTHER_READS;

export async function commit(
  context: StoreContext,
  lease: IdempotencyLease,
  change: Commit,
): Promise<ConfigEvent> {
  const { changes } = change;
  if (changes.length === 0) throw new Error('a commit without changes');
  if (changes.length > RESOURCES_PER_COMMIT_MAX) {
    const message = `a change of ${changes.length} resources; one may change ${RESOURCES_PER_COMMIT_MAX}`;
    throw new FleetError('E_TOO_LARGE', message, { hint: 'apply it in several smaller changes' });
  }
  for (let attempt = 1; attempt <= UNFOLDED_IN_A_ROW_MAX; attempt++) {
    const call = beginCall(context.clients.unary, 'committing a change');
    const found = await readBefore(context, call, change);
    if (found.earlier !== undefined) return eventAt(context, call, found.earlier);
    if (found.isUnfolded) await finishFolding(context);
    else if (found.head.seq !== change.expectRevision) {
      throw await conflict(context, call, change, found.head);
    } else {
      const event = await append(context, call, lease, change, found);
      if (event !== undefined) return event;
    }
  }
  throw raceLost('the fleet');
}

interface Found {
  readonly earlier: StoredValue | undefined;
  readonly head: SeenHead;
  readonly isUnfolded: boolean;
  /** What is stored of the resources that the change names. */
  readonly specs: ReadonlyMap<string, StoredResource>;
}

async function readBefore(
  { clients, keys }: StoreContext,
  call: EtcdCall,
  { changes, idempotencyKey }: Commit,
): Promise<Found> {
  const { aggregate, id } = CONFIG_AGGREGATE;
  const specOps = changes.map(({ key }) => getOp(keys.spec(key)));
  const isOneRead = specOps.length <= SMALL_RESOURCES_MAX;
  const ops = [
    getOp(keys.idempotency(idempotencyKey)),
    getOp(keys.head(aggregate, id)),
    getOp(keys.unfolded),
  ];
  const { reads } = await call.read(isOneRead ? [...ops, ...specOps] : ops);
  const [earlier, head, unfolded, ...stored] = reads.map(([value]) => value);
  if (!isOneRead) {
    // The head is compared with what was read above, so these are of that revision or nothing is.
    await inBatches(batchesOf([...specOps.keys()], TXN_OPS_MAX), async (group) => {
      const batch = beginCall(clients.unary, 'reading what a large change is to change');
      const answer = await batch.read(group.map((i) => specOps[i] as IRequestOp));
      group.forEach((index, i) => {
        stored[index] = answer.reads[i]?.[0];
      });
    });
  }
  const specs = new Map<string, StoredResource>();
  changes.forEach(({ key }, i) => {
    const before = decoded(stored[i]?.value);
    if (before !== undefined) specs.set(key, before);
  });
  return { earlier, head: seenHead(head), isUnfolded: unfolded !== undefined, specs };
}

/** The event; undefined when a large change of another has come between, to be folded first. */
async function append(
  context: StoreContext,
  call: EtcdCall,
  lease: IdempotencyLease,
  change: Commit,
  found: Found,
): Promise<ConfigEvent | undefined> {
  const { changes, origin } = change;
  requireFollowed(changes, found.specs);
  if (changes.length > SMALL_RESOURCES_MAX) return appendStaged(context, lease, change, found);
  const body: ConfigEventBody = { type: 'ConfigChanged', changes: [...changes] };
  const small = appendTo(context, CONFIG_AGGREGATE, found.head, { origin, body });
  const specs = changes.map((each) => specOp(context, each, small.event.seq, found.specs));
  const fits = fitsOneTxn([...small.puts, ...specs]);
  if (!fits) return appendStaged(context, lease, change, found);
  const answer = await send(context, call, lease, change, small, { guards: [], puts: specs });
  return answer.succeeded ? small.event : outcome(context, call, change, answer);
}

async function appendStaged(
  context: StoreContext,
  lease: IdempotencyLease,
  change: Commit,
  found: Found,
): Promise<ConfigEvent | undefined> {
  const { keys, log } = context;
  // Each must fit, before anything is written.
  await inTurns(change.changes, (each) => {
    specOp(context, each, found.head.seq + 1, found.specs);
  });
  const staged = await stageChanges(context, change.changes);
  const body: ConfigEventBody = { type: 'ConfigChanged', changes: [], staged };
  const large = appendTo(context, CONFIG_AGGREGATE, found.head, { origin: change.origin, body });
  const bound = bindStage(context, staged, large);
  const mark = putOp(keys.unfolded, logHeadCodec.encode(large.head));
  const call = beginCall(context.clients.unary, 'committing a large change');
  const parts = { guards: bound.guards, puts: [...bound.puts, mark] };
  const answer = await send(context, call, lease, change, large, parts);
  if (!answer.succeeded) {
    // Stays if an attempt of ours whose answer was lost has made it so.
    await dropStage(context, staged.id);
    return outcome(context, call, change, answer);
  }
  try {
    await finishFolding(context);
  } catch (error) {
    if (!isAwayFault(error)) throw error;
    // It is so already, and whoever comes next finishes it.
    log.warn({ revision: large.event.seq, err: error }, 'a large change is folded later');
  }
  return { ...large.event, body: { ...body, changes: [...change.changes] } };
}

interface Parts {
  readonly guards: Append['guards'];
  readonly puts: readonly IRequestOp[];
}

async function send(
  { keys }: StoreContext,
  call: EtcdCall,
  lease: IdempotencyLease,
  { idempotencyKey }: Commit,
  { guards, puts, head }: Append,
  more: Parts,
): Promise<CasAnswer> {
  const idempotency = keys.idempotency(idempotencyKey);
  const { aggregate, id } = CONFIG_AGGREGATE;
  for (let leases = 1; ; leases++) {
    const leaseId = await lease.current(call);
    const mark = putOp(idempotency, logHeadCodec.encode(head), leaseId);
    try {
      return await call.cas({
        compare: [...guards, absent(idempotency), absent(keys.unfolded), ...more.guards],
        success: [...puts, mark, ...more.puts],
        failure: [getOp(idempotency), getOp(keys.head(aggregate, id)), getOp(keys.unfolded)],
      });
    } catch (error) {
      if (leases > 1 || !isLeaseGoneFault(error)) throw error;
      // Revoked by hand, or lost with a store put back from a backup. Nothing was written.
      await lease.forget(leaseId);
    }
  }
}

/** Why the transaction was not carried out. */
async function outcome(
  context: StoreContext,
  call: EtcdCall,
  change: Commit,
  answer: CasAnswer,
): Promise<ConfigEvent | undefined> {
  const [earlier, head, unfolded] = answer.reads.map(([value]) => value);
  // Our own event too, if an attempt before the one that was answered has written it.
  if (earlier !== undefined) return eventAt(context, call, earlier);
  if (unfolded !== undefined) return undefined;
  throw await conflict(context, call, change, seenHead(head));
}

function requireFollowed(
  changes: readonly ResourceChange[],
  before: ReadonlyMap<string, StoredResource>,
): void {
  const seen = new Set<string>();
  for (const { key, previousRevision } of changes) {
    if (seen.has(key)) throw new Error(`${key} is changed twice by one commit`);
    seen.add(key);
    const stored = before.get(key);
    if (stored === undefined || stored.revision === previousRevision) continue;
    throw new Error(`${key} was changed at ${stored.revision}, not at ${previousRevision}`);
  }
}

function specOp(
  { keys }: StoreContext,
  change: ResourceChange,
  revision: number,
  before: ReadonlyMap<string, StoredResource>,
): IRequestOp {
  const key = keys.spec(change.key);
  const next = nextStored(before.get(change.key), change, revision);
  return next === undefined ? deleteOp(key) : putOp(key, next);
}

/** The event at the place in the log that an idempotency key holds. */
export async function eventAt(
  context: StoreContext,
  call: EtcdCall,
  mark: StoredValue,
): Promise<ConfigEvent> {
  const { keys } = context;
  const { aggregate, id } = CONFIG_AGGREGATE;
  const { seq } = logHeadCodec.decode(mark.value);
  const { reads } = await call.read([
    getOp(keys.event(aggregate, id, seq)),
    getOp(keys.trim(aggregate, id)),
  ]);
  const [value, trim] = reads.map(([stored]) => stored);
  if (value !== undefined) return filledIn(context, eventOf(value));
  if (seq <= trimOf(trim).seq) {
    throw new FleetError('E_NOT_FOUND', `the command took effect as revision ${seq}, now archived`);
  }
  throw new FleetError('E_STORE_CORRUPT', `${mark.key} names event ${seq}, which is not there`);
}

/**
 * Who was faster. The newest event is read by its number: etcd sorts a whole range to find the last
 * key of it, and a log is long.
 */
async function conflict(
  { keys }: StoreContext,
  call: EtcdCall,
  { expectRevision }: Commit,
  head: SeenHead,
): Promise<FleetError> {
  const hint = 'read the fleet again and repeat the change on top of it';
  const { aggregate, id } = CONFIG_AGGREGATE;
  const { value: newest } = await call.get(keys.event(aggregate, id, head.seq));
  if (newest === undefined) {
    const message = `the fleet is at revision ${head.seq}, not ${expectRevision}`;
    return new FleetError('E_CONFLICT', message, { hint });
  }
  const { seq, origin, body } = eventOf(newest);
  return new FleetError(
    'E_CONFLICT',
    `the fleet is at revision ${seq}, not ${expectRevision}: ` +
      `${origin.actor} changed ${whatChanged(body)} by ${origin.channel}`,
    { hint },
  );
}

function whatChanged(body: ConfigEvent['body']): string {
  if (body.type !== 'ConfigChanged') return body.node;
  if (body.staged !== undefined) return `${body.staged.resources} resources`;
  const NAMED_MAX = 3; // enough to recognise a change by
  const named = body.changes.slice(0, NAMED_MAX).map(({ key }) => key);
  const more = body.changes.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
