/**
 * `now`: an emergency goes past windows, waves and gates. It needs a reason, and the policy of
 * every cluster that it reaches has to allow it; then it is written into the origin of the change,
 * where both people and whoever starts the rollout find it.
 */
import { FleetError } from '../../schemas/errors.ts';
import type { Origin } from '../../schemas/events.ts';
import type { Spec } from '../../schemas/spec.ts';
import { notedReason } from '../config/noted-reason.ts';
import { policyOf } from './rollout-terms.ts';

const NOTE = ' [now: no windows, waves or gates]';

/** @throws E_USAGE without a reason, E_CONFLICT when the policy of one of them forbids it */
export function emergencyOrigin(origin: Origin, spec: Spec, clusters: Iterable<string>): Origin {
  if (origin.reason.trim() === '') {
    throw new FleetError('E_USAGE', 'now needs a reason', { hint: 'say why with --reason' });
  }
  for (const cluster of clusters) {
    const policy = policyOf(spec, cluster);
    if (policy === undefined || policy.spec.isNowAllowed) continue;
    const message = `RolloutPolicy ${policy.name} of cluster ${cluster} does not allow now`;
    const hint = 'leave now out, or have isNowAllowed: true applied first';
    throw new FleetError('E_CONFLICT', message, { hint });
  }
  return { ...origin, reason: notedReason(origin.reason, NOTE), now: true };
}
