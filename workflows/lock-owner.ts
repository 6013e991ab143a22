/**
 * Who owns a lock, as one string: workflow id and run (I8). The run is part of it, so a later
 * procedure on the same director never takes a dead one's lock for its own; of a workflow that
 * continued as new it is the first run.
 */

const PREFIX = 'workflow:';

export interface LockOwner {
  readonly workflowId: string;
  readonly runId: string;
}

/** `workflow:node/lb1/service@<run id>`. */
export function formatLockOwner({ workflowId, runId }: LockOwner): string {
  return `${PREFIX}${workflowId}@${runId}`;
}

/** Undefined when the owner is no workflow, for example a person. */
export function parseLockOwner(owner: string): LockOwner | undefined {
  // Run ids have no `@`; workflow ids may.
  const at = owner.lastIndexOf('@');
  if (!owner.startsWith(PREFIX) || at <= PREFIX.length || at === owner.length - 1) return undefined;
  return { workflowId: owner.slice(PREFIX.length, at), runId: owner.slice(at + 1) };
}
