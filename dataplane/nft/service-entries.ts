/**
 * What one service looks like in the kernel: map elements and the one rule of its chain, each in
 * the exact text nft takes. A service and its placement give one set of entries and no other, so
 * entries read back from the kernel can be compared with what they should be.
 */
import { familyOf } from '../../schemas/address.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { type RealServerKey, realServerKey } from '../../schemas/names.ts';
import { backendMark, hex, localAddressKey, parkedLocalAddressKey, slotBase } from './marks.ts';
import { scheduleSlots } from './schedule.ts';
import type { MapName } from './skeleton.ts';

/** An element: `rest` is what follows the key when it is added. */
export interface Element {
  readonly map: MapName;
  readonly key: string;
  readonly rest: string;
}

export interface ServiceEntries {
  /** By `map key`. */
  readonly elements: ReadonlyMap<string, Element>;
  /** Rules of the service's chain; a service that takes no connection has none. */
  readonly rules: readonly string[];
}

/** Where a service sits in mark space. */
export interface Placement {
  readonly index: number;
  readonly backends: ReadonlyMap<RealServerKey, number>;
  /** Chain of its local addresses; undefined when it has none. */
  readonly localAddressChain: number | undefined;
}

export function serviceChain(index: number): string {
  return `s${index}`;
}

export function localAddressChainName(id: number): string {
  return `lip${id}`;
}

/** The one rule that rotates a list of local addresses, connection by connection. */
export function localAddressRule(addresses: readonly string[]): string {
  const family = familyOf(addresses[0] ?? '') === 'ipv4' ? 'ip' : 'ip6';
  const choices = addresses.map((address, i) => `${i} : ${address}`).join(', ');
  return `snat ${family} to numgen inc mod ${addresses.length} map { ${choices} }`;
}

/** The rule that takes the next slot; its generator lives as long as the rule does. */
export function scheduleRule(index: number, slots: number): string {
  return `ct mark set numgen inc mod ${slots} offset ${slotBase(index)} goto pick`;
}

export function encodeService(service: DataplaneService, placement: Placement): ServiceEntries {
  const { index } = placement;
  const family = familyOf(service.address) === 'ipv4' ? '4' : '6';
  const slots = slotMarks(service, placement);
  const elements: Element[] = [
    {
      map: `svc${family}`,
      key: `${service.address} . ${service.protocol} . ${service.port}`,
      rest: `comment "${serviceComment(service)}" : goto ${serviceChain(index)}`,
    },
    ...slots.map(
      (mark, i): Element => ({
        map: 'slots',
        key: String(slotBase(index) + i),
        rest: `: ${hex(mark)}`,
      }),
    ),
  ];
  for (const server of service.realServers) {
    const key = hex(markOf(placement, realServerKey(server)));
    const rest = `comment "${server.weight}" : ${server.address} . ${server.port}`;
    elements.push(
      { map: `be${family}`, key, rest },
      { map: 'acct_in', key, rest: '' },
      { map: 'acct_out', key, rest: '' },
    );
  }
  if (placement.localAddressChain !== undefined) {
    const used = service.forwarding === 'fullnat';
    elements.push({
      map: 'lips',
      key: hex(used ? localAddressKey(index) : parkedLocalAddressKey(index)),
      rest: `: goto ${localAddressChainName(placement.localAddressChain)}`,
    });
  }
  return {
    elements: new Map(elements.map((element) => [elementId(element), element])),
    rules: slots.length === 0 ? [] : [scheduleRule(index, slots.length)],
  };
}

export function elementId({ map, key }: { map: string; key: string }): string {
  return `${map} ${key}`;
}

/** `web rr fullnat`: what the maps themselves do not say. */
export function serviceComment(service: DataplaneService): string {
  return `${service.name} ${service.scheduler} ${service.forwarding}`;
}

/**
 * Marks in schedule order. A fullnat service without local address takes no connections: their
 * answers could not find the way back.
 */
function slotMarks(service: DataplaneService, placement: Placement): number[] {
  if (service.forwarding === 'fullnat' && placement.localAddressChain === undefined) return [];
  const marks = service.realServers.map((server) => markOf(placement, realServerKey(server)));
  const weights = service.realServers.map(({ weight }) =>
    service.scheduler === 'rr' ? Math.min(weight, 1) : weight,
  );
  return scheduleSlots(weights).map((position) => marks[position] ?? 0);
}

function markOf(placement: Placement, realServer: RealServerKey): number {
  const backend = placement.backends.get(realServer);
  if (backend === undefined) throw new Error(`no place for ${realServer}`);
  return backendMark(placement.index, backend);
}
