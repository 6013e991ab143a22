/**
 * Cluster: directors that serve the same services. Everything else names one; a cluster is the
 * unit of a generation and of redundancy.
 */
import { z } from 'zod';
import { DATAPLANES } from '../capabilities.ts';
import { interfaceName, name } from './fields.ts';

export const clusterSpec = z.strictObject({
  dataplane: z
    .enum(DATAPLANES)
    .default('nft')
    .meta({
      wordsSince: { ipvs: 2, dpvs: 2, 'lvs-fork': 2 },
      description:
        'Which dataplane its directors run. `ipvs`, `dpvs` and `lvs-fork` have no driver yet: ' +
        'such a cluster is checked, stored, compared and rendered, and no director is programmed.',
    }),
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
