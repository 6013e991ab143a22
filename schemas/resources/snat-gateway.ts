/**
 * SnatGateway: how hosts behind the directors reach the outside. Zones are ordered: the first whose
 * networks match a packet decides, and a packet that no zone matches is not translated. So the
 * default zone (0.0.0.0/0) stands last.
 */
import { z } from 'zod';
import { CONNECTIONS_LIMIT_MAX, ZONE_NETWORKS_MAX, ZONES_PER_GATEWAY_MAX } from '../limits.ts';
import { address, areDistinct, interfaceName, name, network, TWICE_IN_LIST } from './fields.ts';
import { exhaustionPercent, portRange } from './local-address-pool.ts';

export const SNAT_PROTOCOLS = ['tcp', 'udp', 'icmp'] as const;

const pool = z.strictObject({
  addresses: z
    .array(address)
    .min(1)
    .max(256)
    .refine(areDistinct, TWICE_IN_LIST)
    .describe('The addresses (LIPs) that the outside sees.'),
  rotation: z
    .enum(['roundRobin', 'persistent'])
    .default('roundRobin')
    .describe('A new connection takes the next address, or the one its source always has.'),
  portRange: portRange.optional().describe('Source ports; the driver’s own range when absent.'),
  exhaustionPercent: exhaustionPercent
    .optional()
    .describe('Warn when so much of an address’s ports is in use.'),
});

const zone = z.strictObject({
  name: name.describe('Unique in its gateway.'),
  sources: z
    .array(network)
    .min(1)
    .max(ZONE_NETWORKS_MAX)
    .describe('Networks whose packets it translates.'),
  destinations: z
    .array(network)
    .max(ZONE_NETWORKS_MAX)
    .default([])
    .describe('Only packets to these networks; to anywhere when empty.'),
  pool: pool.describe('What the sources are translated to.'),
  egressInterface: interfaceName.describe(
    'The link the packets leave by; the addresses are put on it.',
  ),
  nextHop: address.optional().describe('The router there; the routing table’s when absent.'),
  connections: z
    .int()
    .min(1)
    .max(CONNECTIONS_LIMIT_MAX)
    .optional()
    .describe('Connections at a time that it is made for; the pool is checked against it.'),
});

export const snatGatewaySpec = z.strictObject({
  cluster: name.describe('The cluster that translates.'),
  zones: z
    .array(zone)
    .min(1)
    .max(ZONES_PER_GATEWAY_MAX)
    .refine((zones) => areDistinct(zones.map((one) => one?.name)), {
      message: 'two zones have one name',
      params: { code: 'E_CONTRADICTION', hint: 'give every zone a name of its own' },
    })
    .describe('In order: the first that matches decides.'),
  protocols: z
    .array(z.enum(SNAT_PROTOCOLS))
    .min(1)
    .max(SNAT_PROTOCOLS.length)
    .refine(areDistinct, TWICE_IN_LIST)
    .default([...SNAT_PROTOCOLS])
    .describe('What is translated.'),
  vrrpInstance: name
    .optional()
    .describe('Which VRRP instance carries the addresses; the only one of that family if absent.'),
});
export type SnatZone = z.infer<typeof snatGatewaySpec>['zones'][number];
