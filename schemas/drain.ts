/**
 * The words of taking a director out of service and back: what is asked, and what can be seen of
 * it at any time. The rules are in workflows/drain-node.
 */
import { z } from 'zod';
import { originSchema } from './events.ts';
import { adminStateSchema } from './plan/node-ref.ts';

export const DRAIN_DEADLINE_DEFAULT_MS = 300_000;

export const drainInputSchema = z.object({
  node: z.string(),
  cluster: z.string(),
  origin: originSchema,
  /** How long connections may take to end or move before `onDeadline` decides. */
  deadlineMs: z.int().min(1_000).max(86_400_000).default(DRAIN_DEADLINE_DEFAULT_MS),
  /** `accept`: drained, and the connections that remain are counted as lost. `abort`: undo. */
  onDeadline: z.enum(['accept', 'abort']).default('abort'),
});
export type DrainInput = z.infer<typeof drainInputSchema>;

export const undrainInputSchema = drainInputSchema.omit({ onDeadline: true });
export type UndrainInput = z.infer<typeof undrainInputSchema>;

/**
 * `checking`: may it be done at all. `locking`: waits for the lock of the cluster. `moving`: VRRP
 * mastership goes to (drain) or comes from (undrain) a peer. `waiting`: connections end or move.
 * `reverting`: back to where it was. The rest are ends.
 */
export const drainPhaseSchema = z.enum([
  'checking',
  'locking',
  'moving',
  'waiting',
  'reverting',
  'done',
  'refused',
  'reverted',
  'failed',
]);
export type DrainPhase = z.infer<typeof drainPhaseSchema>;

export const drainStatusSchema = z.object({
  kind: z.enum(['drain', 'undrain']),
  node: z.string(),
  cluster: z.string(),
  phase: drainPhaseSchema,
  /** What it waits for, in one sentence; '' when it does not wait. */
  blockedBy: z.string(),
  startedAtMs: z.int(),
  /** When the wait under way is decided in any case; each wait (phase) has its own. */
  deadlineAtMs: z.int(),
  /** From the change of admin state until the peer was seen as master; absent before. */
  mastershipMovedMs: z.int().optional(),
  newMaster: z.string().optional(),
  connections: z.object({ tracked: z.int(), moving: z.int() }),
  /** Connections still moving when it ended (accepted loss). */
  connectionsLost: z.int(),
  /** Why it ended so; '' while it runs. */
  reason: z.string(),
  /** At the end: the admin state that the director was left in; absent when that is not known. */
  leftIn: adminStateSchema.optional(),
  steps: z.array(z.object({ atMs: z.int(), text: z.string() })),
});
export type DrainStatus = z.infer<typeof drainStatusSchema>;

export function drainEnded(phase: DrainPhase): boolean {
  return phase === 'done' || phase === 'refused' || phase === 'reverted' || phase === 'failed';
}
