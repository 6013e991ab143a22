/**
 * Reads from the postrouting rules of others how real servers see the clients of a listener: as
 * they are, by given addresses, or by the director's own. Each listener is sent through the rules as
 * a packet; a rule that takes only some of them (by their source) is left alone and told.
 */
import { familyOf } from '../../../schemas/address.ts';
import { field } from '../listing.ts';
import type { LiveRule, LiveTable } from './live-ruleset.ts';
import { baseChains, has, isHarmless, isNeutralMatch, type Listener } from './read-dnat.ts';
import { elementsOf, holdsAddress } from './selection.ts';
import { spreadOf } from './spread.ts';

/** `lips`: by these addresses; `masquerade`: by that of the link; `none`: as they are. */
export interface Translation {
  readonly kind: 'none' | 'lips' | 'masquerade';
  readonly addresses: readonly string[];
}

export interface SnatReading {
  /** By listener; a reason where its real servers are not all treated alike. */
  readonly translations: ReadonlyMap<string, Translation | { readonly why: string }>;
  /** Listeners that a rule is about; and only about such, so that it may go with them. */
  readonly servedBy: ReadonlyMap<LiveRule, ReadonlySet<string>>;
  /** Understood, and about other connections too. */
  readonly egress: readonly { readonly rule: LiveRule; readonly why: string }[];
  readonly unread: readonly { readonly rule: LiveRule; readonly why: string }[];
}

type Answer = 'yes' | 'no' | 'maybe' | 'unknown';

interface Packet {
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
  /** The link it leaves by, where that is known. */
  readonly device: string | undefined;
}

export function readSnat(
  tables: readonly LiveTable[],
  listeners: readonly Listener[],
  deviceOf: ReadonlyMap<string, string>,
): SnatReading {
  const rules = baseChains(tables, 'postrouting').flatMap((chain) => chain.rules);
  const verdicts = new Map(rules.map((rule) => [rule, verdictOf(rule)]));
  const unread = new Map<LiveRule, string>();
  for (const [rule, verdict] of verdicts) {
    if (typeof verdict === 'string') unread.set(rule, verdict);
    else if (verdict !== undefined && rule.expressions.some((one) => !isKnown(one)))
      unread.set(rule, 'it matches on more');
  }
  const readable = rules.filter((rule) => !unread.has(rule) && verdicts.get(rule) !== undefined);
  const about = new Map<LiveRule, Set<string>>();
  const translations = new Map<string, Translation | { readonly why: string }>();
  for (const listener of listeners) {
    const seen = packetsOf(listener, deviceOf).map((packet) => {
      const rule = readable.find((one) => answerOf(one, packet) === 'yes');
      if (rule === undefined) return NONE;
      const keys = about.get(rule) ?? new Set();
      about.set(rule, keys.add(listener.key));
      return verdicts.get(rule) as Translation;
    });
    const kinds = new Set(seen.map((one) => JSON.stringify(one)));
    const why = 'its real servers see clients under different addresses';
    translations.set(listener.key, kinds.size > 1 ? { why } : (seen[0] ?? NONE));
  }
  const served = new Set(listeners.flatMap(({ spread }) => spread.targets.map(byAddress)));
  const idle = rules.filter((rule) => verdicts.get(rule) === undefined);
  const servedBy = new Map<LiveRule, ReadonlySet<string>>([
    ...[...about].filter(([rule]) => isOnlyAbout(rule, served)),
    // What only counts goes with the rest.
    ...idle.map((rule) => [rule, new Set<string>()] as const),
  ]);
  const egress = readable
    .filter((rule) => !servedBy.has(rule))
    .map((rule) => ({ rule, why: 'it is about what the director forwards besides; it stays' }));
  return {
    ...{ translations, servedBy, egress },
    unread: [...unread].map(([rule, why]) => ({ rule, why })),
  };
}

const NONE: Translation = { kind: 'none', addresses: [] };

const byAddress = ({ address }: { readonly address: string }) => address;

function packetsOf(listener: Listener, deviceOf: ReadonlyMap<string, string>): Packet[] {
  return listener.spread.targets.map(({ address, port }) => ({
    address,
    port: port ?? listener.port,
    protocol: listener.protocol,
    device: deviceOf.get(address),
  }));
}

/** What a rule does with the source address; a reason when that is not understood; or nothing. */
function verdictOf({ expressions, table }: LiveRule): Translation | string | undefined {
  const statement = expressions.find((one) => !has(one, 'match') && !isHarmless(one));
  if (statement === undefined) return undefined;
  if (has(statement, 'masquerade')) {
    const ports = field(field(statement, 'masquerade'), 'port');
    return ports === undefined ? { kind: 'masquerade', addresses: [] } : 'it fixes source ports';
  }
  if (has(statement, 'accept') || has(statement, 'return')) return NONE;
  if (!has(statement, 'snat')) return `it has the statement ${Object.keys(Object(statement))}`;
  const snat = field(statement, 'snat');
  const spread = spreadOf(field(snat, 'addr'), field(snat, 'port'), table);
  if (spread === undefined || spread.targets.some(({ port }) => port !== undefined)) {
    return 'where it takes source addresses from is not understood';
  }
  return { kind: 'lips', addresses: spread.targets.map(byAddress).sort() };
}

