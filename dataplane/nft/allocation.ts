/**
 * Gives places in mark space to services, real servers, lists of local addresses and SNAT zones. What has a
 * place keeps it, so a change touches the entries of what changed and no other. A new one gets the
 * place that its key hashes to, or the next free one. So directors of one cluster nearly always
 * give a real server the same mark without speaking to each other, and connections that were
 * synchronised to the other director, or outlived a removal, count for the right one.
 */
import type {
  DataplaneContents,
  DataplaneService,
  DataplaneZone,
} from '../../schemas/dataplane.ts';
import { type RealServerKey, realServerKey, type ServiceKey } from '../../schemas/names.ts';
import { differingKeys, patchedMap } from '../../schemas/patched-map.ts';
import { IndexPool } from './index-pool.ts';
import { BACKEND_INDEX_MAX, SERVICE_INDEX_MAX, ZONE_INDEX_MAX } from './marks.ts';
import {
  contentsOf,
  NO_ORPHANS,
  type PlacedService,
  type PlacedZone,
  rememberServices,
  STRAY_ZONE_KEY,
  type TableState,
} from './table-state.ts';
import { zoneListRules } from './zone-entries.ts';

/**
 * The state that holds `contents`, with every place of `before` kept. What is the very object of
 * `before` stays as it is, damage included; orphans and an edited list of zones are gone.
 * @throws FleetError E_DATAPLANE_APPLY when the mark space is full
 */
export function placeContents(before: TableState, contents: DataplaneContents): TableState {
  const zones = placeZones(before.zones, contents.zones);
  const zoneList = zoneListRules(zones);
  const state = { ...placeServices(before, contents.services), zones, zoneList };
  rememberServices(state, contents.services);
  return state;
}

function placeZones(
  before: readonly PlacedZone[],
  zones: readonly DataplaneZone[],
): readonly PlacedZone[] {
  const known = new Map(before.map((placed) => [placed.zone.key, placed]));
  const indexes = before.map(({ index }) => index);
  const pool = new IndexPool(indexes, ZONE_INDEX_MAX, 'zones');
  return zones
    .filter(({ key }) => key !== STRAY_ZONE_KEY)
    .map((zone) => {
      const old = known.get(zone.key);
      if (old?.zone === zone) return old;
      return { zone, index: old?.index ?? pool.take(zone.key) };
    });
}

/**
 * Of this the part for services; zones stay as they are. Looks at nothing but what differs from
 * `before`, so one change among 10,000 services costs what one service does.
 * @throws FleetError E_DATAPLANE_APPLY when the mark space is full
 */
export function placeServices(
  before: TableState,
  services: ReadonlyMap<ServiceKey, DataplaneService>,
): TableState {
  const lists = new AddressLists(before.localAddressChains);
  let pool: IndexPool | undefined;
  // A walk over all services, for a new one only.
  const newIndex = (key: ServiceKey): number => {
    pool ??= poolBeside(before);
    return pool.take(key);
  };
  const changes = new Map<ServiceKey, PlacedService | undefined>();
  for (const key of differingKeys(contentsOf(before).services, services)) {
    const service = services.get(key);
    const old = before.placed.get(key);
    if (service === undefined) {
      changes.set(key, undefined);
      continue;
    }
    const index = old?.placement.index ?? newIndex(key);
    const backends = placeBackends(service, old?.placement.backends ?? new Map());
    const localAddressChain = lists.chainFor(service.localAddresses);
    changes.set(key, { service, placement: { index, backends, localAddressChain } });
  }
  const placed = changes.size === 0 ? before.placed : patchedMap(before.placed, changes);
  const isSameUse = [...changes].every(([key, next]) => {
    const old = before.placed.get(key);
    const was = old?.placement.localAddressChain;
    return old?.damage === undefined && next?.placement.localAddressChain === was;
  });
  const isTidy = isSameUse && tidy.has(before.localAddressChains);
  const localAddressChains = isTidy
    ? before.localAddressChains
    : withoutUnused(lists.chains, placed);
  tidy.add(localAddressChains);
  return {
    condition: 'sound',
    placed,
    localAddressChains,
    zones: before.zones,
    zoneList: before.zoneList,
    orphans: NO_ORPHANS,
  };
}

function poolBeside({ placed }: TableState): IndexPool {
  const indexes = Array.from(placed.values(), ({ placement }) => placement.index);
  return new IndexPool(indexes, SERVICE_INDEX_MAX, 'services');
}

type Chains = ReadonlyMap<number, readonly string[]>;

/** Lists that were seen to hold no chain but those that services use. */
const tidy = new WeakSet<Chains>();

/** The lists of local addresses by their chains; equal lists are one. */
class AddressLists {
  readonly chains: Map<number, readonly string[]>;
  readonly #pool: IndexPool;
  readonly #ids: Map<string, number>;

  constructor(before: Chains) {
    this.chains = new Map(before);
    this.#pool = new IndexPool(before.keys(), SERVICE_INDEX_MAX, 'lists of local addresses');
    this.#ids = new Map(Array.from(before, ([id, addresses]) => [listKey(addresses), id]));
  }

  chainFor(addresses: readonly string[]): number | undefined {
    if (addresses.length === 0) return undefined;
    const key = listKey(addresses);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#pool.take(key);
    this.chains.set(id, addresses);
    this.#ids.set(key, id);
    return id;
  }
}

function placeBackends(
  service: DataplaneService,
  old: ReadonlyMap<RealServerKey, number>,
): Map<RealServerKey, number> {
  const pool = new IndexPool(old.values(), BACKEND_INDEX_MAX, `backends of ${service.key}`);
  return new Map(
    service.realServers
      .map(realServerKey)
      .map((key): [RealServerKey, number] => [key, old.get(key) ?? pool.take(key)]),
  );
}

function withoutUnused(
  chains: Chains,
  placed: ReadonlyMap<ServiceKey, PlacedService>,
): Map<number, readonly string[]> {
  const used = new Set<number | undefined>();
  for (const { placement, damage } of placed.values()) {
    used.add(placement.localAddressChain);
    for (const { map, rest } of damage?.elements.values() ?? []) {
      if (map === 'lips') used.add(Number(/lip(\d+)$/.exec(rest)?.[1]));
    }
  }
  return new Map([...chains].filter(([id]) => used.has(id)));
}

function listKey(addresses: readonly string[]): string {
  return addresses.join(' ');
}
