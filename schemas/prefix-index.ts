/**
 * Networks by what they contain: which of many known networks cover a given one, without a walk
 * over all of them. A question costs one look-up for each prefix length that occurs.
 */
import { type Family, familyOf, networkOf, parsePrefix } from './address.ts';

export interface PrefixIndex<T> {
  /** `network` is an address or a prefix; host bits do not count. */
  add(network: string, value: T): void;
  /** Values of every known network that contains all of this one, the widest first. */
  covering(network: string): T[];
}

export function createPrefixIndex<T>(): PrefixIndex<T> {
  const lengths: Record<Family, Map<number, Map<string, T[]>>> = {
    ipv4: new Map(),
    ipv6: new Map(),
  };
  return {
    add: (network, value) => {
      const prefix = asPrefix(network);
      const known = lengths[prefix.family];
      const atLength = known.get(prefix.length) ?? new Map<string, T[]>();
      known.set(prefix.length, atLength);
      const key = networkOf(prefix);
      const values = atLength.get(key);
      if (values === undefined) atLength.set(key, [value]);
      else values.push(value);
    },
    covering: (network) => {
      const prefix = asPrefix(network);
      const known = [...lengths[prefix.family]].filter(([length]) => length <= prefix.length);
      return known
        .sort(([a], [b]) => a - b)
        .flatMap(([length, atLength]) => atLength.get(networkOf({ ...prefix, length })) ?? []);
    },
  };
}

function asPrefix(text: string) {
  const prefix = parsePrefix(text);
  if (prefix !== undefined) return prefix;
  const family = familyOf(text);
  return { address: text, length: family === 'ipv4' ? 32 : 128, family };
}
