/**
 * The ways from one stage of a rollout to another: each returns the state in its new stage with the
 * command that opens it. No answers are judged here, so every stage may use all of them.
 */
import type { RolloutPause } from '../../schemas/rollout.ts';
import { clusterLockDomain } from '../contract.ts';
import { procedureOrigin } from '../procedure/make-command.ts';
import { pauseMs } from '../procedure/pace.ts';
import type { RolloutCommand } from './command.ts';
import type { GenerationRef } from './director-view.ts';
import {
  addVerdict,
  blocked,
  movedNodes,
  note,
  type Outcome,
  type RolloutDecision,
  type RolloutState,
  unstuck,
  withStatus,
} from './state.ts';

export function enterLocking(
  state: RolloutState,
  nowMs: number,
  afterLock: RolloutState['afterLock'],
): RolloutDecision {
  const { pause: _, ...status } = state.status;
  const waiting: RolloutState = {
    ...unstuck(state),
    stage: 'locking',
    afterLock,
    waitSinceMs: nowMs,
    status: { ...status, phase: 'locking', deadlineAtMs: 0, blockedBy: '' },
  };
  return askForLock(waiting);
}

export function askForLock(state: RolloutState): RolloutDecision {
  const { origin, target } = state.wanted;
  const who = origin.reason === '' ? origin.actor : `${origin.actor}: ${origin.reason}`;
  const reason = `rollout of generation ${target.generation} for ${who}`;
  const request = { domain: clusterLockDomain(state.cluster), owner: state.owner, reason };
  return { state, command: { kind: 'acquireLock', request } };
}

/** With the lock held: looks, and decides who is next. */
export function enterPlanning(state: RolloutState, nowMs: number): RolloutDecision {
  const { wave: _, ...rest } = unstuck(state);
  const planning: RolloutState = { ...rest, stage: 'planning', waitSinceMs: nowMs };
  return look(withStatus(planning, { phase: 'planning', blockedBy: '', deadlineAtMs: 0 }));
}

/** With the lock held: the wave under way again, its gate from the start. */
export function enterWaveAgain(state: RolloutState, nowMs: number): RolloutDecision {
  if (state.wave === undefined) return enterPlanning(state, nowMs);
  const { settledAtMs: _, ...wave } = state.wave;
  const again: RolloutState = {
    ...unstuck(state),
    stage: 'wave',
    waitSinceMs: nowMs,
    wave: { ...wave, lastMoveMs: nowMs, faults: [] },
  };
  const waves = state.status.waves.map((shown) =>
    shown.state === 'failed' ? { ...shown, state: 'running' as const } : shown,
  );
  return look(withStatus(again, { phase: 'moving', blockedBy: '', waves }));
}

/** Everything that was moved goes back. Asks for the lock first when it was given back. */
export function enterReverting(
  state: RolloutState,
  nowMs: number,
  reason: string,
): RolloutDecision {
  if (movedNodes(state).length === 0) {
    const outcome = { phase: 'reverted' as const, reason: `${reason}; nothing had been moved` };
    return enterEnding(state, nowMs, outcome);
  }
  const revert = state.revert ?? {
    reason,
    lastMoveMs: nowMs,
    isSingle: false,
    back: [],
    givenUp: {},
  };
  const noted = note({ ...state, revert }, nowMs, `goes back: ${reason}`);
  return noted.token === 0
    ? enterLocking(noted, nowMs, 'reverting')
    : enterRevertingLocked(noted, nowMs);
}

export function enterRevertingLocked(state: RolloutState, nowMs: number): RolloutDecision {
  const { pause: _, ...status } = state.status;
  const reverting: RolloutState = {
    ...unstuck(state),
    stage: 'reverting',
    waitSinceMs: nowMs,
    status: { ...status, phase: 'reverting', blockedBy: '', deadlineAtMs: 0 },
  };
  return look(reverting);
}

/** Waits for a person, without the lock: nothing is changed until somebody says so. */
export function enterPause(
  state: RolloutState,
  nowMs: number,
  why: Pick<RolloutPause, 'for' | 'why'>,
): RolloutDecision {
  const paused = withStatus(note(unstuck(state), nowMs, `paused: ${why.why}`), {
    phase: 'paused',
    pause: { ...why, sinceMs: nowMs },
    deadlineAtMs: 0,
    blockedBy: `a person has to decide: ${why.why}`,
  });
  return releaseLock({ ...paused, stage: 'pausing' });
}

/** The outcome is decided; the lock is given back on every way out. */
export function enterEnding(state: RolloutState, nowMs: number, outcome: Outcome): RolloutDecision {
  const decided = withStatus(note(state, nowMs, outcome.reason), {
    blockedBy: '',
    deadlineAtMs: 0,
  });
  return releaseLock({ ...decided, stage: 'ending', outcome });
}

export function releaseLock(state: RolloutState): RolloutDecision {
  const request = { domain: clusterLockDomain(state.cluster), owner: state.owner };
  return { state: { ...state, token: 0 }, command: { kind: 'releaseLock', request } };
}

export function look(state: RolloutState): RolloutDecision {
  return { state, command: { kind: 'survey', cluster: state.cluster } };
}

/**
 * A gate that fails late in a long soak is noticed within this. Unlike a drain a rollout continues
 * as new, so that it may look often for days.
 */
const LOOK_EVERY_MAX_MS = 15_000;

export function sleepUntil(
  state: RolloutState,
  nowMs: number,
  deadlineAtMs: number,
): RolloutDecision {
  const paceMs = pauseMs('watch', nowMs - state.waitSinceMs, deadlineAtMs - nowMs);
  const ms = Math.min(paceMs, LOOK_EVERY_MAX_MS);
  return { state: withStatus(state, { deadlineAtMs }), command: { kind: 'sleep', ms } };
}

/** It cannot go on; after the policy's time a person is asked. */
export function waitStuck(state: RolloutState, nowMs: number, why: string): RolloutDecision {
  const { inconclusiveDeadlineMs } = state.wanted.policy.gate;
  const stuckSinceMs = state.stuckSinceMs ?? nowMs;
  const deadlineAtMs = stuckSinceMs + inconclusiveDeadlineMs;
  if (nowMs >= deadlineAtMs) {
    const undecided = `undecided for ${inconclusiveDeadlineMs} ms: ${why}`;
    const judged =
      state.wave === undefined ? state : addVerdict(state, nowMs, 'inconclusive', undecided);
    return enterPause(judged, nowMs, { for: 'inconclusive', why: undecided });
  }
  return sleepUntil({ ...blocked(state, nowMs, why), stuckSinceMs }, nowMs, deadlineAtMs);
}

/** The move is written into the state with its answer outstanding. */
export function askToMove(
  state: RolloutState,
  nodes: readonly string[],
  plan: GenerationRef,
  why: { readonly reason: string; readonly revert: boolean },
): RolloutDecision {
  const { cluster, token } = state;
  const { origin } = state.wanted;
  const reason = origin.reason === '' ? why.reason : `${why.reason} (${origin.reason})`;
  const command: RolloutCommand = {
    kind: 'moveRefs',
    move: {
      cluster,
      nodes,
      plan: { cluster, generation: plan.generation, digest: plan.digest },
      revert: why.revert,
      token,
      origin: procedureOrigin(origin, reason),
    },
  };
  return { state: { ...state, asked: { nodes, plan } }, command };
}
