/**
 * Packets and bytes per real server from the two account sets, one per direction. nft prints every
 * element with its counter: about 1.5 s for 100,000 of them. Never for a decision in a hot path.
 */
import type { RealServerCounters } from '../../schemas/dataplane.ts';
import { readCounters } from './listing.ts';
import { backendMark } from './marks.ts';
import { list } from './table-reader.ts';
import type { TableState } from './table-state.ts';

/** @throws FleetError E_DATAPLANE_OBSERVE */
export async function readBackendCounters(
  wrap: readonly string[],
  table: string,
  state: TableState,
): Promise<RealServerCounters[]> {
  const read = async (set: string) =>
    readCounters(await list(wrap, ['-j', 'list', 'set', 'inet', table, set]));
  const inward = await read('acct_in');
  const outward = await read('acct_out');
  const counters: RealServerCounters[] = [];
  for (const [service, { placement }] of state.placed) {
    for (const [realServer, backend] of placement.backends) {
      const mark = backendMark(placement.index, backend);
      const { packets: packetsIn = 0, bytes: bytesIn = 0 } = inward.get(mark) ?? {};
      const { packets: packetsOut = 0, bytes: bytesOut = 0 } = outward.get(mark) ?? {};
      counters.push({ service, realServer, packetsIn, bytesIn, packetsOut, bytesOut });
    }
  }
  return counters;
}
