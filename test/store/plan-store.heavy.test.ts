/** Compiled plans on a real etcd: by digest, shard by shard, published in few round trips. */
import { Etcd3 } from 'etcd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../schemas/codec/digest.ts';
import { storeKeys } from '../../schemas/keys.ts';
import type { Generation, NodeRef, TreeEntry } from '../../schemas/plan/node-ref.ts';
import type { Store } from '../../store/contract.ts';
import { withEtcd } from '../kit/servers.ts';
import { atEnd, newCell, nodeObject, nodeRef, serviceObject, storeAt } from './fixtures.ts';

const etcd = withEtcd();

function rawClient(): Etcd3 {
  const client = new Etcd3({ hosts: etcd.endpoint });
  atEnd(() => client.close());
  return client;
}

/** Requests to the key-value service that etcd has answered since it started. */
async function requestsHandled(): Promise<number> {
  const text = await (await fetch(`${etcd.endpoint}/metrics`)).text();
  const lines = text.split('\n').filter((line) => {
    return line.startsWith('grpc_server_handled_total') && line.includes('etcdserverpb.KV');
  });
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

const digest = (text: string) => digestOf(Buffer.from(text));
const entries = (count: number): TreeEntry[] =>
  Array.from({ length: count }, (_, i) => ({ name: `service/s${i}`, digest: digest(`v${i}`) }));
const byName = (a: TreeEntry, b: TreeEntry) => (a.name < b.name ? -1 : 1);

describe('objects', () => {
  test('are read back as they were stored, and stored once', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const objects = [serviceObject('a'), serviceObject('b'), serviceObject('a')];
    const digests = await store.putServiceObjects(objects);
    expect(digests[0]).toBe(digests[2]);
    expect(await store.putServiceObjects(objects)).toEqual(digests);
    const found = await store.readServiceObjects(digests);
    expect([...found.values()]).toEqual(objects.slice(0, 2));
    const [node = ''] = await store.putNodeObjects([nodeObject('lb1')]);
    expect(await store.readNodeObject(node)).toEqual(nodeObject('lb1'));
    const { kvs } = await rawClient().getAll().prefix(storeKeys(cell).object('')).exec();
    expect(kvs.map(({ version }) => version)).toEqual(['1', '1', '1']);
  });

  test('1,000 are stored and read in batches', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    const objects = Array.from({ length: 1_000 }, (_, i) => serviceObject(`s${i}`, i));
    const digests = await store.putServiceObjects(objects);
    const found = await store.readServiceObjects(digests);
    expect(digests.map((of) => found.get(of))).toEqual(objects);
    // All there: nothing is sent but the questions, what is there and what may be swept.
    const before = await requestsHandled();
    await store.putServiceObjects(objects);
    expect((await requestsHandled()) - before).toBe(1 + Math.ceil(1_000 / 120));
  });

  test('that are not there, or not what their name says, are refused', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const [of = ''] = await store.putServiceObjects([serviceObject('a')]);
    await rawClient().put(storeKeys(cell).object(of)).value('something else');
    await expect(store.readServiceObjects([of])).rejects.toMatchObject({ code: 'E_STORE_CORRUPT' });
    const absent = store.readServiceObjects([digest('never')]);
    await expect(absent).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    const large = {
      ...serviceObject('large'),
      listeners: [] as { address: string; port: number }[],
    };
    for (let i = 0; i < 4_000; i++) large.listeners.push({ address: '10.0.0.1', port: i });
    await expect(store.putServiceObjects([large])).rejects.toMatchObject({ code: 'E_TOO_LARGE' });
  });
});

