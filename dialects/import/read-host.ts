/**
 * What set-up scripts, dpip lines, route files and units say of a director's host: addresses,
 * routes, links, translation by iptables. Settings that Sluice leaves to the host are ignored.
 */
import { parseAddress } from '../../schemas/address.ts';
import type { DpipStatement } from '../dpip/statement.ts';
import type { HostSetting } from '../shell/host-setting.ts';
import { PASSED_PROGRAMS, programOf, READ_PROGRAMS } from '../shell/programs.ts';
import type { ShellCommand } from '../shell/script.ts';
import { formatNetwork, readAddresses, readNetwork } from '../text/network.ts';
import { optional } from '../text/optional.ts';
import type { Director, ImportContext } from './director.ts';
import { type Source, Target, type Verdict } from './ledger.ts';
import { takeRoute } from './read-route.ts';
import { zoneName } from './snat-words.ts';

/** Kind of setting -> why it is left to the host. */
export const HOST_REASONS = {
  sysctl: 'a kernel setting: the host keeps it',
  link: 'the host brings its links up',
  offload: 'a setting of the network card: the host keeps it',
  service: 'which programs run is the host’s',
  shows: 'shows, and changes nothing',
  passed: 'no part of what a director serves',
} as const;

const UNKNOWN: Verdict = { outcome: 'refused', reason: 'not a command that the importer knows' };

/** What holds of a command when nobody takes it. */
export function commandVerdict(command: ShellCommand): Verdict {
  const ignored = (reason: string): Verdict => ({ outcome: 'ignored', reason });
  const texts = command.words.map(({ text }) => text);
  const program = programOf(texts[0] ?? '');
  if (program === '' || PASSED_PROGRAMS.has(program)) return ignored(HOST_REASONS.passed);
  if (!READ_PROGRAMS.has(program)) return UNKNOWN;
  if (/^(cat|echo|keepalived|dpvs)$/.test(program)) return ignored(HOST_REASONS.passed);
  const isShown = texts.some((text) => /^(show|ls|list|status|-s|-l|-a|--version|-V)$/.test(text));
  if (texts.length === 1 || (program !== 'ipvsadm' && isShown)) return ignored(HOST_REASONS.shows);
  return { outcome: 'refused', reason: `what ${program} does here is not understood` };
}

/** Numbers of routing tables that a script writes down: name -> number. */
export function routingTables(commands: readonly ShellCommand[], context: ImportContext) {
  const tables = new Map<string, string>();
  for (const command of commands) {
    const isTables = command.redirects.some(({ target }) => target.text.endsWith('/rt_tables'));
    if (!isTables) continue;
    const text = command.words
      .slice(1)
      .map((word) => word.text)
      .join(' ');
    const [, number, name] = /^\s*(\d+)\s+(\S+)\s*$/.exec(text) ?? [];
    if (number === undefined || name === undefined) continue;
    tables.set(name, number);
    context.ledger.ignored(command, 'the number of a routing table, which routes are given');
  }
  return tables;
}

export function readSetting(
  setting: HostSetting,
  director: Director,
  context: ImportContext,
  tables: ReadonlyMap<string, string>,
): undefined {
  const { ledger } = context;
  const source = setting.command;
  switch (setting.kind) {
    case 'address':
      return readAddress(setting, director, context);
    case 'route': {
      if (setting.isRemoved)
        return ledger.refused(source, 'takes a route away: leave it out instead');
      const { destination: to, via, device, table } = setting;
      return takeRoute(source, { to, via, device: device?.text, table }, director, context, tables);
    }
    case 'rule':
      return ledger.refused(source, 'rules that choose a routing table have no field');
    case 'translation':
      return readTranslation(setting, director, context);
    default:
      return ledger.ignored(source, HOST_REASONS[setting.kind]);
  }
}

