/**
 * What a rollout knows and has done, as plain data (it goes through JSON when the workflow
 * continues as new). Invariant: `moved` names a director before its ref is asked to move, because
 * a call whose answer was lost may have happened; so nothing is forgotten by a revert.
 */
import type {
  RolloutInput,
  RolloutStatus,
  RolloutVerdict,
  RolloutWave,
} from '../../schemas/rollout.ts';
import type { RolloutCommand } from './command.ts';
import type { GenerationRef } from './director-view.ts';
import type { Fault } from './fault.ts';

export interface RolloutState {
  readonly cluster: string;
  /** Of the lock. */
  readonly owner: string;
  /** Of the lock; 0 while it is not held. */
  readonly token: number;
  readonly stage:
    | 'locking'
    | 'planning'
    | 'wave'
    | 'pausing'
    | 'paused'
    | 'reverting'
    | 'ending'
    | 'ended';
  /** Where it goes on once it has the lock. */
  readonly afterLock: 'planning' | 'wave' | 'reverting';
  readonly wanted: RolloutInput;
  /** Newer than `wanted`; takes its turn at the next step that lets it. */
  readonly next?: RolloutInput;
  /** Said and not yet done. */
  readonly wishes: Wishes;
  readonly moved: Readonly<Record<string, MovedNode>>;
  /** Waves of this target that are over, the canary's first. */
  readonly wavesPassed: number;
  readonly wave?: WaveState;
  readonly revert?: RevertState;
  /** The move under way. */
  readonly asked?: { readonly nodes: readonly string[]; readonly plan: GenerationRef };
  /** When the wait under way began. */
  readonly waitSinceMs: number;
  /** Since when it cannot go on for want of data or of room; absent while it can. */
  readonly stuckSinceMs?: number;
  readonly outcome?: Outcome;
  readonly status: RolloutStatus;
}

export interface Wishes {
  /** Who wants it. */
  readonly pause?: string;
  readonly resume?: string;
  readonly accept?: string;
  readonly abort?: { readonly mode: 'hold' | 'revert'; readonly why: string };
}

export interface MovedNode {
  /** What it was on before this rollout touched it: where a revert brings it back to. */
  readonly from: GenerationRef;
  /** Last generation that its ref is known to have been moved to by us; 0: none yet. */
  readonly at: number;
  /** It did not answer when its ref was moved. */
  readonly wasOffline: boolean;
}

export interface WaveState {
  readonly kind: RolloutWave['kind'];
  readonly nodes: readonly string[];
  readonly baselines: Readonly<Record<string, Baseline>>;
  /** When a move of it was last answered, or the gate was started again. */
  readonly lastMoveMs: number;
  /** Since when all of it has converged without a fault. */
  readonly settledAtMs?: number;
  readonly faults: readonly SeenFault[];
}

/** Of a director that answered right before the wave. */
export interface Baseline {
  readonly up: number;
  readonly down: number;
  readonly unknown: number;
  readonly wasFailing: boolean;
}

export interface SeenFault extends Fault {
  readonly sinceMs: number;
}

export interface RevertState {
  readonly reason: string;
  readonly lastMoveMs: number;
  /** After a refusal: one at a time, so that one bad ref does not keep the others. */
  readonly isSingle: boolean;
  /** Put back; they may still be on their way. */
  readonly back: readonly string[];
  /** Directors whose ref could not be put back, with the reason. */
  readonly givenUp: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly phase: 'done' | 'held' | 'reverted' | 'refused' | 'failed';
  readonly reason: string;
}

/** What comes next: one command, or none at the end. */
export interface RolloutDecision {
  readonly state: RolloutState;
  readonly command?: RolloutCommand;
}

/** Kept texts and verdicts: the last say most. */
const STEPS_MAX = 100;
const VERDICTS_MAX = 50;

export function newState(input: RolloutInput, owner: string, nowMs: number): RolloutState {
  return {
    cluster: input.target.cluster,
    owner,
    token: 0,
    stage: 'locking',
    afterLock: 'planning',
    wanted: input,
    wishes: {},
    moved: {},
    wavesPassed: 0,
    waitSinceMs: nowMs,
    status: {
      cluster: input.target.cluster,
      phase: 'locking',
      target: input.target,
      now: input.now,
      origin: input.origin,
      startedAtMs: nowMs,
      deadlineAtMs: 0,
      blockedBy: '',
      waves: [],
      stragglers: [],
      verdicts: [],
      reason: '',
      steps: [],
    },
  };
}

export function withStatus(state: RolloutState, change: Partial<RolloutStatus>): RolloutState {
  return { ...state, status: { ...state.status, ...change } };
}

/** Adds a line for people to the status. */
export function note(state: RolloutState, nowMs: number, text: string): RolloutState {
  const steps = [...state.status.steps, { atMs: nowMs, text }].slice(-STEPS_MAX);
  return withStatus(state, { steps });
}

/** Says what it waits for; a line is added only when that is another thing than before. */
export function blocked(state: RolloutState, nowMs: number, blockedBy: string): RolloutState {
  if (state.status.blockedBy === blockedBy) return state;
  return note(withStatus(state, { blockedBy }), nowMs, `waits: ${blockedBy}`);
}

export function addVerdict(
  state: RolloutState,
  nowMs: number,
  verdict: RolloutVerdict['verdict'],
  why: string,
): RolloutState {
  const nodes = [...(state.wave?.nodes ?? [])];
  const { generation } = state.wanted.target;
  const entry = { atMs: nowMs, generation, nodes, verdict, why };
  const verdicts = [...state.status.verdicts, entry].slice(-VERDICTS_MAX);
  return note(withStatus(state, { verdicts }), nowMs, `gate ${verdict}: ${why}`);
}

/** It goes on: whatever kept it is over. */
export function unstuck(state: RolloutState): RolloutState {
  const { stuckSinceMs: _, ...rest } = state;
  return rest;
}

export function withoutWave(state: RolloutState): RolloutState {
  const { wave: _, ...rest } = state;
  return rest;
}

/** The wave under way is over and good. */
export function withWavePassed(state: RolloutState): RolloutState {
  const waves = state.status.waves.map((wave) =>
    wave.state === 'running' ? { ...wave, state: 'passed' as const } : wave,
  );
  return withStatus({ ...withoutWave(state), wavesPassed: state.wavesPassed + 1 }, { waves });
}

/** Directors whose ref this rollout has moved, or may have, and not put back. */
export function movedNodes(state: RolloutState): string[] {
  return Object.keys(state.moved).sort();
}

/** What a record has under the name of a director, which may be called `constructor`. */
export function ofNode<T>(record: Readonly<Record<string, T>>, node: string): T | undefined {
  return Object.hasOwn(record, node) ? record[node] : undefined;
}

export function withoutNodes<T>(
  record: Readonly<Record<string, T>>,
  nodes: readonly string[],
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([node]) => !nodes.includes(node)));
}
