/**
 * What others may know of the workflows: names, ids, inputs, messages. The controller starts and
 * asks through these; it never sees a workflow's code.
 */
import type { DrainInput, DrainStatus, UndrainInput } from '../schemas/drain.ts';

export const TASK_QUEUE = 'sluice-procedures';

/** Workflow types by name, with what they take and give. */
export interface WorkflowTypes {
  drainNode: (input: DrainInput) => Promise<DrainStatus>;
  undrainNode: (input: UndrainInput) => Promise<DrainStatus>;
}
export type WorkflowType = keyof WorkflowTypes;

/**
 * One procedure on a node at a time: drain and undrain share the id, and Temporal refuses a second
 * running workflow with it. That is a mutual exclusion of its own, besides the lock in the store.
 */
export function nodeProcedureId(node: string): string {
  return `node/${node}/service`;
}

/** Query: the read model, at any time, also after the end. */
export const STATUS_QUERY = 'status';

/** The lock that keeps two directors of one cluster from being disturbed at once. */
export function clusterLockDomain(cluster: string): string {
  return `cluster/${cluster}`;
}
