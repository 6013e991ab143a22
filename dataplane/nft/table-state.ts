/**
 * What the table holds, in memory: services with their places, lists of local addresses, and what
 * is left of entries that no longer make a service. It is either read from the kernel or follows
 * from a transaction that the kernel took.
 */
import type {
  DataplaneContents,
  DataplaneService,
  DataplaneZone,
} from '../../schemas/dataplane.ts';
import type { ServiceKey } from '../../schemas/names.ts';
import { encodeService, type Placement, type ServiceEntries } from './service-entries.ts';
import { type ZoneChains, zoneChains } from './zone-entries.ts';

/** A service in its place. */
export interface PlacedService {
  readonly service: DataplaneService;
  readonly placement: Placement;
  /** What the kernel really holds, when somebody's edit made it differ from what it should be. */
  readonly damage?: ServiceEntries | undefined;
}

/** A SNAT zone in its place. */
export interface PlacedZone {
  readonly zone: DataplaneZone;
  readonly index: number;
  /** What the kernel really holds, when somebody's edit made it differ from what it should be. */
  readonly damage?: ZoneChains | undefined;
}

/** Key of the zone that stands for an edited list of zones; no zone of a plan can have it. */
export const STRAY_ZONE_KEY = '?/edited';

export interface TableState {
  /** `changed`: of another layout, or its shared rules were edited; then nothing else is read. */
  readonly condition: 'absent' | 'changed' | 'sound';
  readonly placed: ReadonlyMap<ServiceKey, PlacedService>;
  readonly localAddressChains: ReadonlyMap<number, readonly string[]>;
  /** In the order they are tried. */
  readonly zones: readonly PlacedZone[];
  /** Rules of the chain that holds this order. */
  readonly zoneList: readonly string[];
  /** Entries without a service or zone: they forward nothing, and the next transaction removes them. */
  readonly orphans: Orphans;
}

export interface Orphans {
  readonly elements: ServiceEntries['elements'];
  readonly chains: readonly string[];
  readonly counters: readonly string[];
}

export const NO_ORPHANS: Orphans = { elements: new Map(), chains: [], counters: [] };

export const EMPTY_TABLE: TableState = {
  condition: 'absent',
  placed: new Map(),
  localAddressChains: new Map(),
  zones: [],
  zoneList: [],
  orphans: NO_ORPHANS,
};

/** The entries the kernel holds for a placed service. */
export function entriesOf(placed: PlacedService): ServiceEntries {
  return placed.damage ?? encodeService(placed.service, placed.placement);
}

export function zoneChainsOf({ zone, index, damage }: PlacedZone): ZoneChains {
  return damage ?? zoneChains(zone, index);
}

/** Worked out once: a state is never changed, and with 10,000 services it takes milliseconds. */
const known = new WeakMap<TableState, DataplaneContents>();

export function contentsOf(state: TableState): DataplaneContents {
  const found = known.get(state);
  if (found !== undefined) return found;
  const services = new Map(Array.from(state.placed, ([key, { service }]) => [key, service]));
  const contents = { services, zones: state.zones.map(({ zone }) => zone) };
  known.set(state, contents);
  return contents;
}

/** For who made the state of these services: they need not be gathered from it again. */
export function rememberServices(state: TableState, services: DataplaneContents['services']): void {
  known.set(state, { services, zones: state.zones.map(({ zone }) => zone) });
}
