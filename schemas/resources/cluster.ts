/**
 * Cluster: directors that serve the same services. Everything else names one; a cluster is the
 * unit of a generation and of redundancy.
 */
import { z } from 'zod';
import { interfaceName, name } from './fields.ts';

export const clusterSpec = z.strictObject({
  dataplane: z
    .enum(['nft', 'memory'])
    .default('nft')
    .describe('Which dataplane its directors run.'),
  highAvailability: z
    .enum(['vrrp', 'ecmp', 'none'])
    .default('vrrp')
    .meta({
      wordsSince: { ecmp: 2 },
      description:
        '`vrrp`: one director holds the VIPs, keepalived moves them (RFC 9568). `ecmp`: all hold ' +
        'them and announce them to the routers. `none`: every director holds them by itself.',
    }),
  connectionSync: z
    .strictObject({
      interface: interfaceName.describe('The link that the directors sync over.'),
    })
    .optional()
    .describe('Established connections are copied to the peers, so that they survive a failover.'),
  rolloutPolicy: name.optional().meta({
    since: 2,
    description: 'The RolloutPolicy of changes and maintenance in this cluster.',
  }),
});
