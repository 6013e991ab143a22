/** The publisher on a real etcd: what it writes, and what it leaves alone. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { runPublisher } from '../../controller/publisher.ts';
import { seqText } from '../../schemas/keys.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import {
  CLUSTER,
  edited,
  FLEET,
  fleetWith,
  LIPS,
  node,
  service,
  WEB,
  WEB6,
} from '../schemas/fleet.ts';
import { alice, atEnd, newCell } from '../store/fixtures.ts';
import { apply, type Config, configAt, silent, webWithWeight, writtenKeys } from './fixtures.ts';

const etcd = withEtcd();

/** A controller with the publisher's role; `stop` resolves when it has let go. */
async function publisherAt(cell: string) {
  const config = await configAt(etcd.endpoint, cell);
  const stopping = new AbortController();
  const role = 'publisher';
  let publishing: Promise<void> | undefined;
  let rounds = 0;
  const onPublished = () => {
    rounds += 1;
  };
  let term: AbortController | undefined;
  const campaign = config.store.campaign({
    role,
    candidate: randomUUID(),
    signal: stopping.signal,
    onElected: (token) => {
      term = new AbortController();
      const fence = { role, token };
      const options = { ...config, log: silent, nowMs: Date.now, fence, onPublished };
      publishing = runPublisher(options, term.signal);
    },
    onLost: () => term?.abort(),
  });
  const stop = async () => {
    stopping.abort();
    await campaign;
    await publishing;
  };
  atEnd(stop);
  return { ...config, stop, rounds: () => rounds };
}

const generationIs = (config: Config, generation: number) =>
  until(`generation ${generation}`, async () => {
    const newest = await config.store.newestGeneration('edge');
    return newest?.generation === generation ? newest : undefined;
  });
const refsAt = (config: Config, generation: number, directors = 2) =>
  until(`all refs at ${generation}`, async () => {
    const refs = await config.store.readRefs();
    const isThere =
      refs.length === directors && refs.every(({ plan }) => plan.generation === generation);
    return isThere ? refs : undefined;
  });

/** What the director would read: service name -> first real server's weight. */
async function weightsOf({ store }: Config, ref: NodeRef): Promise<Map<string, number>> {
  const entries = await store.readTree(ref.plan.digest);
  const services = entries.filter(({ name }) => name.startsWith('service/'));
  const objects = await store.readServiceObjects(services.map(({ digest }) => digest));
  return new Map(
    [...objects.values()].map((object) => [object.name, object.realServers[0]?.weight ?? -1]),
  );
}

