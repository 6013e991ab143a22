/**
 * A change in a cluster with a RolloutPolicy, from the apply to the dataplanes: real etcd, NATS and
 * Temporal, a real worker, three real agents on memory dataplanes. One fleet for the file; each
 * test leaves every director on the newest generation.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RolloutView } from '../../schemas/api.ts';
import { withEtcd, withNats, withTemporal } from '../kit/servers.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { type Document, document, edited, node, WEB } from '../schemas/fleet.ts';
import {
  type Addresses,
  BOB,
  type Running,
  type RunningController,
  type RunningDirector,
  startControllerAt,
  startDirectorAt,
  startWorkerAt,
} from './rollout-stage.ts';

const etcd = withEtcd();
const nats = withNats();
const temporal = withTemporal();
const dir = tempDir('rollouts');
const socket = join(dir, 'api.sock');
const START_MS = 120_000;
const TEST_MS = 180_000;
/** Nobody listens on port 1 of loopback. */
const AWAY = '127.0.0.1:1';

const NAMES = ['lb1', 'lb2', 'lb3'];
const POLICY = document('RolloutPolicy', 'careful', {
  waves: [{ count: 1 }, { count: 2 }],
  maxUnavailable: { count: 2 },
  gates: { inconclusiveS: 60, convergence: { withinS: 60 } },
  soak: { minTimeS: 0 },
  onFailedGate: 'revert',
  isNowAllowed: true,
});
const web = (weight: number): Document =>
  edited(WEB, {
    healthCheck: undefined,
    realServers: [{ address: '10.98.0.21', weight }, { address: '10.98.0.22' }],
  });
const perNode = Object.fromEntries(NAMES.map((name, i) => [name, [`10.98.0.${101 + i}`]]));
const CLUSTER = document('Cluster', 'edge', {
  ...{ dataplane: 'memory', highAvailability: 'none', rolloutPolicy: 'careful' },
});
const FLEET: readonly Document[] = [
  CLUSTER,
  POLICY,
  ...NAMES.map((name, i) => node(name, 11 + i, 100)),
  document('LocalAddressPool', 'lips', { cluster: 'edge', interface: 'bk0', perNode }),
  web(1),
];

let at: Addresses;
let controller: RunningController;
let worker: Running;
const directors = new Map<string, RunningDirector>();
let refused: number | undefined;

const direct = async (name: string) => {
  directors.set(name, await startDirectorAt(at, name, dir, (weight) => weight === refused));
};
const applied = () => NAMES.map((name) => directors.get(name)?.applied());
const phaseIs = (phase: string) => (view: RolloutView) => view.rollout?.phase === phase;
const canaryOf = (rollout: RolloutView['rollout']) => rollout?.waves[0]?.nodes[0]?.node ?? '';
/** All of it is done, and nobody is behind. */
const doneAt = (generation: number) =>
  controller.rolls(`generation ${generation} is done`, (view) => {
    const { behind, newest, rollout } = view;
    const isDone = rollout?.phase === 'done' && rollout.target.generation === generation;
    return isDone && newest?.generation === generation && behind.length === 0;
  });
const newest = async () => (await controller.rollout()).newest?.generation ?? 0;
const generations = async () =>
  [...(await controller.refs()).values()].map(({ plan }) => plan.generation);

beforeAll(async () => {
  at = {
    ...{ etcd: etcd.endpoint, nats: nats.endpoint, temporal: temporal.endpoint },
    namespace: temporal.server.namespace,
  };
  controller = await startControllerAt(at, socket);
  worker = await startWorkerAt(at);
  for (const name of NAMES) await direct(name);
  await controller.apply(FLEET);
  await until('all run the first generation', () => applied().every((one) => one === 1));
}, START_MS);
afterEach(async () => {
  await until(
    'every director runs the newest',
    async () => {
      const generation = await newest();
      return applied().every((one) => one === generation);
    },
    { timeoutMs: 60_000 },
  );
});
afterAll(async () => {
  for (const director of directors.values()) await director.stop();
  await controller?.stop();
  await worker?.stop();
}, START_MS);

