/**
 * Takes events out of etcd that the archive has. In this order, so that a kill at any point leaves
 * a log that reads and verifies: read them back from the archive and prove them; a snapshot of the
 * last of them; the mark, which moves the log's beginning; then the deletions. What a killed trim
 * left below the mark, the next one deletes.
 */
import { digestOf } from '../../schemas/codec/digest.ts';
import { configEventCodec, type LogHead, logHeadCodec } from '../../schemas/codec/event-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import { CONFIG_AGGREGATE } from '../../schemas/events.ts';
import { seqOf } from '../../schemas/keys.ts';
import type { EventArchive } from '../archive/contract.ts';
import { deleteChunksOp } from '../chunks.ts';
import type { StoreContext } from '../context.ts';
import { beginCall, readKeys } from '../etcd/call.ts';
import { afterKey, deleteOp, getOp, prefixRange, putOp, unchanged } from '../etcd/requests.ts';
import { eventOf, seenHead } from '../event-log.ts';
import { type Fence, fenceGuards, requireFence } from '../fence.ts';
import { TRIM_EVENTS_PER_TXN } from '../limits.ts';
import { dropStage } from '../stage.ts';
import { readTrim, type TrimMark, trimOf } from '../trim-mark.ts';
import type { KeepPolicy } from './contract.ts';
import { dropOld, snapshotAt } from './take-snapshot.ts';

const { aggregate: AGGREGATE, id: ID } = CONFIG_AGGREGATE;

export async function trim(
  context: StoreContext,
  archive: EventArchive,
  policy: KeepPolicy,
  fence: Fence | undefined,
): Promise<number> {
  const { clients, keys } = context;
  const { reads } = await beginCall(clients.unary, 'reading the ends of the log').read([
    getOp(keys.head(AGGREGATE, ID)),
    getOp(keys.trim(AGGREGATE, ID)),
    getOp(keys.unfolded),
  ]);
  const [headValue, trimValue, unfolded] = reads.map(([value]) => value);
  const before = trimOf(trimValue);
  await deleteBelow(context, before, fence);
  // Its event must stay until it is folded.
  if (unfolded !== undefined) return 0;
  const head = seenHead(headValue);
  const end = await archive.end(CONFIG_AGGREGATE);
  const to = Math.min(await lastToGo(context, policy, before.seq, head.seq), end.seq, head.seq - 1);
  if (to - before.seq < Math.max(1, policy.trimAtLeast)) return 0;
  const proved = await proveArchived(archive, before, to);
  const { head: mark, content } = await snapshotAt(context, to, fence);
  if (mark.hash !== proved) {
    throw new FleetError('E_STORE_CORRUPT', `event ${to} in etcd is not the one in the archive`, {
      hint: 'nothing was trimmed; run "sluice store verify" to see which of them is right',
    });
  }
  await archive.putSnapshot(CONFIG_AGGREGATE, { head: mark, content: content.bytes });
  await moveMark(context, before, mark, fence);
  await deleteBelow(context, mark, fence);
  await dropOld(context, fence);
  return to - before.seq;
}

/** The last event that the policy lets go; `from` when none. Times never fall along a log. */
async function lastToGo(
  { clients, keys, nowMs }: StoreContext,
  { keepMs, keepEvents }: KeepPolicy,
  from: number,
  head: number,
): Promise<number> {
  const byCount = Math.max(from, head - keepEvents);
  const oldest = nowMs() - keepMs;
  let known = byCount;
  let behind = head + 1;
  while (behind - known > 1) {
    const middle = Math.floor((known + behind) / 2);
    const call = beginCall(clients.unary, 'looking for the events to keep');
    const { value } = await call.get(keys.event(AGGREGATE, ID, middle));
    if (value === undefined) throw new FleetError('E_STORE_CORRUPT', `event ${middle} is missing`);
    if (eventOf(value).timeMs < oldest) known = middle;
    else behind = middle;
  }
  return known;
}