describe('the publisher', () => {
  test('publishes the first generation and tells every director of it', async () => {
    const config = await publisherAt(newCell());
    await apply(config, FLEET);
    const newest = await generationIs(config, 1);
    expect(newest).toMatchObject({ cluster: 'edge', parent: 0, revision: 1 });
    const refs = await refsAt(config, 1);
    expect(refs.map(({ node: name, adminState }) => [name, adminState])).toEqual([
      ['lb1', 'active'],
      ['lb2', 'active'],
    ]);
    for (const ref of refs) {
      expect(ref.plan).toEqual({ cluster: 'edge', generation: 1, digest: newest.root });
      const object = await config.store.readNodeObject(ref.nodeObject);
      expect(object.node).toBe(ref.node);
      expect([...(await weightsOf(config, ref)).keys()].sort()).toEqual(['web', 'web6']);
    }
  });

  test('writes of one changed weight one object, one shard, one root, one generation and the refs', async () => {
    const cell = newCell();
    const config = await publisherAt(cell);
    await apply(config, FLEET);
    await refsAt(config, 1);
    const before = await writtenKeys(etcd.endpoint, cell);
    await apply(config, [webWithWeight(7)]);
    await refsAt(config, 2);
    const after = await writtenKeys(etcd.endpoint, cell);
    expect(after.revision - before.revision).toBe(2);
    const written = [...after.keys].filter(([, revision]) => revision > before.revision);
    const published = written.filter(([, revision]) => revision === after.revision);
    const rooms = published.map(([key]) => key.replace(/[0-9a-f]{64}$/, '*')).sort();
    expect(rooms).toEqual([
      `gen/edge/${seqText(2)}`,
      'obj/*',
      'ref/node/lb1',
      'ref/node/lb2',
      'tree/*',
      'tree/*',
    ]);
  });

  test('writes nothing for what no director sees', async () => {
    const cell = newCell();
    const config = await publisherAt(cell);
    await apply(config, FLEET);
    await refsAt(config, 1);
    const before = await config.store.newestGeneration('edge');
    const metadata = { name: WEB.name, labels: { team: 'web' } };
    const text = JSON.stringify({
      apiVersion: 'sluice/v1',
      ...{ kind: WEB.kind, metadata },
      spec: WEB.spec,
    });
    const labelled = { files: [{ name: 'labels', text }], origin: alice };
    const reply = await config.changes.apply(labelled, randomUUID());
    expect(reply).toMatchObject({ changed: true, nodes: [] });
    // The next change that is seen comes right after, so nothing was published in between.
    await apply(config, [webWithWeight(3)]);
    const newest = await generationIs(config, (before?.generation ?? 0) + 1);
    expect(newest.revision).toBe(reply.revision + 1);
  });

  test('tells the directors nothing while their dataplane has no driver, and all of it after', async () => {
    const config = await publisherAt(newCell());
    await apply(config, FLEET);
    await refsAt(config, 1);
    await apply(config, [edited(CLUSTER, { dataplane: 'dpvs' })]);
    await refsAt(config, 1, 0);
    expect(await config.store.newestGeneration('edge')).toMatchObject({ generation: 1 });
    await apply(config, [CLUSTER]);
    await refsAt(config, 1);
  });

  test('goes on from what is stored when it starts again, and publishes what it missed', async () => {
    const cell = newCell();
    const first = await publisherAt(cell);
    await apply(first, [...FLEET, service('old', { ports: [81] })]);
    await refsAt(first, 1);
    await first.stop();
    await first.changes.remove('VirtualService/old', alice, randomUUID());
    const second = await publisherAt(cell);
    const refs = await refsAt(second, 2);
    const [ref] = refs;
    if (ref === undefined) throw new Error('no ref');
    expect([...(await weightsOf(second, ref)).keys()].sort()).toEqual(['web', 'web6']);
    await second.stop();
    const before = await writtenKeys(etcd.endpoint, cell);
    const third = await publisherAt(cell);
    await apply(third, [webWithWeight(5)]);
    await refsAt(third, 3);
    const { keys } = await writtenKeys(etcd.endpoint, cell);
    const objects = [...keys].filter(
      ([key, revision]) => key.startsWith('obj/') && revision > before.revision,
    );
    expect(objects).toHaveLength(1);
  });

  test('finishes what one before it left half-way: a director that was not told yet', async () => {
    const cell = newCell();
    const first = await publisherAt(cell);
    await apply(first, FLEET);
    const [lb1] = await refsAt(first, 1);
    await apply(first, [webWithWeight(4)]);
    await refsAt(first, 2);
    await first.stop();
    if (lb1 === undefined) throw new Error('no ref');
    await first.store.updateRef('lb1', () => lb1);
    await first.store.deleteRef('lb2');
    const second = await publisherAt(cell);
    const refs = await refsAt(second, 2);
    expect(refs.map((ref) => ref.node)).toEqual(['lb1', 'lb2']);
  });

  test('leaves a director alone that was put back, until there is something newer', async () => {
    const cell = newCell();
    const first = await publisherAt(cell);
    await apply(first, FLEET);
    const [lb1] = await refsAt(first, 1);
    if (lb1 === undefined) throw new Error('no ref');
    await apply(first, [webWithWeight(6)]);
    await refsAt(first, 2);
    await first.stop();
    const putBack: NodeRef = { ...lb1, revert: true, adminState: 'drained', token: 9 };
    await first.store.updateRef('lb1', () => putBack);
    await first.store.updateRef('lb2', (ref) => ref && { ...ref, adminState: 'drained', token: 8 });
    const second = await publisherAt(cell);
    await until('it has looked', () => second.rounds() > 0);
    expect(await second.store.readRef('lb1')).toEqual(putBack);
    await apply(second, [webWithWeight(8)]);
    const refs = await refsAt(second, 3);
    expect(refs).toMatchObject([
      { node: 'lb1', adminState: 'drained', token: 9, revert: false },
      { node: 'lb2', adminState: 'drained', token: 8, revert: false },
    ]);
  });

  test('drops the ref of a director that is declared no more', async () => {
    const config = await publisherAt(newCell());
    const lb3 = node('lb3', 13, 80);
    const bare = fleetWith(
      // Connections are synced between two.
      [lb3, edited(CLUSTER, { connectionSync: undefined })],
      [LIPS, WEB, WEB6].map(({ kind, name }) => `${kind}/${name}`),
    );
    await apply(config, bare);
    expect(await refsAt(config, 1, 3)).toHaveLength(3);
    await config.changes.remove('Node/lb3', alice, randomUUID());
    const names = await until('lb3 is gone', async () => {
      const refs = await config.store.readRefs();
      return refs.length === 2 ? refs.map((ref) => ref.node) : undefined;
    });
    expect(names).toEqual(['lb1', 'lb2']);
  });
});

