/**
 * VRRP: every VIP and local address of a cluster with failover is carried by exactly one instance
 * of its family, no two virtual routers in one layer-2 network share an id (RFC 9568 5.2.3), and
 * no two directors of a cluster share a priority, for then the election is left to addresses.
 */
import { type Family, familyOf } from '../address.ts';
import { type Finding, placeText } from './finding.ts';
import type { ClusterMember, FleetIndex, Located } from './fleet-index.ts';
import type { Path } from './located-resource.ts';
import { snatAddressesOf } from './snat-addresses.ts';

export function checkVrrp(fleet: FleetIndex): Finding[] {
  return [
    ...carriedVips(fleet),
    ...carriedLocalAddresses(fleet),
    ...carriedSnatAddresses(fleet),
    ...clashingIds(fleet),
    ...equalPriorities(fleet),
  ];
}

const hasFailover = (fleet: FleetIndex, cluster: string) =>
  fleet.find('Cluster', cluster)?.resource.spec.highAvailability === 'vrrp';

function carriedVips(fleet: FleetIndex): Finding[] {
  const findings: Finding[] = [];
  const carriers = new Map<
    string,
    { instance: string; at: Located<'VirtualService'>; path: Path }
  >();
  for (const at of fleet.all('VirtualService')) {
    const { vips, vrrpInstance, cluster } = at.resource.spec;
    if (!hasFailover(fleet, cluster)) continue;
    const paths = vips.map((vip, i) => ({ address: vip, path: ['spec', 'vips', i] as Path }));
    if (vrrpInstance === undefined) findings.push(...uncarried(fleet, at, paths));
    for (const { address, path } of paths) {
      const instance = vrrpInstance ?? onlyInstance(fleet, cluster, familyOf(address));
      const first = carriers.get(address);
      if (instance === undefined) continue;
      if (first === undefined) carriers.set(address, { instance, at, path });
      else if (first.instance !== instance && first.at.resource.spec.cluster === cluster) {
        findings.push(carriedTwice(at, path, address, [instance, first.instance], first));
      }
    }
  }
  return findings;
}

function carriedLocalAddresses(fleet: FleetIndex): Finding[] {
  return fleet.all('LocalAddressPool').flatMap((at) => {
    const { perNode, vrrpInstance, cluster } = at.resource.spec;
    if (vrrpInstance !== undefined || !hasFailover(fleet, cluster)) return [];
    const paths = Object.entries(perNode).flatMap(([node, lips]) =>
      lips.map((lip, i) => ({ address: lip, path: ['spec', 'perNode', node, i] as Path })),
    );
    return uncarried(fleet, at, paths);
  });
}

function carriedSnatAddresses(fleet: FleetIndex): Finding[] {
  return fleet.all('SnatGateway').flatMap((at) => {
    const { vrrpInstance, cluster } = at.resource.spec;
    if (vrrpInstance !== undefined || !hasFailover(fleet, cluster)) return [];
    return uncarried(fleet, at, snatAddressesOf(at.resource));
  });
}

function instancesOf(fleet: FleetIndex, cluster: string, family: Family) {
  const all = fleet.inCluster('VrrpInstance', cluster);
  return all.filter(({ resource }) => resource.spec.family === family);
}

function onlyInstance(fleet: FleetIndex, cluster: string, family: Family): string | undefined {
  const [first, second] = instancesOf(fleet, cluster, family);
  return second === undefined ? first?.resource.metadata.name : undefined;
}

