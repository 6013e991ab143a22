/**
 * How every procedure ends, well or not: the outcome is decided first, then what is left in `undo`
 * is done, last first, then nothing more. So the lock is given back on every path, and a director
 * is either where the procedure was to bring it or back where it was; when even that cannot be
 * done, the end says so, and what a person is to do.
 */
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import { clusterLockDomain } from '../contract.ts';
import type { Command, Decision, Failure, StepInput } from './command.ts';
import { procedureOrigin } from './make-command.ts';
import { note, type Outcome, type ProcedureState, type Undo, withStatus } from './state.ts';

/** Decides the end and starts on the way there. */
export function finish<State extends ProcedureState>(
  state: State,
  nowMs: number,
  outcome: Outcome,
): Decision<State> {
  const isUndone = state.undo.includes('restoreAdminState');
  const text = isUndone ? `is undone: ${outcome.reason}` : outcome.reason;
  const decided = {
    ...withStatus(state, {
      blockedBy: '',
      ...(isUndone ? { phase: 'reverting' as const } : {}),
    }),
    stage: 'ending' as const,
    outcome,
  };
  return nextUndo(note(decided, nowMs, text), nowMs);
}

/** Undoes all that was done; the outcome says why. */
export function revert<State extends ProcedureState>(
  state: State,
  nowMs: number,
  why: string,
): Decision<State> {
  const isChanged = state.undo.includes('restoreAdminState');
  return finish(state, nowMs, {
    phase: 'reverted',
    reason: isChanged ? why : `${why}; nothing had been changed`,
    ...(isChanged ? { leftIn: state.restoreTo } : {}),
  });
}

/** In stage `ending`: the answer to one undo. */
export function onEnding<State extends ProcedureState>(
  state: State,
  input: StepInput,
): Decision<State> {
  const [done, ...rest] = [...state.undo].reverse();
  if (done === undefined) throw new Error('an ended procedure got an answer');
  const { result, nowMs } = input;
  const popped = { ...state, undo: rest.reverse() };
  if (result.kind === 'failed') return nextUndo(undoFailed(popped, nowMs, done, result), nowMs);
  const text =
    done === 'releaseLock'
      ? `gave back the lock of cluster ${state.input.cluster}`
      : `${state.input.node} is ${state.restoreTo} again`;
  return nextUndo(note(popped, nowMs, text), nowMs);
}

/**
 * An effect was refused or its outcome is not known. Fenced or refused for good means that it did
 * not happen and that the director is somebody else's now: then nothing is undone over their head.
 */
export function onEffectFailed<State extends ProcedureState>(
  state: State,
  nowMs: number,
  what: string,
  failure: Failure,
): Decision<State> {
  const { node } = state.input;
  const cause = `${failure.code}: ${failure.message}`;
  if (failure.kind === 'transient') return revert(state, nowMs, `${what} failed: ${cause}`);
  const reason =
    failure.kind === 'fenced'
      ? `stopped, since another procedure has taken the lock over (${cause}); ` +
        `the admin state of ${node} is as that one leaves it`
      : `${what} was refused: ${cause}; look at the admin state of ${node} and start again`;
  return finish(withoutRestore(state), nowMs, { phase: 'failed', reason });
}

/** Somebody changed the director's admin state beside the procedure. */
export function onInterference<State extends ProcedureState>(
  state: State,
  nowMs: number,
  found: AdminState,
): Decision<State> {
  const { node, cluster } = state.input;
  return finish(withoutRestore(state), nowMs, {
    phase: 'failed',
    reason:
      `somebody set ${node} to ${found} while this ${state.status.kind} held the lock of ` +
      `cluster ${cluster}; it is left so`,
    leftIn: found,
  });
}

/** What was done stands: there is nothing to restore any more. */
export function withoutRestore<State extends ProcedureState>(state: State): State {
  return { ...state, undo: state.undo.filter((entry) => entry !== 'restoreAdminState') };
}

function undoFailed<State extends ProcedureState>(
  state: State,
  nowMs: number,
  undo: Undo,
  { failure }: { failure: Failure },
): State {
  const { node, cluster } = state.input;
  const cause = `${failure.code}: ${failure.message}`;
  if (undo === 'releaseLock') {
    const text =
      `could not give back the lock of cluster ${cluster} (${cause}); ` +
      'the next procedure takes it over, since this one has ended';
    return note(state, nowMs, text);
  }
  const reason =
    `${state.outcome?.reason ?? ''}; and it could not be undone (${cause}): ${node} may not be ` +
    `${state.restoreTo}; look at its admin state, then drain or undrain it`;
  return { ...note(state, nowMs, reason), outcome: { phase: 'failed', reason } };
}

function nextUndo<State extends ProcedureState>(state: State, nowMs: number): Decision<State> {
  const undo = state.undo.at(-1);
  if (undo !== undefined) return { state, command: undoCommand(state, undo) };
  const { phase, reason, leftIn } = state.outcome ?? { phase: 'failed', reason: 'undecided' };
  const ended = withStatus(state, {
    phase,
    reason,
    blockedBy: '',
    ...(leftIn === undefined ? {} : { leftIn }),
  });
  return { state: note(ended, nowMs, `ended: ${phase}`) };
}

function undoCommand(state: ProcedureState, undo: Undo): Command {
  const { node, cluster, origin } = state.input;
  if (undo === 'releaseLock') {
    const request = { domain: clusterLockDomain(cluster), owner: state.owner };
    return { kind: 'releaseLock', request };
  }
  return {
    kind: 'setAdminState',
    isUndo: true,
    request: {
      node,
      to: state.restoreTo,
      // Whatever of ours was the last to arrive.
      expectFrom: ['active', 'draining', 'drained'],
      token: state.token,
      origin: procedureOrigin(origin, `${state.status.kind} undone: ${state.outcome?.reason}`),
    },
  };
}
