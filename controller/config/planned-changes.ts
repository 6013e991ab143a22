/**
 * What a change would give each director to do, counted by kind, in the words of the dataplane's
 * ops. Read off the two compiled clusters: planned, not observed, so a director that is not as it
 * should be has more to do. Pure; what all directors have in common is counted once.
 */
import { isDeepStrictEqual } from 'node:util';
import { realServerKey, serviceKey } from '../../schemas/names.ts';
import { differingKeys } from '../../schemas/patched-map.ts';
import type { NodeObject } from '../../schemas/plan/node-plan.ts';
import type { ServiceObject } from '../../schemas/plan/service-plan.ts';
import type { SnatObjects } from '../../schemas/plan/snat-plan.ts';
import type { CompiledCluster } from '../compile/compile.ts';
import { plannedZoneOps } from './planned-zones.ts';

/** Kind -> how many; no kind is 0. */
export type PlannedChanges = Readonly<Record<string, number>>;

/** For each director of `to`; what is no longer a director is told nothing. */
export function plannedChanges(
  from: CompiledCluster | undefined,
  to: CompiledCluster | undefined,
): (node: string) => PlannedChanges {
  const [old, now] = [from?.services ?? NO_SERVICES, to?.services ?? NO_SERVICES];
  const shared = new Counter();
  const changed = matched(old, now, differingKeys(old, now), shared);
  for (const pair of changed) countPair(pair, shared);
  const snat = [from?.snat ?? NO_SNAT, to?.snat ?? NO_SNAT] as const;
  for (const [kind, count] of plannedZoneOps(...snat)) shared.add(kind, count);
  const ofChanged = byPools(changed);
  let listeners: number | undefined;
  const allListeners = () => {
    listeners ??= listenersOf(now);
    return listeners;
  };
  const allNames = () => new Set([...old.keys(), ...now.keys()]);
  let ofAll: readonly KeptPools[] | undefined;
  return (node) => {
    const before = from?.nodes.get(node);
    const after = to?.nodes.get(node);
    const counter = new Counter();
    if (after === undefined) return {};
    if (before === undefined) {
      counter.add('addService', allListeners());
      for (const [kind, count] of plannedZoneOps(NO_SNAT, snat[1])) counter.add(kind, count);
    } else {
      counter.addAll(shared);
      const isSame = isDeepStrictEqual(before.pools, after.pools);
      // Pools that differ touch services that do not: one walk over all of them, for all directors.
      if (!isSame) ofAll ??= byPools(matched(old, now, allNames(), new Counter()));
      countLocalAddresses(before, after, isSame ? ofChanged : (ofAll ?? []), counter);
    }
    countNode(before, after, counter);
    return counter.sorted();
  };
}

type Services = CompiledCluster['services'];

const NO_SERVICES: Services = new Map<string, never>();
const NO_SNAT: SnatObjects = new Map<string, never>();

/** So many listeners are of the one service before and of the other after; mostly the same. */
interface KeptPair {
  readonly from: ServiceObject;
  readonly to: ServiceObject;
  listeners: number;
}

/** Each listener is a service of the dataplane: those that stay, paired; the rest is counted. */
function matched(
  old: Services,
  now: Services,
  names: Iterable<string>,
  counter: Counter,
): readonly KeptPair[] {
  const listed = [...names];
  const before = byListener(old, listed);
  const pairs = new Map<ServiceObject, Map<ServiceObject, KeptPair>>();
  for (const [key, to] of byListener(now, listed)) {
    const from = before.get(key);
    if (from === undefined) {
      counter.add('addService');
      continue;
    }
    before.delete(key);
    const known = pairs.get(from) ?? new Map<ServiceObject, KeptPair>();
    pairs.set(from, known);
    const pair = known.get(to);
    if (pair === undefined) known.set(to, { from, to, listeners: 1 });
    else pair.listeners += 1;
  }
  counter.add('removeService', before.size);
  return [...pairs.values()].flatMap((known) => [...known.values()]);
}

function byListener(services: Services, names: readonly string[]): Map<string, ServiceObject> {
  const found = new Map<string, ServiceObject>();
  for (const name of names) {
    const service = services.get(name);
    for (const { address, port } of service?.listeners ?? []) {
      if (service !== undefined) found.set(serviceKey(service.protocol, address, port), service);
    }
  }
  return found;
}

