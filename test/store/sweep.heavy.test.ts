/** The sweep on a real etcd: what is reachable stays, whatever a publisher does meanwhile. */
import { Etcd3 } from 'etcd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../schemas/codec/digest.ts';
import { nodeObjectCodec, serviceObjectCodec } from '../../schemas/codec/plan-codec.ts';
import { storeKeys } from '../../schemas/keys.ts';
import type { Generation, NodeRef } from '../../schemas/plan/node-ref.ts';
import type { Store } from '../../store/contract.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { atEnd, EAGER, newCell, nodeObject, nodeRef, serviceObject, storeAt } from './fixtures.ts';

const etcd = withEtcd();

/** Publishes on top of `parent`: weights of services, undefined removes one. */
async function publish(
  store: Store,
  parent: Generation | undefined,
  weights: ReadonlyMap<string, number | undefined>,
  node: string,
  moves = true,
): Promise<Generation> {
  const services = [...weights].flatMap(([name, weight]) =>
    weight === undefined ? [] : [serviceObject(name, weight)],
  );
  const digests = services.map((object) => digestOf(serviceObjectCodec.encode(object)));
  const of = digestOf(nodeObjectCodec.encode(nodeObject(node)));
  const changes = new Map<string, string | undefined>([[`node/${node}`, of]]);
  for (const name of weights.keys()) changes.set(`service/${name}`, undefined);
  services.forEach(({ name }, i) => {
    changes.set(`service/${name}`, digests[i]);
  });
  return store.commitGeneration({
    cluster: 'edge',
    revision: 1,
    parent: parent?.generation ?? 0,
    baseRoot: parent?.root,
    treeChanges: changes,
    services,
    nodeObjects: [nodeObject(node)],
    nodes: [node],
    nextRef: (name, current, { generation, root }) =>
      moves || current === undefined
        ? {
            ...nodeRef(name, generation),
            plan: { cluster: 'edge', generation, digest: root },
            nodeObject: of,
          }
        : undefined,
  });
}

/** Reads all that a ref reaches, as an agent does. @throws when something is not there */
async function readPlan(store: Store, ref: NodeRef): Promise<number> {
  const entries = await store.readTree(ref.plan.digest);
  const services = entries.filter(({ name }) => name.startsWith('service/'));
  await store.readNodeObject(ref.nodeObject);
  return (await store.readServiceObjects(services.map(({ digest }) => digest))).size;
}

async function sweep(store: Store) {
  await store.noteRevision(EAGER);
  return store.sweep(EAGER);
}

const count = async (prefix: string) => {
  const client = new Etcd3({ hosts: etcd.endpoint });
  atEnd(() => client.close());
  return client.getAll().prefix(prefix).count();
};

