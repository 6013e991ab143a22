/**
 * `ipvsadm -lnc` and /proc/net/ip_vs_conn of every flavour. Alibaba's tool reads the kernel's four
 * pairs as three, so its columns are shifted: what it calls the state is the real server's address
 * in hexadecimal, its destination is the local address, its time is the decimal digits that begin
 * the port. Such rows are put right here and never shown as printed.
 */
import type { Finding } from '../finding.ts';
import { readEndpoint } from '../text/endpoint.ts';
import type { SourceText } from '../text/span.ts';
import { readHexAddress, readHexPort } from './hex-address.ts';
import { type OutputOptions, outputLines, unreadLine } from './listing.ts';
import type { ListedServer, ServiceList } from './service-list.ts';

export interface ListedEndpoint {
  readonly address: string;
  /** Absent when the listing does not tell it. */
  readonly port?: number;
}

export interface ListedConnection {
  readonly protocol: string;
  readonly client: ListedEndpoint;
  readonly virtual: ListedEndpoint;
  /** The source address towards the real server: FULLNAT and SNAT only. */
  readonly local?: ListedEndpoint;
  readonly server: ListedEndpoint;
  /** Absent when the listing does not tell it. */
  readonly state?: string;
  readonly expiresSeconds?: number;
  /** DPVS: the worker that has the connection. */
  readonly lcore?: number;
}

/** `services` tell the ports of real servers where the listing is a shifted one. */
export function readConnectionList(
  source: SourceText,
  services?: ServiceList,
  options: OutputOptions = {},
): { connections: ListedConnection[]; findings: Finding[] } {
  const connections: ListedConnection[] = [];
  const findings: Finding[] = [];
  const known = serversByService(services);
  let hasLocal = false;
  for (const line of outputLines(source, options)) {
    const { fields } = line;
    if (/^pro$/i.test(fields[0] ?? '')) {
      hasLocal = fields.includes('LocalIP');
      continue;
    }
    if (line.text.startsWith('IPVS connection entries')) continue;
    const connection = readConnection(fields, hasLocal, known);
    if (connection === undefined) findings.push(unreadLine(line));
    else connections.push(connection);
  }
  return { connections, findings };
}

/** Which tool printed the line is seen by its first two fields. */
function readConnection(
  fields: readonly string[],
  hasLocal: boolean,
  known: KnownServers,
): ListedConnection | undefined {
  const [head = '', second = ''] = fields;
  if (head.startsWith('[')) return readDpvs(fields);
  const clock = readClock(second);
  if (clock === undefined) return readProc(fields, hasLocal);
  return readShifted(fields, clock, known) ?? readStock(fields, clock);
}

/** `TCP 14:57 ESTABLISHED client vip rs`. */
function readStock(
  fields: readonly string[],
  expiresSeconds: number,
): ListedConnection | undefined {
  const [protocol = '', , state = '', ...pairs] = fields;
  const [client, virtual, server] = pairs.map(readEndpoint);
  if (!client || !virtual || !server) return undefined;
  return { protocol: protocol.toLowerCase(), client, virtual, server, state, expiresSeconds };
}

/** `TCP 04:30 C0A86762 client vip lip:lport`. */
function readShifted(
  fields: readonly string[],
  digits: number,
  known: KnownServers,
): ListedConnection | undefined {
  const [protocol = '', , state = '', ...pairs] = fields;
  if (!/^[0-9A-F]{8}$/.test(state)) return undefined;
  const address = readHexAddress(state);
  const [client, virtual, local] = pairs.map(readEndpoint);
  if (address === undefined || !client || !virtual || !local) return undefined;
  const name = protocol.toLowerCase();
  const servers = known.get(serviceName(name, virtual)) ?? [];
  const port = shiftedPort(servers, address, digits);
  const server = port === undefined ? { address } : { address, port };
  return { protocol: name, client, virtual, local, server };
}

/** Looked up for each connection, of which there are many more than services. */
type KnownServers = ReadonlyMap<string, readonly ListedServer[]>;

function serversByService(list: ServiceList | undefined): KnownServers {
  const known = new Map<string, ListedServer[]>();
  for (const { key, servers } of list?.services ?? []) {
    if (key.kind !== 'address') continue;
    const name = serviceName(key.protocol, key);
    known.set(name, [...(known.get(name) ?? []), ...servers]);
  }
  return known;
}

function serviceName(protocol: string, { address, port }: ListedEndpoint): string {
  return `${protocol} ${address} ${port}`;
}

/** The port of the server whose hexadecimal form begins with the digits that were read as time. */
function shiftedPort(
  servers: readonly ListedServer[],
  address: string,
  digits: number,
): number | undefined {
  const ports = servers
    .filter((server) => server.address === address)
    .map(({ port }) => port)
    .filter((port) => {
      const hex = port.toString(16).padStart(4, '0');
      return Number(/^\d*/.exec(hex)?.[0] ?? '') === digits;
    });
  return ports.length === 1 ? ports[0] : undefined;
}

/** `[2]tcp 7s TIME_WAIT client vip lip rs`. */
function readDpvs(fields: readonly string[]): ListedConnection | undefined {
  const [head = '', expire = '', state = '', ...pairs] = fields;
  const found = /^\[(\d+)\]([a-z0-9-]+)$/.exec(head);
  const seconds = /^(\d+)s$/.exec(expire);
  const [client, virtual, local, server] = pairs.map(readEndpoint);
  if (found === null || seconds === null || !client || !virtual || !local || !server) {
    return undefined;
  }
  return {
    protocol: found[2] ?? '',
    client,
    virtual,
    local,
    server,
    state,
    expiresSeconds: Number(seconds[1]),
    lcore: Number(found[1]),
  };
}

/** `TCP C0A80101 D431 C0A80102 0050 [LIP LPRT] C0A80103 0050 ESTABLISHED 899`. */
function readProc(fields: readonly string[], hasLocal: boolean): ListedConnection | undefined {
  const [protocol = '', ...rest] = fields;
  const count = hasLocal ? 4 : 3;
  const pairs = Array.from({ length: count }, (_, at): ListedEndpoint | undefined => {
    const address = readHexAddress(rest[at * 2] ?? '');
    const port = readHexPort(rest[at * 2 + 1] ?? '');
    return address === undefined || port === undefined ? undefined : { address, port };
  });
  const [client, virtual] = pairs;
  const local = hasLocal ? pairs[2] : undefined;
  const server = pairs[count - 1];
  const state = rest[count * 2];
  const expires = rest[count * 2 + 1] ?? '';
  if (!client || !virtual || !server || state === undefined || !/^\d+$/.test(expires)) {
    return undefined;
  }
  return {
    protocol: protocol.toLowerCase(),
    client,
    virtual,
    server,
    state,
    expiresSeconds: Number(expires),
    ...(local === undefined ? {} : { local }),
  };
}

/** `04:30` in seconds. */
function readClock(text: string): number | undefined {
  const found = /^(\d{1,6}):(\d{2})$/.exec(text);
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2]);
}