test(
  'the first generation goes to all at once, the next to the canary and then to the others',
  async () => {
    const before = await controller.rollout();
    expect(before).toMatchObject({ policy: 'careful', behind: [], newest: { generation: 1 } });
    expect([before.rollout, before.waiting]).toEqual([undefined, undefined]);
    const reply = await controller.apply([web(2)]);
    expect(reply.rollouts).toEqual([
      { cluster: 'edge', policy: 'careful', waves: [1, 2], now: false, waitsFor: '' },
    ]);
    const { rollout } = await doneAt(2);
    expect(rollout?.waves.map(({ kind, state, nodes }) => [kind, state, nodes.length])).toEqual([
      ['canary', 'passed', 1],
      ['wave', 'passed', 2],
    ]);
    const moves =
      rollout?.steps.map(({ text }) => text).filter((text) => /^moves/.test(text)) ?? [];
    expect(moves[0]).toBe(`moves ${canaryOf(rollout)} to generation 2`);
    expect(moves.slice(1).join().match(/lb\d/g)).toHaveLength(2);
    expect(rollout?.origin).toMatchObject({ actor: 'alice', reason: 'test' });
    const all = await controller.api('/v1/rollouts');
    expect(all.body.rollouts.map(({ cluster }: RolloutView) => cluster)).toEqual(['edge']);
  },
  TEST_MS,
);

test(
  'what fails goes back, stays in the spec, and goes out again only when a person says so',
  async () => {
    const generation = (await newest()) + 1;
    refused = 66;
    await controller.apply([web(66)]);
    const isBack = (view: RolloutView) => phaseIs('reverted')(view) && view.waiting !== undefined;
    const { rollout, waiting } = await controller.rolls('it is put back', isBack);
    const canary = canaryOf(rollout);
    expect(rollout?.reason).toContain(`${canary} is failing`);
    expect(waiting).toMatchObject({ for: 'person', why: expect.stringContaining('reverted') });
    expect((await controller.refs()).get(canary)).toMatchObject({
      ...{ revert: true, plan: { generation: generation - 1 } },
    });
    const stored = await controller.api('/v1/resources?kind=VirtualService&name=web');
    expect(stored.body.resources[0].resource.spec.realServers[0].weight).toBe(66);

    await controller.stop();
    controller = await startControllerAt(at, socket);
    await until('the new one has looked', () => controller.said().includes('a rollout waits'), {
      timeoutMs: 60_000,
    });
    expect(await controller.rollout()).toMatchObject({
      ...{ waiting: { for: 'person' }, rollout: { startedAtMs: rollout?.startedAtMs } },
    });

    refused = undefined;
    expect(await controller.say('start')).toMatchObject({ status: 200 });
    const again = await doneAt(generation);
    expect(again.rollout?.origin.actor).toBe('bob');
    for (const ref of (await controller.refs()).values()) expect(ref.revert).toBe(false);
    expect(await controller.say('start')).toMatchObject({
      ...{ status: 409, body: { message: expect.stringContaining('nothing is to go out') } },
    });
  },
  TEST_MS,
);

test(
  'stored without being started, because Temporal is away or its controller died: started by the next',
  async () => {
    const generation = (await newest()) + 1;
    await controller.stop();
    controller = await startControllerAt(at, socket, AWAY);
    await controller.apply([web(3)]);
    const view = await controller.rolls(
      'it is published',
      (one) => one.newest?.generation === generation,
    );
    expect(view).toMatchObject({
      ...{ waiting: { for: 'temporal' }, unreadable: { code: 'E_TEMPORAL_AWAY' }, behind: NAMES },
    });
    await until(
      'it says so',
      () => controller.said().some((text) => text.includes('tries again')),
      {
        timeoutMs: 60_000,
      },
    );
    expect(new Set(await generations())).toEqual(new Set([generation - 1]));
    await controller.stop();
    controller = await startControllerAt(at, socket);
    await doneAt(generation);
  },
  TEST_MS,
);

test(
  'outside of the windows it waits; now goes past them, in one wave, and is recorded',
  async () => {
    const inTwoDays = new Date(Date.now() + 2 * 86_400_000);
    const day = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][inTwoDays.getUTCDay()];
    const windows = [{ days: [day], start: '00:00', end: '23:59', timeZone: 'UTC' }];
    const generation = (await newest()) + 1;
    await controller.apply([edited(POLICY, { windows })]);
    await controller.apply([web(4)]);
    const view = await controller.rolls('it waits', ({ waiting }) => waiting?.for === 'window');
    expect(view).toMatchObject({ behind: NAMES, newest: { generation } });
    expect(await controller.say('start')).toMatchObject({
      ...{ status: 409, body: { hint: expect.stringContaining('goes out by itself at') } },
    });

    const mute = { origin: { ...BOB, reason: '' }, now: true };
    await expect(controller.apply([web(5)], mute)).rejects.toThrow('now needs a reason');
    const reply = await controller.apply([web(5)], { origin: BOB, now: true });
    expect(reply.rollouts).toMatchObject([{ now: true, waves: [3], waitsFor: '' }]);
    const { rollout } = await doneAt(generation + 1);
    expect(rollout).toMatchObject({ now: true, origin: { actor: 'bob', now: true } });
    expect(rollout?.waves.map(({ kind }) => kind)).toEqual(['now']);
    const history = await controller.api('/v1/history?limit=1');
    expect(history.body.entries[0].reason).toBe('by hand [now: no windows, waves or gates]');

    await controller.apply([edited(POLICY, { isNowAllowed: false })]);
    await expect(controller.apply([web(6)], { origin: BOB, now: true })).rejects.toMatchObject({
      code: 'E_CONFLICT',
      message: 'RolloutPolicy careful of cluster edge does not allow now',
    });
  },
  TEST_MS,
);

