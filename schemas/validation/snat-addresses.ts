/** The addresses of a SNAT gateway, with the place and the zone of each. */
import type { ResourceOf } from '../resources/resource.ts';
import type { Path } from './located-resource.ts';

export interface SnatAddress {
  readonly address: string;
  readonly path: Path;
  readonly zone: string;
}

export function snatAddressesOf({ spec }: ResourceOf<'SnatGateway'>): SnatAddress[] {
  return spec.zones.flatMap(({ name, pool }, zone) =>
    pool.addresses.map((address, position) => ({
      address,
      path: ['spec', 'zones', zone, 'pool', 'addresses', position],
      zone: name,
    })),
  );
}
