/**
 * SyncGroup: VRRP instances that move together. Without any, all instances of a cluster are one
 * group, which is right wherever a WAN address and a gateway address must be on one director.
 */
import { z } from 'zod';
import { areDistinct, name, TWICE_IN_LIST } from './fields.ts';

export const syncGroupSpec = z.strictObject({
  cluster: name.describe('The cluster it belongs to.'),
  instances: z
    .array(name)
    .min(1)
    .max(255)
    .refine(areDistinct, TWICE_IN_LIST)
    .describe('VRRP instances of the cluster; each is in one group.'),
});
