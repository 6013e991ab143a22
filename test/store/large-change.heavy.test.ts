/** Changes that do not fit one transaction: all or nothing for every reader, finished by anybody. */
import { Etcd3 } from 'etcd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configEventCodec } from '../../schemas/codec/event-codec.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import { storeKeys } from '../../schemas/keys.ts';
import { EMPTY_SPEC, type ResourceChange, type Spec } from '../../schemas/spec.ts';
import type { Store } from '../../store/contract.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { expectAllAgree, foldAll } from './agreement.ts';
import { alice, atEnd, newCell, remove, setWeight, storeAt } from './fixtures.ts';

const etcd = withEtcd();

const rawClient = () => {
  const client = new Etcd3({ hosts: etcd.endpoint });
  atEnd(() => client.close());
  return client;
};

const weights = (spec: Spec, count: number, weight: number): ResourceChange[] =>
  Array.from({ length: count }, (_, i) => setWeight(spec, `r${i}`, weight));

async function commit(store: Store, changes: readonly ResourceChange[], key: string) {
  const expectRevision = await store.readHead();
  return store.commit({ expectRevision, changes, origin: alice, idempotencyKey: key });
}

describe('a change of 20,000 resources', () => {
  test('is one event; log, spec, snapshot and followers agree; the key answers again', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    const seen: ConfigEvent[] = [];
    const failures: unknown[] = [];
    await store.followEvents({
      after: 0,
      onEvent: (event) => seen.push(event),
      onFailed: (error) => failures.push(error),
    });
    const made = await commit(store, weights(EMPTY_SPEC, 20_000, 1), 'all');
    expect(made.body.type === 'ConfigChanged' && made.body.changes.length).toBe(20_000);
    const spec = await store.readSpec();
    expect(spec.resources.size).toBe(20_000);
    await commit(store, [setWeight(spec, 'r7', 9)], 'one');
    expect(await store.findCommit('all')).toEqual(made);
    expect(await commit(store, weights(EMPTY_SPEC, 20_000, 1), 'all')).toEqual(made);
    await expectAllAgree(store);
    await until('both events', () => seen.length === 2);
    expect(seen[0]).toEqual(made);
    expect(failures).toEqual([]);
  }, 120_000);
});

describe('a large change', () => {
  test('is seen wholly or not at all by readers, while it is made', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    await commit(store, weights(EMPTY_SPEC, 2_000, 1), 'first');
    const reader = await storeAt(etcd.endpoint, cell);
    let isWriting = true;
    const seen = new Set<string>();
    const reading = (async () => {
      while (isWriting) {
        const { revision, resources } = await reader.readSpec();
        const all = new Set([...resources.values()].map(({ resource }) => resource.spec));
        const each = new Set([...all].map((spec) => (spec as { weight: number }).weight));
        seen.add(`${revision}: ${[...each].join()} of ${resources.size}`);
      }
    })();
    for (let weight = 2; weight <= 4; weight++) {
      await commit(store, weights(await store.readSpec(), 2_000, weight), `w${weight}`);
    }
    isWriting = false;
    await reading;
    const whole = [1, 2, 3, 4].map((weight) => `${weight}: ${weight} of 2000`);
    expect([...seen].filter((text) => !whole.includes(text))).toEqual([]);
  });

  test('whose writer died right after the event is finished by the next writer', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    await commit(store, weights(EMPTY_SPEC, 500, 1), 'first');
    await commit(store, weights(await store.readSpec(), 500, 2), 'second');
    const done = await store.readSpec();
    // What etcd holds when a writer dies between the event and the folding of it.
    const client = rawClient();
    const keys = storeKeys(cell);
    const old = new Map((await store.readSpecAt({ revision: 1 })).resources);
    const { kvs } = await client.getAll().prefix(keys.specs).exec();
    const head = await client.get(keys.head('config', 'fleet')).buffer();
    const half = kvs.slice(0, 200);
    const { storedResourceCodec } = await import('../../schemas/codec/resource-codec.ts');
    for (const { key } of half) {
      const before = old.get(key.toString().slice(keys.specs.length));
      if (before === undefined || head === null) throw new Error('the first change made it');
      await client.put(key).value(Buffer.from(storedResourceCodec.encode(before)));
    }
    await client.put(keys.unfolded).value(head ?? '');
    expect(await store.readSpec()).toEqual(done);
    await commit(store, [setWeight(done, 'r499', 3)], 'third');
    expect(await client.get(keys.unfolded)).toBeNull();
    await expectAllAgree(store);
  });

  test('that lost the race leaves no chunks behind', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, (_, i) =>
        store.commit({
          expectRevision: 0,
          changes: weights(EMPTY_SPEC, 300, i),
          origin: alice,
          idempotencyKey: `racer-${i}`,
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const stages = await rawClient().getAll().prefix(storeKeys(cell).stages).keys();
    // The winner's mark and its one chunk.
    expect(stages).toHaveLength(2);
    await expectAllAgree(store);
  });

  test('mixed with small ones and deletions, at random: all folds agree', async () => {
    const step = fc.record({
      from: fc.nat(250),
      count: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 110, max: 250 })),
      weight: fc.nat(9),
      isRemoval: fc.boolean(),
    });
    const law = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const store = await storeAt(etcd.endpoint, newCell());
      for (const [n, { from, count, weight, isRemoval }] of steps.entries()) {
        const spec = await store.readSpec();
        const names = Array.from({ length: count }, (_, i) => `r${from + i}`);
        const there = names.filter((name) => spec.resources.has(`RealServer/${name}`));
        const changes =
          isRemoval && there.length > 0
            ? there.map((name) => remove(spec, name))
            : names.map((name) => setWeight(spec, name, weight));
        await commit(store, changes, `step-${n}`);
      }
      await expectAllAgree(store);
    });
    await fc.assert(law, { numRuns: 10 });
  });

  test('whose chunks somebody changed is refused, and named by the proof of the log', async () => {
    const cell = newCell();
    const store = await storeAt(etcd.endpoint, cell);
    const made = await commit(store, weights(EMPTY_SPEC, 300, 1), 'first');
    const staged = made.body.type === 'ConfigChanged' ? made.body.staged : undefined;
    expect(staged?.resources).toBe(300);
    expect(configEventCodec.encode(made).length).toBeGreaterThan(10_000);
    await rawClient()
      .put(`${storeKeys(cell).stage(staged?.id ?? '')}/0000`)
      .value('changed');
    await expect(store.readEvents({ from: 1, to: 1 })).rejects.toMatchObject({
      code: 'E_STORE_CORRUPT',
    });
    expect(await store.verifyChain()).toMatchObject({ ok: false, seq: 1 });
    expect(foldAll([]).revision).toBe(0);
  });
});
