/**
 * The HTTP API, as both its server (controller) and its clients (cli, web) understand it. Paths
 * are under /v1. Every refusal has the body `ApiError` and a matching status; lists that grow
 * without bound are streamed as one JSON object a line.
 */
import { z } from 'zod';
import { connectionSchema } from './commands.ts';
import { drainInputSchema, drainStatusSchema } from './drain.ts';
import { channelSchema, nodeEventSchema, originSchema } from './events.ts';
import { keeperReportSchema } from './keeper.ts';
import { adminStateSchema, planRefSchema } from './plan/node-ref.ts';
import { rolloutAbortModeSchema, rolloutStatusSchema } from './rollout.ts';
import { fieldChangeSchema, resourceSchema } from './spec.ts';
import { nodeStatusSchema } from './status.ts';

const placeSchema = z.object({ line: z.int(), column: z.int() });
const editSchema = z.object({
  file: z.string(),
  start: placeSchema,
  end: placeSchema,
  text: z.string(),
});

const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  hint: z.string(),
  file: z.string(),
  line: z.int(),
  column: z.int(),
  resource: z.string().optional(),
  path: z.string().optional(),
  /** How the file can be changed so that the problem is gone. */
  fix: z.object({ description: z.string(), edits: z.array(editSchema) }).optional(),
});

export const apiErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  /** Only with E_INVALID. */
  problems: z.array(problemSchema).optional(),
});
export type ApiError = z.infer<typeof apiErrorSchema>;

export const filesSchema = z.array(z.object({ name: z.string(), text: z.string() })).min(1);

/** POST /v1/plan and POST /v1/apply (header `idempotency-key`: same key, same answer, one event). */
export const applyRequestSchema = z.object({
  files: filesSchema,
  origin: originSchema,
  /** Refuse unless the fleet is at this revision. */
  ifRevision: z.int().min(0).optional(),
  /**
   * Delete, in the same event, what the clusters that the files speak of have and the files do not:
   * resources of these kinds, PRUNED_KINDS where none are named.
   */
  prune: z.object({ kinds: z.array(z.string()).optional() }).optional(),
  /** Go on although a Freeze is in the way; then a reason is required. */
  overrideFreeze: z.boolean().optional(),
  /**
   * An emergency: the rollouts that carry it wait for no window and have neither waves nor gates.
   * Needs a reason, and `isNowAllowed` in the policy of every cluster that it changes (E_CONFLICT);
   * kept with the event, shown in the history and in the status of the rollout.
   */
  now: z.boolean().optional(),
});
export type ApplyRequest = z.infer<typeof applyRequestSchema>;

/** POST /v1/plan also takes a revision to compare with, instead of the fleet as it is. */
export const planRequestSchema = applyRequestSchema.extend({
  against: z.int().min(0).optional(),
});
export type PlanRequest = z.infer<typeof planRequestSchema>;

/** A Freeze that is in force. */
export const freezeViewSchema = z.object({
  name: z.string(),
  scope: z.enum(['fleet', 'cluster', 'node']),
  /** The cluster or the node. */
  target: z.string().optional(),
  who: z.string(),
  reason: z.string(),
  until: z.string().optional(),
});
export type FreezeView = z.infer<typeof freezeViewSchema>;

export const changeViewSchema = z.object({
  key: z.string(),
  action: z.enum(['create', 'update', 'delete']),
  fields: z.array(fieldChangeSchema),
});
export type ChangeView = z.infer<typeof changeViewSchema>;

/** How a change would reach the directors of a cluster that has a RolloutPolicy. */
export const plannedRolloutSchema = z.object({
  cluster: z.string(),
  /** Name of the RolloutPolicy. */
  policy: z.string(),
  /** Most directors of each wave, the canary's first; the last repeats until all are done. */
  waves: z.array(z.int()),
  /** One wave without gates, because `now` was asked for. */
  now: z.boolean(),
  /** What would hold it back at this moment, in one sentence; '' when nothing does. */
  waitsFor: z.string(),
});
export type PlannedRollout = z.infer<typeof plannedRolloutSchema>;

