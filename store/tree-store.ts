/**
 * Trees in etcd: read and changed shard by shard, so that a change of one name in a tree of 10,000
 * reads and writes one shard and the root.
 */
import { treeRootCodec, treeShardCodec } from '../schemas/codec/plan-codec.ts';
import type { TreeEntry } from '../schemas/plan/node-ref.ts';
import { readBlobs } from './blob-store.ts';
import type { StoreContext } from './context.ts';
import { makeDigestCache } from './digest-cache.ts';
import { CACHED_ROOTS_MAX, CACHED_SHARDS_MAX } from './limits.ts';
import {
  changeShard,
  diffShards,
  EMPTY_ROOT,
  type EncodedTree,
  encodeTree,
  type Shard,
  shardIndex,
  shardsOf,
  sortedEntries,
  type TreeRoot,
} from './tree.ts';
import { requireObjectFits } from './txn-limits.ts';

export type TreeChanges = ReadonlyMap<string, string | undefined>;

export interface TreeStore {
  /** The tree of exactly these entries; reads and writes nothing. @throws E_TOO_LARGE */
  encode(entries: Iterable<TreeEntry>): EncodedTree;
  /** The tree of `base` (none: empty) with these changes; reads only the shards they are in. */
  encodeChanged(base: string | undefined, changes: TreeChanges): Promise<EncodedTree>;
  read(root: string): Promise<TreeEntry[]>;
  diff(from: string | undefined, to: string): Promise<{ changed: TreeEntry[]; removed: string[] }>;
}

const EMPTY_SHARD: Shard = new Map();

export function makeTreeStore(context: StoreContext): TreeStore {
  const roots = makeDigestCache<TreeRoot>(CACHED_ROOTS_MAX);
  const shards = makeDigestCache<Shard>(CACHED_SHARDS_MAX);
  const readRoot = async (digest: string | undefined): Promise<TreeRoot> => {
    if (digest === undefined) return EMPTY_ROOT;
    const known = roots.get(digest);
    if (known !== undefined) return known;
    const blobs = await readBlobs(context, [digest], context.keys.tree);
    const root = [...blobs.values()].flatMap((bytes) => treeRootCodec.decode(bytes).shards);
    roots.set(digest, root);
    return root;
  };
  const readShards = async (digests: Iterable<string>): Promise<(digest: string) => Shard> => {
    const found = new Map<string, Shard>([['', EMPTY_SHARD]]);
    const missing: string[] = [];
    for (const digest of digests) {
      const known = shards.get(digest);
      if (known !== undefined) found.set(digest, known);
      else if (digest !== '') missing.push(digest);
    }
    for (const [digest, bytes] of await readBlobs(context, missing, context.keys.tree)) {
      const { entries } = treeShardCodec.decode(bytes);
      const shard = new Map(entries.map(({ name, digest: of }) => [name, of]));
      shards.set(digest, shard);
      found.set(digest, shard);
    }
    return (digest) => found.get(digest) ?? EMPTY_SHARD;
  };
  const encode = (base: TreeRoot, changed: ReadonlyMap<number, Shard>): EncodedTree => {
    const tree = encodeTree(base, changed);
    for (const bytes of tree.blobs.values()) requireObjectFits('a part of the tree', bytes);
    // The next change will start from here.
    roots.set(tree.root, tree.shardDigests);
    for (const [digest, shard] of tree.shards) shards.set(digest, shard);
    return tree;
  };
  return {
    encode: (entries) => encode(EMPTY_ROOT, shardsOf(entries)),
    encodeChanged: async (base, changes) => {
      const root = await readRoot(base);
      const byShard = Map.groupBy(changes, ([name]) => shardIndex(name));
      const shardOf = await readShards([...byShard.keys()].map((index) => root[index] ?? ''));
      const changed = new Map<number, Shard>();
      for (const [index, of] of byShard) {
        changed.set(index, changeShard(shardOf(root[index] ?? ''), of));
      }
      return encode(root, changed);
    },
    read: async (root) => {
      const digests = await readRoot(root);
      const shardOf = await readShards(digests);
      const entries = digests.flatMap((digest) => sortedEntries(shardOf(digest)));
      return entries.sort(byName);
    },
    diff: async (from, to) => {
      const [old, next] = await Promise.all([readRoot(from), readRoot(to)]);
      const pairs = next
        .map((after, index) => [old[index] ?? '', after] as const)
        .filter(([before, after]) => before !== after);
      const shardOf = await readShards(pairs.flat());
      const parts = pairs.map(([before, after]) => diffShards(shardOf(before), shardOf(after)));
      return {
        changed: parts.flatMap(({ changed }) => changed).sort(byName),
        removed: parts.flatMap(({ removed }) => removed).sort(),
      };
    },
  };
}

const byName = (a: TreeEntry, b: TreeEntry) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
