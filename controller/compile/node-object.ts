/**
 * Compiles what differs from director to director: its LIPs, its VRRP instances with the addresses
 * they carry, its peers for connection sync. Pure; needs the whole cluster, because a VRRP
 * instance carries the VIPs of all its services, the LIPs of all its directors and the addresses of
 * all its SNAT zones.
 */
import {
  type Family,
  familyOf,
  hostPrefix,
  parsePrefix,
  prefixContains,
} from '../../schemas/address.ts';
import type {
  CarriedAddress,
  ConnectionSync,
  NodeObject,
  VrrpInstancePlan,
} from '../../schemas/plan/node-plan.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import type { ClusterView } from './cluster-view.ts';

/** The NodeObject of every director of the cluster, by node name. */
export function compileNodes(view: ClusterView): Map<string, NodeObject> {
  const carried = carriedAddresses(view);
  const nodes = view.nodes.map((node) => [node.metadata.name, compileNode(view, node, carried)]);
  return new Map(nodes as [string, NodeObject][]);
}

/** VRRP instance name -> what it carries, in order; '' collects what no instance has to carry. */
type Carried = ReadonlyMap<string, readonly CarriedAddress[]>;

function compileNode(view: ClusterView, node: ResourceOf<'Node'>, carried: Carried): NodeObject {
  const name = node.metadata.name;
  const pools = view.pools.flatMap((pool) => {
    const addresses = pool.spec.perNode[name];
    return addresses === undefined ? [] : [{ pool: pool.metadata.name, addresses: [...addresses] }];
  });
  const sync = connectionSync(view, node);
  return {
    node: name,
    cluster: view.cluster.metadata.name,
    driver: view.driver,
    managementAddress: node.spec.managementAddress,
    ownAddresses: ownAddresses(node).sort(),
    pools: Object.fromEntries(
      pools
        .sort((a, b) => (a.pool < b.pool ? -1 : 1))
        .map(({ pool, addresses }) => [pool, addresses]),
    ),
    vrrp: vrrpPlans(view, node, carried),
    staticAddresses:
      view.cluster.spec.highAvailability === 'none'
        ? (carried.get('') ?? []).map((address) => onBestInterface(node, address))
        : [],
    ...(sync === undefined ? {} : { connectionSync: sync }),
    ...(view.gateways.length === 0
      ? {}
      : { snatGateways: view.gateways.map(({ metadata }) => metadata.name).sort() }),
  };
}

function vrrpPlans(
  view: ClusterView,
  node: ResourceOf<'Node'>,
  carried: Carried,
): VrrpInstancePlan[] {
  if (view.cluster.spec.highAvailability !== 'vrrp') return [];
  const instances = [...view.instances].sort(byName);
  return instances.map(({ metadata, spec }) => ({
    name: metadata.name,
    interface: spec.interface,
    virtualRouterId: spec.virtualRouterId,
    family: spec.family,
    advertIntervalMs: spec.advertIntervalMs,
    priority: node.spec.vrrpPriority,
    addresses: [...(carried.get(metadata.name) ?? [])],
  }));
}

/**
 * Which instance carries which address: what the instance lists itself comes first (an IPv6
 * instance needs its link-local address in first place), then VIPs, LIPs and SNAT addresses, each
 * in order.
 */
function carriedAddresses(view: ClusterView): Carried {
  const carried = new Map<string, Map<string, CarriedAddress>>();
  const put = (instance: string, entry: CarriedAddress) => {
    const entries = carried.get(instance) ?? new Map<string, CarriedAddress>();
    carried.set(instance, entries);
    if (!entries.has(entry.address)) entries.set(entry.address, entry);
  };
  for (const { metadata, spec } of [...view.instances].sort(byName)) {
    for (const listed of spec.addresses) {
      put(metadata.name, {
        address: listed.address,
        interface: listed.interface ?? spec.interface,
      });
    }
  }
  const vips = view.services.flatMap(({ spec }) =>
    spec.vips.map((vip) => ({ vip, instance: spec.vrrpInstance })),
  );
  for (const { vip, instance } of vips.sort((a, b) => (a.vip < b.vip ? -1 : 1))) {
    const carrier = carrierOf(view, familyOf(vip), instance);
    put(carrier?.metadata.name ?? '', {
      address: hostPrefix(vip),
      interface: carrier?.spec.interface ?? '',
    });
  }
  for (const { spec } of [...view.pools].sort(byName)) {
    for (const address of Object.values(spec.perNode).flat().sort()) {
      const carrier = carrierOf(view, familyOf(address), spec.vrrpInstance);
      put(carrier?.metadata.name ?? '', {
        address: hostPrefix(address),
        interface: spec.interface,
      });
    }
  }
  for (const { address, link, instance } of snatAddresses(view)) {
    // One that is a VIP as well is where the VIP is.
    if ([...carried.values()].some((entries) => entries.has(hostPrefix(address)))) continue;
    const carrier = carrierOf(view, familyOf(address), instance);
    put(carrier?.metadata.name ?? '', { address: hostPrefix(address), interface: link });
  }
  return new Map([...carried].map(([name, entries]) => [name, [...entries.values()]]));
}

