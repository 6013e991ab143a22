/**
 * VrrpInstance: one virtual router (VRRPv3, RFC 9568) of a cluster. Its addresses are derived:
 * the VIPs of the services and the LIPs of the pools that it carries, and what is listed here.
 * All instances of a cluster move together, unless SyncGroups say otherwise.
 */
import { z } from 'zod';
import { family, interfaceName, name, prefix } from './fields.ts';

/** RFC 9568 section 5.2.7: 12 bits of centiseconds. */
const ADVERT_INTERVAL_MAX_MS = 40_950;

const carried = z.strictObject({
  address: prefix.describe('The address with its prefix length.'),
  interface: interfaceName.optional().describe('Its link; the instance’s own when absent.'),
});

export const vrrpInstanceSpec = z.strictObject({
  cluster: name.describe('The cluster it belongs to.'),
  interface: interfaceName.describe('The link that adverts are sent on and VIPs are put on.'),
  virtualRouterId: z.int().min(1).max(255).describe('Unique in its layer-2 network.'),
  family: family
    .default('ipv4')
    .describe('One family an instance: v4 and v6 are two virtual routers on the wire.'),
  advertIntervalMs: z
    .int()
    .multipleOf(10)
    .min(10)
    .max(ADVERT_INTERVAL_MAX_MS)
    .default(1_000)
    .describe('From advert to advert; a backup takes over after three missed ones and a little.'),
  addresses: z
    .array(carried)
    .max(256)
    .default([])
    .describe('Further addresses to carry, for example the real servers’ gateway in NAT mode.'),
});