export const planReplySchema = z.object({
  revision: z.int(),
  changes: z.array(changeViewSchema),
  unchanged: z.int(),
  /** Which directors would change, and how many services on each. */
  nodes: z.array(
    z.object({
      node: z.string(),
      cluster: z.string(),
      services: z.array(z.string()),
      /** Planned changes by kind (`setWeight`: 1): what the agent will find to do. */
      planned: z.record(z.string(), z.int()).optional(),
    }),
  ),
  warnings: z.array(problemSchema),
  /** Freezes that an apply would be refused by now. */
  frozen: z.array(freezeViewSchema).optional(),
  /** Changed clusters whose directors change in waves; those of the others change at once. */
  rollouts: z.array(plannedRolloutSchema).optional(),
});
export type PlanReply = z.infer<typeof planReplySchema>;

export const applyReplySchema = planReplySchema.extend({
  /** False when everything was already so: then no event was written. */
  changed: z.boolean(),
  eventId: z.string(),
});
export type ApplyReply = z.infer<typeof applyReplySchema>;

export const storedViewSchema = z.object({
  resource: resourceSchema,
  generation: z.int(),
  revision: z.int(),
  createdRevision: z.int(),
});
export type StoredView = z.infer<typeof storedViewSchema>;

/** GET /v1/resources?kind=K&name=N */
export const resourcesReplySchema = z.object({
  revision: z.int(),
  resources: z.array(storedViewSchema),
});
export type ResourcesReply = z.infer<typeof resourcesReplySchema>;

/** A flag in a query: `1` or `true`. */
export const queryFlag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((word) => word === '1' || word === 'true');

/** DELETE /v1/resources/:kind/:name?reason=..&actor=.. answers with an ApplyReply. */
export const deleteQuerySchema = z.object({
  actor: z.string().min(1),
  channel: channelSchema,
  reason: z.string().default(''),
  overrideFreeze: queryFlag,
});

