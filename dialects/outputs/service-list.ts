/**
 * `ipvsadm -ln`, `--stats`, `--rate` and /proc/net/ip_vs of every flavour: services with their
 * real servers. Which columns there are comes from the header, so a listing without counters, or
 * with Alibaba's extra one, is read right.
 */
import type { Finding } from '../finding.ts';
import { readEndpoint } from '../text/endpoint.ts';
import type { SourceText } from '../text/span.ts';
import { readHexAddress, readHexPort } from './hex-address.ts';
import {
  type OutputLine,
  type OutputOptions,
  outputLines,
  readCount,
  unreadLine,
} from './listing.ts';

export interface ServiceList {
  readonly version?: string;
  /** Buckets of the connection table. */
  readonly tableSize?: number;
  readonly services: readonly ListedService[];
  readonly findings: readonly Finding[];
}

export interface ListedService {
  readonly key:
    | {
        readonly kind: 'address';
        readonly protocol: string;
        readonly address: string;
        readonly port: number;
      }
    | { readonly kind: 'fwmark'; readonly mark: number; readonly isIpv6: boolean }
    | { readonly kind: 'match'; readonly match: string };
  readonly scheduler?: string;
  /** Alibaba v3: seconds that an established connection is kept. */
  readonly establishedSeconds?: number;
  readonly persistenceSeconds?: number;
  readonly flags: readonly string[];
  /** In the order of the header of `--stats` or `--rate`. */
  readonly counters?: readonly number[];
  readonly servers: readonly ListedServer[];
}

export interface ListedServer {
  readonly address: string;
  readonly port: number;
  readonly forwarding?: 'nat' | 'dr' | 'tun' | 'local' | 'fullnat' | 'snat';
  readonly weight?: number;
  readonly activeConnections?: number;
  readonly inactiveConnections?: number;
  /** DPVS: `inhibited`, `overload`. */
  readonly flags: readonly string[];
  readonly counters?: readonly number[];
}

const FORWARDING: Readonly<Record<string, NonNullable<ListedServer['forwarding']>>> = {
  Masq: 'nat',
  Route: 'dr',
  Tunnel: 'tun',
  Local: 'local',
  FullNat: 'fullnat',
  SNAT: 'snat',
};

interface Columns {
  hasCounters: boolean;
  hasEstablished: boolean;
}

export function readServiceList(source: SourceText, options: OutputOptions = {}): ServiceList {
  const findings: Finding[] = [];
  const services: (ListedService & { servers: ListedServer[] })[] = [];
  const head: { version?: string; tableSize?: number } = {};
  const columns: Columns = { hasCounters: false, hasEstablished: false };
  for (const line of outputLines(source, options)) {
    if (readHead(line, head, columns)) continue;
    const server = line.fields[0] === '->' ? readServer(line.fields.slice(1), columns) : undefined;
    const service = server === undefined ? readService(line.fields, columns) : undefined;
    const owner = services.at(-1);
    if (service !== undefined) services.push({ ...service, servers: [] });
    else if (server !== undefined && owner !== undefined) owner.servers.push(server);
    else findings.push(unreadLine(line));
  }
  return { ...head, services, findings };
}

function readHead(
  { fields, text }: OutputLine,
  head: { version?: string; tableSize?: number },
  columns: Columns,
): boolean {
  const version = /^IP Virtual Server version (\S+) \(size=(\d+)\)/.exec(text);
  if (version !== null) {
    head.version = version[1] ?? '';
    head.tableSize = Number(version[2]);
    return true;
  }
  if (fields[0] === 'Prot') {
    columns.hasCounters = fields.includes('Conns') || fields.includes('CPS');
    columns.hasEstablished = fields.some((field) => field.startsWith('Established'));
    return true;
  }
  return fields[0] === '->' && (fields[1]?.startsWith('RemoteAddress') ?? false);
}

function readService(
  fields: readonly string[],
  columns: Columns,
): Omit<ListedService, 'servers'> | undefined {
  const [word = '', name = '', ...all] = fields;
  if (word === 'MATCH') {
    const match = { kind: 'match', match: name } as const;
    return { key: match, ...flagsOf(all, columns) };
  }
  if (word === 'FWM') {
    if (!/^[0-9A-Fa-f]{1,10}$/.test(name)) return undefined;
    const isIpv6 = all[0] === 'IPv6';
    // /proc prints eight hexadecimal digits, ipvsadm a decimal number.
    const mark = name.length === 8 ? Number.parseInt(name, 16) : Number(name);
    if (!Number.isInteger(mark)) return undefined;
    return {
      key: { kind: 'fwmark', mark, isIpv6 },
      ...flagsOf(isIpv6 ? all.slice(1) : all, columns),
    };
  }
  const endpoint = readListedEndpoint(name);
  if (!/^[A-Za-z][A-Za-z0-9]{1,7}$/.test(word) || endpoint === undefined) return undefined;
  const key = { kind: 'address', protocol: word.toLowerCase(), ...endpoint } as const;
  return { key, ...flagsOf(all, columns) };
}

function flagsOf(all: readonly string[], columns: Columns): Omit<ListedService, 'servers' | 'key'> {
  if (columns.hasCounters) return { flags: [], counters: countersOf(all) };
  const [scheduler, ...behind] = all;
  const established = columns.hasEstablished ? readCount(behind[0] ?? '') : undefined;
  const flags = established === undefined ? behind : behind.slice(1);
  const at = flags.indexOf('persistent');
  const seconds = at < 0 ? undefined : readCount(flags[at + 1] ?? '');
  return {
    flags,
    ...(scheduler === undefined ? {} : { scheduler }),
    ...(established === undefined ? {} : { establishedSeconds: established }),
    ...(seconds === undefined ? {} : { persistenceSeconds: seconds }),
  };
}

function readServer(fields: readonly string[], columns: Columns): ListedServer | undefined {
  const [name = '', ...rest] = fields;
  const endpoint = readListedEndpoint(name);
  if (endpoint === undefined) return undefined;
  if (columns.hasCounters) return { ...endpoint, flags: [], counters: countersOf(rest) };
  const [method = '', weightText = '', active = '', inactive = '', ...flags] = rest;
  const forwarding = FORWARDING[method];
  const weight = readCount(weightText);
  const activeConnections = readCount(active);
  const inactiveConnections = readCount(inactive);
  return {
    ...endpoint,
    flags: flags.flatMap((flag) => flag.split(',')),
    ...(forwarding === undefined ? {} : { forwarding }),
    ...(weight === undefined ? {} : { weight }),
    ...(activeConnections === undefined ? {} : { activeConnections }),
    ...(inactiveConnections === undefined ? {} : { inactiveConnections }),
  };
}

function countersOf(fields: readonly string[]): number[] {
  return fields.flatMap((field) => readCount(field) ?? []);
}

/** Decimal as ipvsadm prints it or hexadecimal as /proc does; a missing port is 0. */
function readListedEndpoint(text: string): { address: string; port: number } | undefined {
  const hex = /^([0-9A-Fa-f]{8}|\[[0-9A-Fa-f:]{39}\]):([0-9A-Fa-f]{4})$/.exec(text);
  if (hex !== null) {
    const address = readHexAddress(hex[1] ?? '');
    const port = readHexPort(hex[2] ?? '');
    return address === undefined || port === undefined ? undefined : { address, port };
  }
  const endpoint = readEndpoint(text);
  return endpoint && { address: endpoint.address, port: endpoint.port ?? 0 };
}
