/**
 * The part of a stored spec that a set of services and RealServers can be in conflict with: all
 * that is few (clusters, nodes, pools, VRRP instances), and of the services only those that are
 * named, claim the same listener, or hold the same VIP. Of the holders of a VIP that agree about
 * its cluster and VRRP instance one stands for all: what clashes with it clashes with each. A law
 * in the tests says that checking a change against its neighbourhood finds what checking it
 * against ten thousand services finds, in a stored fleet without errors.
 */
import { serviceKey } from '../../schemas/names.ts';
import { type Resource, type ResourceOf, resourceKey } from '../../schemas/resources/resource.ts';
import type { Spec } from '../../schemas/spec.ts';
import { indexOf, keysAt } from '../compile/spec-index.ts';

/** Of what else changes, anything may depend. */
export function neighbourhood(stored: Spec, changed: readonly Resource[]): Spec {
  const keys = new Set<string>();
  const touched = new Set(changed.map(resourceKey));
  for (const resource of changed) {
    if (resource.kind === 'VirtualService') {
      addService(stored, resource.metadata.name, keys);
      for (const key of rivals(stored, resource, touched)) keys.add(key);
    } else if (resource.kind === 'RealServer') {
      const services = servicesOf(stored, resource);
      const isKnown = (name: string) =>
        stored.resources.has(`VirtualService/${name}`) || touched.has(`VirtualService/${name}`);
      // A name that leads nowhere is compared with all names, for the hint.
      if (!services.every(isKnown)) return stored;
      for (const name of services) addService(stored, name, keys);
    } else return stored;
  }
  const near = new Set([...indexOf(stored).few, ...keys]);
  const resources = [...near].flatMap((key) => {
    const entry = stored.resources.get(key);
    return entry === undefined ? [] : [[key, entry] as const];
  });
  return { revision: stored.revision, resources: new Map(resources) };
}

/** The service it joins, and the one that it leaves by this change. */
function servicesOf(stored: Spec, changed: ResourceOf<'RealServer'>): string[] {
  const before = stored.resources.get(resourceKey(changed))?.resource;
  const left = before?.kind === 'RealServer' ? [before.spec.virtualService] : [];
  return [changed.spec.virtualService, ...left];
}

function addService(stored: Spec, name: string, keys: Set<string>): void {
  keys.add(`VirtualService/${name}`);
  for (const key of keysAt(indexOf(stored).joining, name)) keys.add(key);
}

/** Stored services with the same listener, and of each VIP one holder a cluster and instance. */
function* rivals(
  stored: Spec,
  { spec }: ResourceOf<'VirtualService'>,
  touched: ReadonlySet<string>,
): Iterable<string> {
  const listenersOf = ({ protocol, ports }: typeof spec, vip: string) =>
    ports.map((port) => serviceKey(protocol, vip, port));
  for (const vip of spec.vips) {
    const wanted = new Set(listenersOf(spec, vip));
    const seen = new Set<string>();
    for (const key of keysAt(indexOf(stored).byVip, vip)) {
      const holder = stored.resources.get(key)?.resource;
      if (holder?.kind !== 'VirtualService' || touched.has(key)) continue;
      const holds = `${holder.spec.cluster} ${holder.spec.vrrpInstance}`;
      const isFirst = !seen.has(holds);
      seen.add(holds);
      if (isFirst || listenersOf(holder.spec, vip).some((key) => wanted.has(key))) yield key;
    }
  }
}
