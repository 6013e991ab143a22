/** What a driver has to bring along so that the contract suite can be run against it. */
import type { Dataplane } from '../../dataplane/contract.ts';
import type { Connection, DataplaneService, DataplaneZone } from '../../schemas/dataplane.ts';

/** A driver in a place where foreign hands and traffic can be had. */
export interface DataplaneUnderTest {
  readonly dataplane: Dataplane;
  /** Another driver instance upon the same kernel state. */
  reopened(): Promise<Dataplane>;
  /** Somebody makes NAT rules outside of Sluice; `where` of what is reported has `mark` in it. */
  addForeign(): Promise<{ mark: string }>;
  removeForeign(): Promise<void>;
  /** Somebody takes this service out by hand. */
  removeByHand(service: DataplaneService): Promise<void>;
  /** A client opens a connection to a service made by `webOn(vip)`, and ends it. */
  open(service: DataplaneService): Promise<Pick<Connection, 'client' | 'realServer' | 'local'>>;
  end(): Promise<void>;
  /** Somebody takes this zone out of the list of zones by hand. */
  removeZoneByHand(zone: DataplaneZone): Promise<void>;
  /** A host inside opens a connection to one outside, through the zone `outward`. `end` ends it. */
  openOutward(): Promise<Pick<Connection, 'client' | 'realServer' | 'local'>>;
  close(): Promise<void>;
}

export interface ContractOptions {
  readonly make: () => Promise<DataplaneUnderTest>;
  /** A service that `open` can reach. */
  readonly web: DataplaneService;
  /** A zone that `openOutward` goes through. */
  readonly outward: DataplaneZone;
  /** Random runs; a kernel is slower than a map. */
  readonly runs: number;
}
