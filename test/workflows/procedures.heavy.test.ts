/**
 * The procedures on the real Temporal server, worker in this process, ports over a simulated fleet
 * that lives in real time.
 */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrainStatus } from '../../schemas/drain.ts';
import { FleetError } from '../../schemas/errors.ts';
import { clusterLockDomain, STATUS_QUERY } from '../../workflows/contract.ts';
import { formatLockOwner } from '../../workflows/lock-owner.ts';
import { TemporalOwners } from '../../workflows/owners.ts';
import type { Ports } from '../../workflows/ports.ts';
import { type RunningWorker, runWorker } from '../../workflows/worker.ts';
import { withTemporal } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import {
  drainInput,
  FAST_VRRP,
  PAIR,
  type ProcedureClient,
  procedureClient,
  STUBBORN_PAIR,
  untilPhase,
} from './real-temporal.ts';
import { CLUSTER, type DirectorOptions, SimulatedFleet } from './simulated-fleet.ts';
import { simulatedPorts } from './simulated-ports.ts';

const temporal = withTemporal();
let worker: RunningWorker;
let procedures: ProcedureClient;
let ports: Ports;
let fleet: SimulatedFleet;

/** Each test has a fleet of its own behind the one worker. */
function newFleet(directors: DirectorOptions[]): void {
  fleet = new SimulatedFleet({ directors, ...FAST_VRRP, startMs: Date.now() });
  ports = simulatedPorts(fleet, Date.now);
}

const currentPorts: Ports = {
  locks: {
    acquire: (request) => ports.locks.acquire(request),
    release: (request) => ports.locks.release(request),
  },
  nodeRefs: { setAdminState: (change) => ports.nodeRefs.setAdminState(change) },
  fleet: {
    survey: (cluster) => ports.fleet.survey(cluster),
    drainProgress: (node, windowMs) => ports.fleet.drainProgress(node, windowMs),
  },
  rollouts: { moveRefs: (move) => ports.rollouts.moveRefs(move) },
};

beforeAll(async () => {
  const { endpoint } = temporal;
  const { namespace } = temporal.server;
  procedures = await procedureClient(endpoint, namespace);
  worker = await runWorker({
    address: endpoint,
    namespace,
    ports: currentPorts,
    identity: 'test',
    logger: pino({ level: 'silent' }),
  });
});

afterAll(async () => {
  await worker.shutdown();
  await procedures.close();
});

function transitions(): string[] {
  return fleet.journal.map(({ from, to }) => `${from} > ${to}`);
}

describe('drain and undrain', () => {
  test('a director is drained, tells its status after the end, and comes back', async () => {
    newFleet(PAIR);
    const drain = await procedures.start('drainNode', drainInput());
    const result = await drain.result();
    expect(result).toMatchObject({ phase: 'done', newMaster: 'lb2', leftIn: 'drained' });
    expect(await drain.query<DrainStatus>(STATUS_QUERY)).toEqual(result);
    expect(fleet.lockOwner()).toBe('');

    const undrain = await procedures.start('undrainNode', drainInput());
    expect(await undrain.result()).toMatchObject({ phase: 'done', newMaster: 'lb1' });
    expect(transitions()).toEqual(['active > draining', 'draining > drained', 'drained > active']);
  });

  test('a refused drain says why and changes nothing', async () => {
    newFleet(PAIR);
    fleet.happen({ node: 'lb2', fault: 'agentStops' });
    const drain = await procedures.start('drainNode', drainInput());
    const result = await drain.result();
    expect(result.phase).toBe('refused');
    expect(result.reason).toContain('lb2 does not answer');
    expect(fleet.journal).toEqual([]);
  });

  test('a cancel while connections end takes the drain back', async () => {
    newFleet(STUBBORN_PAIR);
    const drain = await procedures.start('drainNode', drainInput());
    await until('it says what it waits for', async () => {
      const { blockedBy } = await drain.query<DrainStatus>(STATUS_QUERY);
      return blockedBy === '100 connections still move';
    });
    await drain.cancel();
    const result = await drain.result();
    expect(result).toMatchObject({ phase: 'reverted', reason: 'cancelled', leftIn: 'active' });
    expect(transitions()).toEqual(['active > draining', 'draining > active']);
    expect(fleet.lockOwner()).toBe('');
  });

  test('a second procedure on the same director is refused while one runs', async () => {
    newFleet(STUBBORN_PAIR);
    const first = await procedures.start('drainNode', drainInput());
    for (const type of ['drainNode', 'undrainNode'] as const) {
      await expect(procedures.start(type, drainInput())).rejects.toBeInstanceOf(
        WorkflowExecutionAlreadyStartedError,
      );
    }
    await first.cancel();
    expect((await first.result()).phase).toBe('reverted');
  });
});

