/**
 * What a drain does when the worker or Temporal itself is killed with -9 in the middle of it: it
 * goes on where it was, and nothing that was done is done again.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withTemporal } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { serveOverIpc } from './ports-over-ipc.ts';
import {
  drainInput,
  FAST_VRRP,
  type ProcedureClient,
  procedureClient,
  STUBBORN_PAIR,
  untilPhase,
} from './real-temporal.ts';
import { SimulatedFleet } from './simulated-fleet.ts';
import { type CountedPorts, simulatedPorts } from './simulated-ports.ts';

const CHILD = fileURLToPath(new URL('./worker-child.ts', import.meta.url));

const temporal = withTemporal();
let fleet: SimulatedFleet;
let ports: CountedPorts;
let procedures: ProcedureClient;
let workers: ChildProcess[] = [];

beforeEach(async () => {
  fleet = new SimulatedFleet({ directors: STUBBORN_PAIR, ...FAST_VRRP, startMs: Date.now() });
  ports = simulatedPorts(fleet, Date.now);
  procedures = await procedureClient(temporal.endpoint, temporal.server.namespace);
});

afterEach(async () => {
  for (const worker of workers) await killed(worker);
  workers = [];
  await procedures.close();
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

const transitions = () => fleet.journal.map(({ from, to }) => `${from} > ${to}`);

test('a worker killed while connections end: the next one finishes, repeats nothing', async () => {
  const first = startWorker();
  const drain = await procedures.start('drainNode', drainInput());
  await untilPhase(drain, 'waiting');
  await killed(first);
  const { setAdminState, acquire } = ports.calls;
  expect([setAdminState, acquire]).toEqual([1, 1]);
  startWorker();
  fleet.letConnectionsEnd('lb1');
  const result = await drain.result();
  expect(result).toMatchObject({ phase: 'done', leftIn: 'drained' });
  expect(transitions()).toEqual(['active > draining', 'draining > drained']);
  expect(ports.calls).toMatchObject({ setAdminState: 2, acquire: 1, release: 1 });
});

test('a worker killed in the middle of an effect: tried again, done once', async () => {
  // The call reaches the store, and the worker dies before it hears of it.
  const { setAdminState } = ports.nodeRefs;
  let reached: (() => void) | undefined;
  const isReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  ports = {
    ...ports,
    nodeRefs: {
      setAdminState: async (change) => {
        const found = await setAdminState(change);
        if (ports.calls.setAdminState === 1) {
          reached?.();
          await once(first, 'exit');
        }
        return found;
      },
    },
  };
  const first = startWorker();
  fleet.letConnectionsEnd('lb1');
  const drain = await procedures.start('drainNode', drainInput());
  await isReached;
  await killed(first);
  startWorker();
  expect((await drain.result()).phase).toBe('done');
  expect(transitions()).toEqual(['active > draining', 'draining > drained']);
  expect(ports.calls.setAdminState).toBe(3);
  expect(fleet.lockOwner()).toBe('');
});

test('a worker told to stop with SIGTERM leaves, and the next one finishes', async () => {
  const first = startWorker();
  const drain = await procedures.start('drainNode', drainInput());
  await untilPhase(drain, 'waiting');
  const exit = once(first, 'exit');
  first.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  startWorker();
  fleet.letConnectionsEnd('lb1');
  expect((await drain.result()).phase).toBe('done');
  expect(ports.calls).toMatchObject({ setAdminState: 2, acquire: 1, release: 1 });
});

test('Temporal killed while connections end: after its restart the worker finishes', async () => {
  const worker = startWorker();
  const drain = await procedures.start('drainNode', drainInput());
  await untilPhase(drain, 'waiting');
  const before = ports.calls.survey;
  await temporal.restart();
  await until('it looks again', () => ports.calls.survey > before + 1, { timeoutMs: 60_000 });
  expect(worker.exitCode).toBeNull();
  fleet.letConnectionsEnd('lb1');
  await untilPhase(drain, 'done');
  expect(transitions()).toEqual(['active > draining', 'draining > drained']);
  expect(ports.calls).toMatchObject({ setAdminState: 2, acquire: 1, release: 1 });
});
