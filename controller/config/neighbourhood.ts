/**
 * The part of a stored spec that a set of resources can be in conflict with: all that is few
 * (clusters, nodes, pools, VRRP instances), and of the services only those that share a VIP or are
 * named. Checking one changed service against its neighbourhood finds what checking it against
 * ten thousand would find, for the price of one walk over the keys.
 */
import type { Resource } from '../../schemas/resources/resource.ts';
import { resourceKey } from '../../schemas/resources/resource.ts';
import type { Spec, StoredResource } from '../../schemas/spec.ts';

/** Kinds whose change concerns only services: then a neighbourhood is enough. */
const SERVICE_KINDS = new Set<Resource['kind']>(['VirtualService', 'RealServer']);

export function neighbourhood(stored: Spec, changed: readonly Resource[]): Spec {
  if (changed.some(({ kind }) => !SERVICE_KINDS.has(kind))) return stored;
  const keys = new Set(changed.map(resourceKey));
  const services = new Set<string>();
  const vips = new Set<string>();
  for (const resource of changed) {
    if (resource.kind === 'RealServer') services.add(resource.spec.virtualService);
    if (resource.kind !== 'VirtualService') continue;
    services.add(resource.metadata.name);
    for (const vip of resource.spec.vips) vips.add(vip);
  }
  const near = ({ resource }: StoredResource): boolean => {
    if (resource.kind === 'RealServer') return services.has(resource.spec.virtualService);
    if (resource.kind !== 'VirtualService') return true;
    return services.has(resource.metadata.name) || resource.spec.vips.some((vip) => vips.has(vip));
  };
  const kept = [...stored.resources].filter(([key, entry]) => keys.has(key) || near(entry));
  return { revision: stored.revision, resources: new Map(kept) };
}
