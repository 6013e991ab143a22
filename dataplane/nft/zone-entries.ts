/**
 * What one SNAT zone looks like in the kernel: three small chains, each rule in the one text that
 * nft takes and that a listing is read back into. `z<n>` asks for link, protocol and source,
 * `z<n>d` for the destination where a zone names some, `z<n>t` counts, marks and translates. The
 * chain `zones` jumps to them in order; what comes back from all of them is of no zone. Nothing of
 * a zone stands in another's chains, so a change leaves the rotation of all others as it is.
 */
import { type Family, familyOf } from '../../schemas/address.ts';
import type { DataplaneZone } from '../../schemas/dataplane.ts';
import type { FlowProtocol } from '../../schemas/names.ts';
import { hex, ZONE_INDEX_MAX, zoneMark } from './marks.ts';

/** Rules by chain. */
export type ZoneChains = ReadonlyMap<string, readonly string[]>;

/** Counter of what leaves by an egress link of a zone and is of no zone. */
export const UNMATCHED_COUNTER = 'unmatched';

/** Makes a source keep its address on every director, and across a restart. */
export const PERSISTENT_SEED = 0x5eed;

export function zoneChainNames(index: number): {
  match: string;
  destinations: string;
  take: string;
} {
  return { match: `z${index}`, destinations: `z${index}d`, take: `z${index}t` };
}

/** Of the first chain of a zone; undefined for every other chain. */
export function zoneIndexOf(chain: string): number | undefined {
  const index = Number(/^z(0|[1-9]\d*)$/.exec(chain)?.[1]);
  return index <= ZONE_INDEX_MAX ? index : undefined;
}

/** Counts connections begun; lives as long as the zone does, whatever becomes of its rules. */
export function zoneCounterName(index: number): string {
  return `z${index}`;
}

export function zoneChains(zone: DataplaneZone, index: number): ZoneChains {
  const { match, destinations, take } = zoneChainNames(index);
  const isAnywhere = zone.destinations.length === 0;
  const chains = new Map<string, readonly string[]>([
    [
      match,
      [
        `oifname != "${zone.egressInterface}" return`,
        `meta l4proto != ${protocolSet(zone.protocols)} return`,
        ...zone.sources.map((one) => networkRule('saddr', one, isAnywhere ? take : destinations)),
      ],
    ],
    [take, [takeRule(index), ...translationRules(zone)]],
  ]);
  if (isAnywhere) return chains;
  const rules = zone.destinations.map((one) => networkRule('daddr', one, take));
  return chains.set(destinations, rules);
}

/** The rules of the chain `zones`; a rule's text here includes its comment, which is the key. */
export function zoneListRules(zones: Iterable<{ zone: DataplaneZone; index: number }>): string[] {
  const jumps: string[] = [];
  const links = new Set<string>();
  for (const { zone, index } of zones) {
    jumps.push(`jump ${zoneChainNames(index).match} comment "${zone.key}"`);
    links.add(zone.egressInterface);
  }
  const counts = [...links]
    .sort()
    .map((link) => `oifname "${link}" counter name "${UNMATCHED_COUNTER}"`);
  return [...jumps, ...counts];
}

/** `{ tcp, udp }` in the order in which texts are compared. */
export function protocolSet(protocols: readonly string[]): string {
  const names = protocols.flatMap((one) => (one === 'icmp' ? ICMP_OF_BOTH_FAMILIES : [one]));
  return `{ ${[...new Set(names)].sort().join(', ')} }`;
}

const ICMP_OF_BOTH_FAMILIES = ['icmp', 'ipv6-icmp'];
const WITH_PORTS: readonly FlowProtocol[] = ['tcp', 'udp'];

/** nft has no comparison with a network of length 0: that is its whole family. */
function networkRule(side: 'saddr' | 'daddr', network: string, chain: string): string {
  const [address = '', length = ''] = network.split('/');
  const family = familyOf(address);
  if (length === '0') return `meta nfproto ${family} goto ${chain}`;
  const isHost = length === (family === 'ipv4' ? '32' : '128');
  return `${nftFamily(family)} ${side} ${isHost ? address : network} goto ${chain}`;
}

function takeRule(index: number): string {
  return `counter name "${zoneCounterName(index)}" ct mark set ${hex(zoneMark(index))}`;
}

/** A range of ports can be asked for only where there are ports, so ICMP has a rule of its own. */
function translationRules(zone: DataplaneZone): string[] {
  const { addresses, rotation, portRange, protocols } = zone;
  const withPorts = WITH_PORTS.filter((one) => protocols.includes(one));
  return (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const own = addresses.filter((address) => familyOf(address) === family);
    if (own.length === 0) return [];
    const snat = `snat ${nftFamily(family)} to ${choice(own, family, rotation)}`;
    if (portRange === undefined) return [snat];
    const { first, last } = portRange;
    return [
      ...(withPorts.length === 0
        ? []
        : [`meta l4proto ${protocolSet(withPorts)} ${snat} : ${first}-${last}`]),
      ...(protocols.includes('icmp') ? [snat] : []),
    ];
  });
}

function choice(
  addresses: readonly string[],
  family: Family,
  rotation: DataplaneZone['rotation'],
): string {
  const pairs = addresses.map((address, i) => `${i} : ${address}`).join(', ');
  const many = addresses.length;
  const turn =
    rotation === 'roundRobin'
      ? `numgen inc mod ${many}`
      : `jhash ${nftFamily(family)} saddr mod ${many} seed ${hex(PERSISTENT_SEED)}`;
  return `${turn} map { ${pairs} }`;
}

function nftFamily(family: Family): 'ip' | 'ip6' {
  return family === 'ipv4' ? 'ip' : 'ip6';
}
