import { expect, test } from 'vitest';
import { type AgentState, initialState } from '../../node-agent/agent-state.ts';
import {
  buildStatus,
  OWNED_LISTED_MAX,
  type StatusContext,
  TEXT_LENGTH_MAX,
} from '../../node-agent/status/build-status.ts';
import { nodeStatusCodec } from '../../schemas/codec/bus-codec.ts';
import { NAME_LENGTH_MAX, STATUS_BYTES_MAX, STATUS_DOWN_LISTED_MAX } from '../../schemas/limits.ts';
import type { ServiceObject } from '../../schemas/plan/service-plan.ts';
import type { RealServerHealth } from '../../schemas/status.ts';
import { assignment, nodeRef, serviceObject } from './plans.ts';

const context: StatusContext = {
  node: 'lb1',
  bootId: 'boot',
  agentVersion: '0.1.0',
  agentStartedAtMs: 1,
  kernelVersion: '6.1.0',
  timeMs: 2,
  busConnected: true,
  eventsWaiting: 0,
  eventsLost: 0,
  health: [],
  repaired: 0,
};
const stateOf = (over: Partial<AgentState>): AgentState => ({ ...initialState(), ...over });
const down = (service: string, realServer: string): RealServerHealth => ({
  ...{ service, realServer },
  ...{ state: 'down', reason: 'connection refused' },
});

test('an agent that was told nothing says that it starts', () => {
  const status = buildStatus(initialState(), context);
  expect(status).toMatchObject({ convergence: 'starting', cluster: '', servicesTotal: 0 });
  expect(status).not.toHaveProperty('applied');
});

test('convergence is what the kernel has against what was accepted, and a problem comes first', () => {
  const { ref, ...plan } = assignment();
  const accepted = { ref, ...plan };
  expect(buildStatus(stateOf({ assignment: accepted }), context).convergence).toBe('applying');
  const settled = stateOf({ assignment: accepted, applied: ref, wanted: ref });
  expect(buildStatus(settled, context).convergence).toBe('converged');
  const failing = buildStatus({ ...settled, problem: 'E_DATAPLANE_APPLY: no' }, context);
  expect(failing).toMatchObject({ convergence: 'failing', problem: 'E_DATAPLANE_APPLY: no' });
  const newer = nodeRef({ generation: 9 });
  const refused = buildStatus({ ...settled, wanted: newer, refusal: 'E_PLAN_STALE: no' }, context);
  expect(refused).toMatchObject({ convergence: 'failing', problem: 'E_PLAN_STALE: no' });
  expect([refused.applied?.generation, refused.wanted?.generation]).toEqual([1, 9]);
});

test('listeners of one service share its real servers, and what is down counts once', () => {
  const listeners = [80, 443].map((port) => ({ address: '10.99.0.100', port }));
  const web = serviceObject('web', { listeners });
  const health = listeners.map(({ port }) => down(`tcp/10.99.0.100:${port}`, '10.98.0.22:80'));
  const connections = listeners.map(({ port }) => ({
    ...{ service: `tcp/10.99.0.100:${port}`, realServer: '10.98.0.21:80', connections: 3 },
  }));
  const state = stateOf({ assignment: assignment([web]), connections });
  const status = buildStatus(state, { ...context, health });
  expect(status.services).toEqual([
    { name: 'web', realServersUp: 1, realServersTotal: 2, connections: 6 },
  ]);
  expect(status).toMatchObject({ realServersUp: 1, realServersTotal: 2, servicesTotal: 1 });
});

/** The longest of everything: names, addresses, words, and more of each than is listed. */
function crowded(): { state: AgentState; health: RealServerHealth[] } {
  const host = (index: number) => `2001:db8:1111:2222:3333:4444:${index.toString(16)}:ffff`;
  const name = (index: number) => `${index}`.padStart(NAME_LENGTH_MAX, 's');
  const services = Array.from(
    { length: 3_000 },
    (_, index): ServiceObject =>
      serviceObject(name(index), {
        listeners: [{ address: host(index), port: 65_535 }],
        realServers: [{ address: host(index), port: 65_535, weight: 1 }],
      }),
  );
  const health = services.map((_, index) => ({
    ...down(`tcp/[${host(index)}]:65535`, `[${host(index)}]:65535`),
    reason: 'x'.repeat(10_000),
  }));
  const state = stateOf({
    assignment: assignment(services),
    problem: 'y'.repeat(1_000_000),
    vrrp: { instances: [], ownedAddresses: services.map((_, index) => host(index)) },
  });
  return { state, health };
}

test('a status is bounded: what is too much to list is counted, and it is always small enough to send', () => {
  const { state, health } = crowded();
  const status = buildStatus(state, { ...context, health });
  expect(status.services).toHaveLength(STATUS_DOWN_LISTED_MAX);
  expect(status.notUp).toHaveLength(STATUS_DOWN_LISTED_MAX);
  expect(status.ownedAddresses).toHaveLength(OWNED_LISTED_MAX);
  expect(status).toMatchObject({
    servicesTotal: 3_000,
    realServersUp: 0,
    realServersTotal: 3_000,
  });
  expect(status.problem).toHaveLength(TEXT_LENGTH_MAX);
  expect(status.problem?.endsWith('…')).toBe(true);
  expect(nodeStatusCodec.encode(status).length).toBeLessThan(STATUS_BYTES_MAX);
});