/** The hash of event `to` as the archive has it, by way of every event since the mark. */
async function proveArchived(archive: EventArchive, from: LogHead, to: number): Promise<string> {
  let { seq, hash } = from;
  for await (const event of archive.read(CONFIG_AGGREGATE, { from: from.seq + 1, to })) {
    if (configEventCodec.decode(event.bytes).previousHash !== hash) {
      throw new FleetError('E_STORE_CORRUPT', `event ${event.seq} in the archive does not follow`);
    }
    hash = digestOf(event.bytes);
    seq = event.seq;
  }
  if (seq === to) return hash;
  throw new FleetError('E_NOT_FOUND', `the archive ends with event ${seq}, before ${to}`);
}

async function moveMark(
  context: StoreContext,
  before: TrimMark,
  mark: LogHead,
  fence: Fence | undefined,
): Promise<void> {
  const { clients, keys } = context;
  const key = keys.trim(AGGREGATE, ID);
  const { succeeded } = await beginCall(clients.unary, 'trimming the log').cas({
    compare: [...fenceGuards(keys, fence), unchanged(key, before.modRevision)],
    success: [putOp(key, logHeadCodec.encode(mark))],
  });
  if (succeeded) return;
  // Ours, if an attempt whose answer was lost has written it.
  if ((await readTrim(context, CONFIG_AGGREGATE)).seq !== mark.seq)
    await requireFence(context, fence);
}

/** Events and stages that the mark has left behind, a few at a time. */
async function deleteBelow(
  context: StoreContext,
  { seq }: LogHead,
  fence: Fence | undefined,
): Promise<void> {
  if (seq === 0) return;
  const { clients, keys } = context;
  const doing = 'deleting archived events';
  const { start } = prefixRange(keys.events(AGGREGATE, ID));
  const end = afterKey(keys.event(AGGREGATE, ID, seq));
  const first = { key: start, range_end: end, limit: 1, keys_only: true };
  const { reads } = await beginCall(clients.unary, doing).read([{ request_range: first }]);
  const oldest = reads[0]?.[0];
  for (
    let from = oldest === undefined ? seq + 1 : seqOf(oldest.key);
    from <= seq;
    from += TRIM_EVENTS_PER_TXN
  ) {
    const last = Math.min(seq, from + TRIM_EVENTS_PER_TXN - 1);
    const range = { key: start, range_end: afterKey(keys.event(AGGREGATE, ID, last)) };
    const { succeeded } = await beginCall(clients.unary, doing).cas({
      compare: fenceGuards(keys, fence),
      success: [{ request_delete_range: range }],
    });
    if (!succeeded) await requireFence(context, fence);
  }
  await deleteStages(context, seq, fence);
}

/** Changes of events that are no longer kept. */
async function deleteStages(
  context: StoreContext,
  trimmed: number,
  fence: Fence | undefined,
): Promise<void> {
  const { clients, keys } = context;
  for (const id of await markedStages(context, trimmed)) {
    const key = keys.stage(id);
    const { succeeded } = await beginCall(clients.unary, 'deleting archived changes').cas({
      compare: fenceGuards(keys, fence),
      success: [deleteOp(key), deleteChunksOp(key)],
    });
    if (!succeeded) await requireFence(context, fence);
  }
}

async function markedStages({ clients, keys }: StoreContext, trimmed: number): Promise<string[]> {
  const ids = new Set((await stageKeys({ clients, keys })).map(({ id }) => id));
  const found: string[] = [];
  for (const id of ids) {
    const { value } = await beginCall(clients.unary, 'reading a stage').get(keys.stage(id));
    if (value !== undefined && logHeadCodec.decode(value.value).seq <= trimmed) found.push(id);
  }
  return found;
}

/** Takes back chunks, last written before `horizon`, of changes that never became so. */
export async function dropOrphanedStages(context: StoreContext, horizon: number): Promise<number> {
  const ids = new Map<string, number>();
  for (const { id, modRevision } of await stageKeys(context)) {
    ids.set(id, Math.max(ids.get(id) ?? 0, modRevision));
  }
  let dropped = 0;
  for (const [id, writtenAt] of ids) {
    // Refused where an event names it.
    if (writtenAt < horizon && (await dropStage(context, id))) dropped++;
  }
  return dropped;
}

async function stageKeys({ clients, keys }: Pick<StoreContext, 'clients' | 'keys'>) {
  const found = await readKeys(clients.unary, prefixRange(keys.stages), 'listing stages');
  return found.map(({ key, modRevision }) => {
    const [id = ''] = key.slice(keys.stages.length).split('/');
    return { id, modRevision };
  });
}
