/**
 * Starting, watching and cancelling procedures, over the real Temporal client. Temporal being away
 * is an ordinary fault here: it is said so, and everything else of the controller goes on.
 */
import { Client, Connection, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { type DrainInput, type DrainStatus, drainStatusSchema } from '../../schemas/drain.ts';
import { FleetError } from '../../schemas/errors.ts';
import { nodeProcedureId, STATUS_QUERY, TASK_QUEUE } from '../../workflows/contract.ts';
import { createRolloutProcedures, type RolloutProcedures } from './rollout-procedures.ts';
import { translateFault } from './temporal-fault.ts';

/** A person waits for the answer: longer than this, Temporal counts as away. */
const CALL_TIMEOUT_MS = 5_000;

export interface Procedures {
  isReachable(): Promise<boolean>;
  /** Starts it; the same procedure already running on the node is joined, another is E_LOCK_HELD. */
  start(
    type: 'drainNode' | 'undrainNode',
    input: DrainInput,
  ): Promise<{ readonly workflowId: string; readonly alreadyRunning: boolean }>;
  /** The newest drain or undrain of the node. @throws E_NOT_FOUND */
  status(node: string): Promise<{ readonly workflowId: string; readonly status: DrainStatus }>;
  /** Asks the running one to undo itself. @throws E_NOT_FOUND when none runs */
  cancel(node: string): Promise<{ readonly workflowId: string }>;
  readonly rollouts: RolloutProcedures;
  close(): Promise<void>;
}

export function createProcedures(options: {
  readonly address: string;
  readonly namespace: string;
}): Procedures {
  // Lazy: the controller starts, and serves all else, while Temporal is away.
  const connection = Connection.lazy({ address: options.address, connectTimeout: CALL_TIMEOUT_MS });
  const client = new Client({ connection, namespace: options.namespace });
  const timed = <T>(work: () => Promise<T>): Promise<T> =>
    connection.withDeadline(Date.now() + CALL_TIMEOUT_MS, work);
  const call = <T>(work: () => Promise<T>): Promise<T> =>
    timed(work).catch((error: unknown) =>
      translateFault(error, 'there was no drain or undrain of this node'),
    );

  const status: Procedures['status'] = (node) =>
    call(async () => {
      const workflowId = nodeProcedureId(node);
      const answer = await client.workflow.getHandle(workflowId).query<DrainStatus>(STATUS_QUERY);
      return { workflowId, status: drainStatusSchema.parse(answer) };
    });
  return {
    isReachable: () =>
      connection
        .withDeadline(Date.now() + 1_000, () => connection.workflowService.getSystemInfo({}))
        .then(() => true)
        .catch(() => false),
    start: (type, input) =>
      call(async () => {
        const workflowId = nodeProcedureId(input.node);
        try {
          await client.workflow.start(type, {
            taskQueue: TASK_QUEUE,
            workflowId,
            workflowIdConflictPolicy: 'FAIL',
            args: [input],
          });
          return { workflowId, alreadyRunning: false };
        } catch (error) {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
          return joinRunning(client, workflowId, type, input.node);
        }
      }),
    status,
    cancel: (node) =>
      call(async () => {
        const workflowId = nodeProcedureId(node);
        const handle = client.workflow.getHandle(workflowId);
        const { status: execution } = await handle.describe();
        if (execution.name !== 'RUNNING') {
          throw new FleetError('E_NOT_FOUND', `no drain or undrain of ${node} is running`);
        }
        await handle.cancel();
        return { workflowId };
      }),
    rollouts: createRolloutProcedures(client, timed),
    close: () => connection.close(),
  };
}

async function joinRunning(
  client: Client,
  workflowId: string,
  type: string,
  node: string,
): Promise<{ workflowId: string; alreadyRunning: boolean }> {
  const running = await client.workflow.getHandle(workflowId).describe();
  if (running.type === type) return { workflowId, alreadyRunning: true };
  throw new FleetError('E_LOCK_HELD', `${running.type} of ${node} is still running`, {
    hint: `wait for it (sluice node drain-status ${node}) or cancel it (sluice node cancel ${node})`,
    retryable: true,
  });
}
