/**
 * Reads /proc/net/ip_vs: virtual services of the kernel's own balancer, which takes packets before
 * any rule of ours routes them. Addresses stand there in hexadecimal (IPv6 in brackets). Pure.
 */
import { formatEndpoint, parseAddress } from '../../schemas/address.ts';
import type { Foreign } from '../../schemas/drift.ts';

/** One a virtual service; empty for what is no such listing. */
export function ipvsEntries(text: string): Foreign[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i): Foreign[] => {
    const service = /^(TCP|UDP|SCTP|FWM) +(\S+) +(\w+)/.exec(line);
    if (service === null) return [];
    const rest = lines.slice(i + 1);
    const next = rest.findIndex((other) => !other.startsWith('  ->'));
    const servers = next < 0 ? rest.length : next;
    const [, protocol = '', where = '', scheduler = ''] = service;
    const what = `${protocol} ${endpointText(where)} ${scheduler}, ${servers} real servers`;
    return [{ kind: 'ipvs', where: '/proc/net/ip_vs', what }];
  });
}

function endpointText(text: string): string {
  const v4 = /^([0-9A-F]{8}):([0-9A-F]{4})$/.exec(text);
  if (v4 !== null) {
    const octets = (v4[1] ?? '').match(/../g) ?? [];
    const address = octets.map((octet) => Number.parseInt(octet, 16)).join('.');
    return formatEndpoint(address, Number.parseInt(v4[2] ?? '', 16));
  }
  const v6 = /^\[([0-9a-f:]+)\]:([0-9A-F]{4})$/i.exec(text);
  const address = v6 === null ? undefined : parseAddress(v6[1] ?? '');
  return address === undefined ? text : formatEndpoint(address, Number.parseInt(v6?.[2] ?? '', 16));
}
