/**
 * What the rules of a rollout look at of one director. It is all that a look puts into the history,
 * so it is bounded; a rollout of days looks thousands of times.
 */
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { NodeStatus, VrrpState } from '../../schemas/status.ts';

/** Of a generation, without the cluster, which is the same for all. */
export interface GenerationRef {
  readonly generation: number;
  /** Root of its tree. */
  readonly digest: string;
}

export interface RolloutView {
  readonly node: string;
  /** What the store wants of it. */
  readonly adminState: AdminState;
  readonly wanted: GenerationRef;
  /** Absent when the agent is silent. */
  readonly seen?: SeenRollout;
}

export interface SeenRollout {
  /** What the agent has taken in so far. */
  readonly adminState: AdminState;
  readonly convergence: NodeStatus['convergence'];
  /** Cut at PROBLEM_LENGTH_MAX. */
  readonly problem: string;
  /** Root of the generation that the kernel runs; '' when it runs none. */
  readonly applied: string;
  /** Real servers by their health; `unknown` ones have not been judged yet. */
  readonly up: number;
  readonly down: number;
  readonly unknown: number;
  readonly vrrp: readonly { readonly instance: string; readonly state: VrrpState }[];
  /** Of the slowest instance; 0 without VRRP. */
  readonly masterDownMs: number;
}

/** Two lines on a terminal: enough to know what to look for in the agent's log. */
export const PROBLEM_LENGTH_MAX = 200;

/** Its kernel runs exactly this. */
export function runs(view: RolloutView, { digest }: GenerationRef): boolean {
  const { seen } = view;
  return seen?.convergence === 'converged' && seen.applied === digest;
}

/** Takes part in serving: wanted and taken in as active, and it runs what its ref says. */
export function isServing(view: RolloutView): boolean {
  const isActive = view.adminState === 'active' && view.seen?.adminState === 'active';
  return isActive && runs(view, view.wanted);
}

export function isMaster(view: RolloutView): boolean {
  return view.seen?.vrrp.some(({ state }) => state === 'master') ?? false;
}
