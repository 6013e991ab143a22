import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from '../../lab/servers/free-port.ts';
import { startHealthChecker } from '../../node-agent/health/health-checker.ts';
import { serviceKey } from '../../schemas/names.ts';
import type { ServicePlan } from '../../schemas/plan/node-plan.ts';
import { healthCheck } from '../../schemas/resources/health-check.ts';
import { recordingLog } from '../bus/samples.ts';
import { until } from '../kit/until.ts';

const SERVICES = 10_000;
const REAL_SERVERS = 10;
/** Real servers that exist: each is an address on the loopback network and in 20 services. */
const ENDPOINTS = 5_000;

function plans(port: number): ServicePlan[] {
  const check = healthCheck.parse({ type: 'tcp', intervalMs: 3_600_000, timeoutMs: 5_000 });
  return Array.from({ length: SERVICES }, (_, index) => {
    return {
      key: serviceKey('tcp', `10.${index >> 8}.${index & 255}.1`, 80),
      name: `service-${index}`,
      address: `10.${index >> 8}.${index & 255}.1`,
      port: 80,
      protocol: 'tcp',
      scheduler: 'wrr',
      forwarding: 'nat',
      localAddresses: [],
      realServers: Array.from({ length: REAL_SERVERS }, (_, host) => {
        const at = (index * REAL_SERVERS + host) % ENDPOINTS;
        return { address: `127.1.${at >> 8}.${at & 255}`, port, weight: 1 };
      }),
      healthCheck: check,
      onFailure: 'remove',
    };
  });
}

test('100,000 real servers of 5,000 endpoints are all checked, and a new plan costs what it changes', async () => {
  const port = await freePort();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen({ port, host: '0.0.0.0' }, resolve));
  const health = startHealthChecker({ onEdge: () => undefined, log: recordingLog().log });
  const services = plans(port);
  health.setServices([services]);
  const known = () => health.states().every(({ state }) => state === 'up');
  await until('all up', known, { timeoutMs: 60_000, everyMs: 200 });
  expect(health.states()).toHaveLength(SERVICES * REAL_SERVERS);
  // One check each, and a few that are due again; not one for each of the 100,000.
  expect(connections).toBeLessThanOrEqual(ENDPOINTS * 1.1);
  const changeMs = performance.now();
  const [first, ...rest] = services;
  if (first === undefined) throw new Error('no services');
  health.setServices([[{ ...first, realServers: first.realServers.slice(1) }, ...rest]]);
  const changedMs = performance.now() - changeMs;
  expect(health.states()).toHaveLength(SERVICES * REAL_SERVERS - 1);
  expect(known()).toBe(true);
  await health.stop();
  await new Promise((resolve) => server.close(resolve));
  // Some 0.1 s on an idle machine: one service of 10,000 is new.
  expect(changedMs).toBeLessThan(2_000);
});
