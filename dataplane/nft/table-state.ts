/**
 * What the table holds, in memory: services with their places, lists of local addresses, and what
 * is left of entries that no longer make a service. It is either read from the kernel or follows
 * from a transaction that the kernel took.
 */
import type { DataplaneService } from '../../schemas/dataplane.ts';
import type { ServiceKey } from '../../schemas/names.ts';
import { encodeService, type Placement, type ServiceEntries } from './service-entries.ts';

/** A service in its place. */
export interface PlacedService {
  readonly service: DataplaneService;
  readonly placement: Placement;
  /** What the kernel really holds, when somebody's edit made it differ from what it should be. */
  readonly damage?: ServiceEntries | undefined;
}

export interface TableState {
  /** `changed`: of another layout, or its shared rules were edited; then nothing else is read. */
  readonly condition: 'absent' | 'changed' | 'sound';
  readonly placed: ReadonlyMap<ServiceKey, PlacedService>;
  readonly localAddressChains: ReadonlyMap<number, readonly string[]>;
  /** Entries without a service: they forward nothing, and the next transaction removes them. */
  readonly orphans: Orphans;
}

export interface Orphans {
  readonly elements: ServiceEntries['elements'];
  readonly chains: readonly string[];
}

export const NO_ORPHANS: Orphans = { elements: new Map(), chains: [] };

export const EMPTY_TABLE: TableState = {
  condition: 'absent',
  placed: new Map(),
  localAddressChains: new Map(),
  orphans: NO_ORPHANS,
};

/** The entries the kernel holds for a placed service. */
export function entriesOf(placed: PlacedService): ServiceEntries {
  return placed.damage ?? encodeService(placed.service, placed.placement);
}

export function servicesOf(state: TableState): Map<ServiceKey, DataplaneService> {
  return new Map(Array.from(state.placed, ([key, { service }]) => [key, service]));
}
