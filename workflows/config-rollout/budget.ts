/**
 * How many directors may be disturbed now. Pure. A director is unavailable when it is silent, out
 * of service, failing, or has not yet converged, whoever made it so (I1, I5); moving one that is
 * unavailable anyway costs nothing, so what is broken can be mended (kubernetes' lesson). Whatever
 * the budget says, one director that serves is left alone (I4).
 */
import type { Amount } from '../../schemas/resources/fields.ts';
import { isServing, type RolloutView } from './director-view.ts';

/**
 * Refs moved by one call, side by side: etcd takes some thousand transactions a second, so even a
 * slow one is through within the time of a port call.
 */
const BATCH_MAX = 50;

/** Rounded down (I2): 0 is possible and means that the policy does not fit the cluster. */
export function countOf({ count, percent = 0 }: Amount, total: number): number {
  return count ?? Math.floor((total * percent) / 100);
}

export interface Batch {
  /** To be moved now; empty when there is no room. */
  readonly nodes: readonly string[];
  /** Why there is no room; '' when there was nothing to move or something is moved. */
  readonly why: string;
}

/** The first of these directors that may be moved now, in their order. */
export function pickBatch(
  wanted: readonly string[],
  views: readonly RolloutView[],
  maxUnavailable: Amount,
): Batch {
  const unavailable = views.filter((view) => !isServing(view)).map(({ node }) => node);
  const total = views.length;
  const spareOne = total > 1 ? total - 1 : 1;
  const room = Math.min(countOf(maxUnavailable, total), spareOne) - unavailable.length;
  const free = wanted.filter((node) => unavailable.includes(node));
  const serving = wanted.filter((node) => !unavailable.includes(node));
  const nodes = [...free, ...serving.slice(0, Math.max(0, room))].slice(0, BATCH_MAX);
  if (nodes.length > 0 || wanted.length === 0) return { nodes, why: '' };
  const who = views.filter((view) => !isServing(view)).map(whyUnavailable);
  const most = `at most ${Math.min(countOf(maxUnavailable, total), spareOne)} of ${total}`;
  return { nodes, why: `${most} directors may be unavailable, and ${who.join(', ')}` };
}

/** `lb2 does not answer`, for a message. */
export function whyUnavailable(view: RolloutView): string {
  const { node, adminState, seen } = view;
  if (seen === undefined) return `${node} does not answer`;
  if (adminState !== 'active') return `${node} is ${adminState}`;
  if (seen.adminState !== 'active') return `${node} is still ${seen.adminState}`;
  if (seen.convergence !== 'converged') {
    return `${node} is ${seen.convergence}${seen.problem === '' ? '' : ` (${seen.problem})`}`;
  }
  return `${node} does not yet run generation ${view.wanted.generation}`;
}
