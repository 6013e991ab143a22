/** What an outage of etcd, a cut link or a bad request costs: little, and never a lie. */
import { describe, expect, test } from 'vitest';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import { EMPTY_SPEC, foldSpec } from '../../schemas/spec.ts';
import type { Store } from '../../store/contract.ts';
import { beginCall } from '../../store/etcd/call.ts';
import { makeClients } from '../../store/etcd/client.ts';
import { putOp } from '../../store/etcd/requests.ts';
import { openStore } from '../../store/etcd-store.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { alice, atEnd, newCell, nodeRef, setWeight, storeAt } from './fixtures.ts';

const etcd = withEtcd();

const codeOf = (error: unknown) => (error instanceof FleetError ? error.code : String(error));

interface Load {
  /** Idempotency keys of commits that were acknowledged, with the seq that was said. */
  readonly acknowledged: Map<string, number>;
  readonly faults: string[];
  stop(): Promise<void>;
}

/** Writers that commit as fast as they can and repeat what failed, as callers should. */
function commitUntilStopped(stores: readonly Store[], writers: number): Load {
  const acknowledged = new Map<string, number>();
  const faults: string[] = [];
  let isRunning = true;
  const write = async (writer: number) => {
    const store = stores[writer % stores.length] as Store;
    for (let n = 0; isRunning; n++) {
      const idempotencyKey = `w${writer}-${n}`;
      while (isRunning) {
        try {
          const spec = await store.readSpec();
          const { seq } = await store.commit({
            expectRevision: spec.revision,
            changes: [setWeight(spec, `r${writer}`, n)],
            origin: alice,
            idempotencyKey,
          });
          acknowledged.set(idempotencyKey, seq);
          break;
        } catch (error) {
          if (!(error instanceof FleetError)) throw error;
          if (error.code !== 'E_CONFLICT') faults.push(error.code);
          if (error.code !== 'E_CONFLICT' && error.code !== 'E_STORE_AWAY') throw error;
        }
      }
    }
  };
  const all = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return {
    acknowledged,
    faults,
    stop: async () => {
      isRunning = false;
      await all;
    },
  };
}

async function expectNothingLostOrDoubled(store: Store, load: Load): Promise<void> {
  const events = await store.readEvents({ from: 1, to: await store.readHead() });
  expect(await store.verifyChain()).toEqual({ ok: true, events: events.length });
  for (const [key, seq] of load.acknowledged) {
    expect((await store.findCommit(key))?.seq).toBe(seq);
  }
  const seqs = [...load.acknowledged.values()];
  expect(new Set(seqs).size).toBe(seqs.length);
  // Each weight of each writer's own resource was written once, in order: none twice.
  const weights = new Map<string, number[]>();
  let spec = EMPTY_SPEC;
  for (const { seq, body } of events) {
    if (body.type !== 'ConfigChanged') throw new Error(body.type);
    spec = foldSpec(spec, seq, body.changes);
    for (const { key, after } of body.changes) {
      if (after?.kind !== 'RealServer') throw new Error(key);
      weights.set(key, [...(weights.get(key) ?? []), after.spec.weight]);
    }
  }
  for (const written of weights.values()) expect(written).toEqual(written.map((_, i) => i));
  expect((await store.readSpec()).resources).toEqual(spec.resources);
}

describe('commits', () => {
  test('while etcd is killed -9 five times: each acknowledged one is there once', async () => {
    const cell = newCell();
    const stores = await Promise.all([0, 1].map(() => storeAt(etcd.endpoint, cell)));
    const [store] = stores as [Store];
    const seen: number[] = [];
    const failures: unknown[] = [];
    await store.followEvents({
      after: 0,
      onEvent: ({ seq }) => seen.push(seq),
      onFailed: (error) => failures.push(error),
    });
    const load = commitUntilStopped(stores, 4);
    for (let kill = 0; kill < 5; kill++) {
      const target = load.acknowledged.size + 40;
      await until('commits', () => load.acknowledged.size >= target, { timeoutMs: 30_000 });
      await etcd.restart();
    }
    const target = load.acknowledged.size + 20;
    await until('commits go on', () => load.acknowledged.size >= target);
    await load.stop();
    await expectNothingLostOrDoubled(store, load);
    const head = await store.readHead();
    await until('all events', () => seen.length >= head);
    expect(seen).toEqual(Array.from({ length: head }, (_, i) => i + 1));
    expect(failures).toEqual([]);
  }, 120_000);

  test('over a link that is cut 40 times: each acknowledged one is there once', async () => {
    const cell = newCell();
    const proxy = await startCuttingProxy(etcd.server.port);
    atEnd(proxy.close);
    const cutStore = await storeAt(proxy.endpoint, cell);
    const load = commitUntilStopped([cutStore], 4);
    for (let cut = 0; cut < 40; cut++) {
      const target = load.acknowledged.size + 3;
      await until('commits', () => load.acknowledged.size >= target, { timeoutMs: 30_000 });
      proxy.cutAll();
    }
    await load.stop();
    await expectNothingLostOrDoubled(await storeAt(etcd.endpoint, cell), load);
  }, 120_000);
});

