/** How a change would reach the directors of clusters with a RolloutPolicy, for its preview. Pure. */
import type { PlannedRollout, PlanReply } from '../../schemas/api.ts';
import type { Amount } from '../../schemas/resources/fields.ts';
import type { ResourceChange, Spec } from '../../schemas/spec.ts';
import { foldIndexed } from '../compile/spec-index.ts';
import { blockerOf } from './decide.ts';
import { nodesOf, policyOf } from './rollout-terms.ts';

export interface PlannedQuestion {
  /** Before the change. */
  readonly spec: Spec;
  readonly changes: readonly ResourceChange[];
  /** Directors that would change. */
  readonly nodes: PlanReply['nodes'];
  readonly now: boolean;
  readonly nowMs: number;
}

/** Without clusters that are new: their first generation goes to all directors at once. */
export function plannedRollouts(question: PlannedQuestion): PlannedRollout[] {
  const { spec, now, nowMs } = question;
  const known = question.nodes
    .map(({ cluster }) => cluster)
    .filter((cluster) => spec.resources.has(`Cluster/${cluster}`));
  const after = known.length === 0 ? spec : afterChange(question);
  return [...new Set(known)].sort().flatMap((cluster): PlannedRollout[] => {
    const policy = policyOf(after, cluster);
    if (policy === undefined) return [];
    const total = nodesOf(after, cluster).length;
    const isNow = now && policy.spec.isNowAllowed;
    // A freeze is said beside it; the change would be refused by it.
    const blocker = blockerOf({ freezes: [], overridesBefore: 0, nowMs }, policy, isNow);
    return [
      {
        ...{ cluster, policy: policy.name, now: isNow, waitsFor: blocker?.why ?? '' },
        waves: isNow ? [total] : waveSizes(policy.spec.waves, total),
      },
    ];
  });
}

/** Policies may change together with what goes by them. */
function afterChange({ spec, changes }: PlannedQuestion): Spec {
  const isOfPolicies = changes.some(({ key }) => /^(Cluster|RolloutPolicy|Node)\//.test(key));
  return isOfPolicies ? foldIndexed(spec, spec.revision + 1, changes) : spec;
}

/** As the rollout reads them: rounded down, at least one, none smaller than the one before. */
function waveSizes(waves: readonly Amount[], total: number): number[] {
  let least = 1;
  return waves.map(({ count, percent = 0 }) => {
    least = Math.max(least, count ?? Math.floor((total * percent) / 100));
    return Math.min(least, total);
  });
}
