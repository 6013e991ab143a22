/** Addresses and ports as /proc/net/ip_vs prints them: `C0A86854:2710`, `[2001:0db8:..]:0050`. */
import { parseAddress } from '../../schemas/address.ts';

/** `C0A86762` is 192.168.103.98. */
export function readHexAddress(text: string): string | undefined {
  if (/^[0-9A-Fa-f]{8}$/.test(text)) {
    return [0, 2, 4, 6].map((at) => Number.parseInt(text.slice(at, at + 2), 16)).join('.');
  }
  return text.includes(':') ? parseAddress(text.replace(/^\[|\]$/g, '')) : undefined;
}

export function readHexPort(text: string): number | undefined {
  return /^[0-9A-Fa-f]{4}$/.test(text) ? Number.parseInt(text, 16) : undefined;
}
