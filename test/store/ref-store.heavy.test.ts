/** Refs, admin states and locks on a real etcd: nobody's write is lost, and late ones are refused. */
import { describe, expect, test } from 'vitest';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { Store } from '../../store/contract.ts';
import { withEtcd } from '../kit/servers.ts';
import { until } from '../kit/until.ts';
import { alice, newCell, nodeRef, storeAt } from './fixtures.ts';

const etcd = withEtcd();

const storesOf = (cell: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => storeAt(etcd.endpoint, cell)));

async function lockOf(store: Store, owner: string): Promise<number> {
  const answer = await store.acquire({ domain: 'cluster/edge', owner, reason: 'drain' });
  if (!('token' in answer)) throw new Error(`held by ${answer.heldBy.owner}`);
  return answer.token;
}

describe('a ref', () => {
  test('is made, changed, left alone and deleted', async () => {
    const [store] = (await storesOf(newCell(), 1)) as [Store];
    expect(await store.readRef('lb1')).toBeUndefined();
    expect(await store.updateRef('lb1', () => undefined)).toBeUndefined();
    expect(await store.updateRef('lb1', () => nodeRef('lb1'))).toEqual(nodeRef('lb1'));
    await store.updateRef('lb1', (ref) => ref && { ...ref, revert: true });
    expect(await store.readRefs()).toEqual([{ ...nodeRef('lb1'), revert: true }]);
    await store.deleteRef('lb1');
    await store.deleteRef('lb1');
    expect(await store.readRefs()).toEqual([]);
  });

  test('keeps the change of each of 40 writers at once', async () => {
    const stores = await storesOf(newCell(), 4);
    await stores[0]?.updateRef('lb1', () => nodeRef('lb1'));
    const raise = (ref: NodeRef | undefined) => ref && { ...ref, token: ref.token + 1 };
    await Promise.all(Array.from({ length: 40 }, (_, i) => stores[i % 4]?.updateRef('lb1', raise)));
    expect((await stores[0]?.readRef('lb1'))?.token).toBe(40);
  });
});

describe('an admin state', () => {
  const drain = (node: string, token: number) => ({
    node,
    to: 'draining' as const,
    lockDomain: 'cluster/edge',
    token,
    origin: alice,
  });

  test('is set with its event, once, under the lock', async () => {
    const [store] = (await storesOf(newCell(), 1)) as [Store];
    await store.updateRef('lb1', () => nodeRef('lb1'));
    const token = await lockOf(store, 'wf-1');
    expect(await store.setAdminState(drain('lb1', token))).toEqual({ from: 'active' });
    expect(await store.setAdminState(drain('lb1', token))).toEqual({ from: 'draining' });
    const log = { aggregate: 'node', id: 'lb1' };
    expect(await store.readHead(log)).toBe(1);
    expect(await store.readEvents({ from: 1, to: 1, log })).toMatchObject([
      {
        seq: 1,
        origin: alice,
        body: { type: 'AdminStateChanged', from: 'active', to: 'draining', token },
      },
    ]);
    expect(await store.readRef('lb1')).toMatchObject({ adminState: 'draining', token });
    expect(await store.verifyChain(log)).toEqual({ ok: true, events: 1 });
    // The log of the spec knows nothing of it.
    expect(await store.readHead()).toBe(0);
  });

  test('is fenced: without the lock, under an old token, and after a later holder', async () => {
    const [store] = (await storesOf(newCell(), 1)) as [Store];
    await store.updateRef('lb1', () => nodeRef('lb1'));
    const fenced = { code: 'E_FENCED' };
    await expect(store.setAdminState(drain('lb1', 1))).rejects.toMatchObject(fenced);
    const old = await lockOf(store, 'wf-1');
    expect(await store.release('cluster/edge', 'wf-1')).toBe(true);
    await expect(store.setAdminState(drain('lb1', old))).rejects.toMatchObject(fenced);
    const token = await lockOf(store, 'wf-2');
    expect(token).toBeGreaterThan(old);
    await expect(store.setAdminState(drain('lb1', old))).rejects.toMatchObject(fenced);
    await store.updateRef('lb1', (ref) => ref && { ...ref, token: token + 1 });
    await expect(store.setAdminState(drain('lb1', token))).rejects.toMatchObject(fenced);
    expect((await store.readRef('lb1'))?.adminState).toBe('active');
    expect(await store.readHead({ aggregate: 'node', id: 'lb1' })).toBe(0);
  });

  test('that is not the expected one, or of no director, is refused', async () => {
    const [store] = (await storesOf(newCell(), 1)) as [Store];
    const token = await lockOf(store, 'wf-1');
    await expect(store.setAdminState(drain('lb1', token))).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
    });
    await store.updateRef('lb1', () => nodeRef('lb1'));
    const change = { ...drain('lb1', token), expectFrom: ['drained' as const] };
    await expect(store.setAdminState(change)).rejects.toMatchObject({
      code: 'E_CONFLICT',
      message: 'director lb1 is active, not drained',
    });
    await store.setAdminState(drain('lb1', token));
    // Already so is success, whatever was expected.
    expect(await store.setAdminState(change)).toEqual({ from: 'draining' });
  });

  test('and generations written at the same time keep each other', async () => {
    const [store, other] = (await storesOf(newCell(), 2)) as [Store, Store];
    await store.updateRef('lb1', () => nodeRef('lb1'));
    const token = await lockOf(store, 'wf-1');
    const STEPS = 30;
    const states = async () => {
      for (let i = 0; i < STEPS; i++) {
        const to = i % 2 === 0 ? ('draining' as const) : ('active' as const);
        await store.setAdminState({ ...drain('lb1', token), to });
      }
    };
    const generations = async () => {
      for (let generation = 2; generation <= STEPS; generation++) {
        await other.updateRef('lb1', (ref) => ref && { ...ref, plan: { ...ref.plan, generation } });
      }
    };
    await Promise.all([states(), generations()]);
    expect(await store.readRef('lb1')).toMatchObject({
      adminState: 'active',
      plan: { generation: STEPS },
    });
    const log = { aggregate: 'node', id: 'lb1' };
    expect(await store.verifyChain(log)).toEqual({ ok: true, events: STEPS });
  });
});

