/** The event-sourced spec on a real etcd: order, atomicity, idempotence, refusals. */
import { createHash } from 'node:crypto';
import { Etcd3 } from 'etcd3';
import { describe, expect, test } from 'vitest';
import { configEventCodec } from '../../schemas/codec/event-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import { storeKeys } from '../../schemas/keys.ts';
import { OBJECT_BYTES_MAX, RESOURCES_PER_COMMIT_MAX } from '../../schemas/limits.ts';
import { EMPTY_SPEC, foldSpec, type Spec } from '../../schemas/spec.ts';
import type { Store } from '../../store/contract.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { alice, atEnd, newCell, remove, setWeight, storeAt } from './fixtures.ts';

const etcd = withEtcd();

/** Reads, changes one weight and commits; starts over when somebody was faster. */
async function commitWeight(store: Store, name: string, weight: number, key = `${name}-${weight}`) {
  for (;;) {
    const spec = await store.readSpec();
    try {
      return await store.commit({
        expectRevision: spec.revision,
        changes: [setWeight(spec, name, weight)],
        origin: alice,
        idempotencyKey: key,
      });
    } catch (error) {
      if (!(error instanceof FleetError) || error.code !== 'E_CONFLICT') throw error;
    }
  }
}

function foldAll(events: readonly ConfigEvent[]): Spec {
  return events.reduce((spec, { seq, body }) => {
    if (body.type !== 'ConfigChanged') throw new Error(`not in this log: ${body.type}`);
    return foldSpec(spec, seq, body.changes);
  }, EMPTY_SPEC);
}

const asText = (spec: Spec) =>
  JSON.stringify([spec.revision, [...spec.resources].sort(([a], [b]) => (a < b ? -1 : 1))]);

async function expectLogAndSpecAgree(store: Store): Promise<ConfigEvent[]> {
  const events = await store.readEvents({ from: 1, to: await store.readHead() });
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
  expect(asText(await store.readSpec())).toBe(asText(foldAll(events)));
  expect(await store.verifyChain()).toEqual({ ok: true, events: events.length });
  return events;
}

