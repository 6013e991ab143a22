/**
 * A person wants the newest generation to go out (again): also one that was put back or aborted.
 * What would hold a rollout back by itself is told as a refusal; `now` and `overrideFreeze` go past
 * it as they do for a change.
 */
import type { RolloutStartRequest } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { Spec } from '../../schemas/spec.ts';
import { overridingOrigin, refuseFrozen } from '../config/freeze.ts';
import { blockerOf, directorsBehind, isUnderWay, type RolloutFacts } from './decide.ts';
import { emergencyOrigin } from './emergency.ts';
import { type FactSources, readFacts } from './read-facts.ts';
import { rolloutInput } from './rollout-terms.ts';

/** @throws E_CONFLICT, E_FROZEN, E_CAPABILITY, E_USAGE, E_TEMPORAL_AWAY, E_STORE_AWAY */
export async function startByHand(
  sources: FactSources,
  spec: Spec,
  cluster: string,
  { origin, now = false, overrideFreeze = false }: RolloutStartRequest,
): Promise<void> {
  const { rollouts, store } = sources;
  const [newest, refs] = await Promise.all([store.newestGeneration(cluster), store.readRefs()]);
  const facts = await readFacts(sources, { cluster, spec, newest, refs, isFresh: false });
  refuseNeedless(facts, now);
  const { actor, channel, reason, correlationId } = origin;
  const plain = { actor, channel, reason, correlationId };
  const urgent = now ? emergencyOrigin(plain, spec, [cluster]) : plain;
  if (!overrideFreeze) refuseFrozen(facts.freezes);
  refuseBlocked(facts, now);
  const input = rolloutInput(spec, facts, overridingOrigin(urgent, facts.freezes), now);
  if (input === undefined) return;
  await rollouts.start(input);
}

function refuseNeedless(facts: RolloutFacts, now: boolean): void {
  const { cluster, last, newest, policy } = facts;
  if (policy === undefined) {
    const hint = 'every change of it reaches its directors at once; apply one';
    throw new FleetError('E_CONFLICT', `cluster ${cluster} has no RolloutPolicy`, { hint });
  }
  if (newest === undefined || directorsBehind(facts).length === 0) {
    const where = newest === undefined ? 'has no generation' : `is on ${newest.generation} already`;
    throw new FleetError('E_CONFLICT', `nothing is to go out: cluster ${cluster} ${where}`);
  }
  if (!isUnderWay(facts) || last === undefined || (now && !last.status.now)) return;
  const { phase, blockedBy } = last.status;
  const waits = blockedBy === '' ? '' : `, waits for ${blockedBy}`;
  const message = `generation ${newest.generation} of ${cluster} is under way: ${phase}${waits}`;
  const hint = 'sluice rollout status tells more; one that is paused is resumed';
  throw new FleetError('E_CONFLICT', message, { hint });
}

function refuseBlocked({ cluster, nowMs, policy }: RolloutFacts, now: boolean): void {
  if (policy === undefined) return;
  const blocker = blockerOf({ freezes: [], nowMs, overridesBefore: 0 }, policy, now);
  if (blocker === undefined) return;
  const isWindow = blocker.for === 'window';
  const opens = new Date(blocker.untilMs ?? nowMs).toISOString();
  const hint = isWindow ? `it goes out by itself at ${opens}; now goes past windows` : '';
  const code = isWindow ? 'E_CONFLICT' : 'E_CAPABILITY';
  throw new FleetError(code, `cluster ${cluster}: ${blocker.why}`, { hint, retryable: isWindow });
}
