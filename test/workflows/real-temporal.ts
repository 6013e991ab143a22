/**
 * What the tests on the real Temporal share: a client that starts and asks the procedures the way
 * the controller does (through contract.ts), and their input.
 */
import { Client, Connection, type WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import type { DrainInput, DrainPhase, DrainStatus } from '../../schemas/drain.ts';
import {
  nodeProcedureId,
  STATUS_QUERY,
  TASK_QUEUE,
  type WorkflowType,
} from '../../workflows/contract.ts';
import { until } from '../kit/until.ts';
import { CLUSTER, type DirectorOptions } from './simulated-fleet.ts';

/** VRRP at 10 ms: a move in real time that a test can wait for. */
export const FAST_VRRP = { masterDownMs: 200, agentLagMs: 50 };

export const PAIR: DirectorOptions[] = [
  { name: 'lb1', priority: 150 },
  { name: 'lb2', priority: 100 },
];
/** lb1's connections stay until the test lets them go. */
export const STUBBORN_PAIR: DirectorOptions[] = [
  { name: 'lb1', priority: 150, endingPerSecond: 0 },
  { name: 'lb2', priority: 100 },
];

export function drainInput(change: Partial<DrainInput> = {}): DrainInput {
  return {
    node: 'lb1',
    cluster: CLUSTER,
    origin: { actor: 'mara', channel: 'cli', reason: 'new disk', correlationId: 'c-1' },
    deadlineMs: 120_000,
    onDeadline: 'abort',
    ...change,
  };
}

type Drain = (input: DrainInput) => Promise<DrainStatus>;
export type Procedure = WorkflowHandleWithFirstExecutionRunId<Drain>;

export interface ProcedureClient {
  readonly client: Client;
  /** Refused with WorkflowExecutionAlreadyStartedError while one runs on the director. */
  start(type: WorkflowType, input: DrainInput): Promise<Procedure>;
  close(): Promise<void>;
}

export async function procedureClient(
  address: string,
  namespace: string,
): Promise<ProcedureClient> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  return {
    client,
    start: (type, input) =>
      client.workflow.start<Drain>(type, {
        taskQueue: TASK_QUEUE,
        workflowId: nodeProcedureId(input.node),
        workflowIdConflictPolicy: 'FAIL',
        args: [input],
      }),
    close: () => connection.close(),
  };
}

/** The read model once it is in this phase. Generous: a killed worker's tasks time out. */
export function untilPhase(procedure: Procedure, phase: DrainPhase): Promise<DrainStatus> {
  return until(
    `the procedure is ${phase}`,
    async () => {
      const status = await procedure.query<DrainStatus>(STATUS_QUERY);
      return status.phase === phase ? status : undefined;
    },
    { timeoutMs: 60_000, everyMs: 100 },
  );
}
