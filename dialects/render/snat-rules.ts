/**
 * SNAT of lvs-snat v2: rules by source, destination and link under one service by mark, in the
 * words of its keepalived. It tries the longest network first.
 */
import { addressRange } from './address-range.ts';
import type { ZoneView } from './zone-view.ts';

/** A switch, not a mark: lvs-snat v2 translates while a service of this mark exists. */
export const SNAT_MARK = 1;
export const SNAT_SCHEDULER = 'snat_sched';

/** The words of keepalived; ipvsadm has an option for each. */
export interface SnatRule {
  readonly from: string;
  readonly to?: string;
  readonly oif?: string;
  readonly new_gw?: string;
  readonly snat_ip: string;
  readonly algo: 'sh' | 'random';
}

/** One for each source and destination. A next hop of its own decides the link as well. */
export function snatRules({ zone, egressInterface }: ZoneView): SnatRule[] {
  const destinations = zone.destinations.length === 0 ? [undefined] : zone.destinations;
  const range = addressRange(zone.pool.addresses) ?? '';
  return zone.sources.flatMap((from) =>
    destinations.map((to) => ({
      from,
      ...(to === undefined ? {} : { to }),
      ...(zone.nextHop === undefined ? { oif: egressInterface } : { new_gw: zone.nextHop }),
      snat_ip: range,
      algo: zone.pool.rotation === 'persistent' ? 'sh' : 'random',
    })),
  );
}
