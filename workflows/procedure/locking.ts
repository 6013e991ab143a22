/**
 * Taking the lock of the cluster: waits while somebody has it, names the holder, and gives up at
 * the deadline with nothing changed. The same for every procedure that disturbs a director.
 */
import { clusterLockDomain } from '../contract.ts';
import type { Decision, StepInput } from './command.ts';
import { finish } from './ending.ts';
import { pauseMs } from './pace.ts';
import { beginWait, blocked, note, type ProcedureState, withStatus } from './state.ts';

export function enterLocking<State extends ProcedureState>(
  state: State,
  nowMs: number,
): Decision<State> {
  const waiting = beginWait(state, 'locking', nowMs, state.input.deadlineMs);
  // Pushed before it is asked for; releasing a lock that one does not have does nothing.
  return acquire({ ...waiting, stage: 'locking', undo: ['releaseLock'] });
}

/** In stage `locking`. `next` goes on with `token` set and the lock held. */
export function onLocking<State extends ProcedureState>(
  state: State,
  input: StepInput,
  next: (state: State, nowMs: number) => Decision<State>,
): Decision<State> {
  const { result, nowMs } = input;
  const { cluster } = state.input;
  if (result.kind === 'locked') {
    const text = `took the lock of cluster ${cluster} (token ${result.token})`;
    const held = { ...withStatus(state, { blockedBy: '' }), token: result.token };
    return next(note(held, nowMs, text), nowMs);
  }
  if (result.kind === 'lockHeld') {
    const { owner, reason } = result.holder;
    const holder = `the lock of cluster ${cluster} is held by ${owner} (${reason})`;
    const leftMs = state.status.deadlineAtMs - nowMs;
    if (leftMs > 0) {
      const ms = pauseMs('lock', nowMs - state.waitSinceMs, leftMs);
      return { state: blocked(state, nowMs, holder), command: { kind: 'sleep', ms } };
    }
    const reasonOfEnd = `gave up at the deadline, still waiting: ${holder}`;
    const without: State = { ...state, undo: [] };
    return finish(without, nowMs, { phase: 'refused', reason: reasonOfEnd });
  }
  if (result.kind === 'failed') {
    const { code, message } = result.failure;
    const reason = `the lock of cluster ${cluster} could not be taken: ${code}: ${message}`;
    return finish(state, nowMs, { phase: 'refused', reason });
  }
  return acquire(state);
}

function acquire<State extends ProcedureState>(state: State): Decision<State> {
  const { node, cluster, origin } = state.input;
  const reason = `${state.status.kind} of ${node} for ${origin.actor}: ${origin.reason}`;
  const request = { domain: clusterLockDomain(cluster), owner: state.owner, reason };
  return { state, command: { kind: 'acquireLock', request } };
}
