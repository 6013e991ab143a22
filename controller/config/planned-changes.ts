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
import type { CompiledCluster } from '../compile/compile.ts';

/** Kind -> how many; no kind is 0. */
export type PlannedChanges = Readonly<Record<string, number>>;

/** For each director of `to`; what is no longer a director is told nothing. */
export function plannedChanges(
  from: CompiledCluster | undefined,
  to: CompiledCluster | undefined,
): (node: string) => PlannedChanges {
  const names = differingKeys(from?.services ?? NO_SERVICES, to?.services ?? NO_SERVICES);
  const shared = new Counter();
  for (const name of names) countService(from?.services.get(name), to?.services.get(name), shared);
  const kept = keptListeners(from, to);
  return (node) => {
    const before = from?.nodes.get(node);
    const after = to?.nodes.get(node);
    if (after === undefined) return {};
    const counter = new Counter();
    if (before === undefined) counter.add('addService', listenersOf(to));
    else {
      counter.addAll(shared);
      countLocalAddresses(before, after, kept(before, after), counter);
    }
    countNode(before, after, counter);
    return counter.sorted();
  };
}

const NO_SERVICES: CompiledCluster['services'] = new Map<string, never>();

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

/** Each listener of a service is a service of the dataplane. */
function countService(
  from: ServiceObject | undefined,
  to: ServiceObject | undefined,
  counter: Counter,
): void {
  const before = new Set(from === undefined ? [] : keysOf(from));
  const after = new Set(to === undefined ? [] : keysOf(to));
  counter.add('addService', sizeWithout(after, before));
  counter.add('removeService', sizeWithout(before, after));
  if (from === undefined || to === undefined) return;
  const kept = after.size - sizeWithout(after, before);
  if (!isDeepStrictEqual(restOf(from), restOf(to))) counter.add('editService', kept);
  if (!isDeepStrictEqual(checkOf(from), checkOf(to))) counter.add('editHealthCheck', kept);
  const weights = (service: ServiceObject) =>
    new Map(service.realServers.map((server) => [realServerKey(server), server.weight]));
  const [old, now] = [weights(from), weights(to)];
  const stayed = [...now].filter(([key]) => old.has(key));
  const reweighted = stayed.filter(([key, weight]) => old.get(key) !== weight).length;
  counter.add('addRealServer', (now.size - stayed.length) * kept);
  counter.add('removeRealServer', (old.size - stayed.length) * kept);
  counter.add('setWeight', reweighted * kept);
}

/** All that is counted as an edit: what has no kind of its own. */
function restOf(service: ServiceObject): unknown {
  const { listeners, realServers, localAddressPool, healthCheck, onFailure, ...rest } = service;
  return rest;
}

const checkOf = ({ healthCheck, onFailure }: ServiceObject) => ({ healthCheck, onFailure });

const keysOf = ({ protocol, listeners }: ServiceObject) =>
  listeners.map(({ address, port }) => serviceKey(protocol, address, port));

/** Listeners that stay, by the pools of their service before and after. */
interface KeptListeners {
  readonly before: string | undefined;
  readonly after: string | undefined;
  count: number;
}

/** Walks over the services once, and only when a director's pools or a service's pool differ. */
function keptListeners(
  from: CompiledCluster | undefined,
  to: CompiledCluster | undefined,
): (before: NodeObject, after: NodeObject) => readonly KeptListeners[] {
  const collect = (names: Iterable<string>): readonly KeptListeners[] => {
    const found = new Map<string, KeptListeners>();
    for (const name of names) {
      const [old, now] = [from?.services.get(name), to?.services.get(name)];
      if (old === undefined || now === undefined) continue;
      const [before, after] = [old.localAddressPool, now.localAddressPool];
      const keys = new Set(keysOf(old));
      const count = keysOf(now).filter((key) => keys.has(key)).length;
      const pair = `${before} ${after}`;
      const known = found.get(pair);
      if (known === undefined) found.set(pair, { before, after, count });
      else known.count += count;
    }
    return [...found.values()];
  };
  let all: readonly KeptListeners[] | undefined;
  const services = to?.services ?? NO_SERVICES;
  const changed = collect(differingKeys(from?.services ?? NO_SERVICES, services));
  return (before, after) => {
    if (isDeepStrictEqual(before.pools, after.pools)) return changed;
    all ??= collect(services.keys());
    return all;
  };
}

function countLocalAddresses(
  from: NodeObject,
  to: NodeObject,
  kept: readonly KeptListeners[],
  counter: Counter,
): void {
  const listOf = (node: NodeObject, pool: string | undefined) =>
    new Set(pool === undefined ? [] : (node.pools[pool] ?? []));
  for (const { before, after, count } of kept) {
    const [old, now] = [listOf(from, before), listOf(to, after)];
    counter.add('addLocalAddress', sizeWithout(now, old) * count);
    counter.add('removeLocalAddress', sizeWithout(old, now) * count);
  }
}

/** What is the director's own: addresses, VRRP, connection sync. */
function countNode(from: NodeObject | undefined, to: NodeObject, counter: Counter): void {
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

function listenersOf(cluster: CompiledCluster | undefined): number {
  const services = [...(cluster?.services.values() ?? [])];
  return services.reduce((sum, { listeners }) => sum + listeners.length, 0);
}

function sizeWithout(all: ReadonlySet<string>, without: ReadonlySet<string>): number {
  return [...all].filter((item) => !without.has(item)).length;
}
