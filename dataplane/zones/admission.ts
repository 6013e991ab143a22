/**
 * What a driver takes of SNAT zones before it touches anything: zones that are well-formed (so that
 * no text of a caller can become a command of a tool) and that its capabilities cover.
 */
import {
  type Family,
  familyOf,
  networkOf,
  parseAddress,
  parsePrefix,
} from '../../schemas/address.ts';
import { type Capabilities, ROTATIONS } from '../../schemas/capabilities.ts';
import type { DataplaneZone } from '../../schemas/dataplane.ts';
import { ADDRESSES_PER_ZONE_MAX, ZONE_NETWORKS_MAX } from '../../schemas/limits.ts';
import { FLOW_PROTOCOLS, isZoneKey } from '../../schemas/names.ts';

/** Linux IFNAMSIZ is 16 with the closing zero; no character that nft(8) would read otherwise. */
const INTERFACE_NAME = /^[A-Za-z0-9_.-]{1,15}$/;

/** Everything that makes it no zone at all. */
export function zoneFormProblems(zone: DataplaneZone): string[] {
  const { key, sources, destinations, addresses, rotation, egressInterface, protocols } = zone;
  const { portRange } = zone;
  const problems: string[] = [];
  const refuse = (isWrong: boolean, problem: string) => {
    if (isWrong) problems.push(problem);
  };
  const quoted = (text: string) => JSON.stringify(text);
  refuse(!isZoneKey(key), `${quoted(key)} is no key of a zone`);
  refuse(!INTERFACE_NAME.test(egressInterface), `${quoted(egressInterface)} is no interface name`);
  refuse(!ROTATIONS.includes(rotation), `${quoted(rotation)} is no rotation`);
  for (const one of [...sources, ...destinations]) {
    refuse(!isNetwork(one), `${quoted(one)} is no canonical network`);
  }
  for (const one of addresses) {
    refuse(parseAddress(one) !== one, `${quoted(one)} is no canonical address`);
  }
  for (const one of protocols) {
    refuse(!FLOW_PROTOCOLS.includes(one), `${quoted(one)} is no protocol`);
  }
  refuse(sources.length === 0, 'no source network');
  refuse(protocols.length === 0, 'no protocol');
  for (const [what, list, max] of [
    ['source networks', sources, ZONE_NETWORKS_MAX],
    ['destination networks', destinations, ZONE_NETWORKS_MAX],
    ['addresses', addresses, ADDRESSES_PER_ZONE_MAX],
    ['protocols', protocols, FLOW_PROTOCOLS.length],
  ] as const) {
    refuse(list.length > max, `${list.length} ${what}; at most ${max}`);
    refuse(new Set<string>(list).size !== list.length, `of its ${what} one stands twice`);
  }
  if (portRange !== undefined) {
    const { first, last } = portRange;
    const isRange = Number.isInteger(first) && Number.isInteger(last) && first <= last;
    refuse(!isRange || first < 1 || last > 65_535, `${first}-${last} is no range of ports`);
  }
  return [...problems, ...familyProblems(zone)];
}

export function zoneCapabilityProblems(
  { nextHop, rotation, protocols }: DataplaneZone,
  can: Capabilities,
) {
  const problems: string[] = [];
  const refuse = (what: string, word: string) => {
    const reason = can.reasons[word];
    problems.push(reason === undefined ? what : `${what}: ${reason}`);
  };
  if (nextHop !== undefined && !can.snat.nextHop) refuse(`no next hop ${nextHop}`, 'nextHop');
  if (!can.snat.rotations.includes(rotation)) refuse(`no rotation ${rotation}`, rotation);
  for (const one of protocols) {
    if (!can.snat.protocols.includes(one)) refuse(`no SNAT of ${one}`, `snat ${one}`);
  }
  return problems;
}

function isNetwork(text: string): boolean {
  const prefix = parsePrefix(text);
  return prefix !== undefined && networkOf(prefix) === text;
}

/** A family without an address would match and not be translated: silence where a lack should show. */
function familyProblems({ sources, destinations, addresses }: DataplaneZone): string[] {
  const families = (list: readonly string[]) => new Set<Family>(list.map(familyOf));
  const wanted = families(sources);
  const differs = (given: Set<Family>) =>
    given.size !== wanted.size || [...given].some((family) => !wanted.has(family));
  const problems: string[] = [];
  if (differs(families(addresses))) problems.push('sources and addresses are of other families');
  if (destinations.length > 0 && differs(families(destinations))) {
    problems.push('sources and destinations are of other families');
  }
  return problems;
}