interface SnatAddress {
  readonly address: string;
  readonly link: string;
  readonly instance: string | undefined;
}

/** The addresses of all zones, on the links that their zones leave by. */
function snatAddresses(view: ClusterView): SnatAddress[] {
  return [...view.gateways].sort(byName).flatMap(({ spec }) => {
    const addresses = spec.zones.flatMap(({ pool, egressInterface: link }) =>
      pool.addresses.map((address) => ({ address, link, instance: spec.vrrpInstance })),
    );
    return addresses.sort((a, b) => (a.address < b.address ? -1 : 1));
  });
}

/**
 * The instance that is named, else the only one of the family. Validation has refused what is
 * missing or ambiguous; without VRRP there is none.
 */
function carrierOf(
  view: ClusterView,
  family: Family,
  named: string | undefined,
): ResourceOf<'VrrpInstance'> | undefined {
  if (view.cluster.spec.highAvailability !== 'vrrp') return undefined;
  const ofFamily = view.instances.filter((instance) => instance.spec.family === family);
  const found =
    named === undefined
      ? ofFamily
      : ofFamily.filter((instance) => instance.metadata.name === named);
  // A service with VIPs of both families names at most one instance: the other family's own is used.
  const candidates = found.length === 0 ? ofFamily : found;
  if (candidates.length !== 1) {
    const cluster = view.cluster.metadata.name;
    throw new Error(`${cluster}: ${candidates.length} VRRP instances could carry ${family}`);
  }
  return candidates[0];
}

/** Without VRRP an address goes on the link whose network holds it, else on loopback. */
function onBestInterface(node: ResourceOf<'Node'>, entry: CarriedAddress): CarriedAddress {
  if (entry.interface !== '') return entry;
  const address = entry.address.slice(0, entry.address.indexOf('/'));
  const link = node.spec.interfaces.find(({ addresses }) =>
    addresses.some((own) => {
      const prefix = parsePrefix(own);
      return prefix !== undefined && prefixContains(prefix, address);
    }),
  );
  return { address: entry.address, interface: link?.name ?? 'lo' };
}

function connectionSync(view: ClusterView, node: ResourceOf<'Node'>): ConnectionSync | undefined {
  const sync = view.cluster.spec.connectionSync;
  if (sync === undefined) return undefined;
  const hasAll = (family: Family) =>
    view.nodes.every((one) => syncAddress(one, sync.interface, family) !== undefined);
  // Validation has seen to it that they have one of the two in common.
  const family = hasAll('ipv4') ? 'ipv4' : 'ipv6';
  const addressOf = (one: ResourceOf<'Node'>) => syncAddress(one, sync.interface, family);
  const localAddress = addressOf(node);
  const peers = view.nodes.filter((peer) => peer.metadata.name !== node.metadata.name);
  const peerAddresses = peers.flatMap((peer) => addressOf(peer) ?? []).sort();
  if (localAddress === undefined || peerAddresses.length === 0) return undefined;
  return { interface: sync.interface, localAddress, peerAddresses };
}

/** The first address of the family on the link; a link-local one means nothing without its link. */
function syncAddress(node: ResourceOf<'Node'>, link: string, family: Family): string | undefined {
  const addresses = node.spec.interfaces.find(({ name }) => name === link)?.addresses ?? [];
  const prefixes = addresses.flatMap((text) => parsePrefix(text) ?? []);
  const isUsable = (one: (typeof prefixes)[number]) =>
    one.family === family && !one.address.startsWith('fe80:');
  return prefixes.find(isUsable)?.address;
}

function ownAddresses(node: ResourceOf<'Node'>): string[] {
  const onLinks = node.spec.interfaces.flatMap(({ addresses }) => addresses);
  return onLinks.flatMap((text) => parsePrefix(text)?.address ?? []);
}

function byName(a: { metadata: { name: string } }, b: { metadata: { name: string } }): number {
  return a.metadata.name < b.metadata.name ? -1 : 1;
}
