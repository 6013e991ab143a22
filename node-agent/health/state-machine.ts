/**
 * When a real server counts as up or down. Pure. It takes `fall` failures in a row to go down and
 * `rise` successes in a row to come back, so one lost packet flaps nothing.
 *
 * A fresh target is `unknown`, and unknown gets traffic: an agent that restarts, or a plan that
 * adds a service, must never empty one (fail open). One success makes it up at once, since nothing
 * is known against it; to go down it needs `fall` failures like any other.
 *
 * An inconclusive check speaks neither for nor against the real server. After `fall` of them in a
 * row `up` is no longer known to be true and becomes `unknown`, so that blindness is seen; `down`
 * stays, since traffic must not go back on no evidence.
 */
import type { HealthState } from '../../schemas/status.ts';
import type { CheckResult } from './check-result.ts';

export interface Machine {
  readonly state: HealthState;
  /** Successes in a row when positive, failures in a row when negative. */
  readonly streak: number;
  /** Inconclusive checks in a row. */
  readonly blind: number;
}

export interface Thresholds {
  readonly rise: number;
  readonly fall: number;
}

export const FRESH: Machine = { state: 'unknown', streak: 0, blind: 0 };

export function step(
  machine: Machine,
  verdict: CheckResult['verdict'],
  thresholds: Thresholds,
): Machine {
  const { state } = machine;
  if (verdict === 'inconclusive') {
    const blind = machine.blind + 1;
    const isForgotten = state === 'up' && blind >= thresholds.fall;
    return isForgotten ? { ...FRESH, blind } : { ...machine, blind };
  }
  const streak =
    verdict === 'success' ? Math.max(machine.streak, 0) + 1 : Math.min(machine.streak, 0) - 1;
  return { state: stateAfter(state, streak, thresholds), streak, blind: 0 };
}

function stateAfter(state: HealthState, streak: number, { rise, fall }: Thresholds): HealthState {
  if (streak <= -fall) return 'down';
  if (streak >= rise || (streak > 0 && state === 'unknown')) return 'up';
  return state;
}
