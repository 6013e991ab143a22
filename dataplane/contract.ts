/**
 * The dataplane contract: what every driver does, and all that the rest of Sluice may know of one.
 * A driver translates; it decides nothing. Diff and order are shared and pure (diff.ts, order.ts).
 * One contract suite (test/dataplane/contract) runs against every driver and the memory twin.
 */
import type { Capabilities } from '../schemas/capabilities.ts';
import type {
  ConnectionCount,
  ConnectionEvent,
  ConnectionFilter,
  ConnectionPage,
  Observed,
  Op,
  RealServerCounters,
  SnatCounters,
  ZoneAddressCount,
} from '../schemas/dataplane.ts';

export interface Dataplane {
  /** Constant for the life of the driver. */
  capabilities(): Capabilities;

  /**
   * What the kernel really holds now: ours as services and zones, everything else in the driver's
   * domain as foreign. Never from memory alone: a change by somebody else must show. A service
   * whose entries somebody's edit left inconsistent has an empty name, and such a zone has no
   * addresses, so that every plan differs from it; rules among the zones that are none of ours show
   * as one more zone, whose key no plan can have.
   * @throws FleetError E_DATAPLANE_OBSERVE
   */
  observe(): Promise<Observed>;

  /**
   * Applies the ops in order as one transaction: after a resolve all took effect, after a reject
   * none did. An op that is already so (add what is there, remove what is not) is no error, so a
   * repeated call is harmless. Established connections of what is not removed are untouched, as
   * are those of a zone whatever happens to it: what was translated stays so to its end.
   * @throws FleetError E_DATAPLANE_APPLY with the dataplane's own words; E_CAPABILITY
   */
  apply(ops: readonly Op[]): Promise<void>;

  /**
   * Connections that match, at most `filter.limit`; `total` counts all that match.
   * @throws FleetError E_INVALID for a filter that cannot be read, E_DATAPLANE_OBSERVE
   */
  connections(filter: ConnectionFilter): Promise<ConnectionPage>;

  /**
   * Tracked connections per service and real server, in one pass over the table; pairs without a
   * connection are left out, and so are zones. Costs a walk over every tracked connection: for status, not per event.
   */
  connectionCounts(): Promise<readonly ConnectionCount[]>;

  /** The same for SNAT zones and their addresses, those without a connection left out. */
  zoneAddressCounts(): Promise<readonly ZoneAddressCount[]>;

  /** New, changed and ended connections of our services and zones until the signal aborts. */
  connectionEvents(signal: AbortSignal): AsyncIterable<ConnectionEvent>;

  /** Per service and real server, since the entry was made. May take seconds with 10^5 entries. */
  counters(): Promise<readonly RealServerCounters[]>;

  /** Of the SNAT zones; all zero and empty where there are none. */
  snatCounters(): Promise<SnatCounters>;

  /** Frees what the driver holds in this process. The kernel keeps forwarding. Idempotent. */
  close(): Promise<void>;
}
