/**
 * Asks Temporal whether the procedure that owns a lock still runs: the one authority on it (I10).
 */
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { FleetError } from '../schemas/errors.ts';
import { parseLockOwner } from './lock-owner.ts';
import { type Owners, PORT_CALL_MAX_MS } from './ports.ts';

/** What has ended for good. Anything else, also a status of a later server, counts as running. */
const CLOSED: ReadonlySet<string> = new Set([
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'TERMINATED',
  'TIMED_OUT',
]);

export class TemporalOwners implements Owners {
  readonly #client: Client;

  /** `client` speaks to the namespace that the procedures run in. */
  constructor(client: Client) {
    this.#client = client;
  }

  async isRunning(owner: string): Promise<boolean> {
    const parsed = parseLockOwner(owner);
    if (parsed === undefined) return true;
    const { workflowId, runId } = parsed;
    try {
      // Without a deadline the client tries for as long as Temporal is away.
      return await this.#client.withDeadline(Date.now() + PORT_CALL_MAX_MS, async () => {
        const { status } = await this.#client.workflow.getHandle(workflowId, runId).describe();
        if (status.name === 'CONTINUED_AS_NEW') return this.#isChainRunning(workflowId, runId);
        return !CLOSED.has(status.name);
      });
    } catch (cause) {
      // A run is forgotten only after it ended and its retention passed.
      if (cause instanceof WorkflowNotFoundError) return false;
      throw new FleetError('E_TEMPORAL_AWAY', `cannot ask Temporal whether ${owner} runs`, {
        retryable: true,
        cause,
      });
    }
  }

  /** Runs that continued as new are one owner, named by the first of them (I8). */
  async #isChainRunning(workflowId: string, firstRunId: string): Promise<boolean> {
    const { status, raw } = await this.#client.workflow.getHandle(workflowId).describe();
    const isSameChain = raw.workflowExecutionInfo?.firstRunId === firstRunId;
    return isSameChain && !CLOSED.has(status.name);
  }
}
