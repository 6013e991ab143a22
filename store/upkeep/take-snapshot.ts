/**
 * Takes snapshots: of the newest event when one is due, and of the event that a trim goes to. The
 * newest is held against the folded spec, so a spec that somebody changed past the log is found
 * out within one interval.
 */
import { digestOf } from '../../schemas/codec/digest.ts';
import type { LogHead } from '../../schemas/codec/event-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import { CONFIG_AGGREGATE } from '../../schemas/events.ts';
import type { Content } from '../chunks.ts';
import type { StoreContext } from '../context.ts';
import { beginCall } from '../etcd/call.ts';
import { eventOf, seenHead } from '../event-log.ts';
import type { Fence } from '../fence.ts';
import { SNAPSHOTS_KEPT } from '../limits.ts';
import { readSpecBytes } from '../read-spec.ts';
import {
  dropSnapshotsBut,
  newestSnapshot,
  packSnapshot,
  putSnapshot,
  requireSame,
  snapshotSeqs,
} from '../snapshot.ts';
import { foldUpTo } from '../spec-at.ts';
import { readTrim } from '../trim-mark.ts';
import { finishFolding } from '../unfolded.ts';
import type { KeepPolicy } from './contract.ts';

const { aggregate: AGGREGATE, id: ID } = CONFIG_AGGREGATE;

export async function snapshotIfDue(
  context: StoreContext,
  policy: KeepPolicy,
  fence: Fence | undefined,
): Promise<number | undefined> {
  // A keeper is somebody who comes next.
  await finishFolding(context);
  const call = beginCall(context.clients.unary, 'reading the head of the log');
  const head = seenHead((await call.get(context.keys.head(AGGREGATE, ID))).value);
  const last = await newestSnapshot(context, head.seq);
  const since = head.seq - (last?.head.seq ?? 0);
  const isOld = context.nowMs() - (last?.head.timeMs ?? 0) >= policy.snapshotMs;
  if (since === 0 || (since < policy.snapshotEvents && !isOld)) return undefined;
  const spec = await readSpecBytes(context);
  const fold = await foldUpTo(context, undefined, spec.head.seq);
  requireSame(spec.head.seq, fold, spec.resources);
  await putSnapshot(context, spec.head, fold.size, await packSnapshot(fold), fence);
  await dropOld(context, fence);
  return spec.head.seq;
}

/** The snapshot that a log trimmed to `seq` begins with; also for the archive. */
export async function snapshotAt(
  context: StoreContext,
  seq: number,
  fence: Fence | undefined,
): Promise<{ head: LogHead; content: Content }> {
  const call = beginCall(context.clients.unary, `reading event ${seq}`);
  const { value } = await call.get(context.keys.event(AGGREGATE, ID, seq));
  if (value === undefined) throw new FleetError('E_STORE_CORRUPT', `event ${seq} is missing`);
  const head = { seq, hash: digestOf(value.value), timeMs: eventOf(value).timeMs };
  const fold = await foldUpTo(context, undefined, seq);
  const content = await packSnapshot(fold);
  await putSnapshot(context, head, fold.size, content, fence);
  return { head, content };
}

/** Keeps the newest ones, and the one that the trimmed log begins with. */
export async function dropOld(context: StoreContext, fence: Fence | undefined): Promise<void> {
  const seqs = await snapshotSeqs(context);
  const trim = await readTrim(context, CONFIG_AGGREGATE);
  const base = seqs.findLast((seq) => seq <= trim.seq);
  const kept = new Set(seqs.slice(-SNAPSHOTS_KEPT));
  if (base !== undefined) kept.add(base);
  await dropSnapshotsBut(context, kept, fence);
}
