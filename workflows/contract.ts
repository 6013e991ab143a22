/**
 * What others may know of the workflows: names, ids, inputs, messages. The controller starts and
 * asks through these; it never sees a workflow's code.
 */
import type { DrainInput, DrainStatus, UndrainInput } from '../schemas/drain.ts';
import type { Origin } from '../schemas/events.ts';
import type { RolloutAbortMode, RolloutInput, RolloutStatus } from '../schemas/rollout.ts';

export const TASK_QUEUE = 'sluice-procedures';

/** Workflow types by name, with what they take and give. */
export interface WorkflowTypes {
  drainNode: (input: DrainInput) => Promise<DrainStatus>;
  undrainNode: (input: UndrainInput) => Promise<DrainStatus>;
  configRollout: (input: RolloutInput) => Promise<RolloutStatus>;
}

/**
 * One procedure on a node at a time: drain and undrain share the id, and Temporal refuses a second
 * running workflow with it. That is a mutual exclusion of its own, besides the lock in the store.
 */
export function nodeProcedureId(node: string): string {
  return `node/${node}/service`;
}

/**
 * One rollout of a cluster at a time. Start it with `signalWithStart` (signal ROLLOUT_SIGNALS
 * newTarget, the same input in both): whether one runs or not, the newest target
 * wins, and none is lost between the end of one and the start of the next.
 */
export function configRolloutId(cluster: string): string {
  return `rollout/config/${cluster}`;
}

export const ROLLOUT_SIGNALS = { newTarget: 'newTarget' } as const;

/** What the signals carry. A target that is not newer than the one under way is ignored. */
export interface RolloutSignals {
  newTarget: RolloutInput;
}

/** Updates: refused with type E_CONFLICT and the reason when they make no sense now. */
export const ROLLOUT_UPDATES = {
  pause: 'pause',
  resume: 'resume',
  abort: 'abort',
  accept: 'accept',
} as const;

/** What the updates carry. A cancel of the workflow is an abort with `revert`. */
export interface RolloutUpdates {
  /** Stops where it is and gives the lock back. */
  pause: { readonly origin: Origin };
  /** Goes on; a gate that failed or was undecided is tried again from its start. */
  resume: { readonly origin: Origin };
  abort: { readonly origin: Origin; readonly mode: RolloutAbortMode };
  /** Takes the wave of a rollout that is paused as inconclusive for good, this one only. */
  accept: { readonly origin: Origin };
}

/** Query: the read model, at any time, also after the end. */
export const STATUS_QUERY = 'status';

/** The lock that keeps two directors of one cluster from being disturbed at once. */
export function clusterLockDomain(cluster: string): string {
  return `cluster/${cluster}`;
}
