/**
 * Which revision etcd was at when, so that "older than an hour" can be said of keys, which carry
 * revisions and no times. The keeper notes both now and then; the notes are in etcd, so a new
 * keeper need not wait an hour. A clock that jumps makes a sweep come early or late and cannot make
 * it wrong: that a publication is not swept from under its feet is held by revisions alone.
 */
import { type RevisionAt, revisionClockCodec } from '../../schemas/codec/store-codec.ts';
import type { StoreContext } from '../context.ts';
import { beginCall } from '../etcd/call.ts';
import { putOp, unchanged } from '../etcd/requests.ts';
import { type Fence, fenceGuards } from '../fence.ts';

/** Notes kept; with one every 64th part of the longest grace they reach back far enough. */
const SAMPLES_MAX = 128;

export async function noteRevision(
  { clients, keys, nowMs }: StoreContext,
  graceMs: number,
  fence: Fence | undefined,
): Promise<void> {
  const call = beginCall(clients.unary, 'noting the revision');
  const { value, revision } = await call.get(keys.revisionClock);
  const timeMs = nowMs();
  // Behind us in both, or it is of another life of this store (a backup) or of the clock.
  const known = (value === undefined ? [] : revisionClockCodec.decode(value.value).samples).filter(
    (sample) => sample.revision <= revision && sample.timeMs <= timeMs,
  );
  const newest = known.at(-1);
  if (newest !== undefined && timeMs - newest.timeMs < graceMs / (SAMPLES_MAX / 2)) return;
  const samples = [...known, { revision, timeMs }].slice(-SAMPLES_MAX);
  // Lost to another keeper's note, or the role is gone: then the next round says so.
  await call.cas({
    compare: [...fenceGuards(keys, fence), unchanged(keys.revisionClock, value?.modRevision ?? 0)],
    success: [putOp(keys.revisionClock, revisionClockCodec.encode({ samples }))],
  });
}

/** The newest noted revision that is older than so many milliseconds; 0 when none is known. */
export async function revisionBefore(
  { clients, keys, nowMs }: StoreContext,
  graceMs: number,
): Promise<number> {
  const call = beginCall(clients.unary, 'reading the noted revisions');
  const { value, revision } = await call.get(keys.revisionClock);
  if (value === undefined) return 0;
  const oldEnough = (sample: RevisionAt) =>
    sample.revision <= revision && sample.timeMs <= nowMs() - graceMs;
  return revisionClockCodec.decode(value.value).samples.findLast(oldEnough)?.revision ?? 0;
}
