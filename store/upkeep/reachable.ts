/** Digests of all objects and tree parts that some roots and refs reach. */
import { treeRootCodec, treeShardCodec } from '../../schemas/codec/plan-codec.ts';
import type { PlanRef } from '../../schemas/names.ts';
import type { Generation, NodeRef } from '../../schemas/plan/node-ref.ts';
import { readBlobs } from '../blob-store.ts';
import type { StoreContext } from '../context.ts';
import { inTurns } from '../turns.ts';

export interface Reachable {
  readonly objects: ReadonlySet<string>;
  readonly trees: ReadonlySet<string>;
}

/** What a director runs, and where a rollout would put it back to. */
export function plansOf({ plan, previous }: NodeRef): PlanRef[] {
  return previous === undefined ? [plan] : [plan, previous];
}

/**
 * Each part is read once, however many generations share it. `generations` are read after the refs,
 * so what a ref names is among them, or was rebuilt from an archive and has nothing here to keep.
 * @throws E_NOT_FOUND, and then sweep nothing
 */
export async function reachableFrom(
  context: StoreContext,
  refs: readonly NodeRef[],
  generations: readonly Generation[],
): Promise<Reachable> {
  const roots = new Set(generations.map(({ root }) => root));
  const objects = new Set(refs.map(({ nodeObject }) => nodeObject));
  const shards = new Set<string>();
  const rootBlobs = await readBlobs(context, [...roots], context.keys.tree);
  await inTurns(rootBlobs.values(), (bytes) => {
    for (const digest of treeRootCodec.decode(bytes).shards) if (digest !== '') shards.add(digest);
  });
  const shardBlobs = await readBlobs(context, [...shards], context.keys.tree);
  await inTurns(shardBlobs.values(), (bytes) => {
    for (const { digest } of treeShardCodec.decode(bytes).entries) objects.add(digest);
  });
  return { objects, trees: new Set([...roots, ...shards]) };
}
