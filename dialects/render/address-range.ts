/** Ranges of addresses as tools write them: `A-B`. */
import ipaddr from 'ipaddr.js';
import { parseAddress, parsePrefix } from '../../schemas/address.ts';

/** First and last address of a network: `10.0.0.0-10.0.0.255`; undefined when it is none. */
export function networkRange(network: string): string | undefined {
  const prefix = parsePrefix(network);
  if (prefix === undefined) return undefined;
  const bytes = ipaddr.parse(prefix.address).toByteArray();
  const last = bytes.map((byte, at) => {
    const free = Math.min(8, Math.max(0, (at + 1) * 8 - prefix.length));
    return byte | (2 ** free - 1);
  });
  return `${prefix.address}-${parseAddress(ipaddr.fromByteArray(last).toString())}`;
}

/** The addresses as one range without gaps; undefined when they are none. In any order. */
export function addressRange(addresses: readonly string[]): string | undefined {
  const numbers = addresses.map((text) => ({ text, value: numberOf(text) }));
  numbers.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isWhole = last.value - first.value === BigInt(numbers.length - 1);
  return isWhole ? `${first.text}-${last.text}` : undefined;
}

/** Equal addresses are a gap: they are given once. */
function numberOf(address: string): bigint {
  const bytes = ipaddr.parse(address).toByteArray();
  return bytes.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
}