describe('a sweep', () => {
  test('takes old generations and what only they reach, and is content the second time', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    let generation: Generation | undefined;
    for (let weight = 1; weight <= 10; weight++) {
      generation = await publish(
        store,
        generation,
        new Map([
          ['a', weight],
          ['b', 1],
        ]),
        'lb1',
      );
    }
    // The newest writing lies above the horizon.
    await store.acquire({ domain: 'd', owner: 'o', reason: 'r' });
    const report = await sweep(store);
    expect(report).toMatchObject({ generations: 8, objects: 8, trees: 16 });
    expect(await count(storeKeys(cell).allGenerations)).toBe(EAGER.keepGenerations);
    const [ref] = await store.readRefs();
    expect(await readPlan(store, ref as NodeRef)).toBe(2);
    expect(await sweep(store)).toMatchObject({ generations: 0, objects: 0, trees: 0 });
  });

  test('keeps the generation that a ref still names, however old', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    let generation = await publish(store, undefined, new Map([['a', 1]]), 'lb1');
    for (let weight = 2; weight <= 6; weight++) {
      generation = await publish(store, generation, new Map([['a', weight]]), 'lb1', false);
    }
    await store.acquire({ domain: 'd', owner: 'o', reason: 'r' });
    expect(await sweep(store)).toMatchObject({ generations: 3 });
    const ref = await store.readRef('lb1');
    expect(ref?.plan.generation).toBe(1);
    expect(await readPlan(store, ref as NodeRef)).toBe(1);
    await store.updateRef('lb1', () => ({
      ...nodeRef('lb1', generation.generation),
      plan: { cluster: 'edge', generation: generation.generation, digest: generation.root },
    }));
    const back = store.updateRef(
      'lb1',
      (now) => now && { ...now, plan: { ...now.plan, generation: 3 } },
    );
    await expect(back).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });

  test('keeps the generation that a rollout would put a director back to, until it has', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    const first = await publish(store, undefined, new Map([['a', 1]]), 'lb1');
    const lock = { domain: 'cluster/edge', owner: 'rollout', reason: 'test' };
    const held = await store.acquire(lock);
    if (!('token' in held)) throw new Error('held');
    const move = ({ generation, root }: Generation, revert = false) =>
      store.moveRef({
        node: 'lb1',
        lockDomain: lock.domain,
        token: held.token,
        change: (ref) =>
          ref && { ...ref, plan: { cluster: 'edge', generation, digest: root }, revert },
      });
    let generation = first;
    const next = async (weight: number) => {
      generation = await publish(store, generation, new Map([['a', weight]]), 'lb1', false);
      // The newest writing lies above the horizon.
      await store.acquire({ ...lock, domain: `d${weight}` });
    };
    for (const weight of [2, 3, 4]) await next(weight);
    await move(generation);
    for (const weight of [5, 6, 7]) await next(weight);
    // A newer target took the rollout over; it would still go back to where it began.
    await move(generation);
    for (const weight of [8, 9, 10]) await next(weight);
    await sweep(store);
    expect(await store.readRef('lb1')).toMatchObject({
      plan: { generation: 7 },
      previous: { generation: 1 },
    });
    const back = await move(first, true);
    expect(back).not.toHaveProperty('previous');
    expect(await readPlan(store, back as NodeRef)).toBe(1);
    await next(11);
    await sweep(store);
    const gone = { code: 'E_NOT_FOUND' };
    await expect(move({ ...first, generation: 7 })).rejects.toMatchObject(gone);
    expect(await readPlan(store, (await store.readRef('lb1')) as NodeRef)).toBe(1);
  });

  test('does nothing while everything is younger than the grace, or without the role', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    let generation: Generation | undefined;
    for (let weight = 1; weight <= 5; weight++) {
      generation = await publish(store, generation, new Map([['a', weight]]), 'lb1');
    }
    const grace = { ...EAGER, sweepGraceMs: 3_600_000 };
    await store.noteRevision(grace);
    expect(await store.sweep(grace)).toMatchObject({ generations: 0, objects: 0 });
    await store.noteRevision(EAGER);
    const fenced = store.sweep(EAGER, { role: 'keeper', token: 1 });
    await expect(fenced).rejects.toMatchObject({ code: 'E_FENCED' });
  });

  test('never takes what is reachable, whatever was published, moved back and swept', async () => {
    const change = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      weight: fc.option(fc.nat(2), { nil: undefined }),
      node: fc.constantFrom('lb1', 'lb2'),
      isSwept: fc.boolean(),
      goesBack: fc.boolean(),
    });
    const law = fc.asyncProperty(fc.array(change, { maxLength: 14 }), async (changes) => {
      const store = await storeAt(etcd.endpoint, newCell());
      const made: Generation[] = [];
      for (const { name, weight, node, isSwept, goesBack } of changes) {
        made.push(await publish(store, made.at(-1), new Map([[name, weight]]), node));
        const older = made[Math.floor(made.length / 2)];
        if (goesBack && older !== undefined) await moveBack(store, node, older);
        if (isSwept) await sweep(store);
        for (const ref of await store.readRefs()) await readPlan(store, ref);
      }
      for (const { root } of made.slice(-EAGER.keepGenerations)) await store.readTree(root);
    });
    await fc.assert(law, { numRuns: 15 });
  }, 120_000);

  test('beside publishers that go back to old weights all the time: every ref reads', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const keeper = await storeAt(etcd.endpoint, cell);
    let isPublishing = true;
    let taken = 0;
    const sweeping = (async () => {
      while (isPublishing) {
        const { objects, trees } = await sweep(keeper);
        taken += objects + trees;
      }
    })();
    try {
      let generation: Generation | undefined;
      for (let i = 0; i < 150; i++) {
        // Three weights in turn: what is published was swept, or is about to be.
        const some = [`s${i % 5}`, `s${(i + 1) % 5}`];
        const weights = new Map(some.map((name) => [name, i % 3] as const));
        generation = await publish(store, generation, weights, 'lb1');
        // Too many for one transaction now and then: objects first, the generation later.
        if (i % 25 === 0) {
          const many = Array.from({ length: 130 }, (_, n) => [`m${n}`, i % 2] as const);
          generation = await publish(store, generation, new Map(many), 'lb1');
        }
        const ref = await store.readRef('lb1');
        expect(ref?.plan.digest).toBe(generation.root);
        expect(await readPlan(store, ref as NodeRef)).toBeGreaterThan(0);
      }
    } finally {
      isPublishing = false;
      await sweeping;
    }
    expect(taken).toBeGreaterThan(100);
  }, 120_000);
});

describe('a sweep that begins while a generation is recorded', () => {
  test('takes nothing that the generation counts on, although it was there already', async () => {
    const cell = newCell();
    const proxy = await startCuttingProxy(etcd.server.port);
    atEnd(proxy.close);
    const slow = await storeAt(proxy.endpoint, cell);
    const keeper = await storeAt(etcd.endpoint, cell);
    const weights = (weight: number) =>
      new Map(Array.from({ length: 130 }, (_, n) => [`m${n}`, weight] as const));
    let generation: Generation | undefined;
    // Weight 0 is out of the kept generations then, but lies above the horizon.
    for (const weight of [0, 1, 2]) {
      generation = await publish(keeper, generation, weights(weight), 'lb1');
    }
    // The publisher has found its objects there, and is about to record its generation.
    proxy.holdAnswersFrom('ref/node/lb1');
    const publishing = publish(slow, generation, weights(0), 'lb1');
    await until('it is held', () => proxy.isHolding);
    expect((await sweep(keeper)).objects).toBe(130);
    proxy.cutAndRelease();
    await publishing;
    const ref = await keeper.readRef('lb1');
    expect(ref?.plan.generation).toBe(4);
    expect(await readPlan(keeper, ref as NodeRef)).toBe(130);
  });
});

async function moveBack(store: Store, node: string, to: Generation): Promise<void> {
  const plan = { cluster: 'edge', generation: to.generation, digest: to.root };
  try {
    await store.updateRef(node, (now) => now && { ...now, plan, revert: true });
  } catch (error) {
    // It is not kept any more, and the ref stays where it is.
    expect(error).toMatchObject({ code: 'E_NOT_FOUND' });
  }
}
