/**
 * Maps that are never changed, only followed by others: a patched map shares all but its changes
 * with the one it came from, so one change among 10,000 entries copies a few of them, and what
 * differs between two such maps is found without a walk over both. Pure.
 */

/** Below this a plain copy costs microseconds. */
const PLAIN_ENTRIES_MAX = 256;
/** A patch that outgrows this is merged into a new base: a walk once in so many changes. */
const PATCH_ENTRIES_MAX = 256;

/** A change of one key; undefined removes it. */
export type MapChange<K, V> = readonly [K, V | undefined];

/**
 * `map` after the changes. Neither it nor what it came from may be changed any more. New keys come
 * last; a key that is there keeps its place.
 */
export function patchedMap<K, V extends object | string>(
  map: ReadonlyMap<K, V>,
  changes: Iterable<MapChange<K, V>>,
): ReadonlyMap<K, V> {
  const isPatched = map instanceof PatchedMap;
  const base: ReadonlyMap<K, V> = isPatched ? map.base : map;
  const patch = new Map<K, V | undefined>(isPatched ? map.patch : []);
  for (const [key, value] of changes) patch.set(key, value);
  const result = new PatchedMap(base, patch);
  const stays = base.size > PLAIN_ENTRIES_MAX && patch.size <= PATCH_ENTRIES_MAX;
  return stays ? result : new Map(result);
}

/** Keys that have another value in `to` than in `from`, or are in one of them only. */
export function differingKeys<K, V>(from: ReadonlyMap<K, V>, to: ReadonlyMap<K, V>): K[] {
  if (from === to) return [];
  const differs = (key: K) => from.get(key) !== to.get(key);
  return [...candidates(from, to)].filter(differs);
}

/** All that can differ: with a base in common only what the patches name. */
function candidates<K, V>(from: ReadonlyMap<K, V>, to: ReadonlyMap<K, V>): Set<K> {
  const [left, right] = [partsOf(from), partsOf(to)];
  if (left.base === right.base) return new Set([...left.patch, ...right.patch]);
  return new Set([...from.keys(), ...to.keys()]);
}

function partsOf<K, V>(map: ReadonlyMap<K, V>): { base: ReadonlyMap<K, V>; patch: Iterable<K> } {
  return map instanceof PatchedMap
    ? { base: map.base, patch: map.patch.keys() }
    : { base: map, patch: [] };
}

class PatchedMap<K, V> implements ReadonlyMap<K, V> {
  readonly base: ReadonlyMap<K, V>;
  /** undefined: removed. */
  readonly patch: ReadonlyMap<K, V | undefined>;
  readonly size: number;

  constructor(base: ReadonlyMap<K, V>, patch: ReadonlyMap<K, V | undefined>) {
    this.base = base;
    this.patch = patch;
    let { size } = base;
    for (const [key, value] of patch) {
      size += (value === undefined ? 0 : 1) - (base.has(key) ? 1 : 0);
    }
    this.size = size;
  }

  get(key: K): V | undefined {
    return this.patch.has(key) ? this.patch.get(key) : this.base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): Generator<[K, V], undefined> {
    for (const [key, value] of this.base) {
      const now = this.patch.has(key) ? this.patch.get(key) : value;
      if (now !== undefined) yield [key, now];
    }
    for (const [key, value] of this.patch) {
      if (value !== undefined && !this.base.has(key)) yield [key, value];
    }
  }

  *keys(): Generator<K, undefined> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): Generator<V, undefined> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this);
  }

  [Symbol.iterator](): Generator<[K, V], undefined> {
    return this.entries();
  }
}
