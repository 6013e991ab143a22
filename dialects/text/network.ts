/**
 * Addresses and networks as keepalived and ipvsadm write them: with a prefix length, with a
 * dotted mask, as a range `a.b.c.1-10` or `A-B`. Results are canonical (schemas/address.ts).
 */
import {
  type Family,
  familyOf,
  type Prefix,
  parseAddress,
  parsePrefix,
} from '../../schemas/address.ts';

/** More than a /20 of addresses is no list of services. */
const RANGE_LENGTH_MAX = 4_096;

/** `1.1.0.0/16`, `1.1.0.0/255.255.0.0`; a lone address is a host. Host bits are cut off. */
export function readNetwork(text: string, mask?: string): Prefix | undefined {
  const slash = text.indexOf('/');
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  const family = familyOf(address);
  const lengthText = mask ?? (slash < 0 ? undefined : text.slice(slash + 1));
  const length = lengthText === undefined ? fullLength(family) : readMask(lengthText, family);
  if (length === undefined) return undefined;
  return { address: networkAddress(address, length, family), length, family };
}

/** A prefix length or a dotted mask of ones before zeros. */
export function readMask(text: string, family: Family): number | undefined {
  if (/^\d{1,3}$/.test(text)) {
    const length = Number(text);
    return length <= fullLength(family) ? length : undefined;
  }
  if (family !== 'ipv4' || parseAddress(text) === undefined) return undefined;
  const bits = text
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : undefined;
}

export function formatNetwork(prefix: Prefix): string {
  return `${prefix.address}/${prefix.length}`;
}

/** Whether every address of the second network is in the first, itself without host bits. */
export function networkContains(outer: Prefix, inner: Prefix): boolean {
  return outer.length <= inner.length && holdsAddress(outer, inner.address);
}

/** Whether a canonical address is in the network, itself without host bits. */
export function holdsAddress(
  { address: network, length, family }: Prefix,
  address: string,
): boolean {
  if (familyOf(address) !== family) return false;
  if (family === 'ipv6') return networkAddress(address, length, family) === network;
  return ((toNumber32(address) ^ toNumber32(network)) & mask32(length)) === 0;
}

/**
 * The addresses of one entry of a list: an address, `a.b.c.1-10`, `2001::1-a`, `A-B`. The prefix
 * length of an interface address is dropped. Undefined when it is none or too long a range.
 */
export function readAddresses(text: string): string[] | undefined {
  const plain = parsePrefix(text)?.address ?? parseAddress(text);
  if (plain !== undefined) return [plain];
  const range = /^(.+)-([0-9a-fA-F.:]+)$/.exec(text);
  const first = parseAddress(range?.[1] ?? '');
  const lastText = range?.[2] ?? '';
  if (first === undefined || range === null) return undefined;
  if (lastText.includes('.') || lastText.includes(':')) return addressesBetween(first, lastText);
  const separator = familyOf(first) === 'ipv4' ? '.' : ':';
  const base = (range[1] ?? '').slice(0, (range[1] ?? '').lastIndexOf(separator) + 1);
  return addressesBetween(first, `${base}${lastText}`);
}

function addressesBetween(first: string, lastText: string): string[] | undefined {
  const last = parseAddress(lastText);
  if (last === undefined || familyOf(last) !== familyOf(first)) return undefined;
  const family = familyOf(first);
  const from = toNumber(first);
  const count = toNumber(last) - from + 1n;
  if (count < 1n || count > BigInt(RANGE_LENGTH_MAX)) return undefined;
  return Array.from({ length: Number(count) }, (_, at) => fromNumber(from + BigInt(at), family));
}

function fullLength(family: Family): number {
  return family === 'ipv4' ? 32 : 128;
}

/** The network of so many bits that a canonical address is in. */
export function networkAround(address: string, length: number): Prefix {
  const family = familyOf(address);
  return { address: networkAddress(address, length, family), length, family };
}

function networkAddress(address: string, length: number, family: Family): string {
  if (length === fullLength(family)) return address;
  if (family === 'ipv4') return dotted(toNumber32(address) & mask32(length));
  const shift = BigInt(128 - length);
  return fromNumber((toNumber(address) >> shift) << shift, family);
}

/** A shift by 32 would be one by 0. */
function mask32(length: number): number {
  return length === 0 ? 0 : -1 << (32 - length);
}

/** Small numbers where they do: most addresses are IPv4, and big ones take ten times as long. */
function toNumber32(address: string): number {
  let value = 0;
  let octet = 0;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code === DOT) {
      value = (value << 8) | octet;
      octet = 0;
    } else octet = octet * 10 + code - ZERO;
  }
  return (value << 8) | octet;
}

const DOT = 46;
const ZERO = 48;

function dotted(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

function toNumber(address: string): bigint {
  if (familyOf(address) === 'ipv4') return BigInt(toNumber32(address) >>> 0);
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

function fromNumber(value: bigint, family: Family): string {
  if (family === 'ipv4') return dotted(Number(value));
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((value >> BigInt(16 * (7 - at))) & 0xffffn).toString(16),
  );
  const text = groups.join(':');
  return parseAddress(text) ?? text;
}
