/**
 * Brings together what is to be known to decide about one cluster: spec, refs and generations from
 * the store, and how the last rollout stands from Temporal.
 */
import type { Generation, NodeRef } from '../../schemas/plan/node-ref.ts';
import type { Spec } from '../../schemas/spec.ts';
import type { Store } from '../../store/contract.ts';
import { freezesInTheWay } from '../config/freeze.ts';
import type { RolloutProcedures, RolloutRun } from '../procedures/rollout-procedures.ts';
import { directorsBehind, isUnderWay, type RolloutFacts } from './decide.ts';
import { type RolloutCause, readCause } from './rollout-cause.ts';
import { nodesOf, policyOf } from './rollout-terms.ts';

export interface FactSources {
  readonly store: Store;
  readonly rollouts: RolloutProcedures;
  readonly nowMs: () => number;
}

export interface FactQuestion {
  readonly cluster: string;
  readonly spec: Spec;
  readonly newest: Generation | undefined;
  /** All of the cell. */
  readonly refs: readonly NodeRef[];
  readonly isFresh: boolean;
}

/** Asks Temporal only when some director is behind. @throws E_TEMPORAL_AWAY, E_STORE_AWAY */
export async function readFacts(
  sources: FactSources,
  question: FactQuestion,
): Promise<RolloutFacts> {
  const seen = withoutRollout(question, sources.nowMs());
  if (isSettled(seen)) return seen;
  const last = await sources.rollouts.read(question.cluster);
  return withRollout(sources, question, last);
}

/** `last`: the newest rollout, read already. */
export async function withRollout(
  sources: Pick<FactSources, 'store' | 'nowMs'>,
  question: FactQuestion,
  last: RolloutRun | undefined,
): Promise<RolloutFacts> {
  const facts = { ...withoutRollout(question, sources.nowMs()), last };
  return { ...facts, cause: await causeOfNewest(sources.store, question.spec, facts) };
}

/** What can be said without Temporal. */
export function withoutRollout(question: FactQuestion, nowMs: number): RolloutFacts {
  const { cluster, spec, newest, isFresh } = question;
  const directors = nodesOf(spec, cluster).map(({ metadata: { name } }) => name);
  const mine = question.refs.filter(({ node }) => directors.includes(node));
  const reach = { clusters: new Set([cluster]), nodes: new Set(directors) };
  const freezes = freezesInTheWay(spec, nowMs, reach).map((freeze) => ({
    ...freeze,
    revision: spec.resources.get(`Freeze/${freeze.name}`)?.revision ?? 0,
  }));
  return {
    ...{ cluster, newest, directors, freezes, isFresh, nowMs },
    policy: policyOf(spec, cluster),
    refs: new Map(mine.map((ref) => [ref.node, ref])),
    last: undefined,
    cause: NO_CAUSE,
  };
}

const NO_CAUSE: RolloutCause = {
  origin: { actor: 'controller', channel: 'system', reason: '', correlationId: '' },
  now: false,
  overridesBefore: 0,
};

/** All are on the newest generation, or none is on any: what went out before is of no interest. */
function isSettled(facts: RolloutFacts): boolean {
  const { cluster, directors, newest, refs } = facts;
  const here = directors.filter((node) => refs.get(node)?.plan.cluster === cluster);
  if (newest === undefined || here.length === 0) return true;
  return here.length === directors.length && directorsBehind(facts).length === 0;
}

/** Since what went out last, or was decided on. */
async function causeOfNewest(store: Store, spec: Spec, facts: RolloutFacts): Promise<RolloutCause> {
  const { cluster, last, newest, refs } = facts;
  const isNeeded = newest !== undefined && facts.policy !== undefined && !isUnderWay(facts);
  if (!isNeeded) return NO_CAUSE;
  const wanted = [...refs.values()]
    .filter(({ plan }) => plan.cluster === cluster)
    .map(({ plan }) => plan.generation);
  const decided = last?.status.target.generation ?? 0;
  const since = Math.max(decided, Math.min(...wanted, newest.generation));
  // A rollout of the newest itself may have to be begun again: then by what made it.
  return readCause(store, spec, newest, since < newest.generation ? since : newest.parent);
}
