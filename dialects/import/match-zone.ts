/**
 * The match of a DPVS service (`proto=tcp,src-range=A-B,oif=dpdk0`) as a SNAT zone. A match that a
 * zone cannot say is refused: a zone that is wider would translate what was let through.
 */
import type { FlowProtocol } from '../../schemas/names.ts';
import { dropUndefined } from '../text/optional.ts';
import { networksBetween } from './networks-between.ts';
import { zoneName } from './snat-words.ts';

export type Match = Readonly<Record<string, string | undefined>>;

const PROTOCOLS: Readonly<Record<string, FlowProtocol>> = {
  tcp: 'tcp',
  udp: 'udp',
  icmp: 'icmp',
  icmpv6: 'icmp',
};

/** The zone, or why there can be none. */
export function zoneOfMatch(match: Match) {
  const protocol = PROTOCOLS[match['proto']?.toLowerCase() ?? 'tcp'];
  if (protocol === undefined) return `no SNAT for ${match['proto']}`;
  if ((match['iif'] ?? '') !== '')
    return 'a zone is not chosen by the link that packets come in by';
  const sources = rangeOf(match['src-range']);
  const destinations = rangeOf(match['dst-range']);
  if (sources === undefined || destinations === undefined) {
    return 'a zone is chosen by networks, not by ports or by what is no range of addresses';
  }
  if (sources.length === 0 && destinations.some((one) => one.includes(':'))) sources.push('::/0');
  if (sources.length === 0) sources.push('0.0.0.0/0');
  const oif = match['oif'] === '' ? undefined : match['oif'];
  return {
    name: zoneName(sources, destinations[0]),
    sources,
    destinations,
    protocols: new Set([protocol]),
    ...dropUndefined({ egressInterface: oif }),
  };
}

/** `A-B`, `A-B:0-0`; [] for all; undefined when ports are chosen or it cannot be read. */
function rangeOf(text: string | undefined): string[] | undefined {
  const range = (text ?? '').replace(/:0(-0)?$/, '').replace(/^\[(.*)\]$/, '$1');
  if (range === '' || /^(0\.0\.0\.0-0\.0\.0\.0|::-::)$/.test(range)) return [];
  return networksBetween(range);
}

/** What `ipvsadm -ln` calls otherwise than the option that makes it. */
const LISTED: Readonly<Record<string, string>> = { from: 'src-range', to: 'dst-range' };

/** `proto=tcp,src-range=A-B,oif=dpdk0`, or as it is listed, `tcp,from=A-B:0-0,oif=dpdk0`. */
export function readMatchText(text: string): Match {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const at = part.indexOf('=');
      const key = part.slice(0, Math.max(at, 0));
      return at < 0 ? ['proto', part] : [LISTED[key] ?? key, part.slice(at + 1)];
    }),
  );
}
