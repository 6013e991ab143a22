/** Procedures on the real Temporal server, with a real worker over a simulated fleet. */
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProcedures, type Procedures } from '../../controller/procedures/procedures.ts';
import { type RunningWorker, runWorker } from '../../workflows/worker.ts';
import { withTemporal } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { drainInput, FAST_VRRP, STUBBORN_PAIR } from '../workflows/real-temporal.ts';
import { SimulatedFleet } from '../workflows/simulated-fleet.ts';
import { simulatedPorts } from '../workflows/simulated-ports.ts';

const temporal = withTemporal();
let procedures: Procedures;
let worker: RunningWorker;

beforeAll(async () => {
  const { endpoint: address } = temporal;
  const { namespace } = temporal.server;
  const fleet = new SimulatedFleet({
    directors: [...STUBBORN_PAIR, { name: 'lb3', priority: 50 }],
    ...FAST_VRRP,
    startMs: Date.now(),
  });
  procedures = createProcedures({ address, namespace });
  worker = await runWorker({
    ...{ address, namespace, identity: randomUUID() },
    ports: simulatedPorts(fleet, Date.now),
    logger: pino({ level: 'silent' }),
  });
});
afterAll(async () => {
  await worker.shutdown();
  await procedures.close();
});

const inPhase = (node: string, phase: string) =>
  until(`${node} is ${phase}`, async () => {
    const { status } = await procedures.status(node);
    return status.phase === phase ? status : undefined;
  });

test('a node that was never drained has no status, and nothing to cancel', async () => {
  expect(await procedures.isReachable()).toBe(true);
  const notFound = { code: 'E_NOT_FOUND', retryable: false };
  await expect(procedures.status('lb9')).rejects.toMatchObject(notFound);
  await expect(procedures.cancel('lb9')).rejects.toMatchObject(notFound);
});

test('a drain is started once, joined by the same, in the way of an undrain, and cancelled', async () => {
  const first = await procedures.start('drainNode', drainInput());
  expect(first).toMatchObject({ alreadyRunning: false });
  await inPhase('lb1', 'waiting');
  const second = await procedures.start('drainNode', drainInput());
  expect(second).toEqual({ workflowId: first.workflowId, alreadyRunning: true });
  await expect(procedures.start('undrainNode', drainInput())).rejects.toMatchObject({
    code: 'E_LOCK_HELD',
    message: expect.stringContaining('drainNode of lb1'),
    hint: expect.stringContaining('sluice node'),
  });
  expect(await procedures.cancel('lb1')).toEqual({ workflowId: first.workflowId });
  expect(await inPhase('lb1', 'reverted')).toMatchObject({ reason: 'cancelled' });
  await until('it has ended', async () => {
    const again = await procedures.cancel('lb1').catch((error: unknown) => error);
    return (again as { code?: string }).code === 'E_NOT_FOUND';
  });
});

test('with Temporal killed every call says that it is away, and goes on when it is back', async () => {
  await temporal.kill();
  const away = { code: 'E_TEMPORAL_AWAY', retryable: true };
  await expect(procedures.start('drainNode', drainInput({ node: 'lb3' }))).rejects.toMatchObject(
    away,
  );
  await expect(procedures.status('lb1')).rejects.toMatchObject(away);
  await expect(procedures.cancel('lb1')).rejects.toMatchObject(away);
  expect(await procedures.isReachable()).toBe(false);
  await temporal.restart();
  await until('Temporal is back', () => procedures.isReachable(), { timeoutMs: 30_000 });
  await until('what was so is still so', () => inPhase('lb1', 'reverted'), { timeoutMs: 60_000 });
});
