/**
 * SNAT zones: the first zone that matches a packet decides, so one that stands behind all of its
 * own networks never translates anything. Gateways of one cluster are tried in the order of their
 * names. Every zone has addresses of its sources' families, and enough ports for what it is for.
 */
import { type Family, familyOf } from '../address.ts';
import { createPrefixIndex, type PrefixIndex } from '../prefix-index.ts';
import type { SnatZone } from '../resources/snat-gateway.ts';
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import type { Path } from './located-resource.ts';

export function checkZones(fleet: FleetIndex): Finding[] {
  return [
    ...fleet.all('Cluster').flatMap((cluster) => {
      return shadowedZones(fleet.inCluster('SnatGateway', cluster.resource.metadata.name));
    }),
    ...fleet
      .all('SnatGateway')
      .flatMap((at) => [
        ...withoutUdp(at),
        ...at.resource.spec.zones.flatMap((zone, position) => [
          ...wrongFamilies(at, zone, ['spec', 'zones', position]),
          ...fewPorts(at, zone, ['spec', 'zones', position]),
        ]),
      ]),
  ];
}

interface Earlier {
  readonly at: Located<'SnatGateway'>;
  readonly path: Path;
  readonly zone: SnatZone;
  /** Undefined: to anywhere. */
  readonly destinations: PrefixIndex<true> | undefined;
}

function shadowedZones(gateways: readonly Located<'SnatGateway'>[]): Finding[] {
  const findings: Finding[] = [];
  const byName = [...gateways].sort((a, b) =>
    a.resource.metadata.name < b.resource.metadata.name ? -1 : 1,
  );
  /** Link -> earlier zones by their sources: a zone is only of what leaves by its link. */
  const earlier = new Map<string, PrefixIndex<Earlier>>();
  for (const at of byName) {
    for (const [position, zone] of at.resource.spec.zones.entries()) {
      const path = ['spec', 'zones', position];
      const known = earlier.get(zone.egressInterface) ?? createPrefixIndex<Earlier>();
      earlier.set(zone.egressInterface, known);
      const covers = zone.sources.map((source) => coverOf(zone, known.covering(source)));
      findings.push(...shadows(at, path, zone, covers));
      const entry = { at, path, zone, destinations: destinationsOf(zone) };
      for (const source of zone.sources) known.add(source, entry);
    }
  }
  return findings;
}

function destinationsOf(zone: SnatZone): PrefixIndex<true> | undefined {
  if (zone.destinations.length === 0) return undefined;
  const index = createPrefixIndex<true>();
  for (const destination of zone.destinations) index.add(destination, true);
  return index;
}

/** The earlier zone that takes all packets of one source, whatever their destination here. */
function coverOf(zone: SnatZone, candidates: readonly Earlier[]): Earlier | undefined {
  return candidates.find(({ destinations }) => {
    if (destinations === undefined) return true;
    const wanted = zone.destinations;
    return (
      wanted.length > 0 && wanted.every((network) => destinations.covering(network).length > 0)
    );
  });
}

function shadows(
  at: Located<'SnatGateway'>,
  path: Path,
  zone: SnatZone,
  covers: readonly (Earlier | undefined)[],
): Finding[] {
  const first = covers.find((cover) => cover !== undefined);
  if (first === undefined) return [];
  const place = `zone ${first.zone.name} of ${placeText(first.at, first.path)}`;
  const involves = [first.at];
  if (covers.every((cover) => cover !== undefined)) {
    const message = `no packet reaches zone ${zone.name}: ${place} takes them all`;
    const hint = 'put the narrower zone first, and the default zone (0.0.0.0/0) last';
    return [{ code: 'E_ZONE_UNREACHABLE', at, path, message, hint, involves }];
  }
  return covers.flatMap((cover, position): Finding[] => {
    if (cover === undefined) return [];
    const taker = `zone ${cover.zone.name} of ${placeText(cover.at, cover.path)}`;
    const message = `no packet of ${zone.sources[position]} comes here: ${taker} takes it`;
    const hint = 'remove it here, or put this zone before the other';
    const source = [...path, 'sources', position];
    return [{ code: 'W_ZONE_SHADOWED', at, path: source, message, hint, involves: [cover.at] }];
  });
}

