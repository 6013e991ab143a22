/**
 * What compile makes of the spec: small objects, stored by digest. A `ServiceObject` is shared by
 * all directors of a cluster; what differs per director (LIPs, VRRP priority) is in its
 * `NodeObject`. So one changed weight is one new object, however many directors there are.
 */
import { z } from 'zod';
import { SCHEDULERS } from '../capabilities.ts';
import { healthCheck } from '../resources/health-check.ts';

export const endpointSchema = z.object({ address: z.string(), port: z.int() });

export const realServerPlanSchema = z.object({
  address: z.string(),
  port: z.int(),
  weight: z.int(),
});
export type RealServerPlan = z.infer<typeof realServerPlanSchema>;

/** One VirtualService with its RealServers, ports filled in, lists in canonical order. */
export const serviceObjectSchema = z.object({
  name: z.string(),
  listeners: z.array(endpointSchema),
  protocol: z.enum(['tcp', 'udp']),
  scheduler: z.enum(SCHEDULERS),
  forwarding: z.enum(['nat', 'dr', 'tun', 'fullnat']),
  localAddressPool: z.string().optional(),
  realServers: z.array(realServerPlanSchema),
  healthCheck: healthCheck.optional(),
  onFailure: z.enum(['remove', 'quiesce']),
});
export type ServiceObject = z.infer<typeof serviceObjectSchema>;