describe('a lock', () => {
  test('is held by one of many, and the same owner gets the same token again', async () => {
    const stores = await storesOf(newCell(), 2);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        stores[i % 2]?.acquire({ domain: 'd', owner: `wf-${i}`, reason: 'r' }),
      ),
    );
    const winners = answers.flatMap((answer, i) => (answer && 'token' in answer ? [i] : []));
    expect(winners).toHaveLength(1);
    const owner = `wf-${winners[0]}`;
    const [store] = stores as [Store];
    const again = await store.acquire({ domain: 'd', owner, reason: 'again' });
    expect(again).toEqual(answers[winners[0] ?? 0]);
    const refused = await store.acquire({ domain: 'd', owner: 'wf-x', reason: 'r' });
    expect(refused).toMatchObject({ heldBy: { domain: 'd', owner, reason: 'r' } });
    expect(await store.readLocks()).toMatchObject([{ domain: 'd', owner, ...again }]);
  });

  test('is freed by its owner only, and stays over a restart of etcd', async () => {
    const [store] = (await storesOf(newCell(), 1)) as [Store];
    await store.acquire({ domain: 'd', owner: 'wf-1', reason: 'r' });
    expect(await store.release('d', 'wf-2')).toBe(false);
    await etcd.restart();
    expect(await store.readLocks()).toMatchObject([{ owner: 'wf-1' }]);
    expect(await store.release('d', 'wf-1')).toBe(true);
    expect(await store.release('d', 'wf-1')).toBe(false);
    expect(await store.readLocks()).toEqual([]);
  });
});

describe('following', () => {
  test('one ref tells what it is now and each newest state, over a restart of etcd', async () => {
    const [store, other] = (await storesOf(newCell(), 2)) as [Store, Store];
    const seen: (number | undefined)[] = [];
    const links: boolean[] = [];
    const failures: unknown[] = [];
    const following = await store.followRef({
      node: 'lb1',
      onRef: (ref) => seen.push(ref?.plan.generation),
      onConnection: (connected) => links.push(connected),
      onFailed: (error) => failures.push(error),
    });
    await until('that there is none', () => seen.length === 1);
    await other.updateRef('lb1', () => nodeRef('lb1', 1));
    await until('the first', () => seen.at(-1) === 1);
    // A neighbour whose name only begins the same is another director.
    await other.updateRef('lb11', () => nodeRef('lb11', 99));
    await etcd.kill();
    await until('the loss', () => links.at(-1) === false);
    await etcd.restart();
    await other.updateRef('lb1', () => nodeRef('lb1', 2));
    await until('the second', () => seen.at(-1) === 2);
    await other.deleteRef('lb1');
    await until('that it is gone', () => seen.at(-1) === undefined);
    await following.close();
    expect(seen).toEqual([undefined, 1, 2, undefined]);
    expect(links).toEqual([true, false, true]);
    expect(failures).toEqual([]);
  });

  test('all refs tells the whole each time', async () => {
    const [store, other] = (await storesOf(newCell(), 2)) as [Store, Store];
    await other.updateRef('lb1', () => nodeRef('lb1', 1));
    const seen: string[] = [];
    await store.followRefs({
      onRefs: (refs) => {
        const parts = [...refs].map(([node, { plan }]) => `${node}=${plan.generation}`);
        seen.push(parts.sort().join(' '));
      },
      onFailed: (error) => seen.push(String(error)),
    });
    await until('the first', () => seen.at(-1) === 'lb1=1');
    await other.updateRef('lb2', () => nodeRef('lb2', 5));
    await until('the second', () => seen.at(-1) === 'lb1=1 lb2=5');
    await other.deleteRef('lb1');
    await until('the deletion', () => seen.at(-1) === 'lb2=5');
  });

  test('ends with the store', async () => {
    const [store, other] = (await storesOf(newCell(), 2)) as [Store, Store];
    const seen: unknown[] = [];
    await store.followRef({
      node: 'lb1',
      onRef: (ref) => seen.push(ref),
      onFailed: (error) => seen.push(error),
    });
    await until('the first', () => seen.length === 1);
    await store.close();
    await other.updateRef('lb1', () => nodeRef('lb1'));
    await expect(store.readRef('lb1')).rejects.toMatchObject({ code: 'E_STORE_AWAY' });
    expect(seen).toEqual([undefined]);
  });
});
