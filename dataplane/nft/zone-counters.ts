/**
 * Counters of the SNAT zones. The accounts count by the mark of a connection, which its first packet
 * gets only after they looked at it; that packet, and with it the connection, is in the zone's own
 * counter, and the two are added up.
 */
import type { SnatCounters } from '../../schemas/dataplane.ts';
import { insertFailures } from '../conntrack/insert-failures.ts';
import { readCounters, readNamedCounters } from './listing.ts';
import { zoneMark } from './marks.ts';
import { list } from './table-reader.ts';
import type { TableState } from './table-state.ts';
import { UNMATCHED_COUNTER, zoneCounterName } from './zone-entries.ts';

/** @throws FleetError E_DATAPLANE_OBSERVE */
export async function readSnatCounters(
  wrap: readonly string[],
  table: string,
  state: TableState,
): Promise<SnatCounters> {
  const zones = state.zones.filter(({ index }) => index >= 0);
  const natFailures = await insertFailures(wrap);
  if (zones.length === 0) return { zones: [], unmatched: 0, natFailures };
  const listing = async (what: readonly string[]) => list(wrap, ['-j', 'list', ...what]);
  const named = readNamedCounters(await listing(['counters', 'table', 'inet', table]));
  const outward = readCounters(await listing(['set', 'inet', table, 'acct_in']));
  const inward = readCounters(await listing(['set', 'inet', table, 'acct_out']));
  return {
    zones: zones.map(({ zone, index }) => {
      const first = named.get(zoneCounterName(index)) ?? NONE;
      const later = outward.get(zoneMark(index)) ?? NONE;
      const { packets: packetsIn, bytes: bytesIn } = inward.get(zoneMark(index)) ?? NONE;
      return {
        zone: zone.key,
        connections: first.packets,
        packetsOut: first.packets + later.packets,
        bytesOut: first.bytes + later.bytes,
        packetsIn,
        bytesIn,
      };
    }),
    unmatched: named.get(UNMATCHED_COUNTER)?.packets ?? 0,
    natFailures,
  };
}

const NONE = { packets: 0, bytes: 0 } as const;
