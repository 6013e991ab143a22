/**
 * Which VRRP instance carries which address, as the compiler has it: what the instance lists comes
 * first, then VIPs, local addresses, SNAT addresses, each in order. Without VRRP all are a
 * director's own, of local addresses only those of this one. Pure.
 */
import { type Family, familyOf, parsePrefix } from '../../schemas/address.ts';
import type { ClusterMember, FleetIndex, Located } from '../../schemas/validation/fleet-index.ts';
import { optional } from '../text/optional.ts';

export interface CarriedEntry {
  readonly address: string;
  /** As written; undefined is a host address. */
  readonly prefixLength?: number;
  /** '' where no resource names one. */
  readonly interface: string;
  readonly kind: 'listed' | 'vip' | 'local' | 'snat';
}

/** Instance name to what it carries; '' has what no instance carries. */
export function carriedBy(
  fleet: FleetIndex,
  node: Located<'Node'>,
  linkName: (link: string) => string,
): ReadonlyMap<string, readonly CarriedEntry[]> {
  const { cluster } = node.resource.spec;
  const hasVrrp = fleet.find('Cluster', cluster)?.resource.spec.highAvailability === 'vrrp';
  const carried = new Map<string, Map<string, CarriedEntry>>();
  const put = (carrier: string, entry: CarriedEntry) => {
    const entries = carried.get(carrier) ?? new Map<string, CarriedEntry>();
    carried.set(carrier, entries);
    const known = entries.get(entry.address);
    // A VIP that is translated to as well has to be there before the zones are.
    if (known !== undefined && entry.kind !== 'snat') return;
    const { kind } = entry;
    entries.set(entry.address, { ...(known ?? onLink(entry)), kind });
  };
  const onLink = (entry: CarriedEntry) => ({ ...entry, interface: linkName(entry.interface) });
  const members = <K extends ClusterMember>(kind: K) => sortedMembers(fleet, kind, cluster);
  const carrierOf = (address: string, named: string | undefined) => {
    const found = hasVrrp ? carrier(fleet, cluster, familyOf(address), named) : undefined;
    return {
      name: found?.resource.metadata.name ?? '',
      link: found?.resource.spec.interface ?? '',
    };
  };
  if (hasVrrp) {
    for (const { resource } of members('VrrpInstance')) {
      for (const listed of resource.spec.addresses) {
        const prefix = parsePrefix(listed.address);
        if (prefix === undefined) continue;
        put(resource.metadata.name, {
          address: prefix.address,
          interface: listed.interface ?? resource.spec.interface,
          kind: 'listed',
          ...optional('prefixLength', prefix.length),
        });
      }
    }
  }
  const vips = members('VirtualService').flatMap(({ resource: { spec } }) =>
    spec.vips.map((address) => ({ address, named: spec.vrrpInstance })),
  );
  for (const { address, named } of vips.sort((a, b) => (a.address < b.address ? -1 : 1))) {
    const { name, link } = carrierOf(address, named);
    put(name, { address, interface: link, kind: 'vip' });
  }
  for (const { resource } of members('LocalAddressPool')) {
    const { perNode, vrrpInstance, interface: link } = resource.spec;
    // What was synced to a peer lives on there only with the addresses that it has.
    const all = hasVrrp ? Object.values(perNode).flat() : perNode[node.resource.metadata.name];
    for (const address of [...(all ?? [])].sort()) {
      put(carrierOf(address, vrrpInstance).name, { address, interface: link, kind: 'local' });
    }
  }
  for (const { resource } of members('SnatGateway')) {
    for (const { pool, egressInterface } of resource.spec.zones) {
      for (const address of pool.addresses) {
        const { name } = carrierOf(address, resource.spec.vrrpInstance);
        put(name, { address, interface: egressInterface, kind: 'snat' });
      }
    }
  }
  return new Map([...carried].map(([name, entries]) => [name, [...entries.values()]]));
}

/** The instance that is named, else the only one of the family; validation has seen to it. */
function carrier(
  fleet: FleetIndex,
  cluster: string,
  family: Family,
  named: string | undefined,
): Located<'VrrpInstance'> | undefined {
  const instances = fleet.inCluster('VrrpInstance', cluster);
  const ofFamily = instances.filter(({ resource }) => resource.spec.family === family);
  return ofFamily.find(({ resource }) => resource.metadata.name === named) ?? ofFamily[0];
}

function sortedMembers<K extends ClusterMember>(
  fleet: FleetIndex,
  kind: K,
  cluster: string,
): Located<K>[] {
  return [...fleet.inCluster(kind, cluster)].sort((a, b) =>
    a.resource.metadata.name < b.resource.metadata.name ? -1 : 1,
  );
}