describe('a write whose answer is lost is told as done, not as a conflict, and is done once', () => {
  /** Sends through a link that keeps the answer to the request with this text, then breaks. */
  async function withLostAnswer<T>(
    proxy: CuttingProxy,
    text: string,
    send: () => Promise<T>,
    isDone: () => Promise<boolean>,
  ): Promise<T> {
    proxy.holdAnswersFrom(text);
    const sent = send();
    await until('the write took effect', isDone, { timeoutMs: 4_000, everyMs: 5 });
    proxy.cutAndRelease();
    return sent;
  }

  async function cutAndControl(): Promise<[CuttingProxy, Store, Store]> {
    const cell = newCell();
    const proxy = await startCuttingProxy(etcd.server.port);
    atEnd(proxy.close);
    return [proxy, await storeAt(proxy.endpoint, cell), await storeAt(etcd.endpoint, cell)];
  }

  test('a commit', async () => {
    const [proxy, store, control] = await cutAndControl();
    for (let n = 1; n <= 5; n++) {
      const spec = await store.readSpec();
      const change = {
        expectRevision: spec.revision,
        changes: [setWeight(spec, 'a', n)],
        origin: alice,
        idempotencyKey: `lost-${n}`,
      };
      const isDone = async () => (await control.readHead()) === n;
      const event = await withLostAnswer(proxy, 'alice', () => store.commit(change), isDone);
      expect(event.seq).toBe(n);
    }
    expect(await control.verifyChain()).toEqual({ ok: true, events: 5 });
  });

  test('a lock, taken and freed', async () => {
    const [proxy, store, control] = await cutAndControl();
    const lock = { domain: 'd', owner: 'workflow-1', reason: 'r' };
    await store.readLocks();
    const isTaken = async () => (await control.readLocks()).length === 1;
    const taken = await withLostAnswer(proxy, 'workflow-1', () => store.acquire(lock), isTaken);
    expect(await control.readLocks()).toMatchObject([taken]);
    await control.release('d', 'workflow-1');
    expect(await control.acquire(lock)).not.toEqual(taken);
  });

  test('an admin state', async () => {
    const [proxy, store, control] = await cutAndControl();
    await store.updateRef('lb1', () => nodeRef('lb1'));
    const lock = await store.acquire({ domain: 'd', owner: 'workflow-1', reason: 'r' });
    if (!('token' in lock)) throw new Error('held');
    const change = {
      node: 'lb1',
      to: 'draining',
      lockDomain: 'd',
      ...lock,
      origin: alice,
    } as const;
    const isDone = async () => (await control.readRef('lb1'))?.adminState === 'draining';
    const set = await withLostAnswer(proxy, 'alice', () => store.setAdminState(change), isDone);
    expect(set).toEqual({ from: 'active' });
    const log = { aggregate: 'node', id: 'lb1' };
    expect(await control.verifyChain(log)).toEqual({ ok: true, events: 1 });
  });

  test('a ref, which is not changed a second time', async () => {
    const [proxy, store, control] = await cutAndControl();
    await store.updateRef('lb1', () => nodeRef('lb1'));
    const isDone = async () => (await control.readRef('lb1'))?.token === 1;
    const raised = await withLostAnswer(
      proxy,
      'written by this test',
      () =>
        store.updateRef(
          'lb1',
          (ref) => ref && { ...ref, token: ref.token + 1, nodeObject: 'written by this test' },
        ),
      isDone,
    );
    expect(raised?.token).toBe(1);
    expect((await control.readRef('lb1'))?.token).toBe(1);
  });

  test('a publication', async () => {
    const [proxy, store, control] = await cutAndControl();
    await store.readRefs();
    let asked = 0;
    const publication = {
      cluster: 'edge',
      revision: 1,
      parent: 0,
      baseRoot: undefined,
      treeChanges: new Map([['service/a', 'd'.repeat(64)]]),
      services: [],
      nodeObjects: [],
      nodes: ['lb1'],
      nextRef: (node: string, current: NodeRef | undefined) => {
        asked++;
        return current === undefined
          ? { ...nodeRef(node), nodeObject: 'written by this test' }
          : undefined;
      },
    };
    const made = await withLostAnswer(
      proxy,
      'written by this test',
      () => store.commitGeneration(publication),
      async () => (await control.readRefs()).length === 1,
    );
    expect(made.generation).toBe(1);
    expect(await control.newestGeneration('edge')).toEqual(made);
    // Asked again with what stands there, it had nothing to change.
    expect(asked).toBe(2);
  });
});