/** One finding a family, at its first address: the rest have the same cause. */
function uncarried(
  fleet: FleetIndex,
  at: Located<ClusterMember>,
  addresses: readonly { address: string; path: Path }[],
): Finding[] {
  const { cluster } = at.resource.spec;
  const findings: Finding[] = [];
  for (const family of ['ipv4', 'ipv6'] as const) {
    const first = addresses.find(({ address }) => familyOf(address) === family);
    if (first === undefined) continue;
    const instances = instancesOf(fleet, cluster, family);
    const base = { at, path: first.path, involves: instances };
    if (instances.length === 0 && !fleet.hasBroken('VrrpInstance')) {
      const message = `cluster ${cluster} has no ${family} VRRP instance to carry ${first.address}`;
      const hint = `declare a VrrpInstance with cluster: ${cluster} and family: ${family}`;
      findings.push({ ...base, code: 'E_VRRP_MISSING', message, hint });
    } else if (instances.length > 1) {
      const names = instances.map(({ resource }) => resource.metadata.name).join(', ');
      const message = `several VRRP instances could carry ${first.address}: ${names}`;
      const hint = 'say which with vrrpInstance under spec';
      findings.push({ ...base, code: 'E_VRRP_AMBIGUOUS', message, hint });
    }
  }
  return findings;
}

function carriedTwice(
  at: Located<'VirtualService'>,
  path: Path,
  vip: string,
  [instance, other]: readonly [string, string],
  first: { at: Located<'VirtualService'>; path: Path },
): Finding {
  const place = placeText(first.at, first.path);
  return {
    code: 'E_VRRP_AMBIGUOUS',
    at,
    path,
    message: `${vip} is carried by ${instance} here and by ${other} in ${place}`,
    hint: 'services that share a VIP name the same vrrpInstance',
    involves: [first.at],
  };
}

function clashingIds(fleet: FleetIndex): Finding[] {
  const findings: Finding[] = [];
  const taken = new Map<string, Located<'VrrpInstance'>>();
  for (const at of fleet.all('VrrpInstance')) {
    const { family, virtualRouterId } = at.resource.spec;
    const clashes = new Set<Located<'VrrpInstance'>>();
    for (const network of networksOf(fleet, at)) {
      const key = `${family}/${virtualRouterId}/${network}`;
      const first = taken.get(key);
      if (first === undefined) taken.set(key, at);
      else if (first !== at) clashes.add(first);
    }
    for (const first of clashes) {
      const path = ['spec', 'virtualRouterId'];
      const id = `virtual router id ${virtualRouterId} (${family})`;
      findings.push({
        code: 'E_VRID_CLASH',
        at,
        path,
        message: `${id} is used in the same network by ${placeText(first, path)}`,
        hint: 'choose an id that no other virtual router of the network has',
        involves: [first],
      });
    }
  }
  return findings;
}

/** The layer-2 networks an instance speaks in, as far as its nodes tell; else link and cluster. */
function networksOf(fleet: FleetIndex, at: Located<'VrrpInstance'>): Set<string> {
  const { cluster, interface: link } = at.resource.spec;
  const networks = fleet.inCluster('Node', cluster).flatMap(({ resource }) => {
    const network = resource.spec.interfaces.find(({ name }) => name === link)?.network;
    return network === undefined ? [] : [`network ${network}`];
  });
  return new Set([`link ${cluster}/${link}`, ...networks]);
}

function equalPriorities(fleet: FleetIndex): Finding[] {
  const findings: Finding[] = [];
  for (const cluster of fleet.all('Cluster')) {
    if (cluster.resource.spec.highAvailability !== 'vrrp') continue;
    const taken = new Map<number, Located<'Node'>>();
    for (const at of fleet.inCluster('Node', cluster.resource.metadata.name)) {
      const { vrrpPriority } = at.resource.spec;
      const first = taken.get(vrrpPriority);
      if (first === undefined) {
        taken.set(vrrpPriority, at);
        continue;
      }
      const path = ['spec', 'vrrpPriority'];
      findings.push({
        code: 'E_PRIORITY_EQUAL',
        at,
        path,
        message: `VRRP priority ${vrrpPriority} is also that of ${placeText(first, path)}`,
        hint: 'give every director of a cluster its own vrrpPriority; the highest is master',
        involves: [first, cluster],
      });
    }
  }
  return findings;
}