function isKnown(expression: unknown): boolean {
  const match = field(expression, 'match');
  return match === undefined || matchAnswer(match, PROBE, NO_TABLE) !== 'unknown';
}

const NFT_FAMILIES = { ipv4: 'ip', ipv6: 'ip6' } as const;

/** Any packet will do: whether a match is understood does not depend on it. */
const PROBE: Packet = { address: '192.0.2.1', port: 1, protocol: 'tcp', device: 'lo' };
const NO_TABLE: LiveTable = { family: '', name: '', chains: new Map(), elements: new Map() };

function answerOf({ expressions, table }: LiveRule, packet: Packet): Answer {
  const snat = expressions.map((one) => field(one, 'snat')).find((one) => one !== undefined);
  const family = table.family === 'inet' ? (field(snat, 'family') ?? 'inet') : table.family;
  if (family !== 'inet' && family !== NFT_FAMILIES[familyOf(packet.address)]) return 'no';
  const matches = expressions.map((one) => field(one, 'match')).filter((one) => one !== undefined);
  const answers = matches.map((match) => matchAnswer(match, packet, table));
  const worst = (['no', 'unknown', 'maybe'] as const).find((answer) => answers.includes(answer));
  return worst ?? 'yes';
}

function matchAnswer(match: unknown, packet: Packet, table: LiveTable): Answer {
  const op = field(match, 'op');
  const left = field(match, 'left');
  const right = field(match, 'right');
  if (op === '!=') return negated(fieldAnswer(left, right, packet, table));
  if (op !== '==' && op !== 'in') return 'unknown';
  if (field(field(left, 'ct'), 'key') === 'status') return right === 'dnat' ? 'yes' : 'unknown';
  if (isNeutralMatch(match) && field(left, 'meta') === undefined) return 'yes';
  return fieldAnswer(left, right, packet, table);
}

function fieldAnswer(left: unknown, right: unknown, packet: Packet, table: LiveTable): Answer {
  const family = familyOf(packet.address);
  const meta = field(field(left, 'meta'), 'key');
  if (meta === 'nfproto') return right === family ? 'yes' : 'no';
  if (meta === 'oifname' || meta === 'oif') {
    if (packet.device === undefined) return 'maybe';
    const { device } = packet;
    return among(right, table, (name) => typeof name === 'string' && isDevice(name, device));
  }
  const isProtocol = (one: unknown) => one === packet.protocol;
  if (meta === 'l4proto') return among(right, table, isProtocol);
  const payload = field(left, 'payload');
  const [protocol, name] = [field(payload, 'protocol'), field(payload, 'field')];
  if (protocol === 'ip' || protocol === 'ip6') {
    if ((protocol === 'ip6') !== (family === 'ipv6')) return 'no';
    if (name === 'protocol' || name === 'nexthdr') return among(right, table, isProtocol);
    if (name === 'saddr') return 'maybe';
    if (name !== 'daddr') return 'unknown';
    const holds = holdsAddress(right, packet.address, table);
    if (holds === undefined) return table === NO_TABLE ? 'maybe' : 'unknown';
    return holds ? 'yes' : 'no';
  }
  if (name !== 'dport' || !['tcp', 'udp', 'th'].includes(String(protocol))) return 'unknown';
  if (protocol !== 'th' && protocol !== packet.protocol) return 'no';
  return among(right, table, (one) => isPort(one, packet.port));
}

function among(value: unknown, table: LiveTable, isIt: (one: unknown) => boolean): Answer {
  const isSet =
    field(value, 'set') !== undefined || (typeof value === 'string' && value.startsWith('@'));
  const values = isSet ? elementsOf(value, table) : [value];
  if (values === undefined) return table === NO_TABLE ? 'maybe' : 'unknown';
  return values.some(isIt) ? 'yes' : 'no';
}

function negated(answer: Answer): Answer {
  if (answer === 'yes') return 'no';
  return answer === 'no' ? 'yes' : answer;
}

function isDevice(name: string, device: string): boolean {
  return name.endsWith('*') ? device.startsWith(name.slice(0, -1)) : name === device;
}

function isPort(value: unknown, port: number): boolean {
  const range = field(value, 'range');
  if (!Array.isArray(range)) return value === port;
  return port >= Number(range[0]) && port <= Number(range[1]);
}

/** It names balanced connections, or only addresses of real servers, as its destination. */
function isOnlyAbout({ expressions, table }: LiveRule, served: ReadonlySet<string>): boolean {
  return expressions.some((expression) => {
    const match = field(expression, 'match');
    const left = field(match, 'left');
    const right = field(match, 'right');
    if (field(field(left, 'ct'), 'key') === 'status') return right === 'dnat';
    if (field(field(left, 'payload'), 'field') !== 'daddr' || field(match, 'op') === '!=') {
      return false;
    }
    const single = typeof right === 'string' && !right.startsWith('@') ? [right] : undefined;
    const values = single ?? elementsOf(right, table);
    return values?.every((one) => typeof one === 'string' && served.has(one)) ?? false;
  });
}
