/** Changing the spec on a real etcd: one event or none, and nobody's change is lost. */
import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../controller/config/invalid-input.ts';
import { CALL_DEADLINE_MS } from '../../store/limits.ts';
import { withEtcd } from '../kit/servers.ts';
import { CLUSTER, document, edited, FLEET, service } from '../schemas/fleet.ts';
import { alice, newCell } from '../store/fixtures.ts';
import { apply, type Config, configAt, request, webWithWeight, writtenKeys } from './fixtures.ts';

const etcd = withEtcd();

const withFleet = async (cell = newCell()): Promise<Config> => {
  const config = await configAt(etcd.endpoint, cell);
  await apply(config, FLEET);
  return config;
};

const weightOf = ({ view }: Config, name = 'web') => {
  const resource = view.current().resources.get(`VirtualService/${name}`)?.resource;
  return resource?.kind === 'VirtualService' ? resource.spec.realServers[0]?.weight : undefined;
};

describe('an apply', () => {
  test('is one event with all its changes, and the plan before it said so', async () => {
    const config = await configAt(etcd.endpoint, newCell());
    const plan = await config.changes.plan(request(FLEET));
    expect(plan).toMatchObject({ revision: 0, unchanged: 0 });
    expect(await config.store.readHead()).toBe(0);
    const reply = await apply(config, FLEET);
    expect(reply).toMatchObject({ changed: true, revision: 1, changes: plan.changes });
    expect(reply.nodes.map(({ node }) => node)).toEqual(['lb1', 'lb2']);
    const [event] = await config.store.readEvents({ from: 1, to: 1 });
    expect([event?.eventId, event?.origin.actor]).toEqual([reply.eventId, 'alice']);
  });

  test('that changes nothing writes nothing', async () => {
    const cell = newCell();
    const config = await withFleet(cell);
    const before = await writtenKeys(etcd.endpoint, cell);
    const reply = await apply(config, FLEET);
    expect(reply).toMatchObject({ changed: false, revision: 1, unchanged: FLEET.length });
    expect((await writtenKeys(etcd.endpoint, cell)).revision).toBe(before.revision);
  });

  test('with the same key again is the same event, also after others changed the same', async () => {
    const config = await withFleet();
    const key = randomUUID();
    const first = await config.changes.apply(request([webWithWeight(7)]), key);
    await config.view.reached(first.revision);
    await apply(config, [webWithWeight(8)]);
    const again = await config.changes.apply(request([webWithWeight(7)]), key);
    expect(again).toMatchObject({ changed: true, revision: first.revision });
    expect([again.eventId, again.changes]).toEqual([first.eventId, first.changes]);
    expect(weightOf(config)).toBe(8);
  });

  test('with errors stores nothing and lists every problem', async () => {
    const config = await withFleet();
    const wrong = [
      service('a', { vips: ['10.97.0.11'] }),
      service('b', { localAddressPool: 'nope', ports: [81] }),
    ];
    const refused = config.changes.apply(request(wrong), randomUUID());
    await expect(refused).rejects.toThrow(InvalidInput);
    const error = (await refused.catch((fault: unknown) => fault)) as InvalidInput;
    expect(error.problems.map(({ code }) => code)).toEqual(['E_ADDRESS_TAKEN', 'E_REFERENCE']);
    expect(await config.store.readHead()).toBe(1);
  });

  test('that is wanted on another revision is refused', async () => {
    const config = await withFleet();
    const stale = request([webWithWeight(3)], { ifRevision: 7 });
    await expect(config.changes.apply(stale, randomUUID())).rejects.toMatchObject({
      code: 'E_REVISION',
    });
    await expect(config.changes.plan(stale)).rejects.toMatchObject({ code: 'E_REVISION' });
    const right = request([webWithWeight(3)], { ifRevision: 1 });
    expect(await config.changes.apply(right, randomUUID())).toMatchObject({ changed: true });
  });

  test('of thousands of services is one event, and others are answered meanwhile', async () => {
    const config = await withFleet();
    const many = Array.from({ length: 2_000 }, (_, i) => service(`s${i}`, { ports: [1_000 + i] }));
    let isApplied = false;
    const applying = apply(config, many).finally(() => {
      isApplied = true;
    });
    let turns = 0;
    while (!isApplied) {
      await turn();
      turns += 1;
    }
    const reply = await applying;
    expect(reply).toMatchObject({ changed: true, revision: 2 });
    expect(reply.changes).toHaveLength(2_000);
    expect(turns).toBeGreaterThan(10);
  });
});