class Counter {
  readonly #counts = new Map<string, number>();

  add(kind: string, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  addAll(other: Counter): void {
    for (const [kind, count] of other.#counts) this.add(kind, count);
  }

  sorted(): PlannedChanges {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function countPair({ from, to, listeners }: KeptPair, counter: Counter): void {
  if (!isDeepStrictEqual(restOf(from), restOf(to))) counter.add('editService', listeners);
  if (!isDeepStrictEqual(checkOf(from), checkOf(to))) counter.add('editHealthCheck', listeners);
  const weights = (service: ServiceObject) =>
    new Map(service.realServers.map((server) => [realServerKey(server), server.weight]));
  const [old, now] = [weights(from), weights(to)];
  const stayed = [...now].filter(([key]) => old.has(key));
  const reweighted = stayed.filter(([key, weight]) => old.get(key) !== weight).length;
  counter.add('addRealServer', (now.size - stayed.length) * listeners);
  counter.add('removeRealServer', (old.size - stayed.length) * listeners);
  counter.add('setWeight', reweighted * listeners);
}

/** All that is counted as an edit: what has no kind of its own. */
function restOf(service: ServiceObject): unknown {
  const { listeners, realServers, localAddressPool, healthCheck, onFailure, ...rest } = service;
  return rest;
}

const checkOf = ({ healthCheck, onFailure }: ServiceObject) => ({ healthCheck, onFailure });

/** So many listeners that stay had their LIPs from the one pool and have them from the other. */
interface KeptPools {
  readonly from: string | undefined;
  readonly to: string | undefined;
  listeners: number;
}

/** Few, however many the services are: this is what is looked at for each director. */
function byPools(pairs: readonly KeptPair[]): KeptPools[] {
  const found = new Map<string, KeptPools>();
  for (const { from, to, listeners } of pairs) {
    const pools = { from: from.localAddressPool, to: to.localAddressPool };
    const key = `${pools.from} ${pools.to}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...pools, listeners });
    else known.listeners += listeners;
  }
  return [...found.values()];
}

/** LIPs are each director's own; what services have in common is their pool. */
function countLocalAddresses(
  before: NodeObject,
  after: NodeObject,
  pools: readonly KeptPools[],
  counter: Counter,
): void {
  const listOf = (node: NodeObject, pool: string | undefined) =>
    new Set(pool === undefined ? [] : (node.pools[pool] ?? []));
  for (const { from, to, listeners } of pools) {
    const old = listOf(before, from);
    const now = listOf(after, to);
    counter.add('addLocalAddress', sizeWithout(now, old) * listeners);
    counter.add('removeLocalAddress', sizeWithout(old, now) * listeners);
  }
}

/** What is the director's own: addresses, VRRP, connection sync. */
function countNode(from: NodeObject | undefined, to: NodeObject, counter: Counter): void {
  if (from === to) return;
  const texts = (addresses: NodeObject['staticAddresses'] = []) =>
    new Set(addresses.map(({ address, interface: link }) => `${address} ${link}`));
  const [held, wanted] = [texts(from?.staticAddresses), texts(to.staticAddresses)];
  counter.add('addAddress', sizeWithout(wanted, held));
  counter.add('removeAddress', sizeWithout(held, wanted));
  const instances = (node: NodeObject | undefined) =>
    new Map((node?.vrrp ?? []).map((instance) => [instance.name, instance]));
  const [old, now] = [instances(from), instances(to)];
  for (const [name, instance] of now) {
    const before = old.get(name);
    if (before === undefined) counter.add('addVrrpInstance');
    else if (!isDeepStrictEqual(before, instance)) counter.add('editVrrpInstance');
  }
  counter.add('removeVrrpInstance', [...old.keys()].filter((name) => !now.has(name)).length);
  if (!isDeepStrictEqual(from?.connectionSync, to.connectionSync)) {
    counter.add('setConnectionSync');
  }
}

function listenersOf(services: Services): number {
  return [...services.values()].reduce((sum, { listeners }) => sum + listeners.length, 0);
}

function sizeWithout(all: ReadonlySet<string>, without: ReadonlySet<string>): number {
  return [...all].filter((item) => !without.has(item)).length;
}
