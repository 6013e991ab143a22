/**
 * Gives places in mark space to services, real servers and lists of local addresses. What has a
 * place keeps it, so a change touches the entries of what changed and no other. A new one gets the
 * place that its key hashes to, or the next free one. So directors of one cluster nearly always
 * give a real server the same mark without speaking to each other, and connections that were
 * synchronised to the other director, or outlived a removal, count for the right one.
 */
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import { type RealServerKey, realServerKey, type ServiceKey } from '../../schemas/names.ts';
import { BACKEND_INDEX_MAX, SERVICE_INDEX_MAX } from './marks.ts';
import { NO_ORPHANS, type PlacedService, type TableState } from './table-state.ts';

/**
 * The state that holds `services`, with every place of `before` kept. Services that are the very
 * objects of `before` stay as they are, damage included; orphans are gone.
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

/** Hands out free indexes from 0 to `max`, each as near after the hash of its key as can be. */
class IndexPool {
  readonly #used: Set<number>;
  readonly #max: number;
  readonly #what: string;

  constructor(used: Iterable<number>, max: number, what: string) {
    this.#used = new Set(used);
    this.#max = max;
    this.#what = what;
  }

  take(key: string): number {
    const places = this.#max + 1;
    const start = hashOf(key) % places;
    for (let step = 0; step < places; step += 1) {
      const index = (start + step) % places;
      if (this.#used.has(index)) continue;
      this.#used.add(index);
      return index;
    }
    const what = `no room for more ${this.#what}: ${places} at most`;
    throw new FleetError('E_DATAPLANE_APPLY', what);
  }
}

/** FNV-1a, 32 bits: the same on every director, today and after an upgrade. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
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