function withoutUdp(at: Located<'SnatGateway'>): Finding[] {
  const { protocols } = at.resource.spec;
  if (protocols.includes('udp') || !protocols.includes('tcp')) return [];
  const message = 'UDP is not translated: hosts behind this gateway have no DNS and no QUIC';
  const words = `[${[...protocols, 'udp'].join(', ')}]`;
  return [
    {
      code: 'W_SNAT_NO_UDP',
      at,
      path: ['spec', 'protocols'],
      message,
      hint: `write protocols: ${words}`,
      involves: [],
      fix: { description: 'translate UDP as well', do: 'replace', text: words },
    },
  ];
}

function wrongFamilies(at: Located<'SnatGateway'>, zone: SnatZone, path: Path): Finding[] {
  const of = (texts: readonly string[]) => new Set<Family>(texts.map(familyOf));
  const having = of(zone.pool.addresses);
  const wanted = of(zone.sources);
  const base = { code: 'E_FAMILY' as const, at, involves: [] };
  const findings: Finding[] = [...wanted].flatMap((family) => {
    if (having.has(family)) return [];
    const message = `zone ${zone.name} has ${family} sources and no ${family} address in its pool`;
    const hint = `add ${family} addresses to the pool, or make a zone of its own for ${family}`;
    return [{ ...base, path: [...path, 'pool', 'addresses'], message, hint }];
  });
  const spare = zone.pool.addresses.findIndex((address) => !wanted.has(familyOf(address)));
  if (spare >= 0 && findings.length === 0) {
    const address = zone.pool.addresses[spare];
    const message = `the zone has no source of the family of ${address}`;
    const hint = 'remove it, or add the sources that it is for';
    findings.push({ ...base, path: [...path, 'pool', 'addresses', spare], message, hint });
  }
  const { nextHop } = zone;
  if (nextHop !== undefined && !wanted.has(familyOf(nextHop))) {
    const message = `the next hop ${nextHop} is ${familyOf(nextHop)}, the sources are not`;
    const hint = 'name a router of the sources’ family';
    findings.push({ ...base, path: [...path, 'nextHop'], message, hint });
  }
  const strange = zone.destinations.findIndex((network) => !wanted.has(familyOf(network)));
  if (strange >= 0) {
    const message = `destination ${zone.destinations[strange]} is of another family than the sources`;
    const hint = 'remove it: no packet has a source and a destination of two families';
    findings.push({ ...base, path: [...path, 'destinations', strange], message, hint });
  }
  const reached = of(zone.destinations);
  const cut = zone.destinations.length === 0 ? [] : [...wanted].filter((one) => !reached.has(one));
  for (const family of strange < 0 ? cut : []) {
    const message = `zone ${zone.name} has ${family} sources and no ${family} destination`;
    const hint = `make a zone of its own for ${family}, or add ${family} destinations`;
    findings.push({ ...base, path: [...path, 'destinations'], message, hint });
  }
  return findings;
}

/** One port of one address serves one connection to a destination; more need luck. */
function fewPorts(at: Located<'SnatGateway'>, zone: SnatZone, path: Path): Finding[] {
  const { connections, pool } = zone;
  if (connections === undefined) return [];
  const { first, last } = pool.portRange ?? PORTS_DEFAULT;
  const ports = (last - first + 1) * pool.addresses.length;
  if (ports >= connections) return [];
  const message = `the pool has ${ports} ports for ${connections} connections to one destination`;
  const hint = 'add addresses to the pool, or widen its portRange';
  const place = [...path, 'pool', 'addresses'];
  return [{ code: 'W_PORTS_FEW', at, path: place, message, hint, involves: [] }];
}

/** Ports that a driver draws from when nothing is said: all but the well-known ones. */
export const PORTS_DEFAULT = { first: 1_024, last: 65_535 } as const;