describe('a commit', () => {
  test('appends one event, moves the head and changes the spec', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    expect(await store.readSpec()).toEqual(EMPTY_SPEC);
    const first = await commitWeight(store, 'a', 1);
    const second = await commitWeight(store, 'a', 2);
    expect(first).toMatchObject({ seq: 1, previousHash: '', origin: alice });
    const bytes = configEventCodec.encode(first);
    expect(second.previousHash).toBe(createHash('sha256').update(bytes).digest('hex'));
    const { revision, resources } = await store.readSpec();
    expect(revision).toBe(2);
    expect(resources.get('RealServer/a')).toMatchObject({
      generation: 2,
      revision: 2,
      createdRevision: 1,
      resource: { spec: { weight: 2 } },
    });
    expect(await expectLogAndSpecAgree(store)).toEqual([first, second]);
  });

  test('of a deletion takes the resource out of the spec; made again it is new', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    await commitWeight(store, 'a', 1);
    const spec = await store.readSpec();
    await store.commit({
      expectRevision: 1,
      changes: [remove(spec, 'a')],
      origin: alice,
      idempotencyKey: 'remove',
    });
    expect((await store.readSpec()).resources.size).toBe(0);
    await commitWeight(store, 'a', 3);
    const again = (await store.readSpec()).resources.get('RealServer/a');
    expect(again?.createdRevision).toBe(3);
    await expectLogAndSpecAgree(store);
  });

  test('on an old revision is refused, naming who moved the head and what they changed', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    await commitWeight(store, 'a', 1);
    const late = store.commit({
      expectRevision: 0,
      changes: [setWeight(EMPTY_SPEC, 'b', 1)],
      origin: alice,
      idempotencyKey: 'late',
    });
    await expect(late).rejects.toMatchObject({
      code: 'E_CONFLICT',
      message: 'the fleet is at revision 1, not 0: alice changed RealServer/a by cli',
    });
    expect(await store.findCommit('late')).toBeUndefined();
    expect(await store.readHead()).toBe(1);
  });

  test('by 50 writers at once loses no update and leaves no gap', async () => {
    const cell = newCell();
    const stores = await Promise.all([0, 1, 2, 3].map(() => storeAt(etcd.endpoint, cell)));
    const writers = Array.from({ length: 50 }, (_, i) => {
      const store = stores[i % stores.length] as Store;
      return commitWeight(store, `r${i % 7}`, i + 1, `writer-${i}`);
    });
    const events = await Promise.all(writers);
    expect(new Set(events.map(({ seq }) => seq)).size).toBe(50);
    const log = await expectLogAndSpecAgree(stores[0] as Store);
    expect(new Set(log.map(({ eventId }) => eventId)).size).toBe(50);
    expect(log).toHaveLength(50);
  }, 120_000);

  test('with the same idempotency key, 20 times at once, is one event', async () => {
    const cell = newCell();
    const stores = await Promise.all([0, 1].map(() => storeAt(etcd.endpoint, cell)));
    const events = await Promise.all(
      Array.from({ length: 20 }, (_, i) => commitWeight(stores[i % 2] as Store, 'a', 5, 'once')),
    );
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(1);
    const [store] = stores as [Store];
    expect(await store.readHead()).toBe(1);
    expect(await store.findCommit('once')).toEqual(events[0]);
    // Also long after others have moved the head.
    await commitWeight(store, 'b', 1);
    const repeated = await store.commit({
      expectRevision: 0,
      changes: [setWeight(EMPTY_SPEC, 'a', 5)],
      origin: alice,
      idempotencyKey: 'once',
    });
    expect(repeated).toEqual(events[0]);
  });

  test('keeps its idempotency key for at least 72 hours, all keys of an hour on one lease', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const client = new Etcd3({ hosts: etcd.endpoint });
    atEnd(() => client.close());
    for (let i = 1; i <= 3; i++) await commitWeight(store, 'a', i, `key-${i}`);
    const prefix = storeKeys(cell).idempotency('');
    const { kvs } = await client.getAll().prefix(prefix).exec();
    const leases = [...new Set(kvs.map(({ lease }) => lease))];
    expect(leases).toHaveLength(1);
    const life = await client.leaseClient.leaseTimeToLive({ ID: leases[0] ?? '' });
    expect(Number(life.TTL)).toBeGreaterThanOrEqual(72 * 3_600);
    // A lease that somebody revoked costs the next commit nothing but a new one.
    await client.leaseClient.leaseRevoke({ ID: leases[0] ?? '' });
    await commitWeight(store, 'a', 4, 'key-4');
    await expectLogAndSpecAgree(store);
  });
});

describe('a change that is too large is refused with sizes, before anything is written', () => {
  const expectRefused = async (
    changes: Parameters<Store['commit']>[0]['changes'],
    says: RegExp,
  ) => {
    const store = await storeAt(etcd.endpoint, newCell());
    const commit = { expectRevision: 0, changes, origin: alice, idempotencyKey: 'large' };
    await expect(store.commit(commit)).rejects.toMatchObject({
      code: 'E_TOO_LARGE',
      message: expect.stringMatching(says),
    });
    expect(await store.readHead()).toBe(0);
    expect((await store.readSpec()).resources.size).toBe(0);
  };
  const labelled = (name: string, bytes: number) => {
    const change = setWeight(EMPTY_SPEC, name, 1);
    const { after } = change;
    if (after === undefined) throw new Error('a change with a resource');
    const labels = Object.fromEntries(
      Array.from({ length: Math.ceil(bytes / 250) }, (_, i) => [`l${i}`, 'x'.repeat(245)]),
    );
    return { ...change, after: { ...after, metadata: { name, labels } } };
  };

  test('one object', () =>
    expectRefused(
      [labelled('a', OBJECT_BYTES_MAX + 1_000)],
      new RegExp(`^RealServer/a takes \\d+ bytes; one object may take ${OBJECT_BYTES_MAX}$`),
    ));

  test('the number of resources', () =>
    expectRefused(
      Array.from({ length: RESOURCES_PER_COMMIT_MAX + 1 }, (_, i) =>
        setWeight(EMPTY_SPEC, `a${i}`, 1),
      ),
      new RegExp(`of 20001 resources; one may change ${RESOURCES_PER_COMMIT_MAX}$`),
    ));

  test('one object among many', () =>
    expectRefused(
      [
        ...Array.from({ length: 200 }, (_, i) => setWeight(EMPTY_SPEC, `a${i}`, 1)),
        labelled('large', OBJECT_BYTES_MAX + 1_000),
      ],
      /^RealServer\/large takes \d+ bytes/,
    ));
});

