/**
 * VrrpInstance: one virtual router (VRRPv3, RFC 9568) of a cluster. Its addresses are derived:
 * the VIPs of the services and the LIPs of the pools that it carries, and what is listed here.
 * All instances of a cluster move together (one sync group).
 */
import { z } from 'zod';
import { family, interfaceName, name, prefix } from './fields.ts';

/** RFC 9568 section 5.2.7: 12 bits of centiseconds. */
const ADVERT_INTERVAL_MAX_MS = 40_950;

export const vrrpInstanceSpec = z.strictObject({
  cluster: name,
  /** The link that adverts are sent on and VIPs are put on. */
  interface: interfaceName,
  /** Unique in its layer-2 network. */
  virtualRouterId: z.int().min(1).max(255),
  /** One family an instance: v4 and v6 are two virtual routers on the wire. */
  family: family.default('ipv4'),
  advertIntervalMs: z.int().multipleOf(10).min(10).max(ADVERT_INTERVAL_MAX_MS).default(1_000),
  /** Further addresses to carry, for example the real servers' gateway in NAT mode. */
  addresses: z
    .array(z.strictObject({ address: prefix, interface: interfaceName.optional() }))
    .max(256)
    .default([]),
});

export type VrrpInstanceSpec = z.infer<typeof vrrpInstanceSpec>;
