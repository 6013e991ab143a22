/**
 * The worker: the process that runs the procedures. It holds no state of its own; killed in
 * mid-procedure, the next one goes on where the history ends. Signals are the composition root's:
 * the SDK's own traps are off, and shutdown() is what a trap is to call.
 */
import { Client } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { FleetError } from '../schemas/errors.ts';
import { createActivities } from './activities/create-activities.ts';
import { workflowBundle } from './bundle.ts';
import { TASK_QUEUE } from './contract.ts';
import { TemporalOwners } from './owners.ts';
import type { Ports } from './ports.ts';
import { toTemporalLogger } from './temporal-logger.ts';

export interface WorkerOptions {
  /** `host:port` of Temporal. */
  readonly address: string;
  readonly namespace: string;
  readonly ports: Ports;
  /** Who it is in Temporal's list of workers: process and machine. */
  readonly identity: string;
  readonly logger: Logger;
}

export interface RunningWorker {
  /** Takes no more tasks, lets activities end, and closes. Resolves at the end; idempotent. */
  shutdown(): Promise<void>;
  /** Rejects with E_TEMPORAL_AWAY when the worker died by itself; resolves after shutdown(). */
  readonly finished: Promise<void>;
}

/**
 * How long a procedure waits for a worker that has gone before another one may take it: short,
 * since a director may be draining meanwhile; replaying a history costs milliseconds.
 */
const STICKY_MS = 2_000;
/** Above PORT_CALL_MAX_MS, so an activity under way ends by itself. */
const SHUTDOWN_GRACE_MS = 6_000;
/** After this the process may go, whatever still runs: Temporal repeats it elsewhere. */
const SHUTDOWN_FORCE_MS = 15_000;

/** Resolves when it polls for tasks. Throws E_TEMPORAL_AWAY when the server cannot be reached. */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { address, namespace, ports, identity, logger } = options;
  installRuntime(logger);
  const bundle = await workflowBundle(toTemporalLogger(logger));
  const connection = await connect(address);
  let worker: Worker;
  try {
    const owners = new TemporalOwners(new Client({ connection, namespace }));
    worker = await Worker.create({
      connection,
      namespace,
      identity,
      taskQueue: TASK_QUEUE,
      workflowBundle: bundle,
      activities: createActivities({ ...ports, owners }),
      stickyQueueScheduleToStartTimeout: STICKY_MS,
      shutdownGraceTime: SHUTDOWN_GRACE_MS,
      shutdownForceTime: SHUTDOWN_FORCE_MS,
    });
  } catch (cause) {
    await connection.close();
    throw new FleetError('E_TEMPORAL_AWAY', `no worker at ${address} in ${namespace}`, { cause });
  }
  logger.info({ address, namespace, identity }, 'procedures are run here');
  const finished = runToEnd(worker, connection);
  // Whoever awaits it gets the fault; nobody needs to, so it must not end the process as unhandled.
  finished.catch((error) => logger.error({ err: error }, 'worker ended'));
  return {
    finished,
    shutdown: () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      return finished;
    },
  };
}

async function runToEnd(worker: Worker, connection: NativeConnection): Promise<void> {
  try {
    await worker.run();
  } catch (cause) {
    throw new FleetError('E_TEMPORAL_AWAY', 'the worker has ended by itself', {
      retryable: true,
      hint: 'see the cause; start it again',
      cause,
    });
  } finally {
    await connection.close();
  }
}

async function connect(address: string): Promise<NativeConnection> {
  try {
    return await NativeConnection.connect({ address });
  } catch (cause) {
    throw new FleetError('E_TEMPORAL_AWAY', `Temporal does not answer at ${address}`, {
      retryable: true,
      cause,
    });
  }
}

let isRuntimeInstalled = false;

/** Temporal has one runtime in a process; the first logger stays. */
function installRuntime(logger: Logger): void {
  if (isRuntimeInstalled) return;
  isRuntimeInstalled = true;
  Runtime.install({
    logger: toTemporalLogger(logger),
    telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'WARN' } } },
    // Else the SDK takes SIGTERM and SIGINT for itself.
    shutdownSignals: [],
  });
}
