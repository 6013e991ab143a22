/**
 * From a listing of the table back to the services in it, places and true weights included: the
 * table alone is enough for a driver that knows nothing. What is read is encoded again and
 * compared; a service that does not give the same entries was edited by hand. It is reported with
 * an empty name, so that any plan differs from it and makes it whole.
 */
import { parseAddress } from '../../schemas/address.ts';
import { type Forwarding, SCHEDULERS, type Scheduler } from '../../schemas/capabilities.ts';
import type { DataplaneRealServer, DataplaneService } from '../../schemas/dataplane.ts';
import {
  type Protocol,
  type RealServerKey,
  realServerKey,
  type ServiceKey,
  serviceKey,
} from '../../schemas/names.ts';
import { canonicalService } from '../canonical.ts';
import { decodeZones } from './decode-zones.ts';
import { field, findField, type ListedRule, type ListedRuleset, number } from './listing.ts';
import { markParts, SLOTS_MAX } from './marks.ts';
import {
  type Element,
  elementId,
  encodeService,
  localAddressChainName,
  type Placement,
  type ServiceEntries,
  scheduleRule,
  serviceChain,
} from './service-entries.ts';
import { skeletonFaults } from './skeleton.ts';
import {
  EMPTY_TABLE,
  type PlacedService,
  type PlacedZone,
  type TableState,
} from './table-state.ts';
import { UNMATCHED_COUNTER, zoneChainNames, zoneCounterName } from './zone-entries.ts';

/** `elements`: of every map but the accounts. */
export function decodeTable(
  ruleset: ListedRuleset,
  elements: readonly Element[],
  table: string,
): TableState {
  if (!ruleset.tables.has(`inet ${table}`)) return EMPTY_TABLE;
  if (tableFaults(ruleset, table).length > 0) return { ...EMPTY_TABLE, condition: 'changed' };
  const chains = rulesByChain(ruleset, table);
  const localAddressChains = decodeLocalAddressChains(chains);
  const groups = groupByService(elements);
  const placed = new Map<ServiceKey, PlacedService>();
  const orphaned = new Map<string, Element>();
  for (const [index, group] of groups) {
    const one = decodeService(index, group, chains, localAddressChains);
    if (one !== undefined && !placed.has(one.service.key)) placed.set(one.service.key, one);
    else for (const element of group) orphaned.set(elementId(element), element);
  }
  const { zones, zoneList } = decodeZones(chains);
  const used = usedChains(placed, localAddressChains, elements, zones);
  return {
    condition: 'sound',
    placed,
    localAddressChains,
    zones,
    zoneList,
    orphans: {
      elements: orphaned,
      chains: [...chains.keys()].filter((name) => !used.has(name)),
      counters: orphanCounters(ruleset, table, zones),
    },
  };
}

/** Why the table, which is there, is not as a whole what we made; empty when it is sound. */
export function tableFaults(ruleset: ListedRuleset, table: string): string[] {
  const own = ruleset.chains.filter((chain) => chain.family === 'inet' && chain.table === table);
  const chains = own.map((chain) => {
    const comments = chain.rules.map(({ comment }) => comment);
    return [chain.name, { ...chain, comments }] as const;
  });
  const prefix = `inet ${table} `;
  const sets = [...ruleset.sets]
    .filter((set) => set.startsWith(prefix))
    .map((set) => set.slice(prefix.length));
  return skeletonFaults(new Map(chains), new Set(sets));
}

type Chains = ReadonlyMap<string, readonly ListedRule[]>;

function rulesByChain(ruleset: ListedRuleset, table: string): Chains {
  const own = ruleset.chains.filter(
    (chain) => chain.family === 'inet' && chain.table === table && chain.hook === undefined,
  );
  const chains = new Map(own.map(({ name, rules }) => [name, rules]));
  chains.delete('pick');
  return chains;
}

function decodeLocalAddressChains(chains: Chains): Map<number, readonly string[]> {
  const lists = new Map<number, readonly string[]>();
  for (const [name, rules] of chains) {
    const id = /^lip(\d+)$/.exec(name)?.[1];
    const pairs = findField(field(findField(rules[0]?.expressions, 'snat'), 'addr'), 'set');
    if (id === undefined || rules.length !== 1 || !Array.isArray(pairs)) continue;
    const addresses = pairs.map((pair) => {
      const address = String(Array.isArray(pair) ? pair[1] : pair);
      return parseAddress(address) ?? address;
    });
    const modulus = number(findField(rules[0]?.expressions, 'numgen'), 'mod');
    if (modulus === addresses.length) lists.set(Number(id), addresses);
  }
  return lists;
}

/** Elements by the service they belong to; -1 for what belongs to none. */
function groupByService(elements: readonly Element[]): Map<number, Element[]> {
  const groups = new Map<number, Element[]>();
  for (const element of elements) {
    const index = serviceIndexOf(element);
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [element]);
    else group.push(element);
  }
  return groups;
}

function serviceIndexOf({ map, key, rest }: Element): number {
  if (map === 'slots') return Math.floor(Number(key) / SLOTS_MAX);
  if (map === 'svc4' || map === 'svc6') return Number(/goto s(\d+)$/.exec(rest)?.[1] ?? -1);
  return markParts(Number(key)).serviceIndex;
}

