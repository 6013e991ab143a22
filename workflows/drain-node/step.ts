/**
 * The rules of taking one director out of service: pure, no clock, no I/O. In order: check, lock,
 * check again, set draining, prove that a peer carries everything, wait until connections have
 * ended or moved, set drained, give the lock back. Invariant: it ends, and then the director is
 * `drained` (done) or where it was before (else), unless the end is `failed` and says otherwise.
 */
import type { DrainInput } from '../../schemas/drain.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { Decision, StepInput, Survey } from '../procedure/command.ts';
import {
  finish,
  onEffectFailed,
  onEnding,
  onInterference,
  revert,
  withoutRestore,
} from '../procedure/ending.ts';
import { enterLocking, onLocking } from '../procedure/locking.ts';
import { cannotSurvey, lookWithHealth, setAdminState } from '../procedure/make-command.ts';
import { pauseMs } from '../procedure/pace.ts';
import {
  beginWait,
  blocked,
  newState,
  note,
  type ProcedureState,
  withStatus,
} from '../procedure/state.ts';
import { judgeDrain } from './eligibility.ts';
import { judgeMastership, moveBoundMs } from './mastership.ts';

export interface DrainState extends ProcedureState<DrainStage> {
  readonly input: DrainInput;
}
type DrainStage =
  | 'checking'
  | 'checkingLocked'
  | 'settingDraining'
  | 'awaitingMove'
  | 'awaitingConnections'
  | 'settingDrained';
type DrainDecision = Decision<DrainState>;

/** A connection counts as moving when it carried a packet through the director this recently. */
const MOVING_WINDOW_MS = 2_000;
/** One look may fall between two packets of a slow connection; two in a row are 2.5 s and more. */
const QUIET_LOOKS_WANTED = 2;

export function beginDrain(input: DrainInput, owner: string, nowMs: number): DrainDecision {
  const state: DrainState = { ...newState('drain', 'checking', input, owner, nowMs), input };
  const why = input.origin.reason === '' ? '' : `: ${input.origin.reason}`;
  const text = `drain of ${input.node} asked for by ${input.origin.actor}${why}`;
  return { state: note(state, nowMs, text), command: lookWithHealth(state) };
}

export function stepDrain(state: DrainState, input: StepInput): DrainDecision {
  const { result, nowMs } = input;
  if (state.stage === 'ending') return onEnding(state, input);
  // A refused effect decides by itself how it ends; everything else gives way to a cancel.
  if (input.isCancelRequested && result.kind !== 'failed') {
    const token = result.kind === 'locked' ? result.token : state.token;
    return revert({ ...state, token }, nowMs, 'cancelled');
  }
  switch (state.stage) {
    case 'checking':
      return onChecked(state, input);
    case 'locking':
      return onLocking(state, input, (locked) => ({
        state: { ...locked, stage: 'checkingLocked' },
        command: lookWithHealth(locked),
      }));
    case 'checkingLocked':
      return onCheckedLocked(state, input);
    case 'settingDraining':
      if (result.kind === 'failed') {
        return onEffectFailed(state, nowMs, 'setting it draining', result.failure);
      }
      return lookAgain({ ...state, stage: 'awaitingMove' });
    case 'awaitingMove':
      return onMoveLook(state, input);
    case 'awaitingConnections':
      return onConnectionsLook(state, input);
    case 'settingDrained':
      return onDrainedSet(state, input);
  }
}

function onChecked(state: DrainState, { result, nowMs }: StepInput): DrainDecision {
  if (result.kind !== 'surveyed') return refuseUnseen(state, nowMs, result);
  const { node, cluster } = state.input;
  const verdict = judgeDrain(result.survey.directors, node, cluster, false);
  if (verdict.kind === 'already') return alreadyDrained(state, nowMs);
  if (verdict.kind === 'refused') return refuse(state, nowMs, verdict);
  const text = `checked: ${verdict.peers.join(', ')} can take over`;
  return enterLocking(note(state, nowMs, text), nowMs);
}

