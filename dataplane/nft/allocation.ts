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
import { IndexPool } from './index-pool.ts';
import { BACKEND_INDEX_MAX, SERVICE_INDEX_MAX, ZONE_INDEX_MAX } from './marks.ts';
import {
  NO_ORPHANS,
  type PlacedService,
  type PlacedZone,
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
  return { ...placeServices(before, contents.services), zones, zoneList };
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
 * Of this the part for services; zones stay as they are.
 * @throws FleetError E_DATAPLANE_APPLY when the mark space is full
 */
export function placeServices(
  before: TableState,
  services: ReadonlyMap<ServiceKey, DataplaneService>,
): TableState {
  const chains = new Map(before.localAddressChains);
  const chainPool = new IndexPool(chains.keys(), SERVICE_INDEX_MAX, 'lists of local addresses');
  const chainIds = new Map(Array.from(chains, ([id, addresses]) => [listKey(addresses), id]));
  const chainFor = (addresses: readonly string[]): number | undefined => {
    if (addresses.length === 0) return undefined;
    const known = chainIds.get(listKey(addresses));
    if (known !== undefined) return known;
    const id = chainPool.take(listKey(addresses));
    chains.set(id, addresses);
    chainIds.set(listKey(addresses), id);
    return id;
  };
  const indexes = Array.from(before.placed.values(), ({ placement }) => placement.index);
  const pool = new IndexPool(indexes, SERVICE_INDEX_MAX, 'services');
  const placed = new Map<ServiceKey, PlacedService>();
  for (const [key, service] of services) {
    const old = before.placed.get(key);
    if (old?.service === service) {
      placed.set(key, old);
      continue;
    }
    const index = old?.placement.index ?? pool.take(key);
    const backends = placeBackends(service, old?.placement.backends ?? new Map());
    const localAddressChain = chainFor(service.localAddresses);
    placed.set(key, { service, placement: { index, backends, localAddressChain } });
  }
  return {
    condition: 'sound',
    placed,
    localAddressChains: withoutUnused(chains, placed),
    zones: before.zones,
    zoneList: before.zoneList,
    orphans: NO_ORPHANS,
  };
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
  chains: ReadonlyMap<number, readonly string[]>,
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
