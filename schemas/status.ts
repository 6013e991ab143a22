/**
 * NodeStatus: what a director really is, said whole, once a second and at each change. It is
 * level-driven: the last one replaces all before, so a lost one costs nothing. Bounded: what is
 * well is counted, only what is not is listed.
 */
import { z } from 'zod';
import { adminStateSchema, planRefSchema } from './plan/node-ref.ts';

export const vrrpStateSchema = z.enum(['master', 'backup', 'fault', 'init', 'down']);
export type VrrpState = z.infer<typeof vrrpStateSchema>;

export const vrrpStatusSchema = z.object({
  instance: z.string(),
  state: vrrpStateSchema,
  /** What it advertises now (DRAINED_PRIORITY while drained). */
  priority: z.int(),
  /** Wall clock of the last change of state. */
  sinceMs: z.int(),
  /** Time in which a peer takes over when this one dies: 3 x interval + skew (RFC 9568 6.1). */
  masterDownMs: z.int(),
});
export type VrrpStatus = z.infer<typeof vrrpStatusSchema>;

export const healthStateSchema = z.enum(['up', 'down', 'unknown']);
export type HealthState = z.infer<typeof healthStateSchema>;

export const realServerHealthSchema = z.object({
  service: z.string(),
  realServer: z.string(),
  state: healthStateSchema,
  /** Why it is so, in the checker's words: `connection refused`, `status 502`. */
  reason: z.string(),
});
export type RealServerHealth = z.infer<typeof realServerHealthSchema>;

export const serviceSummarySchema = z.object({
  /** Name of the VirtualService. */
  name: z.string(),
  realServersUp: z.int(),
  realServersTotal: z.int(),
  connections: z.int(),
});
export type ServiceSummary = z.infer<typeof serviceSummarySchema>;

/** `converged`: kernel = plan. `applying`: on the way. `failing`: see `problem`. */
export const convergenceSchema = z.enum(['starting', 'applying', 'converged', 'failing']);

export const nodeStatusSchema = z.object({
  cluster: z.string(),
  node: z.string(),
  bootId: z.string(),
  agentVersion: z.string(),
  agentStartedAtMs: z.int(),
  kernelVersion: z.string(),
  timeMs: z.int(),
  convergence: convergenceSchema,
  problem: z.string().optional(),
  /** What the kernel runs. */
  applied: planRefSchema.optional(),
  /** What the store wants, as far as the agent can see it. */
  wanted: planRefSchema.optional(),
  adminState: adminStateSchema,
  storeConnected: z.boolean(),
  busConnected: z.boolean(),
  eventsWaiting: z.int(),
  eventsLost: z.int(),
  vrrp: z.array(vrrpStatusSchema),
  /** VIPs and LIPs of the plan that are on the director's links right now. */
  ownedAddresses: z.array(z.string()),
  /** First services by name, at most STATUS_DOWN_LISTED_MAX. */
  services: z.array(serviceSummarySchema),
  servicesTotal: z.int(),
  realServersUp: z.int(),
  realServersTotal: z.int(),
  /** Real servers that are not up, at most STATUS_DOWN_LISTED_MAX. */
  notUp: z.array(realServerHealthSchema),
  foreign: z.int(),
  /** Things of ours that somebody changed and the agent mended in this life; absent for none. */
  repaired: z.int().optional(),
});
export type NodeStatus = z.infer<typeof nodeStatusSchema>;
