/**
 * The language between the rules of a procedure and the shell that runs it: one command out, its
 * result and the time in. A command is an activity or a timer; the rules never see either.
 */
import type { AdminStateChange, LockHolder } from '../ports.ts';
import type { DirectorView } from './director-view.ts';

export type Command =
  | { readonly kind: 'survey'; readonly request: SurveyRequest }
  | { readonly kind: 'sleep'; readonly ms: number }
  | { readonly kind: 'acquireLock'; readonly request: LockRequest }
  | { readonly kind: 'setAdminState'; readonly request: SetAdminState; readonly isUndo: boolean }
  | { readonly kind: 'releaseLock'; readonly request: Omit<LockRequest, 'reason'> };

/** A cancel may cut these short: they change nothing. The others run to their end. */
export function isInterruptible(command: Command): boolean {
  return command.kind === 'survey' || command.kind === 'sleep';
}

export interface SurveyRequest {
  readonly cluster: string;
  readonly withHealth: boolean;
  /** Also how far the drain of this director is. */
  readonly drainOf?: { readonly node: string; readonly windowMs: number };
}

export interface LockRequest {
  readonly domain: string;
  readonly owner: string;
  readonly reason: string;
}

/** All said: a workflow's input must not depend on defaults of a later version. */
export type SetAdminState = Required<AdminStateChange>;

export interface Survey {
  readonly directors: readonly DirectorView[];
  /** Absent when not asked for, or when the director did not answer. */
  readonly progress?: { readonly tracked: number; readonly moving: number };
}

/**
 * `transient`: tried to the end of its patience; it may have happened. `precondition`: refused for
 * good; it did not happen. `fenced`: somebody else has the lock now.
 */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly kind: 'transient' | 'precondition' | 'fenced';
}

export type CommandResult =
  | { readonly kind: 'surveyed'; readonly survey: Survey }
  | { readonly kind: 'slept' }
  | { readonly kind: 'locked'; readonly token: number }
  | { readonly kind: 'lockHeld'; readonly holder: LockHolder }
  | { readonly kind: 'adminStateSet' }
  | { readonly kind: 'released' }
  /** A cancel cut it short; only an interruptible command. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface StepInput {
  readonly result: CommandResult;
  readonly nowMs: number;
  /** Stays true once somebody asked to cancel. */
  readonly isCancelRequested: boolean;
}

/** What comes next: one command, or none at the end. */
export interface Decision<State> {
  readonly state: State;
  readonly command?: Command;
}
