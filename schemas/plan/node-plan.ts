/**
 * NodePlan: everything one director is to be, resolved and self-contained. The agent keeps the
 * last good one on disk and can start from it with the whole control plane dead.
 */
import { z } from 'zod';
import { familyOf } from '../address.ts';
import { DRIVERS, SCHEDULERS } from '../capabilities.ts';
import { type PlanRef, serviceKey } from '../names.ts';
import { healthCheck } from '../resources/health-check.ts';
import { realServerPlanSchema, type ServiceObject } from './service-plan.ts';
import { snatGatewaysSchema } from './snat-plan.ts';

/** An address to hold on a link; `address` has its prefix length. */
export const carriedAddressSchema = z.object({ address: z.string(), interface: z.string() });
export type CarriedAddress = z.infer<typeof carriedAddressSchema>;

export const vrrpInstancePlanSchema = z.object({
  name: z.string(),
  interface: z.string(),
  virtualRouterId: z.int(),
  family: z.enum(['ipv4', 'ipv6']),
  advertIntervalMs: z.int(),
  /** This director's priority when it is active; a drained one advertises DRAINED_PRIORITY. */
  priority: z.int(),
  addresses: z.array(carriedAddressSchema),
});
export type VrrpInstancePlan = z.infer<typeof vrrpInstancePlanSchema>;

/**
 * A drained director stays in the election with the lowest priority: every healthy peer wins, yet
 * when all others are dead it still serves, which beats an outage (see docs/adr).
 */
export const DRAINED_PRIORITY = 1;

export const connectionSyncSchema = z.object({
  interface: z.string(),
  localAddress: z.string(),
  peerAddresses: z.array(z.string()),
});
export type ConnectionSync = z.infer<typeof connectionSyncSchema>;

/** What differs from director to director; one per node and generation. */
export const nodeObjectSchema = z.object({
  node: z.string(),
  cluster: z.string(),
  driver: z.enum(DRIVERS),
  managementAddress: z.string(),
  /** The director's own addresses: neither VIP nor LIP may be one of them. */
  ownAddresses: z.array(z.string()),
  /** LIPs of this director by pool name. */
  pools: z.record(z.string(), z.array(z.string())),
  vrrp: z.array(vrrpInstancePlanSchema),
  /** Addresses to hold always (highAvailability: none). */
  staticAddresses: z.array(carriedAddressSchema),
  connectionSync: connectionSyncSchema.optional(),
  /** Names of the cluster's SNAT gateways, in the order in which they are tried; absent: none. */
  snatGateways: snatGatewaysSchema,
});
export type NodeObject = z.infer<typeof nodeObjectSchema>;

/** One listener with all that the dataplane and the health checker need to know of it. */
export const servicePlanSchema = z.object({
  key: z.string(),
  /** Name of the VirtualService. */
  name: z.string(),
  address: z.string(),
  port: z.int(),
  protocol: z.enum(['tcp', 'udp']),
  scheduler: z.enum(SCHEDULERS),
  forwarding: z.enum(['nat', 'dr', 'tun', 'fullnat']),
  localAddresses: z.array(z.string()),
  realServers: z.array(realServerPlanSchema),
  healthCheck: healthCheck.optional(),
  onFailure: z.enum(['remove', 'quiesce']),
});
export type ServicePlan = z.infer<typeof servicePlanSchema>;

export interface NodePlan {
  readonly ref: PlanRef;
  readonly node: NodeObject;
  readonly services: readonly ServicePlan[];
}

/** The listeners of one service object on one director, in the order of its listeners. Pure. */
export function expandService(object: ServiceObject, node: NodeObject): ServicePlan[] {
  const localAddresses = localAddressesOf(object, node);
  return object.listeners.map((listener) => ({
    key: serviceKey(object.protocol, listener.address, listener.port),
    name: object.name,
    address: listener.address,
    port: listener.port,
    protocol: object.protocol,
    scheduler: object.scheduler,
    forwarding: object.forwarding,
    localAddresses,
    realServers: object.realServers,
    ...(object.healthCheck === undefined ? {} : { healthCheck: object.healthCheck }),
    onFailure: object.onFailure,
  }));
}

/**
 * The LIPs of the pool that are of a real server's family: a pool may hold both, and a source
 * address of the wrong one reaches no real server.
 */
function localAddressesOf(object: ServiceObject, node: NodeObject): string[] {
  const { localAddressPool, realServers } = object;
  const pool = localAddressPool === undefined ? [] : (node.pools[localAddressPool] ?? []);
  if (realServers.length === 0) return pool;
  const families = new Set(realServers.map(({ address }) => familyOf(address)));
  return pool.filter((address) => families.has(familyOf(address)));
}

/** The whole plan of one director. Pure; the order of the objects does not matter. */
export function expandPlan(
  ref: PlanRef,
  node: NodeObject,
  objects: Iterable<ServiceObject>,
): NodePlan {
  const services = [...objects].flatMap((object) => expandService(object, node));
  services.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { ref, node, services };
}
