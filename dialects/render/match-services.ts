/**
 * SNAT of DPVS: a service by match for each protocol, source and destination of a zone, its "real
 * servers" being the addresses to translate to. In the order in which they are to be tried.
 */
import { type Family, familyOf } from '../../schemas/address.ts';
import { networkRange } from './address-range.ts';
import type { ZoneView } from './zone-view.ts';

export interface MatchService {
  /** `out.office.tcp`, with a number where a zone has several networks. */
  readonly name: string;
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'icmpv6';
  readonly family: Family;
  /** `10.0.0.0-10.0.0.255`. */
  readonly source: string;
  /** Absent: to anywhere. */
  readonly destination?: string;
  readonly egressInterface: string;
  /** `mh` hashes the source, which so keeps its address. */
  readonly scheduler: 'rr' | 'mh';
  readonly addresses: readonly string[];
}

export function matchServices(zones: readonly ZoneView[]): MatchService[] {
  return zones.flatMap((view) => {
    const pairs = networkPairs(view);
    return pairs.flatMap((pair, position) =>
      view.protocols.map((protocol) => {
        const named = `${view.name}.${protocol}`;
        return {
          ...pair,
          name: pairs.length > 1 ? `${named}.${position + 1}` : named,
          protocol: protocol === 'icmp' && pair.family === 'ipv6' ? 'icmpv6' : protocol,
          egressInterface: view.egressInterface,
          scheduler: view.zone.pool.rotation === 'persistent' ? 'mh' : 'rr',
          addresses: view.zone.pool.addresses.filter((one) => familyOf(one) === pair.family),
        } as const;
      }),
    );
  });
}

type Pair = Pick<MatchService, 'family' | 'source' | 'destination'>;

/** Sources with the destinations of their family. */
function networkPairs({ zone }: ZoneView): Pair[] {
  return zone.sources.flatMap((from): Pair[] => {
    const family = familyOf(from);
    const source = networkRange(from);
    if (source === undefined) return [];
    if (zone.destinations.length === 0) return [{ family, source }];
    return zone.destinations
      .filter((to) => familyOf(to) === family)
      .flatMap((to) => {
        const destination = networkRange(to);
        return destination === undefined ? [] : [{ family, source, destination }];
      });
  });
}
