/**
 * What a procedure on one director knows and has done, as plain data. `undo` is the saga: what has
 * to be taken back at the end, last first; an entry is pushed before its effect is asked for,
 * because an effect whose answer was lost may have happened.
 */
import type { DrainPhase, DrainStatus } from '../../schemas/drain.ts';
import type { Origin } from '../../schemas/events.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';

export interface ProcedureInput {
  readonly node: string;
  readonly cluster: string;
  readonly origin: Origin;
  readonly deadlineMs: number;
}

export type Undo = 'releaseLock' | 'restoreAdminState';

export interface ProcedureState<Stage extends string = string> {
  readonly stage: Stage | 'locking' | 'ending';
  readonly input: ProcedureInput;
  /** Of the lock. */
  readonly owner: string;
  readonly status: DrainStatus;
  readonly undo: readonly Undo[];
  /** Of the lock, once held. */
  readonly token: number;
  /** What `restoreAdminState` goes back to. */
  readonly restoreTo: AdminState;
  /** Instances that the director carries; what has to be seen on exactly one of them. */
  readonly instances: readonly string[];
  /** When the wait under way began. */
  readonly waitSinceMs: number;
  /** When the admin state was last asked to change. */
  readonly changedAtMs: number;
  /** Looks in a row in which nothing moved on the draining director. */
  readonly quietLooks: number;
  /** Set when it is decided how it ends, while what is in `undo` is still to be done. */
  readonly outcome?: Outcome;
}

export interface Outcome {
  readonly phase: Extract<DrainPhase, 'done' | 'refused' | 'reverted' | 'failed'>;
  readonly reason: string;
  /** The admin state that the director is left in, where it is known. */
  readonly leftIn?: AdminState;
}

/** Kept texts: only a lock that changes hands for hours could make more, and the last say most. */
const STEPS_MAX = 100;

export function newState<Stage extends string>(
  kind: DrainStatus['kind'],
  stage: Stage,
  input: ProcedureInput,
  owner: string,
  nowMs: number,
): ProcedureState<Stage> {
  return {
    stage,
    input,
    owner,
    undo: [],
    token: 0,
    restoreTo: kind === 'drain' ? 'active' : 'drained',
    instances: [],
    waitSinceMs: nowMs,
    changedAtMs: nowMs,
    quietLooks: 0,
    status: {
      kind,
      node: input.node,
      cluster: input.cluster,
      phase: 'checking',
      blockedBy: '',
      startedAtMs: nowMs,
      deadlineAtMs: nowMs + input.deadlineMs,
      connections: { tracked: 0, moving: 0 },
      connectionsLost: 0,
      reason: '',
      steps: [],
    },
  };
}

export function withStatus<State extends ProcedureState>(
  state: State,
  change: Partial<DrainStatus>,
): State {
  return { ...state, status: { ...state.status, ...change } };
}

/** Adds a line for people to the status. */
export function note<State extends ProcedureState>(
  state: State,
  nowMs: number,
  text: string,
): State {
  const steps = [...state.status.steps, { atMs: nowMs, text }].slice(-STEPS_MAX);
  return withStatus(state, { steps });
}

/** Says what it waits for; a line is added only when that is another thing than before. */
export function blocked<State extends ProcedureState>(
  state: State,
  nowMs: number,
  blockedBy: string,
): State {
  if (state.status.blockedBy === blockedBy) return state;
  return note(withStatus(state, { blockedBy }), nowMs, `waits: ${blockedBy}`);
}

/** Enters a wait: its phase, and when it will be decided in any case. */
export function beginWait<State extends ProcedureState>(
  state: State,
  phase: DrainPhase,
  nowMs: number,
  boundMs: number,
): State {
  return {
    ...withStatus(state, { phase, deadlineAtMs: nowMs + boundMs, blockedBy: '' }),
    waitSinceMs: nowMs,
  };
}
