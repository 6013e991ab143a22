/**
 * IP addresses and prefixes in canonical text form (RFC 5952 for IPv6), so that equal addresses
 * are equal strings everywhere: in keys, in digests and in the kernel's answers.
 */
import ipaddr from 'ipaddr.js';

export type Family = 'ipv4' | 'ipv6';

export interface Prefix {
  readonly address: string;
  readonly length: number;
  readonly family: Family;
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^(?:${OCTET}\\.){3}${OCTET}$`);
/** No zone, and nothing that the library would throw an error for: that costs it dearly. */
const IPV6_CHARACTERS = /^[\da-f.]*:[\da-f:.]*$/i;

/** Canonical text of an address, or undefined when the text is none. Dotted IPv4 in full only. */
export function parseAddress(text: string): string | undefined {
  // Imports read millions of these: what is IPv4 in decimal is canonical as it stands.
  if (IPV4.test(text)) return text;
  if (!IPV6_CHARACTERS.test(text) || !ipaddr.IPv6.isValid(text)) return undefined;
  return ipaddr.IPv6.parse(text).toRFC5952String();
}

/** An address with a prefix length (`10.0.0.1/24`), host bits kept; undefined when it is none. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (address === undefined || !/^\d{1,3}$/.test(digits)) return undefined;
  const family = familyOf(address);
  const length = Number(digits);
  return length <= (family === 'ipv4' ? 32 : 128) ? { address, length, family } : undefined;
}

/** The family of a canonical address. */
export function familyOf(address: string): Family {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}

/** Whether a canonical address lies inside the network that the prefix names. */
export function prefixContains(prefix: Prefix, address: string): boolean {
  const parsed = ipaddr.parse(address);
  const network = ipaddr.parse(prefix.address);
  if (parsed.kind() !== network.kind()) return false;
  return parsed.match(network as never, prefix.length);
}

/** The network that a prefix lies in, as text without host bits: `10.0.0.0/24`. */
export function networkOf({ address, length, family }: Prefix): string {
  const parsed =
    family === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${length}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${length}`);
  return `${parseAddress(parsed.toString())}/${length}`;
}

/** `10.0.0.1:80` or `[2001::1]:80`. */
export function formatEndpoint(address: string, port: number): string {
  return familyOf(address) === 'ipv6' ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The full-length prefix of one address: `/32` or `/128`. */
export function hostPrefix(address: string): string {
  return `${address}/${familyOf(address) === 'ipv4' ? 32 : 128}`;
}
