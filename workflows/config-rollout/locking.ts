/**
 * Taking the lock of the cluster, for as long as it takes: a rollout waits behind a drain, names
 * it, and can be aborted at any time. The lock is the one ledger of disruption, so a wave and a
 * drain never overlap (I5).
 */
import { pauseMs } from '../procedure/pace.ts';
import type { RolloutResult } from './command.ts';
import { blocked, note, type RolloutDecision, type RolloutState, withStatus } from './state.ts';
import { askForLock, enterPlanning, enterRevertingLocked, enterWaveAgain } from './transitions.ts';

/** The end of the wait is not known, so the pace is never shortened by it. */
const NO_END_MS = Number.MAX_SAFE_INTEGER;

export function onLocking(
  state: RolloutState,
  result: RolloutResult,
  nowMs: number,
): RolloutDecision {
  const { cluster } = state;
  switch (result.kind) {
    case 'locked': {
      const text = `took the lock of cluster ${cluster} (token ${result.token})`;
      const locked = note(withStatus(state, { blockedBy: '' }), nowMs, text);
      if (state.afterLock === 'wave') return enterWaveAgain(locked, nowMs);
      if (state.afterLock === 'reverting') return enterRevertingLocked(locked, nowMs);
      return enterPlanning(locked, nowMs);
    }
    case 'lockHeld': {
      const { owner, reason } = result.holder;
      const why = `the lock of cluster ${cluster} is held by ${owner} (${reason})`;
      return waitForLock(state, nowMs, why);
    }
    case 'failed': {
      const { code, message } = result.failure;
      const why = `the lock of cluster ${cluster} could not be taken: ${code}: ${message}`;
      return waitForLock(state, nowMs, why);
    }
    default:
      return askForLock(state);
  }
}

function waitForLock(state: RolloutState, nowMs: number, why: string): RolloutDecision {
  const ms = pauseMs('lock', nowMs - state.waitSinceMs, NO_END_MS);
  return { state: blocked(state, nowMs, why), command: { kind: 'sleep', ms } };
}
