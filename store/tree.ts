/**
 * The tree of a generation: object names with their digests, cut into TREE_SHARDS shards by the
 * hash of the name, and a root that lists the digests of the shards. A tree with the same entries
 * has the same root, whatever the order in which it came to be. Pure.
 */
import { createHash } from 'node:crypto';
import { digestOf } from '../schemas/codec/digest.ts';
import { treeRootCodec, treeShardCodec } from '../schemas/codec/plan-codec.ts';
import { TREE_SHARDS, type TreeEntry } from '../schemas/plan/node-ref.ts';

/** Digests of the shards, '' for an empty one. */
export type TreeRoot = readonly string[];
export const EMPTY_ROOT: TreeRoot = Array.from({ length: TREE_SHARDS }, () => '');

/** Name -> digest. */
export type Shard = ReadonlyMap<string, string>;

export function shardIndex(name: string): number {
  const [byte] = createHash('sha256').update(name).digest();
  return (byte ?? 0) % TREE_SHARDS;
}

export interface EncodedTree {
  /** Digest of the root. */
  readonly root: string;
  /** Bytes of the root and of the shards given, by digest. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** What the bytes say, for a cache. */
  readonly shardDigests: TreeRoot;
  readonly shards: ReadonlyMap<string, Shard>;
}

/** The whole tree of these shards over `base`: what is not given stays as it is there. */
export function encodeTree(base: TreeRoot, shards: ReadonlyMap<number, Shard>): EncodedTree {
  const blobs = new Map<string, Uint8Array>();
  const byDigest = new Map<string, Shard>();
  const shardDigests = [...base];
  for (const [index, shard] of shards) {
    if (shard.size === 0) {
      shardDigests[index] = '';
      continue;
    }
    const bytes = treeShardCodec.encode({ entries: sortedEntries(shard) });
    const digest = digestOf(bytes);
    blobs.set(digest, bytes);
    byDigest.set(digest, shard);
    shardDigests[index] = digest;
  }
  const bytes = treeRootCodec.encode({ shards: shardDigests });
  const root = digestOf(bytes);
  blobs.set(root, bytes);
  return { root, blobs, shardDigests, shards: byDigest };
}

export function shardsOf(entries: Iterable<TreeEntry>): Map<number, Map<string, string>> {
  const shards = new Map<number, Map<string, string>>();
  for (const { name, digest } of entries) {
    const index = shardIndex(name);
    const shard = shards.get(index) ?? new Map<string, string>();
    shards.set(index, shard.set(name, digest));
  }
  return shards;
}

/** A shard with some names given another digest or (undefined) taken away. */
export function changeShard(
  shard: Shard,
  changes: Iterable<readonly [string, string | undefined]>,
): Shard {
  const next = new Map(shard);
  for (const [name, digest] of changes) {
    if (digest === undefined) next.delete(name);
    else next.set(name, digest);
  }
  return next;
}

/** What differs between two shards of the same index. */
export function diffShards(
  from: Shard,
  to: Shard,
): { readonly changed: TreeEntry[]; readonly removed: string[] } {
  const changed = sortedEntries(to).filter(({ name, digest }) => from.get(name) !== digest);
  const removed = [...from.keys()].filter((name) => !to.has(name)).sort();
  return { changed, removed };
}

export function sortedEntries(shard: Shard): TreeEntry[] {
  return [...shard.keys()].sort().map((name) => ({ name, digest: shard.get(name) ?? '' }));
}
