/**
 * What one agent knows at a moment; the status is a view of it. Written only by the agent itself,
 * on one thread, between awaits.
 */
import type { VrrpObserved } from '../dataplane/vrrp/contract.ts';
import type { ConnectionCount, ForeignEntry } from '../schemas/dataplane.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import type { Assignment } from './plan/assignment.ts';

export interface AgentState {
  /** Accepted; the round makes the director so. */
  assignment: Assignment | undefined;
  /** What the dataplane has taken, in the last round that went through. */
  applied: NodeRef | undefined;
  /** What the store wants, accepted or not. */
  wanted: NodeRef | undefined;
  /** Why the last round failed; undefined when it went through. */
  problem: string | undefined;
  /** Why what the store wants was not taken; stands until something else is wanted. */
  refusal: string | undefined;
  storeConnected: boolean;
  vrrp: VrrpObserved;
  foreign: readonly ForeignEntry[];
  connections: readonly ConnectionCount[];
  /** Monotonic clock at which the assignment in hand was learnt of. */
  learntAtMs: number;
}

export function initialState(): AgentState {
  return {
    assignment: undefined,
    applied: undefined,
    wanted: undefined,
    problem: undefined,
    refusal: undefined,
    storeConnected: false,
    vrrp: { instances: [], ownedAddresses: [] },
    foreign: [],
    connections: [],
    learntAtMs: 0,
  };
}