describe('trees', () => {
  test('are the same for the same entries, and empty ones exist', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    const all = entries(500);
    const root = await store.putTree(all);
    expect(await store.putTree([...all].reverse())).toBe(root);
    expect(await store.readTree(root)).toEqual([...all].sort(byName));
    expect(await store.readTree(await store.putTree([]))).toEqual([]);
  });

  test('changed equal the tree of the whole; differences lead from one to the other', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const name = fc.integer({ min: 0, max: 60 }).map((i) => `service/s${i}`);
    const value = fc.integer({ min: 0, max: 3 }).map((i) => digest(`v${i}`));
    const tree = fc.dictionary(name, value, { maxKeys: 40 });
    const change = fc.array(fc.tuple(name, fc.option(value, { nil: undefined })), {
      maxLength: 20,
    });
    const toEntries = (map: ReadonlyMap<string, string>) =>
      [...map].map(([of, is]) => ({ name: of, digest: is })).sort(byName);
    const law = fc.asyncProperty(tree, change, async (base, changes) => {
      const before = new Map(Object.entries(base));
      const after = new Map(before);
      for (const [of, is] of changes) {
        if (is === undefined) after.delete(of);
        else after.set(of, is);
      }
      const from = await store.putTree(toEntries(before));
      const to = await store.updateTree(from, new Map(changes));
      expect(to).toBe(await store.putTree(toEntries(after)));
      // A store that has nothing in its cache reads the same.
      const fresh = await storeAt(etcd.endpoint, cell);
      const { changed, removed } = await fresh.diffTrees(from, to);
      const led = new Map(before);
      for (const of of removed) expect(led.delete(of)).toBe(true);
      for (const { name: of, digest: is } of changed) {
        expect(led.get(of)).not.toBe(is);
        led.set(of, is);
      }
      expect(toEntries(led)).toEqual(toEntries(after));
      expect(await fresh.readTree(to)).toEqual(toEntries(after));
      expect(await fresh.diffTrees(to, to)).toEqual({ changed: [], removed: [] });
      expect((await fresh.diffTrees(undefined, to)).changed).toEqual(toEntries(after));
    });
    await fc.assert(law, { numRuns: 40 });
  });

  test('of 10,000 names are changed and compared by reading only what differs', async () => {
    const cell = newCell();
    const writer = await storeAt(etcd.endpoint, cell);
    const from = await writer.putTree(entries(10_000));
    const reader = await storeAt(etcd.endpoint, cell);
    let before = await requestsHandled();
    const to = await reader.updateTree(from, new Map([['service/s77', digest('new')]]));
    // Root, shard, what may be swept, and one transaction that writes both.
    expect((await requestsHandled()) - before).toBe(4);
    const agent = await storeAt(etcd.endpoint, cell);
    before = await requestsHandled();
    expect(await agent.diffTrees(from, to)).toEqual({
      changed: [{ name: 'service/s77', digest: digest('new') }],
      removed: [],
    });
    expect((await requestsHandled()) - before).toBeLessThanOrEqual(3);
  });
});

describe('generations', () => {
  const generation = (number: number, root = 'r'): Generation => ({
    cluster: 'edge',
    generation: number,
    root,
    revision: number,
    parent: number - 1,
  });

  test('are recorded only on top of their parent', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    expect(await store.newestGeneration('edge')).toBeUndefined();
    await expect(store.putGeneration(generation(2))).rejects.toMatchObject({ code: 'E_CONFLICT' });
    await store.putGeneration(generation(1));
    await store.putGeneration(generation(2));
    // The same again is the answer that got lost; another one of that number is not.
    await store.putGeneration(generation(2));
    const other = store.putGeneration(generation(2, 'other'));
    await expect(other).rejects.toMatchObject({
      code: 'E_CONFLICT',
      message: 'generation 2 of edge builds on 1, but its newest is 2',
    });
    expect(await store.newestGeneration('edge')).toEqual(generation(2));
    expect(await store.newestGeneration('edg')).toBeUndefined();
  });

  test('numbered by ten controllers at once have one winner each', async () => {
    const cell = newCell();
    const stores = await Promise.all([0, 1].map(() => storeAt(etcd.endpoint, cell)));
    for (let number = 1; number <= 5; number++) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, (_, i) =>
          (stores[i % 2] as Store).putGeneration(generation(number, `root of ${i}`)),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });
});

