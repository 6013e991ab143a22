/** Virtual services of keepalived.conf: listeners, real servers, checks, how they are served. */
import { parseAddress } from '../../schemas/address.ts';
import { type Forwarding, SCHEDULERS } from '../../schemas/capabilities.ts';
import { LISTENERS_PER_SERVICE_MAX } from '../../schemas/limits.ts';
import { isForkOf122 } from '../flavour.ts';
import { childrenNamed, childrenOf, type Statement } from '../keepalived/tree.ts';
import { readAddresses, readMask } from '../text/network.ts';
import { dropUndefined, optional } from '../text/optional.ts';
import type { AddressLists } from './address-lists.ts';
import type {
  Director,
  ImportContext,
  PoolDraft,
  RealServerDraft,
  ServiceDraft,
} from './director.ts';
import { Target } from './ledger.ts';
import { type Listener, partsOf } from './listeners.ts';
import { checksOf, readCheck, type Surroundings } from './read-check.ts';
import {
  isSwitchedOn,
  lastOf,
  type Reading,
  readValue,
  textOf,
  wholeIn,
} from './statement-values.ts';

/** Blocks of the root that services name. */
export interface NamedBlocks {
  readonly groups: ReadonlyMap<string, Statement>;
  readonly pools: ReadonlyMap<string, PoolDraft>;
  readonly lists: AddressLists;
}

/** One or, where its addresses and ports are no product or of two families, several services. */
export function readService(
  block: Statement,
  named: NamedBlocks,
  director: Director,
  context: ImportContext,
): void {
  const { ledger } = context;
  const listening = listenersOf(block, named, context);
  if (typeof listening === 'string') {
    ledger.refused(block, listening);
    return;
  }
  const protocolWord = lastOf(context, block, 'protocol');
  const protocol = protocolWord?.words[1]?.text.toLowerCase() ?? 'tcp';
  if (protocol !== 'tcp' && protocol !== 'udp') {
    ledger.refused(block, `no dataplane here balances ${protocol}`);
    return;
  }
  for (const part of partsOf(listening.listeners, listening.marks, LISTENERS_PER_SERVICE_MAX)) {
    const target = new Target('VirtualService');
    const reading = { context, block, target };
    ledger.mapped(block, target, part.mark === undefined ? 'spec.vips' : 'spec.fwmark');
    for (const { source } of part.listeners) ledger.mapped(source, target, 'spec.vips');
    for (const source of part.sources) ledger.mapped(source, target, 'spec.fwmark');
    if (listening.group !== undefined) ledger.mapped(listening.group, target, 'metadata.name');
    if (protocolWord !== undefined) ledger.mapped(protocolWord, target, 'spec.protocol');
    const name = `${listening.name(protocol)}${part.suffix}`;
    const only = new Set(part.listeners.map(({ port }) => port));
    const [port] = only.size === 1 ? only : [];
    const servers = readServers(reading, director, port);
    const draft: ServiceDraft = {
      target,
      name,
      source: block,
      listeners: part.listeners,
      protocol,
      ...optional('fwmark', part.mark),
      fields: {
        ...howServed(reading, named),
        ...(protocol === 'tcp' ? {} : onePacket(reading)),
        ...servers.fields,
      },
      realServers: servers.list,
      ...servers.forwarding,
    };
    const pool = readPool(reading, named, draft.forwarding);
    director.services.push({ ...draft, ...optional('pool', pool) });
  }
}

interface Listening {
  readonly listeners: readonly Listener[];
  readonly marks: readonly { readonly mark: number; readonly source: Statement }[];
  readonly group?: Statement;
  name(protocol: string): string;
}

