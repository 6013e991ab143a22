/**
 * `dpip addr|route|link show`: what is on the ports of a DPVS. Routes that an address brings with
 * it (scope host) are marked, so that nobody takes them for drift.
 */
import { parseAddress, parsePrefix } from '../../schemas/address.ts';
import type { Finding } from '../finding.ts';
import type { SourceText } from '../text/span.ts';
import { type OutputOptions, outputLines, readCount, unreadLine } from './listing.ts';

export interface ShownAddress {
  readonly address: string;
  readonly prefixLength: number;
  readonly scope: string;
  readonly device: string;
  /** With `-s`, only on local addresses: source ports in use and free. */
  readonly portsUsed?: number;
  readonly portsFree?: number;
}

export interface ShownRoute {
  readonly family: 'ipv4' | 'ipv6';
  readonly address: string;
  readonly prefixLength: number;
  readonly via?: string;
  readonly device: string;
  readonly scope: string;
  readonly mtu?: number;
  /** It comes with an address and goes with it. */
  readonly isAutomatic: boolean;
}

export interface ShownLink {
  readonly device: string;
  readonly mtu: number;
  readonly rxQueues: number;
  readonly txQueues: number;
  readonly isUp: boolean;
  readonly speedMbps?: number;
  readonly hardwareAddress?: string;
  readonly flags: readonly string[];
}

export function readShownAddresses(
  source: SourceText,
  options: OutputOptions = {},
): { addresses: ShownAddress[]; findings: Finding[] } {
  const addresses: ShownAddress[] = [];
  const findings: Finding[] = [];
  for (const line of outputLines(source, options)) {
    const fields = /^\[\d+\]$/.test(line.fields[0] ?? '') ? line.fields.slice(1) : line.fields;
    const used = readCount(valueAfter(fields, 'sa_used') ?? '');
    const free = readCount(valueAfter(fields, 'sa_free') ?? '');
    const ports = {
      ...(used === undefined ? {} : { portsUsed: used }),
      ...(free === undefined ? {} : { portsFree: free }),
    };
    const last = addresses.at(-1);
    if (fields[0] === 'valid_lft' && last !== undefined) {
      addresses[addresses.length - 1] = { ...last, ...ports };
      continue;
    }
    const prefix = readDestination(fields);
    const scope = valueAfter(fields, 'scope');
    const device = fields[fields.indexOf('scope') + 2];
    if (prefix === undefined || scope === undefined || device === undefined) {
      findings.push(unreadLine(line));
    } else addresses.push({ ...prefix, scope, device, ...ports });
  }
  return { addresses, findings };
}

export function readShownRoutes(
  source: SourceText,
  options: OutputOptions = {},
): { routes: ShownRoute[]; findings: Finding[] } {
  const routes: ShownRoute[] = [];
  const findings: Finding[] = [];
  for (const line of outputLines(source, options)) {
    const { fields } = line;
    const family = fields[0] === 'inet6' ? 'ipv6' : 'ipv4';
    const prefix = readDestination(fields);
    const device = valueAfter(fields, 'dev');
    if (prefix === undefined || device === undefined) {
      findings.push(unreadLine(line));
      continue;
    }
    const via = parseAddress(valueAfter(fields, 'via') ?? '');
    const mtu = readCount(valueAfter(fields, 'mtu') ?? '');
    const scope = valueAfter(fields, 'scope') ?? 'global';
    routes.push({
      family,
      ...prefix,
      device,
      scope,
      isAutomatic: scope === 'host',
      ...(via === undefined || via === '0.0.0.0' || via === '::' ? {} : { via }),
      ...(mtu === undefined ? {} : { mtu }),
    });
  }
  return { routes, findings };
}

export function readShownLinks(
  source: SourceText,
  options: OutputOptions = {},
): { links: ShownLink[]; findings: Finding[] } {
  const links: ShownLink[] = [];
  const findings: Finding[] = [];
  for (const line of outputLines(source, options)) {
    const { fields, text } = line;
    const head = /^\d+: (\S+): socket \d+ mtu (\d+) rx-queue (\d+) tx-queue (\d+)/.exec(text);
    const last = links.at(-1);
    if (head !== null) {
      const [mtu = 0, rxQueues = 0, txQueues = 0] = head.slice(2).map(Number);
      links.push({ device: head[1] ?? '', mtu, rxQueues, txQueues, isUp: false, flags: [] });
    } else if (last === undefined) findings.push(unreadLine(line));
    else if (fields[0] === 'UP' || fields[0] === 'DOWN') {
      const speed = fields[2] === 'Mbps' ? readCount(fields[1] ?? '') : undefined;
      links[links.length - 1] = {
        ...last,
        isUp: fields[0] === 'UP',
        flags: fields.slice(speed === undefined ? 1 : 3),
        ...(speed === undefined ? {} : { speedMbps: speed }),
      };
    } else if (fields[0] === 'addr' && fields[1] !== undefined) {
      links[links.length - 1] = { ...last, hardwareAddress: fields[1] };
    }
    // Packet counters of `-s` follow; they are telemetry, not configuration.
  }
  return { links, findings };
}

function valueAfter(fields: readonly string[], key: string): string | undefined {
  const at = fields.indexOf(key);
  return at < 0 ? undefined : fields[at + 1];
}

function readDestination(fields: readonly string[]) {
  const [family, text = ''] = fields;
  if (family !== 'inet' && family !== 'inet6') return undefined;
  if (text === 'default') {
    return { address: family === 'inet6' ? '::' : '0.0.0.0', prefixLength: 0 };
  }
  const prefix = parsePrefix(text);
  return prefix && { address: prefix.address, prefixLength: prefix.length };
}