describe('a publication', () => {
  const moved = (node: string, current: NodeRef | undefined, { generation, root }: Generation) => ({
    ...(current ?? nodeRef(node)),
    plan: { cluster: 'edge', generation, digest: root },
  });
  const publication = (parent: number, baseRoot: string | undefined, weight: number) => {
    const object = serviceObject('s5', weight);
    return {
      cluster: 'edge',
      revision: parent + 1,
      parent,
      baseRoot,
      treeChanges: new Map([['service/s5', digest(`s5 ${weight}`)]]),
      services: [object],
      nodeObjects: [],
      nodes: ['lb1', 'lb2', 'lb3'],
      nextRef: moved,
    };
  };

  test('of one changed weight costs two round trips', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    const first = await store.commitGeneration({
      ...publication(0, undefined, 1),
      treeChanges: new Map(entries(2_000).map((entry) => [entry.name, entry.digest])),
    });
    const second = await store.commitGeneration(publication(1, first.root, 2));
    const before = await requestsHandled();
    const third = await store.commitGeneration(publication(2, second.root, 3));
    const requests = (await requestsHandled()) - before;
    expect(await store.newestGeneration('edge')).toEqual(third);
    const refs = await store.readRefs();
    expect(refs.map(({ plan }) => plan)).toEqual(
      Array.from({ length: 3 }, () => ({ cluster: 'edge', generation: 3, digest: third.root })),
    );
    const changed = await store.diffTrees(second.root, third.root);
    expect(changed.changed).toEqual([{ name: 'service/s5', digest: digest('s5 3') }]);
    // The shard is known from before: the refs are read, then all is written at once.
    expect(requests).toBe(2);
  });

  test('larger than a transaction arrives whole: objects first, then generation, then refs', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const services = Array.from({ length: 600 }, (_, i) => serviceObject(`s${i}`, i));
    const digests = await store.putServiceObjects(services);
    const nodes = Array.from({ length: 250 }, (_, i) => `lb${String(i).padStart(3, '0')}`);
    const made = await store.commitGeneration({
      ...publication(0, undefined, 1),
      treeChanges: new Map(digests.map((of, i) => [`service/s${i}`, of])),
      services,
      nodeObjects: nodes.map(nodeObject),
      nodes,
    });
    const refs = await store.readRefs();
    expect(refs.map(({ node }) => node)).toEqual(nodes);
    expect(new Set(refs.map(({ plan }) => plan.digest))).toEqual(new Set([made.root]));
    const fresh = await storeAt(etcd.endpoint, cell);
    const tree = await fresh.readTree(made.root);
    const found = await fresh.readServiceObjects(tree.map((entry) => entry.digest));
    expect(found.size).toBe(600);
  });

  test('repeated is the same one; on an old parent it is refused', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    const first = await store.commitGeneration(publication(0, undefined, 1));
    expect(await store.commitGeneration(publication(0, undefined, 1))).toEqual(first);
    await store.commitGeneration(publication(1, first.root, 2));
    const late = store.commitGeneration(publication(0, undefined, 7));
    await expect(late).rejects.toMatchObject({ code: 'E_CONFLICT' });
    expect((await store.readRef('lb1'))?.plan.generation).toBe(2);
  });

  test('keeps what others write to the refs at the same time', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const other = await storeAt(etcd.endpoint, cell);
    let made = await store.commitGeneration(publication(0, undefined, 1));
    let isWriting = true;
    let tokens = 0;
    const writer = (async () => {
      while (isWriting) {
        await other.updateRef('lb2', (ref) => ref && { ...ref, token: ref.token + 1 });
        tokens++;
      }
    })();
    try {
      for (let i = 1; i <= 20; i++) {
        made = await store.commitGeneration(publication(i, made.root, i + 1));
      }
    } finally {
      isWriting = false;
      await writer;
    }
    expect(await store.readRef('lb2')).toMatchObject({
      token: tokens,
      plan: { generation: 21, digest: made.root },
    });
  });

  test('of a controller that is no longer elected is refused', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    const abort = new AbortController();
    const elected = Promise.withResolvers<number>();
    const campaign = store.campaign({
      role: 'controller',
      candidate: 'one',
      signal: abort.signal,
      onElected: elected.resolve,
      onLost: () => undefined,
    });
    const fence = { role: 'controller', token: await elected.promise };
    const first = await store.commitGeneration({ ...publication(0, undefined, 1), fence });
    abort.abort();
    await campaign;
    const late = store.commitGeneration({ ...publication(1, first.root, 2), fence });
    await expect(late).rejects.toMatchObject({ code: 'E_FENCED' });
    expect((await store.newestGeneration('edge'))?.generation).toBe(1);
  });
});
