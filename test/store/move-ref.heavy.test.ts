/** Moving refs under a lock on a real etcd: no write lands that the lock's holder did not make. */
import { Etcd3 } from 'etcd3';
import { describe, expect, test } from 'vitest';
import { nodeRefCodec } from '../../schemas/codec/plan-codec.ts';
import { storeKeys } from '../../schemas/keys.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { Store } from '../../store/contract.ts';
import { withEtcd } from '../kit/servers.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { alice, atEnd, newCell, nodeRef, storeAt } from './fixtures.ts';

const etcd = withEtcd();
const DOMAIN = 'cluster/edge';
const GENERATIONS = 4;

interface Stage {
  readonly cell: string;
  readonly store: Store;
  readonly move: (token: number, generation: number, by?: Store) => Promise<NodeRef | undefined>;
}

/** Some generations in the store and one director on the first. */
async function stage(): Promise<Stage> {
  const cell = newCell();
  const store = await storeAt(etcd.endpoint, cell);
  for (let generation = 1; generation <= GENERATIONS; generation++) {
    const parent = generation - 1;
    const root = 'd'.repeat(64);
    await store.putGeneration({ cluster: 'edge', generation, root, revision: 1, parent });
  }
  await store.updateRef('lb1', () => nodeRef('lb1'));
  const move: Stage['move'] = (token, generation, by = store) =>
    by.moveRef({
      node: 'lb1',
      lockDomain: DOMAIN,
      token,
      change: (ref) => ref && { ...ref, plan: { ...ref.plan, generation } },
    });
  return { cell, store, move };
}

async function lock(store: Store, owner: string): Promise<number> {
  const answer = await store.acquire({ domain: DOMAIN, owner, reason: 'test' });
  if (!('token' in answer)) throw new Error(`held by ${answer.heldBy.owner}`);
  return answer.token;
}

const fenced = { code: 'E_FENCED' };

