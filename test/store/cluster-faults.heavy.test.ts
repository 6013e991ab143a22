/**
 * Fifty writers on three members of etcd while things go wrong: every acknowledged change is there
 * once, and log, snapshots and spec agree. The clocks of writers are set apart here; that of one
 * member cannot be: a time namespace shifts only monotonic clocks, and etcd orders by Raft.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FleetError } from '../../schemas/errors.ts';
import { storeKeys } from '../../schemas/keys.ts';
import type { Store } from '../../store/contract.ts';
import { beginCall } from '../../store/etcd/call.ts';
import { makeClients } from '../../store/etcd/client.ts';
import { openStore } from '../../store/etcd-store.ts';
import { compactTo } from '../../store/upkeep/usage.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { until } from '../kit/until.ts';
import { expectAllAgree } from './agreement.ts';
import { type EtcdCluster, startCluster } from './etcd-cluster.ts';
import { alice, atEnd, EAGER, newCell, setWeight } from './fixtures.ts';

const dir = tempDir('cluster');
let cluster: EtcdCluster;
beforeAll(async () => {
  cluster = await startCluster(dir);
}, 90_000);
afterAll(() => cluster?.close());

const WRITERS = 50;
/** Processes that write: a store of its own each, first at another member. */
const STORES = 5;

interface Load {
  readonly acknowledged: Map<string, number>;
  stop(): Promise<void>;
}

async function openStores(
  cell: string,
  clocks: readonly (() => number)[] = [Date.now],
): Promise<Store[]> {
  const stores = await Promise.all(
    Array.from({ length: STORES }, (_, i) => {
      const { endpoints } = cluster;
      const turned = [...endpoints.slice(i % 3), ...endpoints.slice(0, i % 3)];
      const nowMs = clocks[i % clocks.length];
      return openStore({ endpoints: turned, cell, nowMs, electionTtlSeconds: 2 });
    }),
  );
  for (const store of stores) atEnd(() => store.close());
  return stores;
}

/** Each writer counts its own resource up, by compare-and-swap, repeating what had no answer. */
function startLoad(stores: readonly Store[]): Load {
  const acknowledged = new Map<string, number>();
  let isRunning = true;
  const write = async (writer: number) => {
    const store = stores[writer % stores.length] as Store;
    for (let n = 0; isRunning; n++) {
      const idempotencyKey = `w${writer}-${n}`;
      for (let isDone = false; isRunning && !isDone; ) {
        try {
          const spec = await store.readSpec();
          const { seq } = await store.commit({
            expectRevision: spec.revision,
            changes: [setWeight(spec, `w${writer}`, n)],
            origin: alice,
            idempotencyKey,
          });
          acknowledged.set(idempotencyKey, seq);
          isDone = true;
        } catch (error) {
          const code = error instanceof FleetError ? error.code : '';
          if (code !== 'E_CONFLICT' && code !== 'E_STORE_AWAY') throw error;
        }
      }
    }
  };
  const all = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  all.catch(() => undefined);
  return {
    acknowledged,
    stop: async () => {
      isRunning = false;
      await all;
    },
  };
}

async function expectEachOnce(store: Store, load: Load): Promise<void> {
  const events = await store.readEvents({ from: 1, to: await store.readHead() });
  const counted = new Map<string, number[]>();
  for (const { body } of events) {
    for (const { key, after } of body.type === 'ConfigChanged' ? body.changes : []) {
      const weight = after?.kind === 'RealServer' ? after.spec.weight : -1;
      counted.set(key, [...(counted.get(key) ?? []), weight]);
    }
  }
  for (const weights of counted.values()) expect(weights).toEqual(weights.map((_, i) => i));
  for (const [key, seq] of load.acknowledged) {
    const [writer = '', n = ''] = key.split('-');
    const change = events[seq - 1]?.body;
    expect(change).toMatchObject({ changes: [{ key: `RealServer/${writer}` }] });
    expect(counted.get(`RealServer/${writer}`)?.[Number(n)]).toBe(Number(n));
  }
  await expectAllAgree(store);
}

const more = (load: Load, count: number) => {
  const target = load.acknowledged.size + count;
  return until(`${count} more commits`, () => load.acknowledged.size >= target, {
    timeoutMs: 40_000,
  });
};

