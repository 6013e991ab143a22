import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../schemas/codec/digest.ts';
import { TREE_SHARDS } from '../../schemas/plan/node-ref.ts';
import {
  changeShard,
  diffShards,
  EMPTY_ROOT,
  encodeTree,
  shardIndex,
  shardsOf,
} from '../../store/tree.ts';

const names = fc.string({ minLength: 1, maxLength: 12 });
const digests = fc.constantFrom('a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64));
const shards = fc.uniqueArray(fc.tuple(names, digests), {
  selector: ([name]) => name,
  maxLength: 30,
});

describe('a tree', () => {
  test('has one root for the same entries, whatever their order', () => {
    const law = fc.property(shards, fc.infiniteStream(fc.nat()), (entries, order) => {
      const list = entries.map(([name, digest]) => ({ name, digest }));
      const mixed = list
        .map((entry) => ({ entry, rank: order.next().value ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ entry }) => entry);
      expect(encodeTree(EMPTY_ROOT, shardsOf(mixed)).root).toBe(
        encodeTree(EMPTY_ROOT, shardsOf(list)).root,
      );
    });
    fc.assert(law);
  });

  test('stores every part under the digest of its bytes', () => {
    const law = fc.property(shards, (entries) => {
      const list = entries.map(([name, digest]) => ({ name, digest }));
      const { blobs, root, shardDigests } = encodeTree(EMPTY_ROOT, shardsOf(list));
      for (const [digest, bytes] of blobs) expect(digestOf(bytes)).toBe(digest);
      const filled = shardDigests.filter((digest) => digest !== '');
      expect(new Set([...filled, root])).toEqual(new Set(blobs.keys()));
      expect(shardDigests).toHaveLength(TREE_SHARDS);
    });
    fc.assert(law);
  });

  test('spreads 10,000 names so that no shard is far above its share', () => {
    const counts = new Array<number>(TREE_SHARDS).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const index = shardIndex(`service/web-${i}`);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThan(100);
  });
});

describe('the difference of two shards', () => {
  test('leads from one to the other, and there is none to itself', () => {
    const law = fc.property(shards, shards, (one, other) => {
      const [from, to] = [new Map(one), new Map(other)];
      const { changed, removed } = diffShards(from, to);
      const changes = [
        ...changed.map(({ name, digest }) => [name, digest] as const),
        ...removed.map((name) => [name, undefined] as const),
      ];
      expect(changeShard(from, changes)).toEqual(to);
      expect(diffShards(to, to)).toEqual({ changed: [], removed: [] });
    });
    fc.assert(law);
  });
});