describe('a ref that is moved under a lock', () => {
  test('goes where it is to, with the token and nothing else changed', async () => {
    const { store, move } = await stage();
    await store.updateRef('lb1', (ref) => ref && { ...ref, adminState: 'drained' });
    const token = await lock(store, 'wf-1');
    const moved = await move(token, 3);
    expect(moved).toMatchObject({ plan: { generation: 3 }, adminState: 'drained', token });
    expect(await store.readRef('lb1')).toEqual(moved);
    // Left alone, it is what it was, and it may go back.
    const left = { node: 'lb1', lockDomain: DOMAIN, token, change: () => undefined };
    expect(await store.moveRef(left)).toEqual(moved);
    expect(await move(token, 2)).toMatchObject({ plan: { generation: 2 } });
  });

  test('stays without the lock, under an old token, and after a later holder', async () => {
    const { store, move } = await stage();
    const before = await store.readRef('lb1');
    await expect(move(1, 2)).rejects.toMatchObject(fenced);
    const old = await lock(store, 'wf-1');
    await store.release(DOMAIN, 'wf-1');
    await expect(move(old, 2)).rejects.toMatchObject(fenced);
    const token = await lock(store, 'wf-2');
    await expect(move(old, 2)).rejects.toMatchObject(fenced);
    // Nor is one that has lost the lock told that all is well.
    const left = { node: 'lb1', lockDomain: DOMAIN, token: old, change: () => undefined };
    await expect(store.moveRef(left)).rejects.toMatchObject(fenced);
    expect(await store.readRef('lb1')).toEqual(before);
    await store.updateRef('lb1', (ref) => ref && { ...ref, token: token + 1 });
    await expect(move(token, 2)).rejects.toMatchObject(fenced);
    expect((await store.readRef('lb1'))?.plan.generation).toBe(1);
  });

  test('stays when the lock is lost between the look and a write that comes through late', async () => {
    const { cell, store, move } = await stage();
    const proxy = await startCuttingProxy(etcd.server.port);
    atEnd(() => proxy.close());
    const slow = await storeAt(proxy.endpoint, cell);
    const token = await lock(store, 'wf-1');
    const looked = Promise.withResolvers<void>();
    const moving = slow.moveRef({
      node: 'lb1',
      lockDomain: DOMAIN,
      token,
      change: (ref) => {
        // What is sent from here on arrives when the proxy speaks again.
        proxy.setSilent(true);
        looked.resolve();
        return ref && { ...ref, plan: { ...ref.plan, generation: 2 } };
      },
    });
    const answer = expect(moving).rejects.toMatchObject(fenced);
    await looked.promise;
    await store.release(DOMAIN, 'wf-1');
    const next = await lock(store, 'wf-2');
    const moved = await move(next, 4);
    proxy.setSilent(false);
    await answer;
    expect(await store.readRef('lb1')).toEqual(moved);
  });

  test('goes to no generation that is not kept', async () => {
    const { store, move } = await stage();
    const token = await lock(store, 'wf-1');
    const missing = { code: 'E_NOT_FOUND', message: 'generation 9 of edge is not kept' };
    await expect(move(token, 9)).rejects.toMatchObject(missing);
    expect((await store.readRef('lb1'))?.plan.generation).toBe(1);
  });

  test('keeps what an admin state change of the same holder does at the same time', async () => {
    const { cell, store, move } = await stage();
    const other = await storeAt(etcd.endpoint, cell);
    const token = await lock(store, 'wf-1');
    const STEPS = 20;
    const states = async () => {
      for (let i = 0; i < STEPS; i++) {
        const to = i % 2 === 0 ? ('draining' as const) : ('active' as const);
        const change = { node: 'lb1', to, lockDomain: DOMAIN, token, origin: alice };
        await other.setAdminState(change);
      }
    };
    const moves = async () => {
      for (let i = 0; i < STEPS; i++) await move(token, 1 + (i % GENERATIONS));
    };
    await Promise.all([states(), moves(), moves()]);
    expect(await store.readRef('lb1')).toMatchObject({
      adminState: 'active',
      plan: { generation: GENERATIONS },
      token,
    });
    const log = { aggregate: 'node', id: 'lb1' };
    expect(await store.verifyChain(log)).toEqual({ ok: true, events: STEPS });
  });

  test('was at every write of two movers under the lock that it names', async () => {
    const { cell, store, move } = await stage();
    const other = await storeAt(etcd.endpoint, cell);
    const TERMS = 15;
    let token = await lock(store, 'wf-0');
    await move(token, 2);
    let isOver = false;
    let refused = 0;
    const mover = async (by: Store) => {
      for (let i = 0; !isOver; i++) {
        const attempt = move(token, 1 + (i % GENERATIONS), by);
        await attempt.catch((error: unknown) => {
          expect(error).toMatchObject(fenced);
          refused++;
        });
      }
    };
    const movers = [mover(store), mover(other)];
    for (let term = 1; term <= TERMS; term++) {
      await store.release(DOMAIN, `wf-${term - 1}`);
      const next = await lock(store, `wf-${term}`);
      // Until they have seen the old token refused.
      const seen = refused;
      while (refused === seen) await store.readLocks();
      token = next;
      await move(token, 1 + (term % GENERATIONS));
    }
    isOver = true;
    await Promise.all(movers);
    const writes = await writesOf(cell);
    expect(new Set(writes.map(({ ref }) => ref.token)).size).toBe(TERMS + 1);
    for (const { ref, lockToken } of writes) expect(lockToken).toBe(ref.token);
  });
});

/** Every moved ref in the history of etcd, with the token of the lock as it was right then. */
async function writesOf(cell: string) {
  const client = new Etcd3({ hosts: etcd.endpoint });
  atEnd(() => client.close());
  const keys = storeKeys(cell);
  const at = async (key: string, revision?: number) => {
    const options = revision === undefined ? {} : { revision };
    return (await client.kv.range({ key: Buffer.from(key), ...options })).kvs[0];
  };
  const writes: { ref: NodeRef; lockToken: number | undefined }[] = [];
  for (let kv = await at(keys.nodeRef('lb1')); kv !== undefined; ) {
    const revision = Number(kv.mod_revision);
    const ref = nodeRefCodec.decode(kv.value);
    if (ref.token === 0) break;
    const lock = await at(keys.lock(DOMAIN), revision);
    writes.push({ ref, lockToken: lock && Number(lock.create_revision) });
    kv = await at(keys.nodeRef('lb1'), revision - 1);
  }
  return writes;
}
