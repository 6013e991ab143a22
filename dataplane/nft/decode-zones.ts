/**
 * From the chains of the table back to the SNAT zones in them. As with services, what is read is
 * encoded again and compared: a zone that does not give the same rules was edited by hand and is
 * reported without addresses. A list of zones that is not as its zones make it has one more, first,
 * whose key is none: so a plan differs from it, and carrying the plan out makes the list anew.
 */
import { hostPrefix } from '../../schemas/address.ts';
import type { DataplaneZone } from '../../schemas/dataplane.ts';
import { FLOW_PROTOCOLS, isZoneKey } from '../../schemas/names.ts';
import { canonicalZone } from '../canonical.ts';
import type { ListedRule } from './listing.ts';
import { type PlacedZone, STRAY_ZONE_KEY } from './table-state.ts';
import {
  type ZoneChains,
  zoneChainNames,
  zoneChains,
  zoneIndexOf,
  zoneListRules,
} from './zone-entries.ts';
import { zoneRuleText } from './zone-rule-text.ts';

export interface DecodedZones {
  readonly zones: readonly PlacedZone[];
  /** Rules of the chain `zones` as they stand there. */
  readonly zoneList: readonly string[];
}

/** `chains`: every chain of the table that hangs at no hook. */
export function decodeZones(chains: ReadonlyMap<string, readonly ListedRule[]>): DecodedZones {
  const zoneList = (chains.get('zones') ?? []).map(zoneRuleText);
  const zones = new Map<string, PlacedZone>();
  const indexes = new Set<number>();
  for (const rule of zoneList) {
    const [, chain = '', key = ''] = /^jump (\w+) comment "(.*)"$/.exec(rule) ?? [];
    const index = zoneIndexOf(chain);
    if (index === undefined || !isZoneKey(key) || zones.has(key) || indexes.has(index)) continue;
    indexes.add(index);
    zones.set(key, decodeZone(key, index, chains));
  }
  const placed = [...zones.values()];
  const isWhole = zoneListRules(placed).join('\n') === zoneList.join('\n');
  return { zones: isWhole ? placed : [STRAY, ...placed], zoneList };
}

const NOTHING: DataplaneZone = {
  key: STRAY_ZONE_KEY,
  sources: [],
  destinations: [],
  addresses: [],
  rotation: 'roundRobin',
  egressInterface: '',
  protocols: [],
};
const STRAY: PlacedZone = { zone: NOTHING, index: -1, damage: new Map() };

function decodeZone(
  key: string,
  index: number,
  chains: ReadonlyMap<string, readonly ListedRule[]>,
): PlacedZone {
  const names = zoneChainNames(index);
  const held = new Map<string, readonly string[]>();
  for (const name of Object.values(names)) {
    const rules = chains.get(name);
    if (rules !== undefined) held.set(name, rules.map(zoneRuleText));
  }
  const match = held.get(names.match) ?? [];
  const take = held.get(names.take) ?? [];
  const protocols = /^meta l4proto != \{ (.*) \} return$/.exec(match[1] ?? '')?.[1]?.split(', ');
  const ports = firstMatch(take, / : (\d+)-(\d+)$/);
  const zone = canonicalZone({
    key,
    sources: match.slice(2).flatMap(networkOfRule),
    destinations: (held.get(names.destinations) ?? []).flatMap(networkOfRule),
    addresses: addressesOf(take),
    rotation: take.some((rule) => rule.includes('jhash')) ? 'persistent' : 'roundRobin',
    egressInterface: /^oifname != "([^"]*)" return$/.exec(match[0] ?? '')?.[1] ?? '',
    protocols: FLOW_PROTOCOLS.filter((one) => protocols?.includes(one)),
    ...(ports && { portRange: { first: Number(ports[1]), last: Number(ports[2]) } }),
  });
  if (sameChains(held, zoneChains(zone, index))) return { zone, index };
  return { zone: { ...zone, addresses: [] }, index, damage: held };
}

function networkOfRule(rule: string): string[] {
  const family = /^meta nfproto (ipv[46]) /.exec(rule)?.[1];
  if (family !== undefined) return [family === 'ipv4' ? '0.0.0.0/0' : '::/0'];
  const network = /^ip6? [sd]addr (\S+) /.exec(rule)?.[1];
  if (network === undefined) return [];
  return [network.includes('/') ? network : hostPrefix(network)];
}

/** Each once, though ICMP may have a rule of its own. */
function addressesOf(rules: readonly string[]): string[] {
  const addresses = rules.flatMap((rule) => {
    const pairs = /map \{ (.*) \}/.exec(rule)?.[1]?.split(', ') ?? [];
    return pairs.map((pair) => pair.replace(/^\d+ : /, ''));
  });
  return [...new Set(addresses)];
}

function firstMatch(rules: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const rule of rules) {
    const found = pattern.exec(rule);
    if (found !== null) return found;
  }
  return undefined;
}

function sameChains(a: ZoneChains, b: ZoneChains): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([name, rules]) => b.get(name)?.join('\n') === rules.join('\n'));
}
