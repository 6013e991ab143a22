/**
 * The rules of the staged rollout of a config generation: pure, no clock, no I/O. Lock, look, then
 * wave by wave: canary, gate, the next; a failed gate puts everything back that was moved. A newer
 * target starts again with its canary. Invariant: no ref is moved without the lock's token, and at
 * the end the lock is given back and every moved ref is on the target, back, or named by the end.
 */
import type { RolloutInput } from '../../schemas/rollout.ts';
import type { RolloutResult, RolloutStep } from './command.ts';
import { heldAt } from './held-at.ts';
import { onLocking } from './locking.ts';
import { takeIn, withoutNext } from './messages.ts';
import { onPaused } from './pausing.ts';
import { onPlanning } from './planning.ts';
import { onReverting } from './reverting.ts';
import {
  type MovedNode,
  newState,
  note,
  ofNode,
  type RolloutDecision,
  type RolloutState,
  unstuck,
  withoutWave,
  withStatus,
} from './state.ts';
import {
  enterEnding,
  enterLocking,
  enterPause,
  enterPlanning,
  enterReverting,
} from './transitions.ts';
import { onWave } from './wave.ts';

export function beginRollout(input: RolloutInput, owner: string, nowMs: number): RolloutDecision {
  return begin(newState(input, owner, nowMs), nowMs);
}

export function stepRollout(before: RolloutState, step: RolloutStep): RolloutDecision {
  const { result, nowMs } = step;
  const asked = before.asked?.nodes;
  const state = takeIn(absorb(before, result, nowMs), step.messages, nowMs);
  if (state.stage === 'ended') return onEnded(state, nowMs);
  if (state.stage === 'ending') return onEnding(state, result, nowMs);
  if (result.kind === 'failed' && result.failure.kind === 'fenced') {
    const { code, message } = result.failure;
    const reason =
      `stopped, since another procedure has taken the lock over (${code}: ${message}); ` +
      `the refs of ${state.cluster} are as that one leaves them`;
    return enterEnding(state, nowMs, { phase: 'failed', reason });
  }
  if (state.stage === 'pausing' || state.stage === 'paused') return onPaused(state, result, nowMs);
  if (state.revert !== undefined) return stepBack(state, result, asked, nowMs);
  return turn(state, nowMs) ?? stepForward(state, result, nowMs);
}

function stepForward(state: RolloutState, result: RolloutResult, nowMs: number): RolloutDecision {
  if (state.stage === 'locking') return onLocking(state, result, nowMs);
  if (state.stage === 'planning') return onPlanning(state, result, nowMs);
  return onWave(state, result, nowMs);
}

/** On the way back only one thing can be wanted: to stop it. */
function stepBack(
  { wishes, ...rest }: RolloutState,
  result: RolloutResult,
  asked: readonly string[] | undefined,
  nowMs: number,
): RolloutDecision {
  const state: RolloutState = { ...rest, wishes: {} };
  if (wishes.abort?.mode === 'hold') {
    const reason = `${wishes.abort.why} while it went back; ${heldAt(state)}`;
    return enterEnding(state, nowMs, { phase: 'held', reason });
  }
  if (state.stage === 'locking') return onLocking(state, result, nowMs);
  return onReverting(state, result, asked, nowMs);
}

/** What was said since the last step, the gravest first; undefined when nothing was. */
function turn({ wishes, ...rest }: RolloutState, nowMs: number): RolloutDecision | undefined {
  const state: RolloutState = { ...rest, wishes: {} };
  if (wishes.abort?.mode === 'revert') return enterReverting(state, nowMs, wishes.abort.why);
  if (wishes.abort !== undefined) {
    const reason = `${wishes.abort.why}; ${heldAt(state)}`;
    return enterEnding(state, nowMs, { phase: 'held', reason });
  }
  if (wishes.pause !== undefined) {
    return enterPause(state, nowMs, { for: 'person', why: `paused by ${wishes.pause}` });
  }
  if (state.next === undefined) return undefined;
  const turned = retarget(state, state.next, nowMs);
  if (turned.token > 0) return enterPlanning(turned, nowMs);
  return enterLocking(turned, nowMs, 'planning');
}

/** The newer one from its canary on: directors on the older target are just behind. */
function retarget(state: RolloutState, next: RolloutInput, nowMs: number): RolloutState {
  const { target, origin, now } = next;
  const waves = state.status.waves.filter((wave) => wave.state === 'passed');
  const turned: RolloutState = {
    ...withoutNext(withoutWave(unstuck(state))),
    wanted: next,
    wavesPassed: 0,
  };
  const { generation } = state.wanted.target;
  const text = `turns from generation ${generation} to generation ${target.generation}`;
  return note(withStatus(turned, { target, origin, now, waves }), nowMs, text);
}

/** The answer as a fact, whatever comes of it. */
function absorb(state: RolloutState, result: RolloutResult, nowMs: number): RolloutState {
  const { asked, ...rest } = state;
  if (result.kind === 'locked') return { ...rest, token: result.token };
  if (asked === undefined) return rest;
  // Also after a failure: it may have happened at the last moment, and directors get their time.
  const timed: RolloutState =
    rest.wave === undefined ? rest : { ...rest, wave: { ...rest.wave, lastMoveMs: nowMs } };
  if (result.kind !== 'moved') return timed;
  const moved: Record<string, MovedNode> = { ...state.moved };
  for (const node of asked.nodes) {
    const entry = ofNode(state.moved, node);
    if (entry !== undefined) moved[node] = { ...entry, at: asked.plan.generation };
  }
  return { ...unstuck(timed), moved, waitSinceMs: nowMs };
}

function onEnding(state: RolloutState, result: RolloutResult, nowMs: number): RolloutDecision {
  const { phase, reason } = state.outcome ?? { phase: 'failed' as const, reason: 'undecided' };
  const { pause: _, ...status } = state.status;
  const told: RolloutState = { ...state, status: { ...status, phase, reason } };
  if (result.kind !== 'failed') return onEnded({ ...told, stage: 'ended' }, nowMs);
  const { code, message } = result.failure;
  const text =
    `could not give back the lock of cluster ${state.cluster} (${code}: ${message}); ` +
    'the next procedure takes it over, since this one has ended';
  return onEnded({ ...note(told, nowMs, text), stage: 'ended' }, nowMs);
}

/** Over, unless a newer target came meanwhile: then again from the start, with what was told. */
function onEnded(state: RolloutState, nowMs: number): RolloutDecision {
  const { next } = state;
  if (next === undefined) return { state };
  const fresh = newState(next, state.owner, nowMs);
  const { steps, verdicts } = state.status;
  return begin(withStatus(fresh, { steps, verdicts }), nowMs);
}

function begin(state: RolloutState, nowMs: number): RolloutDecision {
  const { target, origin, now } = state.wanted;
  const why = origin.reason === '' ? '' : `: ${origin.reason}`;
  const how = now ? ', at once and without gates' : '';
  const text = `generation ${target.generation} asked for by ${origin.actor}${how}${why}`;
  return enterLocking(note(state, nowMs, text), nowMs, 'planning');
}