/** What it listens on; a text says why that cannot be taken over. */
function listenersOf(
  block: Statement,
  { groups }: NamedBlocks,
  { ledger }: ImportContext,
): Listening | string {
  const [first, second] = block.words.slice(1).map(({ text }) => text);
  if (first === 'match') return 'a match service that translates no sources';
  if (first === 'fwmark') {
    const mark = Number(second);
    if (!/^\d{1,10}$/.test(second ?? '') || mark === 0)
      return `${second ?? ''} is no firewall mark`;
    return { listeners: [], marks: [{ mark, source: block }], name: () => `fwmark-${mark}` };
  }
  if (first === 'group') {
    const group = groups.get(second ?? '');
    if (group === undefined) return `there is no virtual_server_group ${second ?? ''}`;
    const read = childrenOf(group).map((line) => groupLine(line));
    for (const { refusal, line } of read) if (refusal) ledger.refused(line, refusal);
    const listeners = read.flatMap((line) => line.listeners);
    const marks = read.flatMap((line) => line.marks);
    if (listeners.length + marks.length === 0) return 'its group has nothing to listen on';
    return { listeners, marks, group, name: () => second ?? '' };
  }
  const address = parseAddress(first ?? '');
  if (address === undefined) return `${first ?? ''} is no address`;
  const port = Number(second ?? 0);
  if (!(port >= 1 && port <= 65_535)) return 'a service has ports of its own: 0 is none';
  const listeners = [{ address, port, source: block }];
  return { listeners, marks: [], name: (protocol) => `${protocol}-${address}-${port}` };
}

function groupLine(line: Statement) {
  const [first, second] = line.words.map(({ text }) => text);
  const nothing = { listeners: [] as Listener[], marks: [] as Listening['marks'][number][], line };
  if (first === 'fwmark') {
    const mark = Number(second);
    if (mark >= 1) return { ...nothing, marks: [{ mark, source: line }], refusal: '' };
    return { ...nothing, refusal: 'no firewall mark' };
  }
  const addresses = readAddresses(first ?? '');
  if (addresses === undefined) return { ...nothing, refusal: `${first ?? ''} is no address` };
  const port = Number(second ?? 0);
  if (!(port >= 1 && port <= 65_535)) return { ...nothing, refusal: 'a listener needs a port' };
  const listeners = addresses.map((address) => ({ address, port, source: line }));
  return { ...nothing, listeners, refusal: '' };
}

const FORWARDINGS: Readonly<Record<string, Forwarding>> = {
  NAT: 'nat',
  DR: 'dr',
  TUN: 'tun',
  FNAT: 'fullnat',
};

interface Servers {
  readonly list: RealServerDraft[];
  readonly fields: Record<string, unknown>;
  readonly forwarding: { readonly forwarding?: Forwarding };
}

function readServers(
  reading: Reading,
  director: Director,
  servicePort: number | undefined,
): Servers {
  const { context, block, target } = reading;
  const { ledger } = context;
  const word = readValue(reading, ['lb_kind', 'lvs_method'], 'spec.forwarding', ({ text }) =>
    Object.hasOwn(FORWARDINGS, text.toUpperCase()) ? text.toUpperCase() : undefined,
  );
  const said = lastOf(context, block, 'lb_kind', 'lvs_method');
  // Without the word the daemon takes NAT; a word that it does not know is refused above.
  const forwarding =
    word === undefined ? (said === undefined ? 'nat' : undefined) : FORWARDINGS[word];
  const blocks = childrenNamed(block, 'real_server');
  const list: RealServerDraft[] = [];
  const taken: Statement[] = [];
  for (const server of blocks) {
    const method = lastOf(context, server, 'lvs_method');
    const own = FORWARDINGS[method?.words[1]?.text.toUpperCase() ?? ''];
    const address = parseAddress(server.words[1]?.text ?? '');
    if (address === undefined) ledger.refused(server, 'no address');
    else if (method !== undefined && own !== forwarding) {
      ledger.refused(server, 'forwarded otherwise than its service: that is a service of its own');
    } else {
      if (method !== undefined) ledger.mapped(method, target, 'spec.forwarding');
      const inner = { ...reading, block: server };
      const path = `spec.realServers[${list.length}]`;
      ledger.mapped(server, target, path);
      list.push({ address, source: server, ...serverFields(inner, path, reading) });
      taken.push(server);
    }
  }
  const fields = dropUndefined({
    healthCheck: commonCheck(reading, director, list, servicePort),
    onFailure: commonInhibit(reading, taken),
  });
  return { list, fields, forwarding: optional('forwarding', forwarding) };
}

