/**
 * One director as its resources have it: services with the local addresses that it uses itself,
 * SNAT zones in order, VRRP instances with its priority and what they carry, its links under its
 * own names. Everything keeps the resource and the path that it comes from, for refusals. Pure and
 * deterministic: sorted by name, whatever the order of the files.
 */
import { hostPrefix, parsePrefix, prefixContains } from '../../schemas/address.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import type { FleetIndex, Located } from '../../schemas/validation/fleet-index.ts';
import type { Path } from '../../schemas/validation/located-resource.ts';
import { optional } from '../text/optional.ts';
import { type CarriedEntry, carriedBy } from './carried-addresses.ts';
import { type ServiceView, serviceView } from './service-view.ts';
import { type ZoneView, zonesOf } from './zone-view.ts';

export interface NodeView {
  readonly name: string;
  readonly cluster: Located<'Cluster'>;
  readonly node: Located<'Node'>;
  readonly hasVrrp: boolean;
  readonly services: readonly ServiceView[];
  readonly gateways: readonly Located<'SnatGateway'>[];
  /** In the order in which they are tried. */
  readonly zones: readonly ZoneView[];
  readonly instances: readonly InstanceView[];
  /** Of at least two instances each. */
  readonly syncGroups: readonly { readonly name: string; readonly instances: readonly string[] }[];
  /** Without VRRP: what the director holds by itself, on the link that suits. */
  readonly heldAddresses: readonly CarriedEntry[];
  readonly routes: readonly RouteView[];
  readonly syncInterface?: string;
  /** A link of the cluster's resources under the name that it has here. */
  linkName(link: string): string;
}

export interface InstanceView {
  readonly at: Located<'VrrpInstance'>;
  readonly name: string;
  readonly interface: string;
  readonly priority: number;
  readonly carried: readonly CarriedEntry[];
}

export type RouteView = ResourceOf<'Node'>['spec']['routes'][number] & { readonly path: Path };

/** `fleet` is sound (validateFiles found no error in it). */
export function nodeView(fleet: FleetIndex, node: Located<'Node'>): NodeView {
  const { spec, metadata } = node.resource;
  const cluster = fleet.find('Cluster', spec.cluster);
  if (cluster === undefined) throw new Error(`${metadata.name}: no cluster ${spec.cluster}`);
  const renamed = new Map(Object.entries(spec.overrides?.interfaces ?? {}));
  const linkName = (link: string) => renamed.get(link) ?? link;
  const { highAvailability, connectionSync } = cluster.resource.spec;
  const hasVrrp = highAvailability === 'vrrp';
  const gateways = byName(fleet.inCluster('SnatGateway', spec.cluster));
  const instances = byName(fleet.inCluster('VrrpInstance', spec.cluster));
  const carried = carriedBy(fleet, node, linkName);
  return {
    name: metadata.name,
    cluster,
    node,
    hasVrrp,
    services: byName(fleet.inCluster('VirtualService', spec.cluster)).map((service) =>
      serviceView(fleet, service, metadata.name, linkName),
    ),
    gateways,
    zones: zonesOf(gateways, linkName),
    instances: hasVrrp
      ? instances.map((at) => instanceView(at, node, linkName, carried.get(nameOf(at)) ?? []))
      : [],
    syncGroups: hasVrrp ? syncGroups(fleet, cluster, instances.map(nameOf)) : [],
    heldAddresses: hasVrrp ? [] : (carried.get('') ?? []).map((one) => onBestLink(node, one)),
    routes: spec.routes.map((route, at) => ({
      ...route,
      path: ['spec', 'routes', at],
      ...optional('interface', route.interface && linkName(route.interface)),
    })),
    linkName,
    ...optional('syncInterface', connectionSync && linkName(connectionSync.interface)),
  };
}

function instanceView(
  at: Located<'VrrpInstance'>,
  node: Located<'Node'>,
  linkName: (link: string) => string,
  carried: readonly CarriedEntry[],
): InstanceView {
  const { vrrpPriority, overrides } = node.resource.spec;
  const name = nameOf(at);
  return {
    at,
    name,
    interface: linkName(at.resource.spec.interface),
    priority: overrides?.vrrpPriorities[name] ?? vrrpPriority,
    carried,
  };
}

/** Without a SyncGroup all instances move together (VrrpInstance). A group of one says nothing. */
function syncGroups(fleet: FleetIndex, cluster: Located<'Cluster'>, instances: readonly string[]) {
  const declared = byName(fleet.inCluster('SyncGroup', nameOf(cluster))).map((group) => ({
    name: nameOf(group),
    instances: [...group.resource.spec.instances].sort(),
  }));
  const all = [{ name: nameOf(cluster), instances: [...instances] }];
  return (declared.length > 0 ? declared : all).filter((group) => group.instances.length > 1);
}

/** The link whose network holds the address, by its own addresses or a route; else loopback. */
function onBestLink(node: Located<'Node'>, entry: CarriedEntry): CarriedEntry {
  if (entry.interface !== '') return entry;
  const { interfaces, routes } = node.resource.spec;
  const holds = (network: string) => {
    const prefix = parsePrefix(network);
    return prefix !== undefined && prefix.length > 0 && prefixContains(prefix, entry.address);
  };
  const own = interfaces.find(({ addresses }) => addresses.some(holds))?.name;
  // Ports of DPVS have no addresses of their own, and it has no loopback.
  const routed = routes.find(({ to, via }) => via === undefined && holds(to))?.interface;
  return { ...entry, interface: own ?? routed ?? 'lo' };
}

const nameOf = (at: { readonly resource: { readonly metadata: { readonly name: string } } }) =>
  at.resource.metadata.name;

export function byName<T extends Parameters<typeof nameOf>[0]>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

/** `10.0.0.1/32`, or with the prefix length that was written. */
export function prefixText({ address, prefixLength }: CarriedEntry): string {
  return prefixLength === undefined ? hostPrefix(address) : `${address}/${prefixLength}`;
}
