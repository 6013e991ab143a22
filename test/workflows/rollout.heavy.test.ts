/**
 * The staged rollout on the real Temporal server: worker in this process or killed with -9 in one
 * of its own, ports over a simulated fleet that lives in real time.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rolloutStatusSchema } from '../../schemas/rollout.ts';
import { STATUS_QUERY } from '../../workflows/contract.ts';
import type { Ports } from '../../workflows/ports.ts';
import { type RunningWorker, runWorker } from '../../workflows/worker.ts';
import { withTemporal } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { rolloutInput } from './drive-rollout.ts';
import { serveOverIpc } from './ports-over-ipc.ts';
import {
  drainInput,
  FAST_VRRP,
  PAIR,
  type ProcedureClient,
  procedureClient,
  tellRollout,
  untilRollout,
  untilRolloutPhase,
} from './real-temporal.ts';
import { type DirectorOptions, type GenerationEffect, SimulatedFleet } from './simulated-fleet.ts';
import { type CountedPorts, simulatedPorts } from './simulated-ports.ts';

const CHILD = fileURLToPath(new URL('./worker-child.ts', import.meta.url));
const QUICK = { minSoakMs: 500 };
const THREE: DirectorOptions[] = [...PAIR, { name: 'lb3', priority: 50 }];

const temporal = withTemporal();
let procedures: ProcedureClient;
let fleet: SimulatedFleet;
let ports: CountedPorts;

function newFleet(
  directors: DirectorOptions[],
  effects: Record<number, GenerationEffect> = {},
): void {
  fleet = new SimulatedFleet({ directors, effects, ...FAST_VRRP, startMs: Date.now() });
  ports = simulatedPorts(fleet, Date.now);
}

const moves = () => fleet.moves.map(({ node, from, to }) => `${node} ${from}>${to}`);

beforeAll(async () => {
  procedures = await procedureClient(temporal.endpoint, temporal.server.namespace);
});
afterAll(() => procedures.close());

describe('with a worker that stays', () => {
  let worker: RunningWorker;
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
    worker = await runWorker({
      address: temporal.endpoint,
      namespace: temporal.server.namespace,
      ports: currentPorts,
      identity: 'test',
      logger: pino({ level: 'silent' }),
    });
  });
  afterAll(() => worker.shutdown());

  test('a good generation: canary, then the master; its status is as the schema says', async () => {
    newFleet(PAIR);
    const rollout = await procedures.rollOut(rolloutInput(8, { gate: QUICK }));
    const result = await rollout.result();
    expect(result).toMatchObject({ phase: 'done', stragglers: [] });
    expect(moves()).toEqual(['lb2 7>8', 'lb1 7>8']);
    expect(fleet.lockOwner()).toBe('');
    expect(rolloutStatusSchema.parse(await rollout.query(STATUS_QUERY))).toEqual(result);
  });

  test('a canary that fails goes back by itself', async () => {
    newFleet(PAIR, { 8: { isRefused: true } });
    const rollout = await procedures.rollOut(rolloutInput(8, { gate: QUICK }));
    const result = await rollout.result();
    expect(result.phase).toBe('reverted');
    expect(result.reason).toContain('lb2 is failing');
    expect(moves()).toEqual(['lb2 7>8', 'lb2 8>7']);
    expect(fleet.lockOwner()).toBe('');
  });

  test('a newer target in the middle: the same rollout turns to it', async () => {
    newFleet(PAIR);
    const first = await procedures.rollOut(rolloutInput(8, { gate: { minSoakMs: 600_000 } }));
    await untilRolloutPhase(first, 'soaking');
    const second = await procedures.rollOut(rolloutInput(9, { gate: QUICK }));
    expect(second.signaledRunId).toBe(first.signaledRunId);
    const result = await second.result();
    expect(result).toMatchObject({ phase: 'done', target: { generation: 9 } });
    expect(moves()).toEqual(['lb2 7>8', 'lb2 8>9', 'lb1 7>9']);
  });

  test('paused: a drain gets its turn; resumed: it goes on', async () => {
    newFleet(THREE);
    const input = rolloutInput(8, { gate: { minSoakMs: 2_000 } });
    const rollout = await procedures.rollOut(input);
    await untilRolloutPhase(rollout, 'soaking');
    // Held while it soaks: a drain waits and names it.
    const drain = await procedures.start('drainNode', drainInput({ node: 'lb3' }));
    await until('the drain names the rollout', async () => {
      const { blockedBy } = await drain.query<{ blockedBy: string }>(STATUS_QUERY);
      return blockedBy.includes('rollout/config/edge');
    });
    await tellRollout(rollout, 'pause', {});
    await untilRolloutPhase(rollout, 'paused');
    await expect(tellRollout(rollout, 'pause', {})).rejects.toMatchObject({
      cause: { message: expect.stringContaining('paused already'), type: 'E_CONFLICT' },
    });
    expect(await drain.result()).toMatchObject({ phase: 'done' });
    const undrain = await procedures.start('undrainNode', drainInput({ node: 'lb3' }));
    await undrain.result();
    expect(moves()).toHaveLength(1);
    await tellRollout(rollout, 'resume', {});
    expect(await rollout.result()).toMatchObject({ phase: 'done' });
    expect(moves()).toHaveLength(3);
  });

  test('a cancel, and an abort, put back what was moved', async () => {
    for (const how of ['cancel', 'abort'] as const) {
      newFleet(PAIR);
      const rollout = await procedures.rollOut(rolloutInput(8, { gate: { minSoakMs: 600_000 } }));
      await untilRolloutPhase(rollout, 'soaking');
      if (how === 'cancel') await rollout.cancel();
      else await tellRollout(rollout, 'abort', { mode: 'revert' });
      expect(await rollout.result()).toMatchObject({ phase: 'reverted' });
      expect(moves()).toEqual(['lb2 7>8', 'lb2 8>7']);
      expect(fleet.lockOwner()).toBe('');
    }
  });

  test('an offline director is a straggler, and catches up when it returns', async () => {
    newFleet(THREE);
    fleet.happen({ node: 'lb3', fault: 'dies' });
    const input = rolloutInput(8, { gate: QUICK, maxUnavailable: { count: 2 } });
    const rollout = await procedures.rollOut(input);
    expect(await rollout.result()).toMatchObject({ phase: 'done', stragglers: ['lb3'] });
    fleet.happen({ node: 'lb3', fault: 'comesBack' });
    await until('it has caught up', () => {
      fleet.advanceTo(Date.now());
      return fleet.generation('lb3') === 8;
    });
  });

  test('an answer that was lost is asked for again, and each ref moved once', async () => {
    newFleet(PAIR);
    const well = ports;
    let lost = 0;
    ports = {
      ...well,
      rollouts: {
        moveRefs: async (move) => {
          await well.rollouts.moveRefs(move);
          if (lost++ === 0) throw new Error('the connection broke');
        },
      },
    };
    const rollout = await procedures.rollOut(rolloutInput(8, { gate: QUICK }));
    expect(await rollout.result()).toMatchObject({ phase: 'done' });
    expect(lost).toBe(3);
    expect(moves()).toEqual(['lb2 7>8', 'lb1 7>8']);
  });
});

describe('with a worker that is killed', () => {
  let workers: ChildProcess[] = [];

  afterEach(async () => {
    for (const worker of workers) await killed(worker);
    workers = [];
  });

  function startWorker(): ChildProcess {
    const worker = fork(CHILD, [temporal.endpoint, temporal.server.namespace], { execArgv: [] });
    serveOverIpc(worker, ports);
    workers.push(worker);
    return worker;
  }

  async function killed(worker: ChildProcess): Promise<void> {
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    const exit = once(worker, 'exit');
    worker.kill('SIGKILL');
    await exit;
  }

  test('in the soak: the next one goes on, nothing is moved twice, the gate still counts', async () => {
    newFleet(PAIR);
    const first = startWorker();
    const rollout = await procedures.rollOut(rolloutInput(8, { gate: { minSoakMs: 4_000 } }));
    await untilRolloutPhase(rollout, 'soaking');
    await killed(first);
    expect(ports.calls).toMatchObject({ moveRefs: 1, acquire: 1 });
    startWorker();
    expect(await rollout.result()).toMatchObject({ phase: 'done' });
    expect(moves()).toEqual(['lb2 7>8', 'lb1 7>8']);
    expect(ports.calls).toMatchObject({ moveRefs: 2, acquire: 1, release: 1 });
  });

  test('in the middle of a move: asked again, moved once', async () => {
    newFleet(PAIR);
    const { moveRefs } = ports.rollouts;
    let reached: (() => void) | undefined;
    const isReached = new Promise<void>((resolve) => {
      reached = resolve;
    });
    ports = {
      ...ports,
      rollouts: {
        moveRefs: async (move) => {
          await moveRefs(move);
          if (ports.calls.moveRefs > 1) return;
          reached?.();
          await once(first, 'exit');
        },
      },
    };
    const first = startWorker();
    const rollout = await procedures.rollOut(rolloutInput(8, { gate: QUICK }));
    await isReached;
    await killed(first);
    startWorker();
    await untilRollout(
      rollout,
      'has moved the master',
      ({ waves }) => waves[1]?.state === 'passed',
    );
    expect(await rollout.result()).toMatchObject({ phase: 'done' });
    expect(moves()).toEqual(['lb2 7>8', 'lb1 7>8']);
    expect(ports.calls.moveRefs).toBe(3);
  });
});
