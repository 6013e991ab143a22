/**
 * Rollouts as Temporal has them: starting one (or telling the one that runs of a newer target),
 * reading how the last one stands, and saying to it what a person wants.
 */
import {
  ApplicationFailure,
  type Client,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { FleetError } from '../../schemas/errors.ts';
import {
  type RolloutInput,
  type RolloutPhase,
  type RolloutStatus,
  rolloutStatusSchema,
} from '../../schemas/rollout.ts';
import {
  configRolloutId,
  ROLLOUT_SIGNALS,
  ROLLOUT_UPDATES,
  type RolloutUpdates,
  STATUS_QUERY,
  TASK_QUEUE,
} from '../../workflows/contract.ts';
import { translateFault } from './temporal-fault.ts';

/** The newest rollout of a cluster. */
export interface RolloutRun {
  /** False as soon as nothing more comes of it: it ended, or somebody ended it in Temporal. */
  readonly isRunning: boolean;
  readonly status: RolloutStatus;
}

export interface RolloutProcedures {
  /**
   * Starts a rollout, or tells the one under way; the newest target wins and none is lost. Safe to
   * repeat: a target that is not newer than the one under way changes nothing.
   */
  start(input: RolloutInput): Promise<void>;
  /** Undefined when there was none, or none that Temporal still keeps. */
  read(cluster: string): Promise<RolloutRun | undefined>;
  /** @throws E_NOT_FOUND when none runs, E_CONFLICT with the reason when it makes no sense now */
  tell<Name extends keyof RolloutUpdates>(
    cluster: string,
    name: Name,
    payload: RolloutUpdates[Name],
  ): Promise<void>;
}

type Rollout = (input: RolloutInput) => Promise<RolloutStatus>;
/** Bounds a call in time. */
export type TimedCall = <T>(work: () => Promise<T>) => Promise<T>;

export function createRolloutProcedures(client: Client, timed: TimedCall): RolloutProcedures {
  const call = async <T>(cluster: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await timed(work).catch((error: unknown) =>
        translateFault(error, `no rollout of ${cluster} is under way`),
      );
    } catch (cause) {
      if (cause instanceof FleetError) throw cause;
      // A procedure of another version, or one that is stuck: of this cluster alone.
      const hint = 'look at the workflow in Temporal; ended there, it counts as failed';
      const message = `Temporal cannot tell of the rollout of ${cluster}`;
      throw new FleetError('E_INTERNAL', message, { cause, hint });
    }
  };
  return {
    start: (input) =>
      call(input.target.cluster, async () => {
        await client.workflow.signalWithStart<Rollout, [RolloutInput]>('configRollout', {
          taskQueue: TASK_QUEUE,
          workflowId: configRolloutId(input.target.cluster),
          args: [input],
          signal: ROLLOUT_SIGNALS.newTarget,
          signalArgs: [input],
        });
      }),
    read: (cluster) => call(cluster, () => readRun(client, configRolloutId(cluster))),
    tell: (cluster, name, payload) =>
      call(cluster, async () => {
        try {
          await client.workflow
            .getHandle(configRolloutId(cluster))
            .executeUpdate<void, [unknown]>(ROLLOUT_UPDATES[name], { args: [payload] });
        } catch (error) {
          throw refusalOf(error) ?? error;
        }
      }),
  };
}

const ENDS: ReadonlySet<RolloutPhase> = new Set([
  'done',
  'held',
  'reverted',
  'refused',
  'failed',
] as const);

/** How Temporal says that nothing more comes of one that has not returned. */
const CUT_OFF: ReadonlySet<string> = new Set(['FAILED', 'CANCELLED', 'TERMINATED', 'TIMED_OUT']);

/** One that has returned is read from its result, which needs no worker. */
async function readRun(client: Client, workflowId: string): Promise<RolloutRun | undefined> {
  try {
    const { status: execution, runId } = await client.workflow.getHandle(workflowId).describe();
    const handle = client.workflow.getHandle<Rollout>(workflowId, runId);
    const hasReturned = execution.name === 'COMPLETED';
    const answer = hasReturned
      ? await handle.result()
      : await handle.query<RolloutStatus>(STATUS_QUERY);
    const status = rolloutStatusSchema.parse(answer);
    if (ENDS.has(status.phase)) return { isRunning: false, status };
    if (!CUT_OFF.has(execution.name)) return { isRunning: true, status };
    const reason = `ended from outside in phase ${status.phase}: ${execution.name}`;
    return { isRunning: false, status: { ...status, phase: 'failed', reason } };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** The reason of the rules, where they refused. */
function refusalOf(error: unknown): FleetError | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'E_CONFLICT') return undefined;
  return new FleetError('E_CONFLICT', cause.message, { cause: error });
}
