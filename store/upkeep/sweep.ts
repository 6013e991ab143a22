/**
 * Deletes what no ref and no kept generation reaches. In this order: the horizon rises; old
 * generations go, unless a ref was moved meanwhile; then what is reachable is read; then what is
 * not, lies below the horizon and has not been written anew since it was listed, is deleted.
 * sweep-horizon.ts says why no publication can lose anything, whatever is slow.
 */
import { generationCodec, nodeRefCodec } from '../../schemas/codec/plan-codec.ts';
import { revisionAtCodec } from '../../schemas/codec/store-codec.ts';
import type { Generation, NodeRef } from '../../schemas/plan/node-ref.ts';
import { batchesOf, inBatches } from '../batches.ts';
import type { StoreContext } from '../context.ts';
import { beginCall, readKeys, readRange, type StoredKey } from '../etcd/call.ts';
import {
  deleteOp,
  getOp,
  prefixRange,
  putOp,
  unchanged,
  unwrittenSince,
} from '../etcd/requests.ts';
import { type Fence, fenceGuards, requireFence } from '../fence.ts';
import { SWEEP_KEYS_PER_TXN } from '../limits.ts';
import { horizonOf } from '../sweep-horizon.ts';
import type { KeepPolicy, SweepReport } from './contract.ts';
import { plansOf, reachableFrom } from './reachable.ts';
import { revisionBefore } from './revision-clock.ts';
import { dropOrphanedStages } from './trim.ts';

export async function sweep(
  context: StoreContext,
  policy: KeepPolicy,
  fence: Fence | undefined,
): Promise<SweepReport> {
  const horizon = await raiseHorizon(
    context,
    await revisionBefore(context, policy.sweepGraceMs),
    fence,
  );
  if (horizon === 0) return { generations: 0, objects: 0, trees: 0, kept: 0 };
  await dropOrphanedStages(context, horizon);
  const generations = await dropGenerations(context, policy, horizon, fence);
  const { keys } = context;
  const { refs } = await readRefs(context);
  const kept = (await readGenerations(context)).map(({ generation }) => generation);
  const reachable = await reachableFrom(context, refs, kept);
  const objects = await dropUnreached(context, keys.objects, reachable.objects, horizon, fence);
  const trees = await dropUnreached(context, keys.trees, reachable.trees, horizon, fence);
  const left = reachable.objects.size + reachable.trees.size;
  return { generations, objects, trees, kept: left };
}

/** Never falls. The horizon that stands then. */
async function raiseHorizon(
  context: StoreContext,
  wanted: number,
  fence: Fence | undefined,
): Promise<number> {
  const { clients, keys, nowMs } = context;
  const call = beginCall(clients.unary, 'raising the horizon of the sweep');
  const { reads } = await call.read([getOp(keys.sweepHorizon)]);
  const before = horizonOf(reads[0]?.[0]);
  if (wanted <= before.revision) return before.revision;
  const bytes = revisionAtCodec.encode({ revision: wanted, timeMs: nowMs() });
  const answer = await call.cas({
    compare: [...fenceGuards(keys, fence), unchanged(keys.sweepHorizon, before.modRevision)],
    success: [putOp(keys.sweepHorizon, bytes)],
    failure: [getOp(keys.sweepHorizon)],
  });
  if (answer.succeeded) return wanted;
  const now = horizonOf(answer.reads[0]?.[0]).revision;
  // Ours, if an attempt whose answer was lost has written it.
  return answer.repeated && now === wanted ? now : requireFence(context, fence);
}

interface StoredGeneration {
  readonly key: string;
  readonly modRevision: number;
  readonly generation: Generation;
}

async function readGenerations({ clients, keys }: StoreContext): Promise<StoredGeneration[]> {
  const range = prefixRange(keys.allGenerations);
  const { values } = await readRange(clients.unary, range, 'reading generations');
  return values.map(({ key, modRevision, value }) => ({
    key,
    modRevision,
    generation: generationCodec.decode(value),
  }));
}

async function readRefs({
  clients,
  keys,
}: StoreContext): Promise<{ refs: NodeRef[]; revision: number }> {
  const range = prefixRange(keys.nodeRefs);
  const { values, revision } = await readRange(clients.unary, range, 'reading refs');
  return { refs: values.map(({ value }) => nodeRefCodec.decode(value)), revision };
}

async function dropGenerations(
  context: StoreContext,
  { keepGenerations }: KeepPolicy,
  horizon: number,
  fence: Fence | undefined,
): Promise<number> {
  const { clients, keys } = context;
  const { refs, revision } = await readRefs(context);
  const named = new Set(
    refs.flatMap(plansOf).map(({ cluster, generation }) => keys.generation(cluster, generation)),
  );
  const byCluster = Map.groupBy(await readGenerations(context), (of) => of.generation.cluster);
  // The newest is the parent of the next, so one is kept in any case.
  const old = [...byCluster.values()].flatMap((of) => of.slice(0, -Math.max(1, keepGenerations)));
  const out = old.filter(({ key, modRevision }) => modRevision < horizon && !named.has(key));
  let dropped = 0;
  for (const group of batchesOf(out, SWEEP_KEYS_PER_TXN)) {
    const { succeeded } = await beginCall(clients.unary, 'sweeping generations').cas({
      compare: [...fenceGuards(keys, fence), unwrittenSince(prefixRange(keys.nodeRefs), revision)],
      success: group.map(({ key }) => deleteOp(key)),
    });
    // A ref was moved, perhaps back to one of these: the next sweep looks again.
    if (!succeeded) break;
    dropped += group.length;
  }
  return dropped;
}

async function dropUnreached(
  context: StoreContext,
  prefix: string,
  reached: ReadonlySet<string>,
  horizon: number,
  fence: Fence | undefined,
): Promise<number> {
  const found = await readKeys(context.clients.unary, prefixRange(prefix), 'listing for a sweep');
  const out = found.filter(
    ({ key, modRevision }) => modRevision < horizon && !reached.has(key.slice(prefix.length)),
  );
  let dropped = 0;
  await inBatches(batchesOf(out, SWEEP_KEYS_PER_TXN), async (group) => {
    const count = await dropUnwritten(context, group, fence);
    dropped += count;
  });
  return dropped;
}

/** Those that were not written anew since they were listed: a publisher does so to keep one. */
async function dropUnwritten(
  context: StoreContext,
  group: readonly StoredKey[],
  fence: Fence | undefined,
): Promise<number> {
  const { clients, keys } = context;
  const { succeeded } = await beginCall(clients.unary, 'sweeping objects').cas({
    compare: [
      ...fenceGuards(keys, fence),
      ...group.map(({ key, modRevision }) => unchanged(key, modRevision)),
    ],
    success: group.map(({ key }) => deleteOp(key)),
  });
  if (succeeded) return group.length;
  if (group.length === 1) return 0;
  let dropped = 0;
  for (const one of group) {
    const count = await dropUnwritten(context, [one], fence);
    dropped += count;
  }
  return dropped;
}
