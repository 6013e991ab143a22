/**
 * Compiles one SnatGateway into the objects that directors fetch: one that says the order of its
 * zones, and one a zone. Pure; lists without an order are written in one, so equal wishes are
 * equal bytes.
 */
import { type SnatObject, snatObjectName } from '../../schemas/plan/snat-plan.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import type { SnatZone } from '../../schemas/resources/snat-gateway.ts';

/** By their names in the tree. */
export function compileGateway({
  metadata,
  spec,
}: ResourceOf<'SnatGateway'>): [name: string, SnatObject][] {
  const objects: SnatObject[] = [
    {
      type: 'Gateway',
      name: metadata.name,
      protocols: [...spec.protocols].sort(),
      zones: spec.zones.map(({ name }) => name),
    },
    ...spec.zones.map((zone) => compileZone(metadata.name, zone)),
  ];
  return objects.map((object) => [snatObjectName(object), object]);
}

function compileZone(gateway: string, zone: SnatZone): SnatObject {
  const { name, pool, egressInterface, nextHop } = zone;
  return {
    type: 'Zone',
    gateway,
    name,
    sources: inOrder(zone.sources),
    destinations: inOrder(zone.destinations),
    addresses: inOrder(pool.addresses),
    rotation: pool.rotation,
    ...(pool.portRange === undefined ? {} : { portRange: { ...pool.portRange } }),
    egressInterface,
    ...(nextHop === undefined ? {} : { nextHop }),
  };
}

/** What stands twice says nothing more than once. */
function inOrder(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
