/**
 * How the 32 bits of a connection mark (conntrack's ct mark) are used. A connection to one of our
 * services carries `0x5 | service index (19 bits) | backend index (9 bits)`, one that a SNAT zone
 * translated `0x7000 | zone index (16 bits)`; other marks are never set, matched or counted by us.
 * A mark names one real server in one service, or one zone, for as long as they are there, and the
 * whole service by masking nine bits.
 */

import { CAPABILITIES } from '../../schemas/capabilities.ts';

/** Marks of services. */
const MARK_TAG = 0x5000_0000;
/** Marks of SNAT zones. */
const ZONE_TAG = 0x7000_0000;
/** Services and zones in one, tag under mask, as conntrack(8) takes it with `--mark`. */
export const MARKS = { tag: 0x5000_0000, mask: 0xd000_0000 } as const;

/** Zones that a director can hold by their marks: plenty, so that hashes of keys seldom meet. */
export const ZONE_INDEX_MAX = 2 ** 16 - 1;

/** Services that one director can hold; the number of bits left beside tag and backend. */
export const SERVICE_INDEX_MAX = 2 ** 19 - 1;
/** Backends of one service: twice the real servers it may have, so old and new fit together. */
export const BACKEND_INDEX_MAX = 2 ** 9 - 1;
/** Mark of a whole service: this mask takes the backend away. */
export const SERVICE_MASK = 0xffff_fe00;

/** Positions of one service's schedule, the parts that new connections are dealt out in. */
export const SLOTS_MAX = CAPABILITIES.nft.shareParts;

/** The mark of connections to one backend of one service. */
export function backendMark(serviceIndex: number, backendIndex: number): number {
  return MARK_TAG + serviceIndex * 2 ** 9 + backendIndex;
}

/** Key of the local addresses of a service that uses them: its mark without backend. */
export function localAddressKey(serviceIndex: number): number {
  return MARK_TAG + serviceIndex * 2 ** 9;
}

/** Key of local addresses that a service has but (being `nat`) does not use: matches no mark. */
export function parkedLocalAddressKey(serviceIndex: number): number {
  return 0x6000_0000 + serviceIndex * 2 ** 9;
}

/** First slot key of a service; its schedule is the keys from here on. */
export function slotBase(serviceIndex: number): number {
  return serviceIndex * SLOTS_MAX;
}

/** Service and backend index of a mark or key of ours, parked keys included. */
export function markParts(mark: number): { serviceIndex: number; backendIndex: number } {
  const low = mark % 2 ** 28;
  return { serviceIndex: Math.floor(low / 2 ** 9), backendIndex: low % 2 ** 9 };
}

/** The mark of connections that a zone translated. */
export function zoneMark(index: number): number {
  return ZONE_TAG + index;
}

export function isZoneMark(mark: number): boolean {
  return mark >= ZONE_TAG && mark <= ZONE_TAG + ZONE_INDEX_MAX;
}

/** As nft text wants it. */
export function hex(mark: number): string {
  return `0x${mark.toString(16).padStart(8, '0')}`;
}
