/**
 * The agent as a whole on the memory dataplane, with the real store, the real bus and a real
 * outbox: what it makes of plans, faults and its own restarts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAgentBus } from '../../bus/agent-bus.ts';
import type { ControlBus } from '../../bus/contract.ts';
import { openControlBus } from '../../bus/control-bus.ts';
import { createMemoryDataplane, type MemoryDataplane } from '../../dataplane/memory/driver.ts';
import { type Agent, startAgent } from '../../node-agent/agent.ts';
import { startHealthChecker } from '../../node-agent/health/health-checker.ts';
import { openOutbox } from '../../node-agent/outbox/outbox.ts';
import type { HealthEdge } from '../../node-agent/ports.ts';
import { digestOf } from '../../schemas/codec/digest.ts';
import { nodeObjectCodec, serviceObjectCodec } from '../../schemas/codec/plan-codec.ts';
import type { NodeEvent, NodeEventBody } from '../../schemas/events.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { ServiceObject } from '../../schemas/plan/service-plan.ts';
import type { Store } from '../../store/contract.ts';
import { openStore } from '../../store/etcd-store.ts';
import { recordingLog } from '../bus/samples.ts';
import { withEtcd, withNats } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { nodeObject, serviceObject } from './plans.ts';

const etcd = withEtcd();
const nats = withNats();
const WAIT = { timeoutMs: 60_000 };
/** Nobody listens on port 1 of loopback. */
const ETCD_AWAY = 'http://127.0.0.1:1';

let cells = 0;
let cell = '';
let store: Store;
let control: ControlBus;
let stateDir = '';
const running: Life[] = [];

beforeEach(async () => {
  cell = `agent-${cells++}`;
  stateDir = join(tempDir('agent'), 'state');
  store = await openStore({ endpoints: [etcd.endpoint], cell });
  control = openControlBus({ servers: [nats.endpoint], cell, log: recordingLog().log });
  await control.ensureStreams();
});
afterEach(async () => {
  for (const life of running.splice(0)) await life.end();
  await Promise.all([store.close(), control.close()]);
});

/** One life of the agent; the dataplane is the kernel, which may outlive it. */
interface Life {
  readonly agent: Agent;
  readonly dataplane: MemoryDataplane;
  readonly warnings: () => string[];
  /** An edge as the health checker tells it: it leads to a round. */
  readonly tellEdge: () => void;
  end(): Promise<void>;
}

async function live(
  dataplane = createMemoryDataplane(),
  etcdEndpoint: string = etcd.endpoint,
): Promise<Life> {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const { log, lines } = recordingLog();
  const own = await openStore({ endpoints: [etcdEndpoint], cell });
  const bus = openAgentBus({ servers: [nats.endpoint], cell, node: 'lb1', log });
  const host = { bootId: 'boot-1', kernelVersion: '6.1.0' };
  const events = await openOutbox({
    ...{ dir: join(stateDir, 'outbox'), bootId: host.bootId, node: 'lb1', cluster: 'edge', log },
    publish: (event) => bus.publishEvent(event),
  });
  let tell: (edge: HealthEdge) => void = () => {};
  const agent = await startAgent({
    ...{ node: 'lb1', version: '0.1.0', stateDir, host, store: own, bus, events, log },
    createDirector: async () => ({ dataplane }),
    createHealth: (onEdge) => {
      tell = onEdge;
      return startHealthChecker({ onEdge, log });
    },
  });
  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= (async () => {
      await agent.stop();
      await Promise.all([bus.close(), own.close()]);
    })();
    return ended;
  };
  const warnings = () =>
    lines.filter(({ level }) => level >= 40).map((line) => JSON.stringify(line));
  const life = { agent, dataplane, warnings, tellEdge: () => tell(EDGE), end };
  running.push(life);
  return life;
}

const EDGE: HealthEdge = {
  ...{ service: 'tcp/10.99.0.100:80', name: 'a', realServer: '10.98.0.21:80' },
  ...{ from: 'up', to: 'down', reason: 'connection refused' },
};

