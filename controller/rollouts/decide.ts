/**
 * Whether the newest generation of a cluster is to go out now, and if not, why not. Pure, and asked
 * again and again: what it says follows from what is stored and from how the last rollout stands,
 * never from what was decided before, so a controller may die at any moment. Invariant: what was
 * put back, aborted or refused goes out again only when somebody asks for it.
 */
import type { FreezeView, RolloutWaiting } from '../../schemas/api.ts';
import type { Generation, NodeRef } from '../../schemas/plan/node-ref.ts';
import { unmetDemands } from '../../schemas/validation/check-gates.ts';
import { freezeText } from '../config/freeze.ts';
import type { RolloutRun } from '../procedures/rollout-procedures.ts';
import type { RolloutCause } from './rollout-cause.ts';
import type { NamedPolicy } from './rollout-terms.ts';
import { windowState, windowText } from './windows.ts';

export interface RolloutFacts {
  readonly cluster: string;
  /** Undefined: its directors change all at once, and the publisher tells them. */
  readonly policy: NamedPolicy | undefined;
  readonly newest: Generation | undefined;
  /** Declared. */
  readonly directors: readonly string[];
  /** Of these directors; what one is on in another cluster is none of this one. */
  readonly refs: ReadonlyMap<string, NodeRef>;
  /** The newest rollout, if Temporal knows of any. */
  readonly last: RolloutRun | undefined;
  /** Of the newest generation. */
  readonly cause: RolloutCause;
  /** In force, and reaching into the cluster. */
  readonly freezes: readonly (FreezeView & { readonly revision: number })[];
  /** Published by this very process: surely newer than anything that was put back. */
  readonly isFresh: boolean;
  readonly nowMs: number;
}

export type RolloutDecision =
  | { readonly do: 'nothing' }
  /** These directors get the newest generation at once. */
  | { readonly do: 'tell'; readonly directors: readonly string[] }
  | { readonly do: 'start'; readonly now: boolean }
  | { readonly do: 'wait'; readonly waiting: RolloutWaiting };

const NOTHING: RolloutDecision = { do: 'nothing' };

export function decideRollout(facts: RolloutFacts): RolloutDecision {
  const { newest, policy } = facts;
  if (newest === undefined) return NOTHING;
  if (policy === undefined) return catchUp(facts, newest);
  const strangers = facts.directors.filter((node) => isElsewhere(facts, node));
  const isFirst = facts.directors.every((node) => !isHere(facts, node));
  // Nobody runs anything of it yet, or what it does run is of a cluster that it was taken from.
  if (isFirst && facts.directors.length > 0) return { do: 'tell', directors: facts.directors };
  if (strangers.length > 0) return { do: 'tell', directors: strangers };
  if (directorsBehind(facts).length === 0) return greetNew(facts);
  return goOut(facts, newest, policy);
}

/** Directors of the cluster whose ref is older than the newest generation. */
export function directorsBehind({ newest, directors, refs }: RolloutFacts): string[] {
  return directors.filter((node) => {
    const plan = refs.get(node)?.plan;
    return plan?.cluster === newest?.cluster && (plan?.generation ?? 0) < (newest?.generation ?? 0);
  });
}

/** Under way, to the newest generation or to that next. */
export function isUnderWay({ last, newest }: Pick<RolloutFacts, 'last' | 'newest'>): boolean {
  if (last?.isRunning !== true || newest === undefined) return false;
  const { target, waitingTarget } = last.status;
  return Math.max(target.generation, waitingTarget?.generation ?? 0) >= newest.generation;
}

function goOut(facts: RolloutFacts, newest: Generation, policy: NamedPolicy): RolloutDecision {
  if (isUnderWay(facts)) return NOTHING;
  const putBack = putBackFrom(facts, newest);
  if (putBack !== undefined) return putBack;
  const now = facts.cause.now && policy.spec.isNowAllowed;
  const { overridesBefore } = facts.cause;
  const waiting = blockerOf({ ...facts, overridesBefore }, policy, now);
  return waiting === undefined ? { do: 'start', now } : { do: 'wait', waiting };
}

export type BlockerFacts = Pick<RolloutFacts, 'freezes' | 'nowMs'> &
  Pick<RolloutCause, 'overridesBefore'>;

/** What keeps a rollout from being begun at this moment; `now` goes past windows. */
export function blockerOf(
  { freezes, nowMs, overridesBefore }: BlockerFacts,
  policy: NamedPolicy,
  now: boolean,
): RolloutWaiting | undefined {
  const [demand] = unmetDemands(policy.spec);
  if (demand !== undefined) {
    const why = `RolloutPolicy ${policy.name}: ${demand.message}; ${demand.hint}`;
    return { for: 'policy', why };
  }
  const standing = freezes.filter(({ revision }) => revision >= overridesBefore);
  if (standing.length > 0) {
    const ends = standing.map(({ until }) =>
      until === undefined ? Number.NaN : Date.parse(until),
    );
    const untilMs = Math.max(...ends);
    const why = standing.map(freezeText).join('; ');
    return { for: 'freeze', why, ...(Number.isNaN(untilMs) ? {} : { untilMs }) };
  }
  const { windows } = policy.spec;
  const state = windowState(windows, nowMs);
  if (now || state.isOpen) return undefined;
  const when = windows.map(windowText).join('; ');
  const why = `no window of RolloutPolicy ${policy.name} is open (${when})`;
  return { for: 'window', why, untilMs: state.opensAtMs };
}

/** A new director gets its first ref when the others have shown that the generation is good. */
function greetNew(facts: RolloutFacts): RolloutDecision {
  const { directors, last } = facts;
  const isJudged = last?.isRunning !== true;
  const fresh = directors.filter((node) => !isHere(facts, node));
  return isJudged && fresh.length > 0 ? { do: 'tell', directors: fresh } : NOTHING;
}

/**
 * A cluster without a policy (any more): the publisher tells its directors of each generation as it
 * is made; those that were behind then, or put back, are told here.
 */
function catchUp(facts: RolloutFacts, newest: Generation): RolloutDecision {
  const directors = directorsBehind(facts);
  if (directors.length === 0 || facts.last?.isRunning === true) return NOTHING;
  return putBackFrom(facts, newest) ?? { do: 'tell', directors };
}

/** Waits for a person when the newest generation has been out and somebody decided against it. */
function putBackFrom(facts: RolloutFacts, { generation }: Generation): RolloutDecision | undefined {
  const { last, isFresh } = facts;
  if (last === undefined) {
    if (isFresh || !directorsBehind(facts).some(isPutBack(facts))) return undefined;
    return wait('directors were put back, and it is not known any more from what');
  }
  const { phase, reason, target } = last.status;
  const isDecided = !last.isRunning && phase !== 'done' && target.generation >= generation;
  return isDecided
    ? wait(`the rollout of generation ${generation} ended ${phase}: ${reason}`)
    : undefined;
}

function wait(why: string): RolloutDecision {
  return { do: 'wait', waiting: { for: 'person', why } };
}

const isPutBack =
  ({ refs }: RolloutFacts) =>
  (node: string): boolean =>
    refs.get(node)?.revert === true;

function isHere({ refs, cluster }: RolloutFacts, node: string): boolean {
  return refs.get(node)?.plan.cluster === cluster;
}

function isElsewhere({ refs, cluster }: RolloutFacts, node: string): boolean {
  const plan = refs.get(node)?.plan;
  return plan !== undefined && plan.cluster !== cluster;
}
