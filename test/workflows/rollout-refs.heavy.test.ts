/** Moving refs for a rollout on a real etcd: forward only, back when meant, never without the lock. */
import { describe, expect, test } from 'vitest';
import { createRollouts } from '../../bin/rollout-refs.ts';
import type { PlanRef } from '../../schemas/names.ts';
import type { Store } from '../../store/contract.ts';
import type { RefMove } from '../../workflows/ports.ts';
import { withEtcd } from '../kit/servers.ts';
import { alice, newCell, nodeRef, storeAt } from '../store/fixtures.ts';

const etcd = withEtcd();
const DOMAIN = 'cluster/edge';
const NODES = ['lb1', 'lb2'];

interface Stage {
  readonly store: Store;
  readonly token: number;
  readonly plans: { readonly old: PlanRef; readonly new: PlanRef };
  readonly move: (change?: Partial<RefMove>) => Promise<void>;
}

/** A cluster of two directors on generation 1, with 2 in the store and the lock held. */
async function stage(): Promise<Stage> {
  const store = await storeAt(etcd.endpoint, newCell());
  const plan = async (generation: number): Promise<PlanRef> => {
    const entries = NODES.map((node) => ({
      name: `node/${node}`,
      digest: `${node}-${generation}`,
    }));
    const root = await store.putTree(entries);
    const parent = generation - 1;
    await store.putGeneration({ cluster: 'edge', generation, root, revision: 1, parent });
    return { cluster: 'edge', generation, digest: root };
  };
  const plans = { old: await plan(1), new: await plan(2) };
  for (const node of NODES) {
    const nodeObject = `${node}-1`;
    await store.updateRef(node, () => ({
      ...nodeRef(node),
      plan: plans.old,
      nodeObject,
      token: 0,
    }));
  }
  const token = await lock(store, 'workflow:rollout/config/edge@run-1');
  const rollouts = createRollouts(store);
  const move: Stage['move'] = (change = {}) =>
    rollouts.moveRefs({
      cluster: 'edge',
      nodes: NODES,
      plan: plans.new,
      revert: false,
      token,
      origin: alice,
      ...change,
    });
  return { store, token, plans, move };
}

async function lock(store: Store, owner: string): Promise<number> {
  const answer = await store.acquire({ domain: DOMAIN, owner, reason: 'test' });
  if (!('token' in answer)) throw new Error(`held by ${answer.heldBy.owner}`);
  return answer.token;
}

describe('refs of a rollout', () => {
  test('move with their node objects and the token, the admin state stays; again is nothing', async () => {
    const { store, token, plans, move } = await stage();
    await store.updateRef('lb2', (ref) => ref && { ...ref, adminState: 'drained' });
    await move();
    const [lb1, lb2] = await store.readRefs();
    expect(lb1).toMatchObject({ plan: plans.new, nodeObject: 'lb1-2', token, revert: false });
    expect(lb2).toMatchObject({ plan: plans.new, nodeObject: 'lb2-2', adminState: 'drained' });
    await move();
    expect(await store.readRefs()).toEqual([lb1, lb2]);
  });

  test('go back only when that is meant, and forward again after it', async () => {
    const { store, plans, move } = await stage();
    await move();
    await expect(move({ plan: plans.old })).rejects.toMatchObject({ code: 'E_PLAN_STALE' });
    await move({ plan: plans.old, revert: true, nodes: ['lb1'] });
    expect(await store.readRef('lb1')).toMatchObject({
      plan: plans.old,
      nodeObject: 'lb1-1',
      revert: true,
    });
    expect((await store.readRef('lb2'))?.plan).toEqual(plans.new);
    await move();
    expect(await store.readRef('lb1')).toMatchObject({ plan: plans.new, revert: false });
  });

  test('do not move without the lock, under an older token, or for others', async () => {
    const { store, token, move } = await stage();
    const before = await store.readRefs();
    await expect(move({ token: token - 1 })).rejects.toMatchObject({ code: 'E_FENCED' });
    await store.release(DOMAIN, 'workflow:rollout/config/edge@run-1');
    await expect(move()).rejects.toMatchObject({ code: 'E_FENCED' });
    const next = await lock(store, 'workflow:node/lb1/service@run-2');
    await expect(move()).rejects.toMatchObject({ code: 'E_FENCED' });
    expect(await store.readRefs()).toEqual(before);
    // Nor a ref that a later owner has touched, whatever the token says.
    await store.updateRef('lb1', (ref) => ref && { ...ref, token: next + 1 });
    await expect(move({ token: next })).rejects.toMatchObject({ code: 'E_FENCED' });
  });

  test('have to be there and part of the generation', async () => {
    const { move } = await stage();
    await expect(move({ nodes: ['lb9'] })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    const elsewhere = move({ cluster: 'other', nodes: ['lb1'] });
    await expect(elsewhere).rejects.toMatchObject({ code: 'E_FENCED' });
  });
});
