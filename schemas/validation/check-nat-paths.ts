/**
 * NAT services, whose real servers answer through the director: the gateway address has to move
 * with the VIP, a real server in the VIP's own network answers past the director, and one whose
 * default route is the director reaches the outside only through a SNAT zone.
 */
import { familyOf, parsePrefix, prefixContains } from '../address.ts';
import { createPrefixIndex, type PrefixIndex } from '../prefix-index.ts';
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import type { Path } from './located-resource.ts';
import { realServersOf } from './real-servers-of.ts';

export function checkNatPaths(fleet: FleetIndex): Finding[] {
  const layouts = new Map<string, Layout>();
  return fleet.all('VirtualService').flatMap((at) => {
    const { forwarding, cluster } = at.resource.spec;
    if (forwarding !== 'nat') return [];
    const layout = layouts.get(cluster) ?? layoutOf(fleet, cluster);
    layouts.set(cluster, layout);
    const servers = realServersOf(fleet, at);
    return [
      ...hairpins(fleet, at, layout, servers),
      ...splitGroups(fleet, at, layout, servers),
      ...withoutEgress(at, layout, servers),
    ];
  });
}

interface Gateway {
  readonly instance: Located<'VrrpInstance'>;
  readonly path: Path;
  readonly address: string;
}

/** What of a cluster matters to all of its NAT services. */
interface Layout {
  /** The networks of the directors' links. */
  readonly networks: PrefixIndex<string>;
  readonly gateways: PrefixIndex<Gateway>;
  readonly sources: PrefixIndex<true>;
  /** Whether two VRRP instances are always on one director. */
  readonly moveTogether: (instance: string, other: string) => boolean;
  readonly snatGateways: readonly Located<'SnatGateway'>[];
}

function layoutOf(fleet: FleetIndex, cluster: string): Layout {
  const networks = createPrefixIndex<string>();
  const seen = new Set<string>();
  for (const { resource } of fleet.inCluster('Node', cluster)) {
    for (const prefix of resource.spec.interfaces.flatMap(({ addresses }) => addresses)) {
      const parsed = parsePrefix(prefix);
      if (parsed === undefined || seen.has(prefix)) continue;
      seen.add(prefix);
      networks.add(prefix, prefix);
    }
  }
  const gateways = createPrefixIndex<Gateway>();
  for (const instance of fleet.inCluster('VrrpInstance', cluster)) {
    for (const [position, { address }] of instance.resource.spec.addresses.entries()) {
      const path = ['spec', 'addresses', position, 'address'];
      gateways.add(address, { instance, path, address });
    }
  }
  const sources = createPrefixIndex<true>();
  const snatGateways = fleet.inCluster('SnatGateway', cluster);
  for (const { resource } of snatGateways) {
    for (const source of resource.spec.zones.flatMap((zone) => zone.sources)) {
      sources.add(source, true);
    }
  }
  return { networks, gateways, sources, moveTogether: togetherIn(fleet, cluster), snatGateways };
}

/** An instance in two groups is a problem of its own (E_SYNC_GROUP). */
function togetherIn(fleet: FleetIndex, cluster: string): Layout['moveTogether'] {
  const groups = fleet.inCluster('SyncGroup', cluster);
  if (groups.length === 0) return () => true;
  const known = new Map<string, Set<string>>();
  for (const { resource } of groups) {
    for (const instance of resource.spec.instances) {
      const names = known.get(instance) ?? new Set();
      known.set(instance, names.add(resource.metadata.name));
    }
  }
  const groupsOf = (instance: string) => [...(known.get(instance) ?? [])];
  return (instance, other) =>
    instance === other || groupsOf(instance).some((name) => known.get(other)?.has(name) === true);
}

type Servers = ReturnType<typeof realServersOf>;

function hairpins(
  fleet: FleetIndex,
  at: Located<'VirtualService'>,
  { networks }: Layout,
  servers: Servers,
): Finding[] {
  const nodes = fleet.inCluster('Node', at.resource.spec.cluster);
  for (const vip of at.resource.spec.vips) {
    // Of several networks that hold the VIP the narrowest is its own.
    const network = parsePrefix(networks.covering(vip).at(-1) ?? '');
    if (network === undefined) continue;
    const inside = servers.filter(({ address }) => prefixContains(network, address));
    return inside.map(({ address, at: server, path }) => ({
      code: 'W_HAIRPIN' as const,
      at: server,
      path: [...path, 'address'],
      message: `real server ${address} is in the network of VIP ${vip} and answers past the director`,
      hint: 'use its address in the inner network, or forwarding: fullnat',
      involves: [at, ...nodes],
    }));
  }
  return [];
}

/** The instance that carries the VIP and the one that carries the real servers' gateway. */
function splitGroups(
  fleet: FleetIndex,
  at: Located<'VirtualService'>,
  { gateways, moveTogether }: Layout,
  servers: Servers,
): Finding[] {
  const { vips, vrrpInstance, cluster } = at.resource.spec;
  const vip = vips[0];
  if (vip === undefined) return [];
  const ofFamily = fleet
    .inCluster('VrrpInstance', cluster)
    .filter(({ resource }) => resource.spec.family === familyOf(vip));
  // With several and none named, E_VRRP_AMBIGUOUS asks which one is meant.
  const only = ofFamily.length === 1 ? ofFamily[0]?.resource.metadata.name : undefined;
  const carrier = vrrpInstance ?? only;
  if (carrier === undefined) return [];
  const isApart = ({ instance }: Gateway) =>
    !moveTogether(carrier, instance.resource.metadata.name);
  for (const { address } of servers) {
    const known = gateways.covering(address);
    const gateway = known.at(-1);
    if (gateway === undefined || !known.every(isApart)) continue;
    const other = gateway.instance.resource.metadata.name;
    const place = placeText(gateway.instance, gateway.path);
    return [
      {
        code: 'E_SYNC_SPLIT',
        at,
        path: ['spec', 'vips', 0],
        message: `VIP ${vip} (${carrier}) can be on another director than gateway ${gateway.address} of ${place}`,
        hint: `put ${carrier} and ${other} into one SyncGroup, or remove the SyncGroups`,
        involves: [gateway.instance, ...fleet.inCluster('SyncGroup', cluster)],
      },
    ];
  }
  return [];
}

function withoutEgress(
  at: Located<'VirtualService'>,
  { gateways, sources, snatGateways }: Layout,
  servers: Servers,
): Finding[] {
  const lost = servers.find(
    ({ address }) =>
      gateways.covering(address).length > 0 && sources.covering(address).length === 0,
  );
  const gateway = lost && gateways.covering(lost.address).at(-1);
  if (lost === undefined || gateway === undefined) return [];
  return [
    {
      code: 'W_NAT_NO_EGRESS',
      at: lost.at,
      path: [...lost.path, 'address'],
      message: `real server ${lost.address} has the director as its gateway and no SNAT zone: it reaches nothing outside`,
      hint: 'declare a SnatGateway with a zone for it, or route by source on the real server',
      involves: [at, gateway.instance, ...snatGateways],
    },
  ];
}
