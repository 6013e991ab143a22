/**
 * What the rules look at of one director. It is all that a look puts into a workflow's history,
 * so it is bounded: a full status may be 256 KiB, and a drain of a day looks some 800 times.
 */
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { NodeStatus, VrrpStatus } from '../../schemas/status.ts';

export interface DirectorView {
  readonly node: string;
  /** What the store wants of it. */
  readonly adminState: AdminState;
  /** Absent when the agent is silent. */
  readonly seen?: SeenDirector;
}

export interface SeenDirector {
  /** What the agent has taken in so far. */
  readonly adminState: AdminState;
  readonly convergence: NodeStatus['convergence'];
  readonly problem: string;
  /** 0 when nothing is applied. */
  readonly generation: number;
  readonly vrrp: readonly Omit<VrrpStatus, 'sinceMs'>[];
  readonly ownedAddresses: { readonly total: number; readonly first: readonly string[] };
  /** Only when it was asked for. */
  readonly health?: HealthView;
}

export interface HealthView {
  readonly up: number;
  readonly total: number;
  /** `service/realServer` and why it is not up; the agent bounds the list. */
  readonly notUp: readonly { readonly key: string; readonly why: string }[];
}

/** Owned addresses that a message names; the rest is counted. */
export const ADDRESSES_NAMED_MAX = 3;