/** Time has passed since the first check, and only now is nobody else at work (I15). */
function onCheckedLocked(state: DrainState, { result, nowMs }: StepInput): DrainDecision {
  if (result.kind !== 'surveyed') return refuseUnseen(state, nowMs, result);
  const { node, cluster } = state.input;
  const { directors } = result.survey;
  const verdict = judgeDrain(directors, node, cluster, true);
  if (verdict.kind === 'already') return alreadyDrained(state, nowMs);
  if (verdict.kind === 'refused') return refuse(state, nowMs, verdict);
  const text = `checked again under the lock: ${verdict.peers.join(', ')} can take over`;
  const moving: DrainState = {
    ...beginWait(note(state, nowMs, text), 'moving', nowMs, moveBoundMs(directors)),
    stage: 'settingDraining',
    undo: ['releaseLock', 'restoreAdminState'],
    instances: verdict.instances,
    changedAtMs: nowMs,
  };
  // `draining` when an earlier drain of this director ended without being able to undo it.
  const command = setAdminState(moving, 'draining', ['active', 'draining'], 'drain');
  return { state: note(moving, nowMs, `sets ${node} draining`), command };
}

function onMoveLook(state: DrainState, { result, nowMs }: StepInput): DrainDecision {
  if (result.kind === 'slept') return lookAgain(state);
  const { node } = state.input;
  const survey = result.kind === 'surveyed' ? result.survey : undefined;
  const found = foreignAdminState(survey, node);
  if (found !== undefined) return onInterference(state, nowMs, found);
  const mastership = survey
    ? judgeMastership(survey.directors, node, state.instances)
    : ({ kind: 'unknown', why: cannotSurvey(result) } as const);
  if (mastership.kind === 'moved') {
    const newMaster = mastership.masters.join(', ');
    const mastershipMovedMs = nowMs - state.changedAtMs;
    const text = `${newMaster} carries all addresses, seen after ${mastershipMovedMs} ms`;
    const waiting = beginWait(state, 'waiting', nowMs, state.input.deadlineMs);
    const moved = note(withStatus(waiting, { newMaster, mastershipMovedMs }), nowMs, text);
    return lookAgain({ ...moved, stage: 'awaitingConnections' });
  }
  if (mastership.kind === 'notYet' && mastership.isHopeless) {
    return revert(state, nowMs, mastership.why);
  }
  if (nowMs >= state.status.deadlineAtMs) {
    const boundMs = state.status.deadlineAtMs - state.waitSinceMs;
    return revert(state, nowMs, `mastership did not move within ${boundMs} ms: ${mastership.why}`);
  }
  return pause(blocked(state, nowMs, mastership.why), nowMs);
}

function onConnectionsLook(state: DrainState, { result, nowMs }: StepInput): DrainDecision {
  if (result.kind === 'slept') return lookAgain(state);
  const { node } = state.input;
  const survey = result.kind === 'surveyed' ? result.survey : undefined;
  const found = foreignAdminState(survey, node);
  if (found !== undefined) return onInterference(state, nowMs, found);
  if (survey === undefined) return onBlind(state, nowMs, cannotSurvey(result));
  const mastership = judgeMastership(survey.directors, node, state.instances);
  if (mastership.kind === 'notYet') {
    return revert(state, nowMs, `the peer was lost while connections ended: ${mastership.why}`);
  }
  if (mastership.kind === 'unknown') return onBlind(state, nowMs, mastership.why);
  if (survey.progress === undefined) {
    return onBlind(state, nowMs, `${node} does not say which connections still move`);
  }
  const { tracked, moving } = survey.progress;
  const quietLooks = moving === 0 ? state.quietLooks + 1 : 0;
  const seen = withStatus({ ...state, quietLooks }, { connections: { tracked, moving } });
  if (quietLooks >= QUIET_LOOKS_WANTED) {
    return setDrained(note(seen, nowMs, 'no connection moves any more'), 'no connection moved');
  }
  if (moving === 0) return pause(blocked(seen, nowMs, 'one more look that nothing moves'), nowMs);
  if (nowMs >= state.status.deadlineAtMs) return onDeadline(seen, nowMs, moving);
  return pause(withStatus(seen, { blockedBy: `${moving} connections still move` }), nowMs);
}

