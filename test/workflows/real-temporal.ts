/**
 * What the tests on the real Temporal share: a client that starts and asks the procedures the way
 * the controller does (through contract.ts), and their input.
 */
import {
  Client,
  Connection,
  type WorkflowHandle,
  type WorkflowHandleWithFirstExecutionRunId,
  type WorkflowHandleWithSignaledRunId,
} from '@temporalio/client';
import type { DrainInput, DrainPhase, DrainStatus } from '../../schemas/drain.ts';
import type { RolloutInput, RolloutPhase, RolloutStatus } from '../../schemas/rollout.ts';
import {
  configRolloutId,
  nodeProcedureId,
  ROLLOUT_SIGNALS,
  ROLLOUT_UPDATES,
  type RolloutUpdates,
  STATUS_QUERY,
  TASK_QUEUE,
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

type Rollout = (input: RolloutInput) => Promise<RolloutStatus>;
export type RunningRollout = WorkflowHandleWithSignaledRunId<Rollout>;

export interface ProcedureClient {
  readonly client: Client;
  /** Refused with WorkflowExecutionAlreadyStartedError while one runs on the director. */
  start(type: 'drainNode' | 'undrainNode', input: DrainInput): Promise<Procedure>;
  /** Starts a rollout of the cluster, or tells the one that runs. */
  rollOut(input: RolloutInput): Promise<RunningRollout>;
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
    rollOut: (input) =>
      client.workflow.signalWithStart<Rollout, [RolloutInput]>('configRollout', {
        taskQueue: TASK_QUEUE,
        workflowId: configRolloutId(input.target.cluster),
        args: [input],
        signal: ROLLOUT_SIGNALS.newTarget,
        signalArgs: [input],
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

/** One of the updates, as a person asks for it. */
export function tellRollout<Name extends keyof RolloutUpdates>(
  rollout: WorkflowHandle,
  name: Name,
  more: Omit<RolloutUpdates[Name], 'origin'>,
): Promise<void> {
  const origin = { actor: 'mara', channel: 'cli', reason: 'by hand', correlationId: 'c-2' };
  return rollout.executeUpdate<void, [unknown]>(ROLLOUT_UPDATES[name], {
    args: [{ origin, ...more }],
  });
}

/** The read model once it is so. Generous: a killed worker's tasks time out. */
export function untilRollout(
  rollout: WorkflowHandle,
  what: string,
  isSo: (status: RolloutStatus) => boolean,
): Promise<RolloutStatus> {
  return until(
    `the rollout ${what}`,
    async () => {
      const status = await rollout.query<RolloutStatus>(STATUS_QUERY);
      return isSo(status) ? status : undefined;
    },
    { timeoutMs: 60_000, everyMs: 100 },
  );
}

export function untilRolloutPhase(
  rollout: WorkflowHandle,
  phase: RolloutPhase,
): Promise<RolloutStatus> {
  return untilRollout(rollout, `is ${phase}`, (status) => status.phase === phase);
}