function serverFields(reading: Reading, path: string, service: Reading) {
  const written = Number(reading.block.words[2]?.text ?? 0);
  const port = written >= 1 && written <= 65_535 ? written : undefined;
  const weight =
    readValue(reading, 'weight', `${path}.weight`, wholeIn(0, 65_535)) ??
    readValue(service, 'weight', `${path}.weight`, wholeIn(0, 65_535));
  const upper = readValue(reading, 'uthreshold', `${path}.thresholds`, wholeIn(1, 1_000_000_000));
  const lower = readValue(reading, 'lthreshold', `${path}.thresholds`, wholeIn(1, 1_000_000_000));
  const limits = thresholdsOf(upper, lower);
  if (upper === undefined && lower !== undefined) {
    const lone = lastOf(reading.context, reading.block, 'lthreshold');
    if (lone) reading.context.ledger.refused(lone, 'a lower threshold without an upper one');
  }
  return dropUndefined({ port, weight, thresholds: limits });
}

/** IPVS itself takes three quarters of the upper one. */
export function thresholdsOf(upper: number | undefined, lower: number | undefined) {
  if (upper === undefined) return undefined;
  return { upper, lower: lower ?? Math.max(1, Math.floor((upper * 3) / 4)) };
}

function commonCheck(
  reading: Reading,
  director: Director,
  servers: readonly RealServerDraft[],
  servicePort: number | undefined,
): Record<string, unknown> | undefined {
  const { context } = reading;
  let common: { text: string; check: Record<string, unknown> } | undefined;
  for (const server of servers) {
    const serverBlock = server.source as Statement;
    const [first, ...others] = checksOf(serverBlock);
    for (const other of others) refuseAll(other, 'a real server has one check', context);
    if (first === undefined) continue;
    const around: Surroundings = {
      server,
      service: reading.block,
      serverBlock,
      triesDefault: isForkOf122(director.flavour) ? 0 : 1,
      ...optional('servicePort', servicePort),
    };
    const check = readCheck({ ...reading, block: first }, around);
    if (check === undefined) continue;
    const text = JSON.stringify(check);
    common ??= { text, check };
    if (common.text !== text) {
      refuseAll(first, 'a service has one check: that of its first real server is taken', context);
    }
  }
  return common?.check;
}

/** The statement and everything in it, whatever was read of it. */
export function refuseAll(statement: Statement, reason: string, context: ImportContext): void {
  context.ledger.refused(statement, reason);
  for (const child of childrenOf(statement)) refuseAll(child, reason, context);
}

function commonInhibit(reading: Reading, servers: readonly Statement[]): 'quiesce' | undefined {
  const path = 'spec.onFailure';
  const isService = isSwitchedOn(reading, path, 'inhibit_on_failure');
  const inhibited = servers.filter((block) =>
    isSwitchedOn({ ...reading, block }, path, 'inhibit_on_failure'),
  );
  if (isService || (servers.length > 0 && inhibited.length === servers.length)) return 'quiesce';
  for (const block of inhibited) {
    const statement = lastOf(reading.context, block, 'inhibit_on_failure');
    if (statement !== undefined) {
      const reason = 'what a failure does is said of a service: all of its real servers or none';
      reading.context.ledger.refused(statement, reason);
    }
  }
  return undefined;
}

