/**
 * Cluster: directors that serve the same services. Everything else names one; a cluster is the
 * unit of a generation and of redundancy.
 */
import { z } from 'zod';
import { interfaceName } from './fields.ts';

export const clusterSpec = z.strictObject({
  /** Which dataplane its directors run. */
  dataplane: z.enum(['nft', 'memory']).default('nft'),
  /**
   * `vrrp`: one director holds the VIPs, keepalived moves them (RFC 9568).
   * `none`: every director of the cluster holds the VIPs by itself (a cluster of one).
   */
  highAvailability: z.enum(['vrrp', 'none']).default('vrrp'),
  /** Established connections are copied to the peers, so that they survive a failover. */
  connectionSync: z.strictObject({ interface: interfaceName }).optional(),
});

export type ClusterSpec = z.infer<typeof clusterSpec>;
