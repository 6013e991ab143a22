/**
 * The rules of taking a director back into service: pure, no clock, no I/O. Check, lock, check
 * again, set active, wait until VRRP has settled, give the lock back. When it does not settle the
 * director stays active (it is in the election, and a master fewer is worse than one too slow),
 * which the end says as `failed`; only when two masters are seen and it is one of them, it goes
 * back to `drained`, because then it is the one that does harm.
 */
import type { UndrainInput } from '../../schemas/drain.ts';
import { moveBoundMs } from '../drain-node/mastership.ts';
import type { Decision, StepInput } from '../procedure/command.ts';
import type { DirectorView } from '../procedure/director-view.ts';
import { finish, onEffectFailed, onEnding, revert, withoutRestore } from '../procedure/ending.ts';
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
import { judgeSettled, unfitWhy } from './settling.ts';

export interface UndrainState extends ProcedureState<UndrainStage> {
  readonly input: UndrainInput;
}
type UndrainStage = 'checking' | 'checkingLocked' | 'settingActive' | 'awaitingVrrp';
type UndrainDecision = Decision<UndrainState>;

export function beginUndrain(input: UndrainInput, owner: string, nowMs: number): UndrainDecision {
  const state: UndrainState = { ...newState('undrain', 'checking', input, owner, nowMs), input };
  const why = input.origin.reason === '' ? '' : `: ${input.origin.reason}`;
  const text = `undrain of ${input.node} asked for by ${input.origin.actor}${why}`;
  return { state: note(state, nowMs, text), command: lookWithHealth(state) };
}

export function stepUndrain(state: UndrainState, input: StepInput): UndrainDecision {
  const { result, nowMs } = input;
  if (state.stage === 'ending') return onEnding(state, input);
  // A refused effect decides by itself how it ends; everything else gives way to a cancel.
  if (input.isCancelRequested && result.kind !== 'failed') {
    const token = result.kind === 'locked' ? result.token : state.token;
    return revert({ ...state, token }, nowMs, 'cancelled');
  }
  switch (state.stage) {
    case 'checking':
      return checked(state, input, (allowed) => {
        const text = `checked: ${state.input.node} is fit to serve`;
        return enterLocking(note(allowed, nowMs, text), nowMs);
      });
    case 'locking':
      return onLocking(state, input, (locked) => ({
        state: { ...locked, stage: 'checkingLocked' },
        command: lookWithHealth(locked),
      }));
    case 'checkingLocked':
      return checked(state, input, (allowed, directors) => setActive(allowed, nowMs, directors));
    case 'settingActive':
      if (result.kind === 'failed') {
        return onEffectFailed(state, nowMs, 'setting it active', result.failure);
      }
      return lookAgain({ ...state, stage: 'awaitingVrrp' });
    case 'awaitingVrrp':
      return onVrrpLook(state, input);
  }
}

function checked(
  state: UndrainState,
  { result, nowMs }: StepInput,
  next: (state: UndrainState, directors: readonly DirectorView[]) => UndrainDecision,
): UndrainDecision {
  if (result.kind !== 'surveyed') {
    return finish(state, nowMs, { phase: 'refused', reason: cannotSurvey(result) });
  }
  const { directors } = result.survey;
  const { node: name, cluster } = state.input;
  const node = directors.find((director) => director.node === name);
  if (node === undefined) {
    const reason = `${name} is no director of cluster ${cluster}`;
    return finish(state, nowMs, { phase: 'refused', reason });
  }
  if (node.adminState === 'active') {
    const reason = `${name} is active already`;
    return finish(state, nowMs, { phase: 'done', reason, leftIn: 'active' });
  }
  const unfit = unfitWhy(node);
  if (unfit === undefined) return next(state, directors);
  return finish(state, nowMs, { phase: 'refused', reason: unfit, leftIn: node.adminState });
}

function setActive(
  state: UndrainState,
  nowMs: number,
  directors: readonly DirectorView[],
): UndrainDecision {
  const { node: name } = state.input;
  const node = directors.find((director) => director.node === name);
  const moving: UndrainState = {
    ...beginWait(state, 'moving', nowMs, moveBoundMs(directors)),
    stage: 'settingActive',
    undo: ['releaseLock', 'restoreAdminState'],
    instances: node?.seen?.vrrp.map((vrrp) => vrrp.instance) ?? [],
    changedAtMs: nowMs,
  };
  // `draining` when a drain of this director ended without being able to undo it.
  const command = setAdminState(moving, 'active', ['draining', 'drained'], 'undrain');
  return { state: note(moving, nowMs, `sets ${name} active`), command };
}

function onVrrpLook(state: UndrainState, { result, nowMs }: StepInput): UndrainDecision {
  if (result.kind === 'slept') return lookAgain(state);
  const { node } = state.input;
  const settled =
    result.kind === 'surveyed'
      ? judgeSettled(result.survey.directors, node, state.instances)
      : ({ kind: 'notYet', why: cannotSurvey(result), isSplit: false } as const);
  if (settled.kind === 'settled') {
    const tookMs = nowMs - state.changedAtMs;
    const isMaster = settled.masters.includes(node);
    const moved = isMaster ? { newMaster: node, mastershipMovedMs: tookMs } : {};
    const role = isMaster ? 'master' : `backup of ${settled.masters.join(', ') || 'nobody'}`;
    const reason = `${node} is active and ${role}, seen after ${tookMs} ms`;
    const end = withoutRestore(withStatus(state, moved));
    return finish(end, nowMs, { phase: 'done', reason, leftIn: 'active' });
  }
  if (nowMs < state.status.deadlineAtMs) {
    const ms = pauseMs('watch', nowMs - state.waitSinceMs, state.status.deadlineAtMs - nowMs);
    return { state: blocked(state, nowMs, settled.why), command: { kind: 'sleep', ms } };
  }
  const boundMs = state.status.deadlineAtMs - state.waitSinceMs;
  const why = `VRRP did not settle within ${boundMs} ms: ${settled.why}`;
  if (settled.isSplit) return revert(state, nowMs, why);
  return finish(withoutRestore(state), nowMs, {
    phase: 'failed',
    reason: `${why}; ${node} stays active: look at keepalived on the directors, or drain it again`,
    leftIn: 'active',
  });
}

function lookAgain(state: UndrainState): UndrainDecision {
  const request = { cluster: state.input.cluster, withHealth: false };
  return { state, command: { kind: 'survey', request } };
}
