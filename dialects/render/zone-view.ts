/**
 * SNAT zones of a director in the order in which they are tried: gateways by name, zones as they
 * stand in them. Pure.
 */
import type { SnatZone } from '../../schemas/resources/snat-gateway.ts';
import type { Located } from '../../schemas/validation/fleet-index.ts';
import type { Path } from '../../schemas/validation/located-resource.ts';

export interface ZoneView {
  readonly gateway: Located<'SnatGateway'>;
  readonly path: Path;
  /** `out.office`: unique on the director. */
  readonly name: string;
  readonly zone: SnatZone;
  readonly protocols: readonly ('tcp' | 'udp' | 'icmp')[];
  readonly egressInterface: string;
}

export function zonesOf(
  gateways: readonly Located<'SnatGateway'>[],
  linkName: (link: string) => string,
): ZoneView[] {
  return gateways.flatMap((gateway) => {
    const { metadata, spec } = gateway.resource;
    return spec.zones.map((zone, position) => ({
      gateway,
      path: ['spec', 'zones', position],
      name: `${metadata.name}.${zone.name}`,
      zone,
      protocols: spec.protocols,
      egressInterface: linkName(zone.egressInterface),
    }));
  });
}