test(
  'a person pauses it and learns what makes no sense; an emergency goes past the pause',
  async () => {
    const generation = (await newest()) + 1;
    await controller.apply([edited(POLICY, { soak: { minTimeS: 3_600 } })]);
    await controller.apply([web(8)]);
    await controller.rolls('it soaks', phaseIs('soaking'));
    expect(await controller.say('start')).toMatchObject({
      ...{ status: 409, body: { message: expect.stringContaining('is under way: soaking') } },
    });
    expect(await controller.say('pause')).toMatchObject({ status: 200 });
    const { rollout } = await controller.rolls('it is paused', phaseIs('paused'));
    expect(rollout?.pause).toMatchObject({ for: 'person', why: 'paused by bob (by hand)' });
    expect(await controller.say('accept')).toMatchObject({
      ...{ status: 409, body: { code: 'E_CONFLICT', message: expect.stringContaining('paused') } },
    });
    expect(await controller.say('start', { now: true })).toMatchObject({ status: 200 });
    const done = await doneAt(generation);
    expect(done.rollout).toMatchObject({ now: true, origin: { actor: 'bob' } });
    expect(await controller.say('abort', { mode: 'revert' })).toMatchObject({
      ...{
        status: 404,
        body: { message: expect.stringMatching(/^no rollout of edge is under way/) },
      },
    });
    await controller.apply([POLICY]);
  },
  TEST_MS,
);

test(
  'a cluster that loses its policy after a revert is not stuck: what is newer reaches all at once',
  async () => {
    const generation = (await newest()) + 1;
    refused = 77;
    await controller.apply([web(77)]);
    await controller.rolls('it is put back', ({ waiting }) => waiting?.for === 'person');
    await controller.apply([edited(CLUSTER, { rolloutPolicy: undefined })]);
    const view = await controller.rolls('the policy is gone', ({ policy }) => policy === undefined);
    expect(view).toMatchObject({ behind: NAMES, waiting: { for: 'person' } });
    refused = undefined;
    const reply = await controller.apply([web(9)]);
    expect(reply.rollouts).toBeUndefined();
    await until('all are on it', async () => {
      return (await generations()).every((one) => one === generation + 1);
    });
    const refs = [...(await controller.refs()).values()];
    expect(refs.map(({ revert }) => revert)).toEqual([false, false, false]);
    await controller.apply([CLUSTER]);
  },
  TEST_MS,
);

test(
  'a director whose agent is away is left behind by nobody: it catches up when it is back',
  async () => {
    const generation = (await newest()) + 1;
    await directors.get('lb3')?.stop();
    await controller.apply([web(7)]);
    const { rollout } = await doneAt(generation);
    expect(rollout?.stragglers).toEqual(['lb3']);
    await direct('lb3');
    await until('lb3 has caught up', () => directors.get('lb3')?.applied() === generation, {
      timeoutMs: 60_000,
    });
  },
  TEST_MS,
);

test(
  'a director that is new gets its first ref when the others are done',
  async () => {
    const generation = (await newest()) + 1;
    const files = [node('lb4', 14, 100)];
    const lips = document('LocalAddressPool', 'lips', {
      ...{ cluster: 'edge', interface: 'bk0', perNode: { ...perNode, lb4: ['10.98.0.104'] } },
    });
    await controller.apply([...files, lips], { origin: { ...BOB, correlationId: randomUUID() } });
    const lb4 = await until('lb4 has a ref', async () => (await controller.refs()).get('lb4'), {
      timeoutMs: 60_000,
    });
    expect(lb4.plan.generation).toBe(generation);
    const { rollout } = await doneAt(generation);
    expect(rollout?.waves.flatMap(({ nodes }) => nodes.map((one) => one.node)).sort()).toEqual(
      NAMES,
    );
  },
  TEST_MS,
);
