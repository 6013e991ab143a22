/**
 * Moving refs for a rollout, over the real store: each by compare-and-swap, never to an older
 * generation unless that is meant, and never for a procedure that has lost the lock.
 */
import { FleetError } from '../schemas/errors.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import type { LockStore, PlanStore, RefStore } from '../store/contract.ts';
import { clusterLockDomain } from '../workflows/contract.ts';
import type { RefMove, Rollouts } from '../workflows/ports.ts';

type RolloutStore = Pick<PlanStore, 'readTree'> &
  Pick<RefStore, 'updateRef'> &
  Pick<LockStore, 'readLocks'>;

export function createRollouts(store: RolloutStore): Rollouts {
  return { moveRefs: (move) => moveRefs(store, move) };
}

/**
 * The lock is asked for before the refs are written and again after: a call that comes through
 * late may move a ref, but never tells a procedure that has lost the lock that all is well. The
 * token in each ref fences it off every ref that the next owner has touched, and an agent refuses
 * a ref whose token is older than the one it has seen.
 */
async function moveRefs(store: RolloutStore, move: RefMove): Promise<void> {
  const { plan, nodes } = move;
  await requireLock(store, move);
  const entries = new Map(
    (await store.readTree(plan.digest)).map(({ name, digest }) => [name, digest]),
  );
  await Promise.all(
    nodes.map((node) =>
      store.updateRef(node, (current) =>
        movedRef(move, node, current, entries.get(`node/${node}`)),
      ),
    ),
  );
  await requireLock(store, move);
}

function movedRef(
  { cluster, plan, revert, token }: RefMove,
  node: string,
  current: NodeRef | undefined,
  nodeObject: string | undefined,
): NodeRef | undefined {
  if (current?.plan.cluster !== cluster || nodeObject === undefined) {
    const what = current === undefined ? 'has no ref' : `is no part of ${cluster}`;
    const where = `generation ${plan.generation} of ${cluster}`;
    throw new FleetError('E_NOT_FOUND', `director ${node} ${what}, or not of ${where}`);
  }
  if (current.token > token) {
    throw new FleetError('E_FENCED', `director ${node} was changed under token ${current.token}`);
  }
  const { generation } = current.plan;
  if (generation === plan.generation && current.plan.digest === plan.digest) return undefined;
  if (generation > plan.generation && !revert) {
    throw new FleetError('E_PLAN_STALE', `director ${node} is on generation ${generation} already`);
  }
  return { ...current, plan, nodeObject, token, revert, writtenAtMs: Date.now() };
}

async function requireLock(store: RolloutStore, { cluster, token }: RefMove): Promise<void> {
  const domain = clusterLockDomain(cluster);
  const held = (await store.readLocks()).find((lock) => lock.domain === domain);
  if (held?.token === token) return;
  const holder = held === undefined ? 'nobody' : `${held.owner}, token ${held.token}`;
  throw new FleetError('E_FENCED', `${domain} is held by ${holder}, not under token ${token}`);
}
