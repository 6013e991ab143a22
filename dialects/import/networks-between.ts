/** A range of addresses as the fewest networks that hold just these. */
import ipaddr from 'ipaddr.js';
import { familyOf, parseAddress } from '../../schemas/address.ts';

/** A zone holds so many networks at most (schemas/limits.ts); longer lists are no range any more. */
const NETWORKS_MAX = 256;

/** `10.0.0.1-10.0.0.9`, or one address; undefined when it is none. */
export function networksBetween(text: string): string[] | undefined {
  const [firstText = '', lastText = firstText] = text.split('-');
  const [first, last] = [parseAddress(firstText), parseAddress(lastText)];
  if (first === undefined || last === undefined || familyOf(first) !== familyOf(last)) {
    return undefined;
  }
  const bits = familyOf(first) === 'ipv4' ? 32n : 128n;
  let from = numberOf(first);
  const to = numberOf(last);
  const networks: string[] = [];
  while (from <= to && networks.length < NETWORKS_MAX) {
    let size = 0n;
    // The largest block that begins here and does not go beyond the end.
    while (size < bits && (from & ((1n << (size + 1n)) - 1n)) === 0n) {
      if (from + (1n << (size + 1n)) - 1n > to) break;
      size += 1n;
    }
    networks.push(`${textOf(from, bits)}/${bits - size}`);
    from += 1n << size;
  }
  return from > to && networks.length > 0 ? networks : undefined;
}

function numberOf(address: string): bigint {
  return ipaddr
    .parse(address)
    .toByteArray()
    .reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function textOf(value: bigint, bits: bigint): string {
  const bytes = Array.from({ length: Number(bits / 8n) }, (_, at) =>
    Number((value >> (bits - 8n * BigInt(at + 1))) & 255n),
  );
  const text = ipaddr.fromByteArray(bytes).toString();
  return parseAddress(text) ?? text;
}