/** GET /v1/history?kind=K&name=N&limit=L, newest first. */
export const historyEntrySchema = z.object({
  revision: z.int(),
  timeMs: z.int(),
  actor: z.string(),
  channel: channelSchema,
  reason: z.string(),
  kind: z.string(),
  name: z.string(),
  generation: z.int(),
  action: z.enum(['create', 'update', 'delete']),
  changes: z.array(fieldChangeSchema),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export const historyReplySchema = z.object({
  entries: z.array(historyEntrySchema),
  /**
   * Where the log begins that this controller can read, when the entries end there: older ones, if
   * any, are in the archive.
   */
  begins: z.int().optional(),
});
export type HistoryReply = z.infer<typeof historyReplySchema>;

/** `fresh`: heard of within STATUS_FRESH_MS. `silent`: heard of before. `unknown`: never. */
export const nodeViewSchema = z.object({
  node: z.string(),
  cluster: z.string(),
  contact: z.enum(['fresh', 'silent', 'unknown']),
  adminState: adminStateSchema,
  wanted: planRefSchema.optional(),
  status: nodeStatusSchema.optional(),
});
export type NodeView = z.infer<typeof nodeViewSchema>;
/** GET /v1/nodes */
export const nodesReplySchema = z.object({ nodes: z.array(nodeViewSchema) });
export type NodesReply = z.infer<typeof nodesReplySchema>;

/** GET /v1/conns?client=&vip=&realServer=&protocol=&node=&limit= */
export const connsReplySchema = z.object({
  nodes: z.array(
    z.object({
      node: z.string(),
      total: z.int(),
      connections: z.array(connectionSchema),
      /** Why this director could not be asked. */
      error: apiErrorSchema.optional(),
    }),
  ),
});
export type ConnsReply = z.infer<typeof connsReplySchema>;

/**
 * GET /v1/events?follow=1&node=&type=&limit=: one NodeEvent a line, oldest first. With `follow`
 * the stream stays open; without, the last `limit` events.
 */
export const eventLineSchema = nodeEventSchema;

/** POST /v1/nodes/:node/drain and /undrain; the answer comes at once, the work goes on. */
export const drainRequestSchema = drainInputSchema.omit({ node: true, cluster: true });
export type DrainRequest = z.input<typeof drainRequestSchema>;
export const drainStartedSchema = z.object({ workflowId: z.string(), alreadyRunning: z.boolean() });
/** GET /v1/nodes/:node/drain: the newest drain or undrain of the node. */
export const drainReplySchema = z.object({ workflowId: z.string(), status: drainStatusSchema });
export type DrainReply = z.infer<typeof drainReplySchema>;
/** POST /v1/nodes/:node/drain/cancel: the director goes back to where it was. */

/** What keeps the newest generation of a cluster from going out; mended, it goes by itself. */
export const rolloutWaitingSchema = z.object({
  /**
   * `window`: no window of the policy is open. `freeze`: a Freeze is in the way. `person`: the last
   * rollout of it was put back, aborted or refused, and a person has to `start` it again (or apply
   * something newer). `temporal`: Temporal does not take the start. `policy`: the policy asks for
   * what cannot be done yet.
   */
  for: z.enum(['window', 'freeze', 'person', 'temporal', 'policy']),
  /** One sentence, with how to mend it where that is not plain. */
  why: z.string(),
  /** When it ends by itself, where that is known. */
  untilMs: z.int().optional(),
});
export type RolloutWaiting = z.infer<typeof rolloutWaitingSchema>;

/** The rollouts of one cluster: what is wanted, who runs it, what goes on. */
export const rolloutViewSchema = z.object({
  cluster: z.string(),
  /** Name of its RolloutPolicy; absent when the cluster has none (any more). */
  policy: z.string().optional(),
  /** The newest generation; absent before the first. */
  newest: planRefSchema.optional(),
  /** Revision of the spec that the newest generation was compiled from. */
  newestRevision: z.int().optional(),
  /** Directors whose ref is not on the newest generation. */
  behind: z.array(z.string()),
  /** Absent while nothing holds the newest generation back. */
  waiting: rolloutWaitingSchema.optional(),
  /** The rollout under way or the last one that ended; absent before the first, or unreadable. */
  rollout: rolloutStatusSchema.optional(),
  /** Why the rollout could not be read: Temporal or its worker does not answer. */
  unreadable: apiErrorSchema.optional(),
});
export type RolloutView = z.infer<typeof rolloutViewSchema>;

/** GET /v1/rollouts: every cluster with a RolloutPolicy, by name. */
export const rolloutsReplySchema = z.object({ rollouts: z.array(rolloutViewSchema) });
export type RolloutsReply = z.infer<typeof rolloutsReplySchema>;
/** GET /v1/rollouts/:cluster: a RolloutView of any cluster; E_NOT_FOUND when there is none. */

/**
 * POST /v1/rollouts/:cluster/pause, /resume and /accept: answer with a RolloutView. E_NOT_FOUND
 * when no rollout of the cluster is under way, E_CONFLICT with the reason when it makes no sense.
 */
export const rolloutSayRequestSchema = z.object({ origin: originSchema });
export type RolloutSayRequest = z.infer<typeof rolloutSayRequestSchema>;
/** POST /v1/rollouts/:cluster/abort: the same. */
export const rolloutAbortRequestSchema = z.object({
  origin: originSchema,
  mode: rolloutAbortModeSchema,
});
export type RolloutAbortRequest = z.infer<typeof rolloutAbortRequestSchema>;
/**
 * POST /v1/rollouts/:cluster/start: the newest generation is to go out (again), after it was put
 * back, aborted or refused. E_CONFLICT when every director is on it, or it is under way, or the
 * policy does not allow `now`; E_FROZEN; E_CONFLICT while no window is open, unless `now`.
 */
export const rolloutStartRequestSchema = z.object({
  origin: originSchema,
  /** Also outside of the windows, in one wave without gates; needs a reason. */
  now: z.boolean().optional(),
  /** Go on although a Freeze is in the way; then a reason is required. */
  overrideFreeze: z.boolean().optional(),
});
export type RolloutStartRequest = z.infer<typeof rolloutStartRequestSchema>;

/** GET /v1/health */
export const healthReplySchema = z.object({
  version: z.string(),
  cell: z.string(),
  revision: z.int(),
  store: z.boolean(),
  bus: z.boolean(),
  temporal: z.boolean(),
  /** What the keeper of the store found in its last round; absent before its first. */
  keeper: keeperReportSchema.optional(),
});
export type HealthReply = z.infer<typeof healthReplySchema>;

export const HISTORY_LIMIT_DEFAULT = 50;