function readAddress(
  setting: Extract<HostSetting, { kind: 'address' }>,
  director: Director,
  { ledger }: ImportContext,
): undefined {
  const source = setting.command;
  // `eth1:1` is a label of an address on eth1.
  const device = setting.device.replace(/:.*$/, '');
  if (setting.isRemoved) {
    const at = director.addresses.findIndex((one) => one.address === setting.address);
    const gone = director.addresses[at];
    if (gone === undefined)
      return ledger.ignored(source, 'an address that nothing here puts there');
    director.addresses.splice(at, 1);
    ledger.undone(gone.source, `taken back in line ${source.span.line}`);
    return ledger.ignored(source, 'takes back what stands before it');
  }
  if (parseAddress(setting.address) === undefined) return ledger.refused(source, 'no address');
  director.links.add(device);
  const length = optional('prefixLength', setting.prefixLength);
  director.addresses.push({ address: setting.address, device, source, ...length });
}

/** `iptables -t nat -A POSTROUTING -s NET -o DEV -j SNAT --to-source A-B`. */
function readTranslation(
  setting: Extract<HostSetting, { kind: 'translation' }>,
  director: Director,
  { ledger }: ImportContext,
): undefined {
  const source = setting.command;
  const texts = source.words.map(({ text }) => text);
  const after = (...keys: string[]) => {
    const at = texts.findIndex((text) => keys.includes(text));
    return at < 0 ? undefined : texts[at + 1];
  };
  const narrowed = texts.find((text) =>
    /^(-m|--match|-p|--protocol|-i|--dport|--sport|!)$/.test(text),
  );
  const from = readNetwork(setting.source ?? '0.0.0.0/0');
  const addresses = setting.to.length === 0 ? undefined : readAddresses(setting.to.join('-'));
  if (narrowed !== undefined) {
    return ledger.refused(source, `a zone is chosen by networks, not by ${narrowed}`);
  }
  if (from === undefined || addresses === undefined) {
    return ledger.refused(source, 'a zone needs a source and the addresses it is translated to');
  }
  const to = readNetwork(after('-d', '--destination') ?? '');
  const device = after('-o', '--out-interface');
  if (device !== undefined) director.links.add(device);
  const target = new Target('SnatGateway');
  const destinations = to === undefined ? [] : [formatNetwork(to)];
  director.zones.push({
    target,
    name: zoneName([formatNetwork(from)], destinations[0]),
    source,
    sources: [formatNetwork(from)],
    destinations,
    addresses: addresses.map((address) => ({ address, source })),
    protocols: new Set(['tcp', 'udp', 'icmp']),
    ...optional('egressInterface', device),
  });
  ledger.mapped(source, target, '');
}

export function readDpip(
  { body, family }: DpipStatement,
  source: Source,
  director: Director,
  context: ImportContext,
): undefined {
  const { ledger } = context;
  if (body.object === 'show') return ledger.ignored(source, HOST_REASONS.shows);
  if (body.object === 'link') {
    director.links.add(body.device.text);
    return ledger.ignored(source, HOST_REASONS.link);
  }
  if (body.object === 'addr') {
    const { address, device } = body;
    if (body.action === 'del') {
      const at = director.addresses.findIndex((one) => one.address === address);
      const gone = director.addresses[at];
      if (gone === undefined)
        return ledger.ignored(source, 'an address that nothing here puts there');
      director.addresses.splice(at, 1);
      ledger.undone(gone.source, `taken back in line ${source.span.line}`);
      return ledger.ignored(source, 'takes back what stands before it');
    }
    director.links.add(device.text);
    const length = optional('prefixLength', body.prefixLength);
    director.addresses.push({ address, device: device.text, source, ...length });
    return;
  }
  if (body.object === 'route') {
    if (body.action === 'del')
      return ledger.refused(source, 'takes a route away: leave it out instead');
    const { destination, via, device } = body;
    const route = { to: destination.text, via: via?.text, device: device?.text };
    return takeRoute(source, { ...route, isIpv6: family === 'ipv6' }, director, context);
  }
  const what = body.object === 'other' ? body.what : body.object;
  ledger.refused(source, `a ${what} has no field`);
}
