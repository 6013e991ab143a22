/**
 * The words of a staged rollout of one config generation over the directors of a cluster: what is
 * asked (target, a plain snapshot of the policy), what can be seen of it at any time, and what may
 * be said to one that runs. The rules are in workflows/config-rollout.
 */
import { z } from 'zod';
import { originSchema } from './events.ts';
import { planRefSchema } from './plan/node-ref.ts';
import { amount } from './resources/fields.ts';

/** When a wave counts as good. What is not known is never taken for good. */
export const rolloutGateSchema = z.object({
  /** How long a reachable director may take from its new ref until the kernel runs it. */
  convergenceDeadlineMs: z.int().min(1_000).max(86_400_000).default(60_000),
  /** Share of a moved director's real servers that may go down beyond what goes down elsewhere. */
  healthDropMaxPercent: z.int().min(0).max(100).default(0),
  /** Share of a moved director's real servers that has to be up, whatever happens elsewhere. */
  healthMinPercent: z.int().min(0).max(100).default(0),
  /** How long a wave is watched after its last director has converged. */
  minSoakMs: z.int().min(0).max(2_592_000_000).default(30_000),
  /** How long the gate may be undecided, or the budget used up, before a person is asked. */
  inconclusiveDeadlineMs: z.int().min(1_000).max(86_400_000).default(300_000),
});
export type RolloutGate = z.infer<typeof rolloutGateSchema>;

/** As it was when the target was set: a later change of the policy does not touch it. */
export const rolloutPolicySchema = z.object({
  /**
   * Most directors of each wave, the canary's first. A share is rounded down and at least one; no
   * wave is held to fewer than the one before it; the last entry repeats until all are done.
   */
  waves: z
    .array(amount)
    .min(1)
    .max(32)
    .default([{ count: 1 }, { percent: 25 }, { percent: 50 }]),
  /**
   * `backup`: the canary proves that the generation can be programmed, and the next wave, the one
   * with the VRRP master, proves traffic while peers with the old generation can still take over.
   * `master`: the canary carries the traffic at once.
   */
  canaryRole: z.enum(['backup', 'master']).default('backup'),
  /** Director -> failure domain; those that are not named share one. */
  failureDomains: z.record(z.string(), z.string()).default({}),
  /** Directors that may be out of service at once, for whatever reason. */
  maxUnavailable: amount.default({ count: 1 }),
  gate: rolloutGateSchema.prefault({}),
  onFailedGate: z.enum(['revert', 'pause']).default('revert'),
});
export type RolloutPolicy = z.infer<typeof rolloutPolicySchema>;

/** What starts a rollout, and what the signal for a newer generation carries. */
export const rolloutInputSchema = z.object({
  /** Digest = root of the generation; it has to be in the store already. */
  target: planRefSchema,
  /** One wave without gates, for emergencies. Fenced, recorded and rolled all the same. */
  now: z.boolean().default(false),
  origin: originSchema,
  policy: rolloutPolicySchema,
});
export type RolloutInput = z.infer<typeof rolloutInputSchema>;

/** `hold`: stop where it is. `revert`: every ref that this rollout moved goes back. */
export const rolloutAbortModeSchema = z.enum(['hold', 'revert']);
export type RolloutAbortMode = z.infer<typeof rolloutAbortModeSchema>;

/**
 * `locking`: waits for the lock of the cluster. `planning`: decides who is next. `moving`: refs of
 * a wave move and directors converge. `soaking`: the wave is watched. `paused`: waits for a person
 * and has given the lock back. `reverting`: refs go back. The rest are ends: `done`; `held`: left
 * where it was by an abort; `reverted`: back; `refused`: nothing was moved; `failed`: see reason.
 */
export const rolloutPhaseSchema = z.enum([
  'locking',
  'planning',
  'moving',
  'soaking',
  'paused',
  'reverting',
  'done',
  'held',
  'reverted',
  'refused',
  'failed',
]);
export type RolloutPhase = z.infer<typeof rolloutPhaseSchema>;

/**
 * `pending`: not moved yet. `moving`: its ref is moved, it does not run it yet. `converged`: runs
 * it. `failing`: says that it cannot. `offline`: did not answer when its ref was moved, and catches
 * up when it returns. `silent`: answered then and does not now. `reverted`: its ref is back.
 */
export const rolloutNodeStateSchema = z.enum([
  'pending',
  'moving',
  'converged',
  'failing',
  'offline',
  'silent',
  'reverted',
]);

export const rolloutNodeSchema = z.object({
  node: z.string(),
  domain: z.string(),
  state: rolloutNodeStateSchema,
  /** What is wrong with it; '' when nothing is. */
  why: z.string(),
});
export type RolloutNode = z.infer<typeof rolloutNodeSchema>;

export const rolloutWaveSchema = z.object({
  kind: z.enum(['canary', 'wave', 'now']),
  state: z.enum(['pending', 'running', 'passed', 'failed']),
  nodes: z.array(rolloutNodeSchema),
});
export type RolloutWave = z.infer<typeof rolloutWaveSchema>;

export const rolloutVerdictSchema = z.object({
  atMs: z.int(),
  generation: z.int(),
  /** Directors of the wave. */
  nodes: z.array(z.string()),
  /** `accepted`: was inconclusive, and a person took it as good. */
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'accepted']),
  why: z.string(),
});
export type RolloutVerdict = z.infer<typeof rolloutVerdictSchema>;

/** Why it is paused. Only what is `inconclusive` can be accepted. */
export const rolloutPauseSchema = z.object({
  for: z.enum(['person', 'failedGate', 'inconclusive']),
  why: z.string(),
  sinceMs: z.int(),
});
export type RolloutPause = z.infer<typeof rolloutPauseSchema>;

export const rolloutStatusSchema = z.object({
  cluster: z.string(),
  phase: rolloutPhaseSchema,
  target: planRefSchema,
  /** What most directors were on when it began; absent until that was seen. */
  previous: planRefSchema.optional(),
  /** A newer generation that takes its turn when what is under way lets it. */
  waitingTarget: planRefSchema.optional(),
  now: z.boolean(),
  /** Of the target. */
  origin: originSchema,
  startedAtMs: z.int(),
  /** When the wait under way is decided in any case; 0 when only a person or a lock ends it. */
  deadlineAtMs: z.int(),
  /** What it waits for, in one sentence; '' when it does not wait. */
  blockedBy: z.string(),
  pause: rolloutPauseSchema.optional(),
  /** Passed, running and planned, in order. */
  waves: z.array(rolloutWaveSchema),
  /** Directors whose ref is moved and that do not run it, though their wave is over. */
  stragglers: z.array(z.string()),
  verdicts: z.array(rolloutVerdictSchema),
  /** Why it ended so; '' while it runs. */
  reason: z.string(),
  steps: z.array(z.object({ atMs: z.int(), text: z.string() })),
});
export type RolloutStatus = z.infer<typeof rolloutStatusSchema>;