/** A generation on top of the newest, as the controller publishes it. */
async function publish(services: readonly ServiceObject[]): Promise<void> {
  const before = await store.newestGeneration('edge');
  const node = nodeObject();
  const nodeDigest = digestOf(nodeObjectCodec.encode(node));
  const tree = new Map<string, string | undefined>([['node/lb1', nodeDigest]]);
  for (const { name } of before === undefined ? [] : await store.readTree(before.root)) {
    if (!tree.has(name)) tree.set(name, undefined);
  }
  for (const one of services) {
    tree.set(`service/${one.name}`, digestOf(serviceObjectCodec.encode(one)));
  }
  await store.commitGeneration({
    ...{ cluster: 'edge', revision: 1, parent: before?.generation ?? 0, baseRoot: before?.root },
    ...{ treeChanges: tree, services, nodeObjects: [node], nodes: ['lb1'] },
    nextRef: (name, current, { generation, root }): NodeRef => ({
      node: name,
      plan: { cluster: 'edge', generation, digest: root },
      nodeObject: nodeDigest,
      adminState: current?.adminState ?? 'active',
      ...{ token: current?.token ?? 0, revert: false, writtenAtMs: Date.now() },
    }),
  });
}

const setRef = (over: (ref: NodeRef) => Partial<NodeRef>) =>
  store.updateRef('lb1', (ref) => (ref === undefined ? undefined : { ...ref, ...over(ref) }));

const converged = ({ agent }: Life, generation: number) =>
  until(
    `generation ${generation} runs`,
    () => {
      const { applied, convergence } = agent.status();
      return applied?.generation === generation && convergence === 'converged';
    },
    WAIT,
  );

async function weights({ dataplane }: Life): Promise<Record<string, readonly number[]>> {
  const { services } = await dataplane.observe();
  const entries = [...services.values()].map(
    ({ name, realServers }) => [name, realServers.map(({ weight }) => weight)] as const,
  );
  return Object.fromEntries(entries);
}

async function stored(): Promise<NodeEvent[]> {
  const events: NodeEvent[] = [];
  const signal = AbortSignal.timeout(30_000);
  for await (const event of control.readEvents({ last: 1_000, follow: false, signal })) {
    events.push(event);
  }
  return events;
}

const bodiesOf = async <T extends NodeEventBody['type']>(type: T) =>
  (await stored()).flatMap(({ body }) => (body.type === type ? [body] : [])) as Extract<
    NodeEventBody,
    { type: T }
  >[];

const named = (name: string, host: number, over: Partial<ServiceObject> = {}) =>
  serviceObject(name, { listeners: [{ address: `10.99.0.${host}`, port: 80 }], ...over });

test('each plan is made so, kept, and told once, with what it took', async () => {
  const life = await live();
  expect(life.agent.status()).toMatchObject({ convergence: 'starting', node: 'lb1' });
  await publish([named('a', 100), named('b', 101)]);
  await converged(life, 1);
  expect(await weights(life)).toEqual({ a: [1, 2], b: [1, 2] });
  const heavier = [
    { address: '10.98.0.21', port: 80, weight: 7 },
    { address: '10.98.0.22', port: 80, weight: 2 },
  ];
  await publish([named('a', 100, { realServers: heavier }), named('c', 102)]);
  await converged(life, 2);
  expect(await weights(life)).toEqual({ a: [7, 2], c: [1, 2] });
  await life.end();
  const events = await stored();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.map(({ body }) => body.type)).toEqual([
    'AgentStarted',
    'PlanApplied',
    'PlanApplied',
    'AgentStopped',
  ]);
  expect(events.map(({ plan }) => plan?.generation)).toEqual([undefined, 1, 2, 2]);
  for (const { ops } of await bodiesOf('PlanApplied')) expect(ops).toBeGreaterThan(0);
});

test('without etcd it starts from its last good plan, and touches nothing that is right', async () => {
  const first = await live();
  await publish([named('a', 100)]);
  await converged(first, 1);
  await first.end();
  // The kernel forwarded on meanwhile.
  const second = await live(first.dataplane, ETCD_AWAY);
  await converged(second, 1);
  expect(second.agent.status()).toMatchObject({ storeConnected: false, busConnected: true });
  await second.end();
  // The machine rebooted: an empty kernel.
  const third = await live(createMemoryDataplane(), ETCD_AWAY);
  await converged(third, 1);
  expect(await weights(third)).toEqual({ a: [1, 2] });
  await third.end();
  const ops = (await bodiesOf('PlanApplied')).map((body) => body.ops);
  expect(ops).toEqual([expect.any(Number), 0, ops[0]]);
});

