/**
 * VirtualService: what clients connect to (VIPs x ports, one protocol) and which real servers
 * answer. Field names follow ipvsadm(8) and keepalived.conf(5) where those have a word.
 */
import { z } from 'zod';
import { SCHEDULERS } from '../capabilities.ts';
import { LISTENERS_PER_SERVICE_MAX, REAL_SERVERS_PER_SERVICE_MAX } from '../limits.ts';
import { address, name, port, weight } from './fields.ts';
import { healthCheck } from './health-check.ts';

const inlineRealServer = z.strictObject({
  address,
  /** The service's port when absent; then the service has exactly one port. */
  port: port.optional(),
  /** Share of new connections under wrr; 0 takes no new ones and keeps the established. */
  weight: weight.default(1),
});

export const virtualServiceSpec = z.strictObject({
  cluster: name,
  vips: z.array(address).min(1).max(LISTENERS_PER_SERVICE_MAX),
  ports: z.array(port).min(1).max(LISTENERS_PER_SERVICE_MAX),
  protocol: z.enum(['tcp', 'udp']).default('tcp'),
  scheduler: z.enum(SCHEDULERS).default('wrr'),
  /** `fullnat` rewrites both addresses (real servers see a LIP); `nat` only the destination. */
  forwarding: z.enum(['nat', 'dr', 'tun', 'fullnat']),
  /** Required for fullnat: where the source addresses come from. */
  localAddressPool: name.optional(),
  /** Which VRRP instance carries the VIPs; the cluster's only one of that family if absent. */
  vrrpInstance: name.optional(),
  realServers: z.array(inlineRealServer).max(REAL_SERVERS_PER_SERVICE_MAX).default([]),
  healthCheck: healthCheck.optional(),
  /** What a failed check does: take the real server out, or set weight 0 and keep connections. */
  onFailure: z.enum(['remove', 'quiesce']).default('remove'),
});

export type VirtualServiceSpec = z.infer<typeof virtualServiceSpec>;
