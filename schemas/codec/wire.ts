/**
 * The three places where a value and its protobuf message differ in shape: tagged unions (a
 * `oneof` on the wire), maps of lists (protobuf has no repeated map values), and resources. Maps
 * are written in key order, so equal values are equal bytes.
 */
import type { Plain } from './migrate.ts';

const lowerFirst = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);

/** `{type: 'HealthChanged', ...rest}` -> `{healthChanged: rest}`. */
export function unionToWire(value: Plain, tag = 'type'): Plain {
  const { [tag]: word, ...rest } = value;
  return { [lowerFirst(String(word))]: rest };
}

/** The way back: the one known arm that is present in the wire object. */
export function unionFromWire(wire: Plain, arms: readonly string[], tag = 'type'): Plain {
  for (const arm of arms) {
    const field = wire[lowerFirst(arm)];
    if (field !== undefined) return { [tag]: arm, ...(field as Plain) };
  }
  throw new Error(`none of ${arms.join(', ')}`);
}

/** Without the arms of a union, which `unionFromWire` has taken. */
export function withoutArms(wire: Plain, arms: readonly string[]): Plain {
  const taken = new Set(arms.map(lowerFirst));
  return Object.fromEntries(Object.entries(wire).filter(([key]) => !taken.has(key)));
}

/**
 * The value with the keys of every map in it in order: protobufjs writes fields by number, but
 * the entries of a map as they come.
 */
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, field]) => [key, inKeyOrder(field)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sortedMap<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function listsToWire(map: Readonly<Record<string, readonly string[]>>): Plain {
  const entries = Object.entries(sortedMap(map));
  return Object.fromEntries(entries.map(([key, values]) => [key, { values }]));
}

export function listsFromWire(wire: unknown): Record<string, unknown> {
  const entries = Object.entries((wire ?? {}) as Record<string, Plain>);
  return Object.fromEntries(entries.map(([key, list]) => [key, list['values'] ?? []]));
}
