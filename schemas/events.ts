/**
 * Events: what happened, for ever in this order. Two kinds of log, one vocabulary:
 * - config events (etcd): decisions of people and procedures, hash-chained, folded into the spec;
 * - node events (NATS JetStream): edges seen on a director, dense per boot, at least once.
 */
import { z } from 'zod';
import { alarmKindSchema } from './keeper.ts';
import { adminStateSchema, planRefSchema } from './plan/node-ref.ts';
import { resourceChangeSchema } from './spec.ts';
import { healthStateSchema, vrrpStateSchema } from './status.ts';

export const channelSchema = z.enum(['cli', 'api', 'chat', 'web', 'workflow', 'system']);

/** Who did it, through what, why, and as part of what. */
export const originSchema = z.object({
  actor: z.string().min(1).max(128),
  channel: channelSchema,
  reason: z.string().max(1_024),
  /** Joins the events of one command or workflow. */
  correlationId: z.string().max(256),
  /** An emergency: rollouts of it go out now, without windows, waves and gates. Only with changes. */
  now: z.boolean().optional(),
  /** Goes past the Freezes that were in its way; so do the rollouts of it. Only with changes. */
  overridesFreezes: z.boolean().optional(),
});
export type Origin = z.infer<typeof originSchema>;

/** Content too large for one value: so many parts, so many bytes in all, sha256 of them. */
export const chunkedSchema = z.object({ chunks: z.int(), bytes: z.int(), digest: z.string() });
export type Chunked = z.infer<typeof chunkedSchema>;

/**
 * Where the changes of an event stand that is too large for one transaction. What is stored of the
 * event then has no `changes` of its own; whoever reads it through the store gets them filled in.
 */
export const stagedSchema = z.object({
  id: z.string(),
  resources: z.int(),
  content: chunkedSchema,
});
export type Staged = z.infer<typeof stagedSchema>;

export const configEventBodySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ConfigChanged'),
    changes: z.array(resourceChangeSchema),
    // An older reader would take the event for one without changes.
    staged: stagedSchema.optional().meta({ since: 2 }),
  }),
  z.object({
    type: z.literal('AdminStateChanged'),
    node: z.string(),
    from: adminStateSchema,
    to: adminStateSchema,
    token: z.int(),
  }),
]);
export type ConfigEventBody = z.infer<typeof configEventBodySchema>;

/** The log that spec changes go to: one for the whole fleet, so a revision is one number. */
export const CONFIG_AGGREGATE = { aggregate: 'config', id: 'fleet' } as const;
/** The log of one director's admin state. */
export const NODE_AGGREGATE = 'node';

export const configEventSchema = z.object({
  aggregate: z.string(),
  id: z.string(),
  /** Dense from 1. For the config aggregate this is the revision. */
  seq: z.int(),
  eventId: z.string(),
  timeMs: z.int(),
  origin: originSchema,
  /** sha256 of the bytes of the event before it; '' for the first. */
  previousHash: z.string(),
  body: configEventBodySchema,
});
export type ConfigEvent = z.infer<typeof configEventSchema>;

export const nodeEventBodySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('AgentStarted'),
    agentVersion: z.string(),
    kernelVersion: z.string(),
    /** First start since the machine booted, or a restart of the agent alone. */
    firstOfBoot: z.boolean(),
  }),
  z.object({ type: z.literal('AgentStopped') }),
  z.object({
    type: z.literal('HealthChanged'),
    service: z.string(),
    name: z.string(),
    realServer: z.string(),
    from: healthStateSchema,
    to: healthStateSchema,
    reason: z.string(),
  }),
  z.object({
    type: z.literal('VrrpTransition'),
    instance: z.string(),
    from: vrrpStateSchema,
    to: vrrpStateSchema,
    priority: z.int(),
  }),
  z.object({
    type: z.literal('PlanApplied'),
    ops: z.int(),
    /** From the moment the agent learnt of the generation until the kernel had it. */
    durationMs: z.number(),
  }),
  z.object({ type: z.literal('PlanRefused'), code: z.string(), message: z.string() }),
  z.object({ type: z.literal('ApplyFailed'), code: z.string(), message: z.string() }),
  z.object({
    type: z.literal('AdminStateSeen'),
    from: adminStateSchema,
    to: adminStateSchema,
  }),
  /** The watchdog took addresses away that a dead keepalived had left behind. */
  z.object({
    type: z.literal('AddressesReleased'),
    addresses: z.array(z.string()),
    reason: z.string(),
  }),
  z.object({ type: z.literal('ForeignFound'), where: z.string(), what: z.string() }),
  /** What somebody changed of ours and the agent made right again. */
  z
    .object({
      type: z.literal('DriftRepaired'),
      /** `weight of 10.1.0.2:80 in tcp/10.0.0.1:80 was 5, is 1`; the first REPAIRS_TOLD_MAX. */
      repairs: z.array(z.string()),
      total: z.int(),
    })
    .meta({ since: 2 }),
  /** The director was taken over from rules that are not ours, or given back to them. */
  z
    .object({
      type: z.literal('OwnershipChanged'),
      change: z.enum(['adopted', 'givenBack']),
      services: z.int(),
      /** Old tables and rules that were removed, or put back. */
      rules: z.int(),
      actor: z.string(),
      reason: z.string(),
    })
    .meta({ since: 2 }),
  z.object({ type: z.literal('EventsLost'), count: z.int(), reason: z.string() }),
  /** The keeper's, of the control plane: something about etcd begins or has ended. */
  z
    .object({
      type: z.literal('StoreAlarm'),
      kind: alarmKindSchema,
      isRaised: z.boolean(),
      message: z.string(),
    })
    .meta({ since: 2 }),
]);
export type NodeEventBody = z.infer<typeof nodeEventBodySchema>;
export type NodeEventType = NodeEventBody['type'];

export const nodeEventSchema = z.object({
  cluster: z.string(),
  node: z.string(),
  bootId: z.string(),
  /** Dense from 1 for each boot id, across restarts of the agent. */
  seq: z.int(),
  timeMs: z.int(),
  plan: planRefSchema.optional(),
  body: nodeEventBodySchema,
});
export type NodeEvent = z.infer<typeof nodeEventSchema>;

/** JetStream de-duplication id: the same event sent twice is stored once. */
export function nodeEventId(event: Pick<NodeEvent, 'node' | 'bootId' | 'seq'>): string {
  return `${event.node}:${event.bootId}:${event.seq}`;
}