test('an older generation is refused once, said until something else is wanted, and changes nothing', async () => {
  const life = await live();
  await publish([named('a', 100)]);
  await publish([named('b', 101)]);
  await converged(life, 2);
  const newest = (await store.readRef('lb1'))?.plan;
  await setRef(({ plan }) => ({ plan: { ...plan, generation: 1 } }));
  const refused = () => {
    const { convergence, problem = '' } = life.agent.status();
    return convergence === 'failing' && problem.startsWith('E_PLAN_STALE');
  };
  await until('it is refused', refused, WAIT);
  // A round in between makes the old plan right, but not the new one taken.
  life.dataplane.door.setServices([]);
  life.tellEdge();
  await until('somebody else’s change is mended', async () => 'b' in (await weights(life)), WAIT);
  expect(refused()).toBe(true);
  if (newest !== undefined) await setRef(() => ({ plan: newest }));
  await converged(life, 2);
  await life.end();
  expect(await bodiesOf('PlanRefused')).toMatchObject([{ code: 'E_PLAN_STALE' }]);
  expect((await bodiesOf('PlanApplied')).length).toBeLessThanOrEqual(2);
});

test('a plan that takes the management address is refused, and the one before runs on', async () => {
  const life = await live();
  await publish([named('a', 100)]);
  await converged(life, 1);
  await publish([
    named('a', 100),
    serviceObject('bad', { listeners: [{ address: '192.0.2.1', port: 22 }] }),
  ]);
  await until('it is refused', () => life.agent.status().convergence === 'failing', WAIT);
  expect(life.agent.status().problem).toMatch(/^E_MANAGEMENT_LOCKOUT: .*192\.0\.2\.1/);
  expect(await weights(life)).toEqual({ a: [1, 2] });
  await publish([named('a', 100), named('good', 101)]);
  await converged(life, 3);
});

test('a kernel that refuses is told once and tried again until it takes it', async () => {
  const dataplane = createMemoryDataplane();
  dataplane.door.refuseNextApply('no memory');
  const life = await live(dataplane);
  await publish([named('a', 100)]);
  await converged(life, 1);
  await life.end();
  expect(await bodiesOf('ApplyFailed')).toEqual([
    { type: 'ApplyFailed', code: 'E_DATAPLANE_APPLY', message: 'no memory' },
  ]);
});

test('entries of others are told once each and left alone', async () => {
  const dataplane = createMemoryDataplane();
  dataplane.door.setForeign([{ where: 'table ip nat', what: 'chain docker' }]);
  const life = await live(dataplane);
  await publish([named('a', 100)]);
  await converged(life, 1);
  await publish([named('b', 101)]);
  await converged(life, 2);
  expect(life.agent.status().foreign).toBe(1);
  await life.end();
  expect(await bodiesOf('ForeignFound')).toMatchObject([{ what: 'chain docker' }]);
});

test('admin state is an edge when it changes, and none after a restart', async () => {
  const first = await live();
  await publish([named('a', 100)]);
  await converged(first, 1);
  await setRef(() => ({ adminState: 'drained' }));
  await until(
    'it is seen and done',
    () => {
      const { adminState, convergence } = first.agent.status();
      return adminState === 'drained' && convergence === 'converged';
    },
    WAIT,
  );
  await first.end();
  const second = await live(first.dataplane, ETCD_AWAY);
  await converged(second, 1);
  expect(second.agent.status().adminState).toBe('drained');
  await second.end();
  expect(await bodiesOf('AdminStateSeen')).toMatchObject([{ from: 'active', to: 'drained' }]);
});

test('a spoilt last good plan is said, and the agent waits for etcd', async () => {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  writeFileSync(join(stateDir, 'last-good-plan.json'), '{"version":1');
  const life = await live();
  expect(life.warnings().join()).toContain('E_STORE_CORRUPT');
  await publish([named('a', 100)]);
  await converged(life, 1);
});

test('commands are answered: status now, and how a real server is', async () => {
  const life = await live();
  await publish([named('a', 100)]);
  await converged(life, 1);
  const status = await control.command('lb1', 'status', {});
  expect(status).toMatchObject({ convergence: 'converged', applied: { generation: 1 } });
  const { realServers } = await control.command('lb1', 'health', { service: 'a' });
  expect(realServers).toMatchObject([
    { realServer: '10.98.0.21:80', state: 'up', reason: 'not checked' },
    { realServer: '10.98.0.22:80' },
  ]);
  await life.end();
  await expect(control.command('lb1', 'status', {}, 500)).rejects.toMatchObject({
    code: 'E_NODE_SILENT',
  });
});
