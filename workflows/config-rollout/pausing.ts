/**
 * Paused: the lock is given back, nothing is changed, and a person decides. Going on takes the lock
 * again and starts from a new look, because others may have been at work meanwhile.
 */
import type { RolloutResult } from './command.ts';
import { heldAt } from './held-at.ts';
import {
  addVerdict,
  note,
  type RolloutDecision,
  type RolloutState,
  withWavePassed,
} from './state.ts';
import { enterEnding, enterLocking, enterReverting } from './transitions.ts';

/** Stages `pausing` and `paused`. */
export function onPaused(
  state: RolloutState,
  result: RolloutResult,
  nowMs: number,
): RolloutDecision {
  const paused = state.stage === 'pausing' ? onReleased(state, result, nowMs) : state;
  const { wishes, ...rest } = paused;
  const cleared: RolloutState = { ...rest, wishes: {} };
  if (wishes.abort?.mode === 'revert') return enterReverting(cleared, nowMs, wishes.abort.why);
  if (wishes.abort !== undefined) {
    const reason = `${wishes.abort.why}; ${heldAt(cleared)}`;
    return enterEnding(cleared, nowMs, { phase: 'held', reason });
  }
  if (wishes.accept !== undefined && cleared.wave !== undefined) {
    const why = `accepted by ${wishes.accept}`;
    const accepted = withWavePassed(addVerdict(cleared, nowMs, 'accepted', why));
    return enterLocking(accepted, nowMs, 'planning');
  }
  if (wishes.resume !== undefined) {
    const resumed = note(withoutAnswers(cleared), nowMs, `resumed by ${wishes.resume}`);
    return enterLocking(resumed, nowMs, cleared.wave === undefined ? 'planning' : 'wave');
  }
  return { state: cleared, command: { kind: 'listen' } };
}

/** What somebody else did to the refs meanwhile is known to who resumes, and is no meddling. */
function withoutAnswers(state: RolloutState): RolloutState {
  const entries = Object.entries(state.moved);
  return { ...state, moved: Object.fromEntries(entries.map(([n, m]) => [n, { ...m, at: 0 }])) };
}

function onReleased(state: RolloutState, result: RolloutResult, nowMs: number): RolloutState {
  const paused: RolloutState = { ...state, stage: 'paused' };
  if (result.kind !== 'failed') return paused;
  const { code, message } = result.failure;
  const cause = `${code}: ${message}`;
  return note(paused, nowMs, `could not give back the lock of ${state.cluster} (${cause})`);
}