function decodeService(
  index: number,
  group: readonly Element[],
  chains: Chains,
  localAddressChains: ReadonlyMap<number, readonly string[]>,
): PlacedService | undefined {
  const entry = group.find(({ map }) => map === 'svc4' || map === 'svc6');
  if (entry === undefined || index < 0) return undefined;
  const [address = '', protocol = '', port = ''] = entry.key.split(' . ');
  const [name = '', scheduler = '', forwarding = ''] = commentOf(entry).split(' ');
  const backends = decodeBackends(group);
  const lips = group.find(({ map }) => map === 'lips');
  const chain = lips === undefined ? undefined : Number(/lip(\d+)$/.exec(lips.rest)?.[1]);
  const service = canonicalService({
    key: serviceKey(protocol as Protocol, address, Number(port)),
    name,
    address,
    port: Number(port),
    protocol: protocol as Protocol,
    scheduler: SCHEDULERS.includes(scheduler as Scheduler) ? (scheduler as Scheduler) : 'rr',
    forwarding: forwarding === 'nat' ? 'nat' : ('fullnat' satisfies Forwarding),
    localAddresses: localAddressChains.get(chain ?? -1) ?? [],
    realServers: backends.map(({ server }) => server),
  });
  const placement: Placement = {
    index,
    backends: new Map(backends.map(({ server, backend }) => [realServerKey(server), backend])),
    localAddressChain: chain !== undefined && localAddressChains.has(chain) ? chain : undefined,
  };
  const rules = (chains.get(serviceChain(index)) ?? []).map((rule) => ruleText(rule, index));
  const read: ServiceEntries = {
    elements: new Map([...group, ...accountsOf(group)].map((one) => [elementId(one), one])),
    rules,
  };
  if (sameEntries(read, encodeService(service, placement))) return { service, placement };
  return { service: damaged(service), placement, damage: read };
}

function damaged(service: DataplaneService): DataplaneService {
  return { ...service, name: '' };
}

function decodeBackends(
  group: readonly Element[],
): { server: DataplaneRealServer; backend: number }[] {
  const found = new Map<RealServerKey, { server: DataplaneRealServer; backend: number }>();
  for (const element of group) {
    if (element.map !== 'be4' && element.map !== 'be6') continue;
    const [address = '', port = ''] = element.rest.replace(/^.*: /, '').split(' . ');
    const server = { address, port: Number(port), weight: Number(commentOf(element)) || 0 };
    const backend = markParts(Number(element.key)).backendIndex;
    found.set(realServerKey(server), { server, backend });
  }
  return [...found.values()];
}

/** Accounting is not listed (it is large and slow); each backend has one element a direction. */
function accountsOf(group: readonly Element[]): Element[] {
  return group
    .filter(({ map }) => map === 'be4' || map === 'be6')
    .flatMap(({ key }): Element[] => [
      { map: 'acct_in', key, rest: '' },
      { map: 'acct_out', key, rest: '' },
    ]);
}

function commentOf({ rest }: Element): string {
  return /^comment "([^"]*)"/.exec(rest)?.[1] ?? '';
}

/** The text the rule was made with, or one that equals no text of ours. */
function ruleText({ expressions }: ListedRule, index: number): string {
  const generator = findField(expressions, 'numgen');
  const target = field(findField(expressions, 'goto'), 'target');
  const text = scheduleRule(index, number(generator, 'mod') ?? 0);
  const isOurs =
    expressions.length === 2 &&
    target === 'pick' &&
    field(generator, 'mode') === 'inc' &&
    number(generator, 'offset') === index * SLOTS_MAX;
  return isOurs ? text : `edited: ${JSON.stringify(expressions)}`;
}

function sameEntries(a: ServiceEntries, b: ServiceEntries): boolean {
  if (a.elements.size !== b.elements.size || a.rules.join('\n') !== b.rules.join('\n')) {
    return false;
  }
  for (const [id, { rest }] of a.elements) {
    if (b.elements.get(id)?.rest !== rest) return false;
  }
  return true;
}

/** Chains that something leads to; such a chain cannot be removed. */
function usedChains(
  placed: ReadonlyMap<ServiceKey, PlacedService>,
  localAddressChains: ReadonlyMap<number, readonly string[]>,
  elements: readonly Element[],
  zones: readonly PlacedZone[],
): Set<string> {
  const used = new Set(Array.from(localAddressChains.keys(), localAddressChainName)).add('zones');
  for (const { placement } of placed.values()) used.add(serviceChain(placement.index));
  for (const { map, rest } of elements) {
    if (map === 'lips') used.add(rest.replace(/^.*goto /, ''));
  }
  for (const { index } of zones) {
    for (const name of Object.values(zoneChainNames(index))) used.add(name);
  }
  return used;
}

function orphanCounters(
  { counters }: ListedRuleset,
  table: string,
  zones: readonly PlacedZone[],
): string[] {
  const used = new Set(zones.map(({ index }) => zoneCounterName(index))).add(UNMATCHED_COUNTER);
  const prefix = `inet ${table} `;
  return [...counters]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((name) => !used.has(name));
}