describe('an outage', () => {
  test('that ends within the deadline costs a caller under two seconds more', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    await store.updateRef('lb1', () => nodeRef('lb1'));
    for (let kill = 0; kill < 3; kill++) {
      await etcd.kill();
      const writing = store
        .updateRef('lb1', (ref) => ref && { ...ref, token: ref.token + 1 })
        .then(() => performance.now());
      await etcd.restart();
      const backAt = performance.now();
      expect((await writing) - backAt).toBeLessThan(2_000);
    }
    expect((await store.readRef('lb1'))?.token).toBe(3);
  });

  test('that goes on is told within the deadline, as a fault that may pass', async () => {
    const store = await storeAt(etcd.endpoint, newCell());
    expect(await store.isReachable()).toBe(true);
    await etcd.kill();
    const startedAt = performance.now();
    expect(await store.isReachable()).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    const commit = store.commit({
      expectRevision: 0,
      changes: [setWeight(EMPTY_SPEC, 'a', 1)],
      origin: alice,
      idempotencyKey: 'away',
    });
    await expect(commit).rejects.toMatchObject({ code: 'E_STORE_AWAY', retryable: true });
    expect(performance.now() - startedAt).toBeLessThan(8_000);
    await etcd.restart();
    await until('etcd answers', () => store.isReachable());
    expect((await store.readSpec()).revision).toBe(0);
  });

  test('in silence is told within the deadline too', async () => {
    const proxy = await startCuttingProxy(etcd.server.port);
    atEnd(proxy.close);
    const store = await storeAt(proxy.endpoint, newCell());
    expect(await store.isReachable()).toBe(true);
    proxy.setSilent(true);
    const startedAt = performance.now();
    await expect(store.readRefs()).rejects.toMatchObject({ code: 'E_STORE_AWAY' });
    expect(performance.now() - startedAt).toBeLessThan(6_500);
    proxy.setSilent(false);
    await until('etcd answers', () => store.isReachable());
  });
});

describe('one bad request', () => {
  test('fails alone: others under way and after it are answered at once', async () => {
    const clients = makeClients([etcd.endpoint]);
    atEnd(clients.close);
    const put = (key: string, bytes: number) =>
      beginCall(clients.unary, 'testing').cas({
        compare: [],
        success: [putOp(`/bad-request/${key}`, Buffer.alloc(bytes))],
      });
    await put('first', 10);
    for (let round = 0; round < 5; round++) {
      const bad = put('bad', 3 * 1_024 * 1_024).catch(codeOf);
      const good = Array.from({ length: 30 }, (_, i) => put(`good-${i}`, 1_000));
      expect(await bad).toBe('E_STORE_AWAY');
      const startedAt = performance.now();
      await put('after', 10);
      await Promise.all(good);
      expect(performance.now() - startedAt).toBeLessThan(1_000);
    }
  });

  test('to open a store is refused with what is wrong', async () => {
    const none = openStore({ endpoints: [], cell: 'default' });
    await expect(none).rejects.toMatchObject({ code: 'E_USAGE' });
    const wrong = openStore({ endpoints: [etcd.endpoint], cell: 'a/b' });
    await expect(wrong).rejects.toMatchObject({ code: 'E_USAGE' });
  });
});
