/**
 * The fleet as a whole: what no resource can be wrong about alone. Each concern has its own file;
 * all are pure and take time in proportion to the fleet.
 */
import type { ResourceKey } from '../names.ts';
import { checkAddressOwners } from './check-address-owners.ts';
import { checkAdvice } from './check-advice.ts';
import { checkCapabilities } from './check-capabilities.ts';
import { checkConnectionSync } from './check-connection-sync.ts';
import { checkFamilies } from './check-families.ts';
import { checkListeners } from './check-listeners.ts';
import { checkLocalAddresses } from './check-local-addresses.ts';
import { checkNatPaths } from './check-nat-paths.ts';
import { checkPolicies } from './check-policies.ts';
import { checkRealServers } from './check-real-servers.ts';
import { checkReferences } from './check-references.ts';
import { checkServiceShape } from './check-service-shape.ts';
import { checkTakenAddresses } from './check-taken-addresses.ts';
import { checkVrrp } from './check-vrrp.ts';
import { checkZoneBounds } from './check-zone-bounds.ts';
import { checkZones } from './check-zones.ts';
import { type Finding, problemOf } from './finding.ts';
import { type FleetIndex, indexFleet } from './fleet-index.ts';
import type { LocatedResource } from './located-resource.ts';
import type { Problem } from './problem.ts';

const CHECKS: readonly ((fleet: FleetIndex) => Finding[])[] = [
  checkReferences,
  checkListeners,
  checkTakenAddresses,
  checkLocalAddresses,
  checkAddressOwners,
  checkFamilies,
  checkCapabilities,
  checkVrrp,
  checkRealServers,
  checkServiceShape,
  checkNatPaths,
  checkZones,
  checkZoneBounds,
  checkConnectionSync,
  checkPolicies,
  checkAdvice,
];

/** Every problem of the fleet. Of two resources that clash, the later one is blamed. */
export function crossCheck(
  fleet: readonly LocatedResource[],
  broken: readonly ResourceKey[] = [],
): Problem[] {
  return findInFleet(fleet, broken).map(problemOf);
}

export function findInFleet(
  fleet: readonly LocatedResource[],
  broken: readonly ResourceKey[],
): Finding[] {
  const index = indexFleet(fleet, broken);
  return CHECKS.flatMap((check) => check(index));
}