describe('one controller', () => {
  test('knows its own change when the same writer makes the next one at once', async () => {
    const config = await withFleet();
    for (let weight = 2; weight < 12; weight += 1) {
      const reply = await config.changes.apply(request([webWithWeight(weight)]), randomUUID());
      expect(reply).toMatchObject({ changed: true, revision: weight });
    }
  });

  test('tells everyone who waits that the store is away, in about the time of one', async () => {
    const config = await withFleet();
    await etcd.kill();
    const startedAtMs = performance.now();
    const waiting = Array.from({ length: 20 }, (_, i) =>
      config.changes.apply(request([webWithWeight(50 + i)]), randomUUID()),
    );
    const results = await Promise.allSettled(waiting);
    const codes = results.map((result) => result.status === 'rejected' && result.reason.code);
    expect(new Set(codes)).toEqual(new Set(['E_STORE_AWAY']));
    expect(performance.now() - startedAtMs).toBeLessThan(4 * CALL_DEADLINE_MS);
    await etcd.restart();
    const reply = await config.changes.apply(request([webWithWeight(99)]), randomUUID());
    expect(reply).toMatchObject({ changed: true, revision: 2 });
  });
});

describe('two controllers', () => {
  test('that change the same resource at once: one is told, by name', async () => {
    const cell = newCell();
    const [one, two] = [await withFleet(cell), await configAt(etcd.endpoint, cell)];
    const results = await Promise.allSettled([
      one.changes.apply(request([webWithWeight(5)]), randomUUID()),
      two.changes.apply(request([webWithWeight(6)]), randomUUID()),
    ]);
    const told = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(await one.store.readHead()).toBe(3 - told.length);
    for (const reason of told) {
      expect(reason).toMatchObject({ code: 'E_CONFLICT' });
      expect(reason.message).toContain('VirtualService/web');
    }
    const won = results.findIndex(({ status }) => status === 'fulfilled');
    await one.view.reached(await one.store.readHead());
    if (told.length === 1) expect(weightOf(one)).toBe([5, 6][won]);
  });

  test('that each change something else at once: both go through', async () => {
    const cell = newCell();
    const [one, two] = [await withFleet(cell), await configAt(etcd.endpoint, cell)];
    const [a, b] = await Promise.all([
      apply(one, [webWithWeight(5)]),
      apply(two, [edited(CLUSTER, { connectionSync: undefined })]),
    ]);
    expect([a.revision, b.revision].sort()).toEqual([2, 3]);
  });

  test('that take the same listener at once: the second is checked on top of the first', async () => {
    const cell = newCell();
    const [one, two] = [await withFleet(cell), await configAt(etcd.endpoint, cell)];
    const results = await Promise.allSettled([
      one.changes.apply(request([service('a', { ports: [9_000] })]), randomUUID()),
      two.changes.apply(request([service('b', { ports: [9_000] })]), randomUUID()),
    ]);
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'E_INVALID' } }]);
    expect(await one.store.readHead()).toBe(2);
  });

  test('with fifty writers at once lose no change and double none', async () => {
    const cell = newCell();
    const [one, two] = [await withFleet(cell), await configAt(etcd.endpoint, cell)];
    const writers = Array.from({ length: 50 }, (_, i) => {
      const { changes } = i % 2 === 0 ? one : two;
      return changes.apply(request([service(`w${i}`, { ports: [2_000 + i] })]), `writer-${i}-key`);
    });
    const replies = await Promise.all(writers);
    expect(replies.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 2),
    );
    const { resources, revision } = await two.view.reached(51);
    expect(revision).toBe(51);
    for (let i = 0; i < 50; i += 1) expect(resources.has(`VirtualService/w${i}`)).toBe(true);
    expect(await one.store.verifyChain()).toEqual({ ok: true, events: 51 });
  });
});

describe('a removal', () => {
  test('is refused while others refer to it, and says by whom', async () => {
    const config = await withFleet();
    const removed = config.changes.remove('LocalAddressPool/lips', alice, randomUUID());
    const error = (await removed.catch((fault: unknown) => fault)) as InvalidInput;
    expect(error.problems.map(({ resource, hint }) => [resource, hint])).toEqual([
      ['VirtualService/web', 'change or delete VirtualService/web first'],
      ['VirtualService/web6', 'change or delete VirtualService/web6 first'],
    ]);
  });

  test('takes a service, once, and says which directors lose it', async () => {
    const config = await withFleet();
    const key = randomUUID();
    const reply = await config.changes.remove('VirtualService/web', alice, key);
    expect(reply).toMatchObject({
      revision: 2,
      changes: [{ key: 'VirtualService/web', action: 'delete' }],
      nodes: [{ node: 'lb1', services: ['web'] }, { node: 'lb2' }],
    });
    await config.view.reached(2);
    expect(await config.changes.remove('VirtualService/web', alice, key)).toMatchObject({
      revision: 2,
    });
    const gone = config.changes.remove('VirtualService/web', alice, randomUUID());
    await expect(gone).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });

  test('of a service that RealServers join names them', async () => {
    const config = await withFleet();
    const joining = { virtualService: 'web', address: '10.98.0.29' };
    await apply(config, [document('RealServer', 'extra', joining)]);
    const refused = config.changes.remove('VirtualService/web', alice, randomUUID());
    await expect(refused).rejects.toMatchObject({
      problems: [{ resource: 'RealServer/extra', code: 'E_REFERENCE' }],
    });
  });
});