describe('the lock', () => {
  test('of another cluster procedure that runs is waited for, and its owner is named', async () => {
    newFleet([...STUBBORN_PAIR, { name: 'lb3', priority: 50 }]);
    const first = await procedures.start('drainNode', drainInput());
    await untilPhase(first, 'waiting');
    const second = await procedures.start('drainNode', drainInput({ node: 'lb3' }));
    const waiting = await until('it names the holder', async () => {
      const status = await second.query<DrainStatus>(STATUS_QUERY);
      return status.blockedBy.includes('node/lb1/service') ? status : undefined;
    });
    expect(waiting.phase).toBe('locking');
    await first.cancel();
    expect((await first.result()).phase).toBe('reverted');
    expect((await second.result()).phase).toBe('done');
    expect(fleet.adminState('lb3')).toBe('drained');
  });

  test('of a terminated procedure is taken over', async () => {
    newFleet(STUBBORN_PAIR);
    const lost = await procedures.start('drainNode', drainInput());
    await untilPhase(lost, 'waiting');
    const lostOwner = fleet.lockOwner();
    await lost.terminate('test');
    expect(fleet.lockOwner()).toBe(lostOwner);
    expect(fleet.adminState('lb1')).toBe('draining');
    // The next one on the same director also takes over what was left undone.
    const next = await procedures.start('drainNode', drainInput());
    await untilPhase(next, 'waiting');
    expect(fleet.lockOwner()).not.toBe(lostOwner);
    await next.cancel();
    expect(await next.result()).toMatchObject({ phase: 'reverted', leftIn: 'active' });
    expect(fleet.adminState('lb1')).toBe('active');
    expect(fleet.lockOwner()).toBe('');
  });

  test('of a person is never taken over', async () => {
    newFleet(PAIR);
    fleet.acquire({ domain: clusterLockDomain(CLUSTER), owner: 'person:ilja', reason: 'cabling' });
    const drain = await procedures.start('drainNode', drainInput({ deadlineMs: 1_500 }));
    const result = await drain.result();
    expect(result.phase).toBe('refused');
    expect(result.reason).toContain('person:ilja (cabling)');
    expect(fleet.lockOwner()).toBe('person:ilja');
  });
});

describe('faults of the ports', () => {
  test('a lost answer is asked for again, and the effect is there once', async () => {
    newFleet(PAIR);
    const well = ports;
    let lost = 0;
    ports = {
      ...well,
      nodeRefs: {
        setAdminState: async (change) => {
          const found = await well.nodeRefs.setAdminState(change);
          if (lost++ > 0) return found;
          throw new FleetError('E_STORE_AWAY', 'the answer was lost', { retryable: true });
        },
      },
    };
    const drain = await procedures.start('drainNode', drainInput());
    expect((await drain.result()).phase).toBe('done');
    expect(lost).toBeGreaterThan(1);
    expect(transitions()).toEqual(['active > draining', 'draining > drained']);
  });

  test('a fenced effect is not tried again and stops the procedure', async () => {
    newFleet(STUBBORN_PAIR);
    const drain = await procedures.start('drainNode', drainInput({ deadlineMs: 2_000 }));
    await untilPhase(drain, 'waiting');
    const domain = clusterLockDomain(CLUSTER);
    fleet.release({ domain, owner: fleet.lockOwner() });
    fleet.acquire({ domain, owner: 'person:ilja', reason: 'took it by hand' });
    const result = await drain.result();
    expect(result.phase).toBe('failed');
    expect(result.reason).toContain('it could not be undone (E_FENCED');
    expect(result.leftIn).toBeUndefined();
    expect(transitions()).toEqual(['active > draining']);
    expect(fleet.lockOwner()).toBe('person:ilja');
  });
});

describe('a worker that cannot work', () => {
  const logger = pino({ level: 'silent' });
  const identity = 'test';

  test('says that Temporal does not answer', async () => {
    const { namespace } = temporal.server;
    // Port 1 (tcpmux) is nobody's on loopback.
    const started = runWorker({
      address: '127.0.0.1:1',
      namespace,
      ports: currentPorts,
      identity,
      logger,
    });
    await expect(started).rejects.toMatchObject({ code: 'E_TEMPORAL_AWAY', retryable: true });
  });

  test('says that the namespace is not there', async () => {
    const address = temporal.endpoint;
    const lost = async () => {
      const namespace = 'nowhere';
      const started = await runWorker({
        address,
        namespace,
        ports: currentPorts,
        identity,
        logger,
      });
      await started.finished;
    };
    await expect(lost()).rejects.toMatchObject({ code: 'E_TEMPORAL_AWAY' });
  });
});

describe('owners of locks', () => {
  test('are running, closed or forgotten as Temporal says; people always run', async () => {
    newFleet(STUBBORN_PAIR);
    const owners = new TemporalOwners(procedures.client);
    const drain = await procedures.start('drainNode', drainInput());
    const owner = { workflowId: drain.workflowId, runId: drain.firstExecutionRunId };
    expect(await owners.isRunning(formatLockOwner(owner))).toBe(true);
    await drain.cancel();
    await drain.result();
    expect(await owners.isRunning(formatLockOwner(owner))).toBe(false);
    const forgotten = { ...owner, runId: '00000000-0000-4000-8000-000000000000' };
    expect(await owners.isRunning(formatLockOwner(forgotten))).toBe(false);
    expect(await owners.isRunning('person:ilja')).toBe(true);
  });
});