describe('reading', () => {
  test('the spec in pages is consistent while writers write', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    // Two pages and a half; each commit sets all weights of its hundred to the same number.
    for (let batch = 0; batch < 25; batch++) {
      const spec = await store.readSpec();
      await store.commit({
        expectRevision: spec.revision,
        changes: Array.from({ length: 100 }, (_, i) => setWeight(spec, `r${batch}-${i}`, 1)),
        origin: alice,
        idempotencyKey: `fill-${batch}`,
      });
    }
    let isReading = true;
    const writer = (async () => {
      const own = await storeAt(etcd.endpoint, cell);
      for (let weight = 2; isReading; weight++) {
        const spec = await own.readSpec();
        // The first and the last key of the listing move together.
        await own.commit({
          expectRevision: spec.revision,
          changes: ['r0-0', 'r9-99'].map((name) => setWeight(spec, name, weight)),
          origin: alice,
          idempotencyKey: `both-${weight}`,
        });
      }
    })();
    try {
      for (let i = 0; i < 15; i++) {
        const { revision, resources } = await store.readSpec();
        expect(resources.size).toBe(2_500);
        const [first, last] = ['r0-0', 'r9-99'].map((name) => resources.get(`RealServer/${name}`));
        expect(first?.resource.spec).toEqual(last?.resource.spec);
        expect(Math.max(...[...resources.values()].map((stored) => stored.revision))).toBe(
          revision,
        );
      }
    } finally {
      isReading = false;
      await writer;
    }
  });

  test('a log that somebody tampered with names the first broken place', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    for (let i = 1; i <= 5; i++) await commitWeight(store, 'a', i);
    const client = new Etcd3({ hosts: etcd.endpoint });
    atEnd(() => client.close());
    const keys = storeKeys(cell);
    const key = keys.event('config', 'fleet', 3);
    const original = await client.get(key).buffer();
    if (original === null) throw new Error('no event 3');
    const forged = { ...configEventCodec.decode(original), origin: { ...alice, actor: 'mallory' } };
    await client.put(key).value(Buffer.from(configEventCodec.encode(forged)));
    expect(await store.verifyChain()).toMatchObject({ ok: false, seq: 4 });
    await client.put(key).value('not an event');
    expect(await store.verifyChain()).toMatchObject({ ok: false, seq: 3 });
    await client.delete().key(key);
    expect(await store.verifyChain()).toMatchObject({ ok: false, seq: 3 });
    await expect(store.readEvents({ from: 1, to: 5 })).rejects.toMatchObject({
      code: 'E_STORE_CORRUPT',
      message: expect.stringContaining('event 3 is missing'),
    });
    await client.put(key).value(original);
    await client.delete().key(keys.event('config', 'fleet', 5));
    expect(await store.verifyChain()).toMatchObject({ ok: false, seq: 4 });
  });
});

describe('following events', () => {
  test('gives each once and in order, from anywhere, while writers write', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    for (let i = 1; i <= 20; i++) await commitWeight(store, 'a', i);
    const seen: number[] = [];
    const failures: unknown[] = [];
    const following = await store.followEvents({
      after: 7,
      onEvent: ({ seq }) => seen.push(seq),
      onFailed: (error) => failures.push(error),
    });
    for (let i = 21; i <= 60; i++) await commitWeight(store, 'a', i);
    await until('all events', () => seen.length >= 53);
    expect(seen).toEqual(Array.from({ length: 53 }, (_, i) => i + 8));
    await following.close();
    await commitWeight(store, 'a', 61);
    expect(seen).toHaveLength(53);
    expect(failures).toEqual([]);
  });

  test('of a log that ends before what was seen says that the store went back', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    await commitWeight(store, 'a', 1);
    const failures: unknown[] = [];
    await store.followEvents({
      after: 5,
      onEvent: () => undefined,
      onFailed: (error) => failures.push(error),
    });
    await until('the failure', () => failures.length === 1);
    expect(failures[0]).toMatchObject({ code: 'E_STORE_CORRUPT' });
  });
});
