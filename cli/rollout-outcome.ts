/**
 * Whether the rollouts of a cluster are over, and well. Pure. Over is what no waiting changes: what
 * waits for a window or a server goes on by itself, what waits for a person to start it does not.
 */
import type { NodeView, RolloutView } from '../schemas/api.ts';
import type { RolloutPhase } from '../schemas/rollout.ts';

export type RolloutOutcome = 'going' | 'good' | 'bad';

const ENDS: readonly RolloutPhase[] = ['done', 'held', 'reverted', 'refused', 'failed'];

export function rolloutEnded(phase: RolloutPhase): boolean {
  return ENDS.includes(phase);
}

export function rolloutOutcome(view: RolloutView): RolloutOutcome {
  const { behind, newest, rollout, waiting } = view;
  if (waiting?.for === 'person') return 'bad';
  if (waiting !== undefined) return 'going';
  if (view.unreadable !== undefined && view.policy !== undefined) return 'going';
  if (rollout !== undefined && !rolloutEnded(rollout.phase)) return 'going';
  if (behind.length > 0) return 'going'; // it is about to begin
  const isOfNewest = rollout?.target.generation === newest?.generation;
  return rollout === undefined || rollout.phase === 'done' || !isOfNewest ? 'good' : 'bad';
}

/** Directors of the cluster that do not run its newest generation, and why not. */
export function notConverged(
  { newest }: RolloutView,
  nodes: readonly NodeView[],
): { readonly node: string; readonly why: string }[] {
  return nodes.flatMap(({ node, contact, status }) => {
    if (contact !== 'fresh' || status === undefined) return [{ node, why: contact }];
    const runsIt = status.applied?.digest === newest?.digest;
    if (runsIt && status.convergence === 'converged') return [];
    const why = status.problem ?? (status.convergence === 'converged' ? '' : status.convergence);
    return [{ node, why }];
  });
}
