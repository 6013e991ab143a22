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
  'CONTINUED_AS_NEW',
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
      const handle = this.#client.workflow.getHandle(workflowId, runId);
      // Without a deadline the client tries for as long as Temporal is away.
      const { status } = await this.#client.withDeadline(Date.now() + PORT_CALL_MAX_MS, () =>
        handle.describe(),
      );
      return !CLOSED.has(status.name);
    } catch (cause) {
      // A run is forgotten only after it ended and its retention passed.
      if (cause instanceof WorkflowNotFoundError) return false;
      throw new FleetError('E_TEMPORAL_AWAY', `cannot ask Temporal whether ${owner} runs`, {
        retryable: true,
        cause,
      });
    }
  }
}