describe('fifty writers and a follower', () => {
  test('while the leader is killed -9 twice', async () => {
    const stores = await openStores(newCell());
    const [store] = stores as [Store];
    const seen: number[] = [];
    const failures: unknown[] = [];
    await store.followEvents({
      after: 0,
      onEvent: ({ seq }) => seen.push(seq),
      onFailed: (error) => failures.push(error),
    });
    const load = startLoad(stores);
    for (let kill = 0; kill < 2; kill++) {
      await more(load, 10);
      const leader = await cluster.leader();
      await cluster.kill(leader);
      await more(load, 10);
      await store.snapshot(EAGER);
      await cluster.start(leader);
    }
    await more(load, 10);
    await load.stop();
    await expectEachOnce(store, load);
    const head = await store.readHead();
    await until('all events', () => seen.length >= head);
    expect(seen).toEqual(Array.from({ length: head }, (_, i) => i + 1));
    expect(failures).toEqual([]);
  }, 120_000);

  test('while the leader is cut off from its peers and still answers the door', async () => {
    const stores = await openStores(newCell());
    const [store] = stores as [Store];
    const seen: number[] = [];
    const failures: unknown[] = [];
    await store.followEvents({
      after: 0,
      onEvent: ({ seq }) => seen.push(seq),
      onFailed: (error) => failures.push(error),
    });
    const load = startLoad(stores);
    await more(load, 10);
    const leader = await cluster.leader();
    await cluster.cutOff(leader);
    await more(load, 15);
    await store.snapshot(EAGER);
    await cluster.rejoin(leader);
    await more(load, 10);
    await load.stop();
    await expectEachOnce(store, load);
    const head = await store.readHead();
    await until('all events', () => seen.length >= head, { timeoutMs: 20_000 });
    expect(seen).toEqual(Array.from({ length: head }, (_, i) => i + 1));
    expect(failures).toEqual([]);
  }, 120_000);

  test('while the history is compacted under readers and a follower that catch up', async () => {
    const cell = newCell();
    const stores = await openStores(cell);
    const [store] = stores as [Store];
    const load = startLoad(stores);
    const clients = makeClients(cluster.endpoints);
    atEnd(clients.close);
    await more(load, 15);
    const seen: number[] = [];
    const failures: unknown[] = [];
    await store.followEvents({
      after: 0,
      onEvent: ({ seq }) => seen.push(seq),
      onFailed: (error) => failures.push(error),
    });
    for (let round = 0; round < 5; round++) {
      const { revision } = await beginCall(clients.unary, 'looking').get(storeKeys(cell).root);
      await compactTo({ clients } as Parameters<typeof compactTo>[0], revision);
      await store.readSpec();
      await more(load, 3);
    }
    await load.stop();
    await expectEachOnce(store, load);
    const head = await store.readHead();
    await until('all events', () => seen.length >= head);
    expect(seen).toEqual(Array.from({ length: head }, (_, i) => i + 1));
    expect(failures).toEqual([]);
  }, 120_000);
});

const HOUR = 3_600_000;

/** Hours behind, hours ahead, right, stopped long ago, and one that leaps to and fro. */
const CLOCKS = [
  () => Date.now() - 5 * HOUR,
  () => Date.now() + 7 * HOUR,
  Date.now,
  () => 1_600_000_000_000,
  () => Date.now() + (Math.floor(performance.now()) % 2 === 0 ? -HOUR : HOUR),
];

describe('writers whose clocks are hours apart', () => {
  test('lose nothing, and every time has one revision', async () => {
    const stores = await openStores(newCell(), CLOCKS);
    const [behind, ahead, right] = stores as [Store, Store, Store];
    const load = startLoad(stores);
    await more(load, 40);
    await ahead.snapshot(EAGER);
    await more(load, 20);
    await load.stop();
    await expectEachOnce(right, load);
    const events = await right.readEvents({ from: 1, to: await right.readHead() });
    const times = events.map(({ timeMs }) => timeMs);
    // By sequence; a time never falls along it, so a search by time has one answer.
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeGreaterThan(Date.now() + 6 * HOUR);
    const asked = [...new Set(times.flatMap((time) => [time - 1, time, time + 1]))];
    for (const timeMs of asked.filter((_, i) => i % 7 === 0)) {
      const newest = times.findLastIndex((time) => time <= timeMs) + 1;
      for (const store of [behind, ahead]) {
        expect((await store.readSpecAt({ timeMs })).revision).toBe(newest);
      }
    }
  }, 120_000);

  test('take locks, repeat commands and are elected as if they were right', async () => {
    const stores = await openStores(newCell(), CLOCKS);
    let last = 0;
    for (let round = 0; round < 10; round++) {
      const store = stores[round % STORES] as Store;
      const other = stores[(round + 1) % STORES] as Store;
      const lock = { domain: 'd', owner: `wf-${round}`, reason: 'r' };
      const taken = await store.acquire(lock);
      if (!('token' in taken)) throw new Error(`held by ${taken.heldBy.owner}`);
      expect(taken.token).toBeGreaterThan(last);
      last = taken.token;
      const late = { ...lock, owner: 'somebody else' };
      expect(await other.acquire(late)).toMatchObject({ heldBy: { owner: lock.owner } });
      // The same command by way of two: one event, one answer.
      const spec = await store.readSpec();
      const change = {
        expectRevision: spec.revision,
        changes: [setWeight(spec, 'r', round)],
        origin: alice,
        idempotencyKey: `command-${round}`,
      };
      const first = await store.commit(change);
      expect(await other.commit(change)).toEqual(first);
      expect(await store.release('d', lock.owner)).toBe(true);
    }
    expect(await stores[0]?.readHead()).toBe(10);
    await expectTerms(stores.slice(0, 3), 6);
  }, 120_000);
});

/** Candidates that give the role up and stand again: never two at once, tokens rise. */
async function expectTerms(stores: readonly Store[], count: number): Promise<void> {
  const terms: number[] = [];
  let holders = 0;
  let most = 0;
  const enough = new AbortController();
  const stand = async (store: Store, candidate: string) => {
    while (!enough.signal.aborted) {
      const term = new AbortController();
      await store.campaign({
        role: 'test',
        candidate,
        signal: AbortSignal.any([enough.signal, term.signal]),
        onElected: (token) => {
          terms.push(token);
          most = Math.max(most, ++holders);
          term.abort();
        },
        onLost: () => {
          holders--;
        },
      });
    }
  };
  const all = Promise.all(stores.map((store, i) => stand(store, `c${i}`)));
  await until('the terms', () => terms.length >= count, { timeoutMs: 60_000 });
  enough.abort();
  await all;
  expect(most).toBe(1);
  expect(terms).toEqual([...terms].sort((a, b) => a - b));
  expect(new Set(terms).size).toBe(terms.length);
}
