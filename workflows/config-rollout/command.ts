/**
 * The language between the rules of a rollout and the shell that runs it: one command out; its
 * result, what people and the controller said meanwhile, and the time in.
 */
import type { Origin } from '../../schemas/events.ts';
import type { RolloutAbortMode, RolloutInput } from '../../schemas/rollout.ts';
import type { LockHolder, RefMove } from '../ports.ts';
import type { Failure, LockRequest } from '../procedure/command.ts';
import type { RolloutView } from './director-view.ts';

export type RolloutCommand =
  | { readonly kind: 'survey'; readonly cluster: string }
  | { readonly kind: 'moveRefs'; readonly move: RefMove }
  | { readonly kind: 'acquireLock'; readonly request: LockRequest }
  | { readonly kind: 'releaseLock'; readonly request: Omit<LockRequest, 'reason'> }
  /** Ends early when a message comes. */
  | { readonly kind: 'sleep'; readonly ms: number }
  /** Until a message comes. */
  | { readonly kind: 'listen' };

export type RolloutResult =
  | { readonly kind: 'surveyed'; readonly views: readonly RolloutView[] }
  | { readonly kind: 'moved' }
  | { readonly kind: 'locked'; readonly token: number }
  | { readonly kind: 'lockHeld'; readonly holder: LockHolder }
  | { readonly kind: 'released' }
  | { readonly kind: 'woken' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type RolloutMessage =
  | ({ readonly kind: 'newTarget' } & RolloutInput)
  | { readonly kind: 'pause'; readonly origin: Origin }
  | { readonly kind: 'resume'; readonly origin: Origin }
  | { readonly kind: 'accept'; readonly origin: Origin }
  | { readonly kind: 'abort'; readonly mode: RolloutAbortMode; readonly origin: Origin }
  /** Of the workflow, by whoever may: an abort with `revert`. */
  | { readonly kind: 'cancel' };

export interface RolloutStep {
  readonly result: RolloutResult;
  /** In the order in which they came; empty most of the time. */
  readonly messages: readonly RolloutMessage[];
  readonly nowMs: number;
}
