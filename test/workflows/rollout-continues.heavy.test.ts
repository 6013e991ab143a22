/**
 * A rollout that is longer than one history: it goes on in new runs as if nothing had been, holds
 * the same lock all along, and counts as one owner (I8, I36).
 */
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../workflows/activities/create-activities.ts';
import { workflowBundle } from '../../workflows/bundle.ts';
import { TASK_QUEUE } from '../../workflows/contract.ts';
import { TemporalOwners } from '../../workflows/owners.ts';
import { withTemporal } from '../kit/servers.ts';
import { rolloutInput } from './drive-rollout.ts';
import {
  FAST_VRRP,
  PAIR,
  procedureClient,
  tellRollout,
  untilRollout,
  untilRolloutPhase,
} from './real-temporal.ts';
import { SimulatedFleet } from './simulated-fleet.ts';
import { simulatedPorts } from './simulated-ports.ts';

const temporal = withTemporal();
/** Short enough that a wave takes several runs. */
const EVENTS_MAX = 60;
const logger = new DefaultLogger('ERROR', () => undefined);

beforeAll(() => {
  Runtime.install({ logger, shutdownSignals: [] });
});

/** The workflows as they are, but with short histories. */
async function shortBundle(): Promise<{ code: string }> {
  const { code } = await workflowBundle(logger);
  const long = 'HISTORY_EVENTS_MAX = 8000';
  if (!code.includes(long)) throw new Error(`the bundle has no ${long}`);
  return { code: code.replace(long, `HISTORY_EVENTS_MAX = ${EVENTS_MAX}`) };
}

test('it goes on in new runs with one lock; people and the lock reach the one that runs', async () => {
  const { endpoint } = temporal;
  const { namespace } = temporal.server;
  const procedures = await procedureClient(endpoint, namespace);
  const owners = new TemporalOwners(procedures.client);
  const fleet = new SimulatedFleet({ directors: PAIR, ...FAST_VRRP, startMs: Date.now() });
  const ports = simulatedPorts(fleet, Date.now);
  const connection = await NativeConnection.connect({ address: endpoint });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: await shortBundle(),
    activities: createActivities({ ...ports, owners }),
  });
  const running = worker.run();
  try {
    const started = await procedures.rollOut(rolloutInput(8, { gate: { minSoakMs: 8_000 } }));
    const rollout = procedures.client.workflow.getHandle(started.workflowId);
    await untilRolloutPhase(rollout, 'soaking');
    const owner = fleet.lockOwner();
    expect(owner).toContain(started.signaledRunId);
    await untilRollout(
      rollout,
      'has passed the canary',
      ({ waves }) => waves[0]?.state === 'passed',
    );
    const now = await rollout.describe();
    expect(now.runId).not.toBe(started.signaledRunId);
    expect(fleet.lockOwner()).toBe(owner);
    expect(await owners.isRunning(owner)).toBe(true);
    await tellRollout(rollout, 'pause', {});
    await untilRolloutPhase(rollout, 'paused');
    await tellRollout(rollout, 'resume', {});
    const result = await rollout.result();
    expect(result).toMatchObject({ phase: 'done' });
    expect(fleet.moves.map(({ node }) => node)).toEqual(['lb2', 'lb1']);
    expect(ports.calls).toMatchObject({ acquire: 2, moveRefs: 2 });
    expect(fleet.lockOwner()).toBe('');
    expect(await owners.isRunning(owner)).toBe(false);
    // Another rollout of the same cluster is another owner.
    const next = await procedures.rollOut(rolloutInput(9, { gate: { minSoakMs: 60_000 } }));
    await untilRolloutPhase(next, 'soaking');
    expect(await owners.isRunning(owner)).toBe(false);
    expect(await owners.isRunning(fleet.lockOwner())).toBe(true);
    await next.cancel();
    await next.result();
  } finally {
    worker.shutdown();
    await running;
    await connection.close();
    await procedures.close();
  }
});
