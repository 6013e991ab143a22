/** A patched map is the map that a copy with the same changes would be, whatever came before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingKeys, type MapChange, patchedMap } from '../../schemas/patched-map.ts';

/** Above the size from which maps share instead of being copied. */
const LARGE = 400;

type Numbered = ReadonlyMap<string, string>;
const large: Numbered = new Map(
  Array.from({ length: LARGE }, (_, i) => [`k${i}`, `v${i}`] as const),
);

const change: fc.Arbitrary<MapChange<string, string>> = fc.tuple(
  fc.integer({ min: LARGE - 30, max: LARGE + 30 }).map((i) => `k${i}`),
  fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
);
const rounds = fc.array(fc.array(change, { maxLength: 120 }), { maxLength: 8 });

function copied(map: Numbered, changes: readonly MapChange<string, string>[]): Numbered {
  const copy = new Map(map);
  for (const [key, value] of changes) {
    if (value === undefined) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

const sorted = (map: Numbered) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe('patchedMap', () => {
  it('holds what a copy with the same changes holds, and leaves the earlier maps as they were', () => {
    fc.assert(
      fc.property(rounds, (all) => {
        let patched = large;
        let plain = large;
        const earlier: [Numbered, [string, string][]][] = [];
        for (const changes of all) {
          earlier.push([patched, sorted(patched)]);
          patched = patchedMap(patched, changes);
          plain = copied(plain, changes);
          expect(sorted(patched)).toEqual(sorted(plain));
          expect(patched.size).toBe(plain.size);
          expect([...patched.keys()]).toEqual([...patched].map(([key]) => key));
          expect([...patched.values()]).toEqual([...patched].map(([, value]) => value));
          for (const [key] of changes) {
            expect([patched.has(key), patched.get(key)]).toEqual([plain.has(key), plain.get(key)]);
          }
        }
        for (const [map, entries] of earlier) expect(sorted(map)).toEqual(entries);
      }),
    );
  });

  it('keeps a changed key in its place and puts a new one last', () => {
    const keys = [...patchedMap(large, [['new', 'n'] as const, ['k1', 'x'] as const]).keys()];
    expect([keys[0], keys[1], keys.at(-1)]).toEqual(['k0', 'k1', 'new']);
  });

  it('copies small maps, so that they are plain', () => {
    const small = patchedMap(new Map([['a', '1']]), [['b', '2']]);
    expect(small).toEqual(new Map(Object.entries({ a: '1', b: '2' })));
  });

  it('walks over nothing but the patch when one of many keys changes', () => {
    let walks = 0;
    class Watched extends Map<string, string> {
      override [Symbol.iterator]() {
        walks += 1;
        return super[Symbol.iterator]();
      }
      override keys() {
        walks += 1;
        return super.keys();
      }
    }
    const base = new Watched(large);
    const next = patchedMap(base, [['k7', 'x']]);
    expect(differingKeys(next, patchedMap(next, [['k9', 'y']]))).toEqual(['k9']);
    expect(walks).toBe(0);
  });
});

describe('differingKeys', () => {
  it('names the keys whose values differ, however the two maps came about', () => {
    fc.assert(
      fc.property(rounds, rounds, (left, right) => {
        const from = left.reduce<Numbered>((map, changes) => patchedMap(map, changes), large);
        const to = right.reduce<Numbered>((map, changes) => patchedMap(map, changes), from);
        const all = new Set([...from.keys(), ...to.keys()]);
        const expected = [...all].filter((key) => from.get(key) !== to.get(key));
        expect(differingKeys(from, to).sort()).toEqual(expected.sort());
        expect(differingKeys(large, to).length).toBe(differingKeys(to, large).length);
      }),
    );
  });
});