function howServed(reading: Reading, { lists }: NamedBlocks) {
  const { context, block, target } = reading;
  const word = lastOf(context, block, 'lb_algo', 'lvs_sched')?.words[1]?.text;
  const scheduler = readValue(reading, ['lb_algo', 'lvs_sched'], 'spec.scheduler', ({ text }) =>
    SCHEDULERS.find((known) => known === text),
  );
  const quorum = readValue(reading, 'quorum', 'spec.quorum.up', wholeIn(1, 16_777_216));
  const hysteresis = readValue(reading, 'hysteresis', 'spec.quorum', wholeIn(0, 16_777_216)) ?? 0;
  const isQuorum = quorum !== undefined || hysteresis > 0;
  const [up, down] = [(quorum ?? 1) + hysteresis, Math.max(0, (quorum ?? 1) - hysteresis)];
  const deny = lists.read(reading, 'daddr_group_name', 'spec.deny');
  const allow = lists.read(reading, 'waddr_group_name', 'spec.allow');
  const expires = isSwitchedOn(reading, 'spec.expireQuiescent', 'expire_quiescent_conn');
  const proxy = readValue(reading, 'proxy_protocol', 'spec.clientAddress', ({ text }) =>
    text === 'v1' ? 'proxyV1' : text === 'v2' ? 'proxyV2' : undefined,
  );
  const synproxy = isSwitchedOn(reading, 'spec.synproxy', 'syn_proxy');
  return dropUndefined({
    // The daemon's own default; a word that nothing here knows is refused and not replaced by it.
    scheduler: scheduler ?? (word === undefined ? 'wlc' : undefined),
    persistence: persistenceOf(reading),
    quorum: isQuorum ? { up, down } : undefined,
    sorryServer: sorryServerOf(context, block, target),
    synproxy: synproxy || undefined,
    expireQuiescent: expires || undefined,
    clientAddress: proxy,
    deny,
    allow,
  });
}

/** keepalived takes 6 minutes when the keyword stands alone. */
const PERSISTENCE_DEFAULT_S = 360;

function persistenceOf(reading: Reading) {
  const { context, block, target } = reading;
  const statement = lastOf(context, block, 'persistence_timeout');
  if (statement === undefined) return undefined;
  const word = statement.words[1];
  const path = 'spec.persistence.timeoutS';
  const timeoutS =
    word === undefined
      ? PERSISTENCE_DEFAULT_S
      : readValue(reading, 'persistence_timeout', path, wholeIn(1, 2_678_400));
  if (timeoutS === undefined) return undefined;
  if (word === undefined) context.ledger.mapped(statement, target, path);
  const mask = readValue(reading, 'persistence_granularity', 'spec.persistence.mask', maskOf);
  return dropUndefined({ timeoutS, mask: mask === 32 || mask === 128 ? undefined : mask });
}

const maskOf = ({ text }: { text: string }) =>
  /^\d+$/.test(text) ? wholeIn(1, 128)({ text } as never) : readMask(text, 'ipv4') || undefined;

function sorryServerOf(context: ImportContext, block: Statement, target: Target) {
  const statement = lastOf(context, block, 'sorry_server');
  if (statement === undefined) return undefined;
  const address = parseAddress(statement.words[1]?.text ?? '');
  const port = Number(statement.words[2]?.text ?? 0);
  if (address === undefined) {
    context.ledger.refused(statement, 'no address');
    return undefined;
  }
  context.ledger.mapped(statement, target, 'spec.sorryServer');
  return { address, ...(port >= 1 && port <= 65_535 ? { port } : {}) };
}

function onePacket(reading: Reading): { onePacket?: true } {
  return isSwitchedOn(reading, 'spec.onePacket', 'ops') ? { onePacket: true } : {};
}

function readPool(
  reading: Reading,
  { pools }: NamedBlocks,
  forwarding: Forwarding | undefined,
): PoolDraft | undefined {
  const { context, block, target } = reading;
  const statement = lastOf(context, block, 'laddr_group_name');
  if (statement === undefined) return undefined;
  const name = textOf(statement.words[1] ?? statement.keyword);
  const pool = pools.get(name);
  if (pool === undefined)
    context.ledger.refused(statement, `there is no local_address_group ${name}`);
  else if (forwarding !== 'fullnat') {
    context.ledger.ignored(statement, 'only FULLNAT has local addresses');
    return undefined;
  } else context.ledger.mapped(statement, target, 'spec.localAddressPool');
  return pool;
}
