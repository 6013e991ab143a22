/**
 * What the SNAT zones of a cluster come to on a director: it tries all of them one after the other,
 * VRRP carries all their addresses, each of which is on one director at a time, and each zone
 * travels as one object.
 */
import {
  OBJECT_BYTES_MAX,
  SNAT_ADDRESSES_PER_CLUSTER_MAX,
  ZONES_PER_DIRECTOR_MAX,
} from '../limits.ts';
import type { SnatZone } from '../resources/snat-gateway.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import { snatAddressesOf } from './snat-addresses.ts';

export function checkZoneBounds(fleet: FleetIndex): Finding[] {
  return [
    ...fleet.all('Cluster').flatMap((cluster) => {
      const gateways = fleet.inCluster('SnatGateway', cluster.resource.metadata.name);
      return [...withoutFailover(fleet, cluster, gateways), ...manyInCluster(gateways)];
    }),
    ...fleet.all('SnatGateway').flatMap(largeZones),
  ];
}

/** Several directors that hold one address answer for it by turns, and know half of what it is for. */
function withoutFailover(
  fleet: FleetIndex,
  cluster: Located<'Cluster'>,
  gateways: readonly Located<'SnatGateway'>[],
): Finding[] {
  const { metadata, spec } = cluster.resource;
  const nodes = fleet.inCluster('Node', metadata.name);
  if (spec.highAvailability !== 'none' || nodes.length < 2) return [];
  return gateways.map((at) => ({
    code: 'E_CONTRADICTION',
    at,
    path: ['spec', 'cluster'],
    message: `${nodes.length} directors without failover would hold the addresses of its zones at once`,
    hint: 'write highAvailability: vrrp in the cluster, or make clusters of one director',
    involves: [cluster, ...nodes],
  }));
}

/** The gateway with which a bound is passed is blamed, in the order in which they are tried. */
function manyInCluster(gateways: readonly Located<'SnatGateway'>[]): Finding[] {
  const byName = [...gateways].sort((a, b) =>
    a.resource.metadata.name < b.resource.metadata.name ? -1 : 1,
  );
  const over = (what: string, max: number, count: (at: Located<'SnatGateway'>) => number) => {
    let sum = 0;
    for (const [position, at] of byName.entries()) {
      const before = sum;
      sum += count(at);
      if (before > max || sum <= max) continue;
      const message = `the SNAT gateways of the cluster have ${sum} ${what}; at most ${max}`;
      const hint = 'join zones that are translated alike, or spread them over clusters';
      const path = ['spec', 'zones'];
      const involves = byName.slice(0, position);
      return [{ code: 'E_RANGE' as const, at, path, message, hint, involves }];
    }
    return [];
  };
  return [
    ...over('zones', ZONES_PER_DIRECTOR_MAX, ({ resource }) => resource.spec.zones.length),
    ...over(
      'addresses',
      SNAT_ADDRESSES_PER_CLUSTER_MAX,
      ({ resource }) => snatAddressesOf(resource).length,
    ),
  ];
}

/** Names, link, ports and the like of a compiled zone take less than this beside its lists. */
const ZONE_REST_BYTES = 512;

function largeZones(at: Located<'SnatGateway'>): Finding[] {
  return at.resource.spec.zones.flatMap((zone, position): Finding[] => {
    const bytes = listBytes(zone);
    const max = OBJECT_BYTES_MAX - ZONE_REST_BYTES;
    if (bytes <= max) return [];
    const message = `networks and addresses of zone ${zone.name} take ${bytes} bytes; at most ${max}`;
    const hint = 'make two zones of it, one behind the other';
    return [
      { code: 'E_RANGE', at, path: ['spec', 'zones', position], message, hint, involves: [] },
    ];
  });
}

/** As protobuf has them: a tag and a length beside each. */
function listBytes({ sources, destinations, pool }: SnatZone): number {
  const texts = [...sources, ...destinations, ...pool.addresses];
  return texts.reduce((sum, text) => sum + text.length + 2, 0);
}