function onDeadline(state: DrainState, nowMs: number, moving: number): DrainDecision {
  const what = `${moving} connections still moved at the deadline`;
  if (state.input.onDeadline === 'abort') return revert(state, nowMs, what);
  const accepted = withStatus(state, { connectionsLost: moving });
  return setDrained(note(accepted, nowMs, `${what}, accepted as lost`), what);
}

/** Nothing is known: waits on, and at the deadline goes back, whatever was accepted. */
function onBlind(state: DrainState, nowMs: number, why: string): DrainDecision {
  const blind = { ...state, quietLooks: 0 };
  if (nowMs < state.status.deadlineAtMs) return pause(blocked(blind, nowMs, why), nowMs);
  return revert(blind, nowMs, `it could not be seen at the deadline what would be lost: ${why}`);
}

function setDrained(state: DrainState, why: string): DrainDecision {
  const next: DrainState = withStatus({ ...state, stage: 'settingDrained' }, { blockedBy: '' });
  return { state: next, command: setAdminState(next, 'drained', ['draining'], `drained: ${why}`) };
}

function onDrainedSet(state: DrainState, { result, nowMs }: StepInput): DrainDecision {
  if (result.kind === 'failed') {
    const unlost = withStatus(state, { connectionsLost: 0 });
    return onEffectFailed(unlost, nowMs, 'setting it drained', result.failure);
  }
  const { node } = state.input;
  const lost = state.status.connectionsLost;
  const loss = lost === 0 ? 'no connection was lost' : `${lost} connections were given up`;
  return finish(withoutRestore(state), nowMs, {
    phase: 'done',
    reason: `${node} is drained, ${state.status.newMaster} serves; ${loss}`,
    leftIn: 'drained',
  });
}

function alreadyDrained(state: DrainState, nowMs: number): DrainDecision {
  const reason = `${state.input.node} is drained already`;
  return finish(state, nowMs, { phase: 'done', reason, leftIn: 'drained' });
}

function refuse(
  state: DrainState,
  nowMs: number,
  { reason, adminState }: { readonly reason: string; readonly adminState?: AdminState },
): DrainDecision {
  const leftIn = adminState === undefined ? {} : { leftIn: adminState };
  return finish(state, nowMs, { phase: 'refused', reason, ...leftIn });
}

function refuseUnseen(
  state: DrainState,
  nowMs: number,
  result: StepInput['result'],
): DrainDecision {
  return finish(state, nowMs, { phase: 'refused', reason: cannotSurvey(result) });
}

/** The admin state that is wanted of the director when it is not ours. */
function foreignAdminState(survey: Survey | undefined, name: string): AdminState | undefined {
  const found = survey?.directors.find((director) => director.node === name)?.adminState;
  return found === 'draining' ? undefined : found;
}

/** Without the health of real servers, which is long and which these waits do not judge by. */
function lookAgain(state: DrainState): DrainDecision {
  const { node, cluster } = state.input;
  const isWaiting = state.stage === 'awaitingConnections';
  const drainOf = isWaiting ? { drainOf: { node, windowMs: MOVING_WINDOW_MS } } : {};
  return {
    state,
    command: { kind: 'survey', request: { cluster, withHealth: false, ...drainOf } },
  };
}

function pause(state: DrainState, nowMs: number): DrainDecision {
  const ms = pauseMs('watch', nowMs - state.waitSinceMs, state.status.deadlineAtMs - nowMs);
  return { state, command: { kind: 'sleep', ms } };
}
