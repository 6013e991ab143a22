/**
 * What the procedures need of the rest of the system, as narrow ports. The adapters over etcd and
 * NATS are elsewhere (bin/ wires them). Every call is idempotent, since Temporal repeats it after
 * a lost answer; and every call ends within PORT_CALL_MAX_MS, with an error if need be, so that no
 * attempt is still at work when the next one starts or when the procedure has gone on.
 */
import type { Origin } from '../schemas/events.ts';
import type { PlanRef } from '../schemas/names.ts';
import type { AdminState } from '../schemas/plan/node-ref.ts';
import type { NodeStatus } from '../schemas/status.ts';

/** Half of the start-to-close timeout of the shortest activity. */
export const PORT_CALL_MAX_MS = 5_000;

/** Faults are FleetErrors; `retryable` says whether the same call may succeed later. */
export interface Ports {
  readonly locks: Locks;
  readonly nodeRefs: NodeRefs;
  readonly fleet: Fleet;
  readonly rollouts: Rollouts;
}

export interface LockHolder {
  readonly owner: string;
  readonly reason: string;
  readonly takenAtMs: number;
}

/** Durable locks without expiry: a clock alone never frees one (I10). */
export interface Locks {
  /**
   * Takes the lock, or says who has it. The same owner again gets the same token. Tokens of one
   * domain rise with every change of owner (the etcd revision of the lock's creation).
   */
  acquire(request: {
    readonly domain: string;
    readonly owner: string;
    readonly reason: string;
  }): Promise<LockAnswer>;
  /** Frees the lock if `owner` has it; else nothing happens. */
  release(request: { readonly domain: string; readonly owner: string }): Promise<void>;
}

export type LockAnswer = { readonly token: number } | { readonly heldBy: LockHolder };

export interface AdminStateChange {
  readonly node: string;
  readonly to: AdminState;
  /** E_CONFLICT when it is in none of these; being in `to` already is success. */
  readonly expectFrom?: readonly AdminState[];
  /** Of the cluster's lock. */
  readonly token: number;
  readonly origin: Origin;
}

export interface NodeRefs {
  /**
   * Moves the director's admin state and appends AdminStateChanged in one transaction; nothing is
   * appended when it is in `to` already. Throws E_FENCED when the lock is no longer held under
   * this token, also for a late attempt of a call that was given up. `from` is the state found.
   */
  setAdminState(change: AdminStateChange): Promise<{ readonly from: AdminState }>;
}

export interface NodeSurvey {
  readonly node: string;
  /** What the store wants. */
  readonly adminState: AdminState;
  readonly wanted: PlanRef;
  /**
   * `silent` acts like a dead director and undoes a drain, so it is said only when the agent did
   * not answer a second request either.
   */
  readonly contact: 'answers' | 'silent';
  /** Given just now by the agent; absent when it is silent. */
  readonly status?: NodeStatus;
}

export interface DrainProgress {
  readonly tracked: number;
  readonly moving: number;
  readonly ownedAddresses: readonly string[];
}

export interface Fleet {
  /** Every director of the cluster, asked now and all at once, not from a cache. */
  survey(cluster: string): Promise<readonly NodeSurvey[]>;
  /** Throws E_NODE_SILENT when the agent does not answer. */
  drainProgress(node: string, windowMs: number): Promise<DrainProgress>;
}

export interface RefMove {
  readonly cluster: string;
  readonly nodes: readonly string[];
  /** Generation and root to run from now on. */
  readonly plan: PlanRef;
  /** Going back is meant; without it a ref never gets an older generation. */
  readonly revert: boolean;
  /** Of the cluster's lock. */
  readonly token: number;
  readonly origin: Origin;
}

export interface Rollouts {
  /**
   * Points the refs of these directors at one generation of their cluster, each by
   * compare-and-swap; the admin state stays. A ref that is there already is left. Not one
   * transaction: after a fault some refs may have moved, and the same call again moves the rest.
   * Throws E_FENCED when the lock is no longer held under this token, E_PLAN_STALE when a ref is
   * newer and this is no revert, E_NOT_FOUND when a director has no ref or is not part of the
   * generation.
   */
  moveRefs(move: RefMove): Promise<void>;
}

/** Whether the procedure that owns a lock still runs (I10). */
export interface Owners {
  /**
   * False only when it is known to have ended. An owner that is no procedure (a person) counts as
   * running. Throws E_TEMPORAL_AWAY.
   */
  isRunning(owner: string): Promise<boolean>;
}