describe('two publishers', () => {
  test('have one numbering, and no change is lost when one takes over from the other', async () => {
    const cell = newCell();
    const [one, two] = [await publisherAt(cell), await publisherAt(cell)];
    await apply(one, FLEET);
    await refsAt(one, 1);
    await two.view.reached(1);
    for (let weight = 2; weight < 6; weight += 1) await apply(two, [webWithWeight(weight)]);
    await one.stop();
    await apply(two, [webWithWeight(9)]);
    await published(two, 'web', 9);
    const newest = await two.store.newestGeneration('edge');
    await expectDense(cell, newest?.generation ?? 0);
  });

  test('at once, because one does not know yet that it lost: the loser changes nothing', async () => {
    const cell = newCell();
    const config = await publisherAt(cell);
    await apply(config, FLEET);
    await refsAt(config, 1);
    const stale = await configAt(etcd.endpoint, cell);
    const ending = new AbortController();
    const fence = { role: 'publisher', token: 1 };
    const options = { ...stale, log: silent, nowMs: Date.now, fence, onPublished: () => undefined };
    const running = runPublisher(options, ending.signal);
    await apply(config, [webWithWeight(4)]);
    await published(config, 'web', 4);
    ending.abort();
    await running;
    await expectDense(cell, 2);
  });
});

test('etcd killed in the middle of publishing costs time and nothing else', async () => {
  const cell = newCell();
  const config = await publisherAt(cell);
  await apply(config, FLEET);
  await refsAt(config, 1);
  for (let round = 0; round < 3; round += 1) {
    const weight = 20 + round;
    await config.changes.apply(
      { files: [{ name: 'w', text: weightText(weight) }], origin: alice },
      randomUUID(),
    );
    await etcd.restart();
    await published(config, 'web', weight);
  }
  const newest = await config.store.newestGeneration('edge');
  expect(newest?.revision).toBe(4);
  await expectDense(cell, newest?.generation ?? 0);
}, 120_000);

const weightText = (weight: number) => {
  const { kind, name, spec } = webWithWeight(weight);
  return JSON.stringify({ apiVersion: 'sluice/v1', kind, metadata: { name }, spec });
};

/** Every director's ref leads to a tree in which the service has this weight. */
const published = (config: Config, name: string, weight: number) =>
  until(
    `${name} has weight ${weight} everywhere`,
    async () => {
      const refs = await config.store.readRefs();
      const weights = await Promise.all(
        refs.map(async (ref) => (await weightsOf(config, ref)).get(name)),
      );
      return refs.length === 2 && weights.every((one) => one === weight);
    },
    { timeoutMs: 40_000 },
  );

/** Generations of the cluster without a gap or a second of one number. */
async function expectDense(cell: string, newest: number): Promise<void> {
  const { keys } = await writtenKeys(etcd.endpoint, cell);
  const found = [...keys.keys()].filter((key) => key.startsWith('gen/edge/')).sort();
  const expected = Array.from({ length: newest }, (_, i) => `gen/edge/${seqText(i + 1)}`);
  expect(found).toEqual(expected);
}
