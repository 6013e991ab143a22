/** VRRP instances that carry no address: neither one of their own nor one of what is served. */
import { familyOf } from '../../schemas/address.ts';
import type { Resource, ResourceOf } from '../../schemas/resources/resource.ts';

export function idleInstances(resources: readonly Resource[]): ResourceOf<'VrrpInstance'>[] {
  const instances = resources.filter((one) => one.kind === 'VrrpInstance');
  const busy = new Set<string>();
  for (const resource of resources) {
    const { addresses, named } = carriedBy(resource);
    for (const family of new Set(addresses.map(familyOf))) {
      // Unnamed means the only one of the family; validation has seen to it that there is one.
      const carrier = instances.find(
        ({ metadata, spec }) =>
          spec.family === family && (named === undefined || metadata.name === named),
      );
      if (carrier !== undefined) busy.add(carrier.metadata.name);
    }
  }
  return instances.filter(
    ({ metadata, spec }) => spec.addresses.length === 0 && !busy.has(metadata.name),
  );
}

function carriedBy(resource: Resource): { addresses: string[]; named?: string | undefined } {
  if (resource.kind === 'VirtualService') {
    const { vips, vrrpInstance } = resource.spec;
    return { addresses: vips, named: vrrpInstance };
  }
  if (resource.kind === 'LocalAddressPool') {
    const { perNode, vrrpInstance } = resource.spec;
    return { addresses: Object.values(perNode).flat(), named: vrrpInstance };
  }
  if (resource.kind === 'SnatGateway') {
    const { zones, vrrpInstance } = resource.spec;
    return { addresses: zones.flatMap(({ pool }) => pool.addresses), named: vrrpInstance };
  }
  return { addresses: [] };
}
