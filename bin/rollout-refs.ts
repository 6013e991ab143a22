/**
 * Moving refs for a rollout, over the real store: never to an older generation unless that is
 * meant, and never for a procedure that has lost the lock, which the store itself proves.
 */
import { FleetError } from '../schemas/errors.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import type { PlanStore, RefStore } from '../store/contract.ts';
import { clusterLockDomain } from '../workflows/contract.ts';
import type { RefMove, Rollouts } from '../workflows/ports.ts';

type RolloutStore = Pick<PlanStore, 'readTree'> & Pick<RefStore, 'moveRef'>;

export function createRollouts(store: RolloutStore): Rollouts {
  return { moveRefs: (move) => moveRefs(store, move) };
}

async function moveRefs(store: RolloutStore, move: RefMove): Promise<void> {
  const { cluster, plan, nodes, token } = move;
  const lockDomain = clusterLockDomain(cluster);
  const entries = new Map(
    (await store.readTree(plan.digest)).map(({ name, digest }) => [name, digest]),
  );
  await Promise.all(
    nodes.map((node) => {
      const nodeObject = entries.get(`node/${node}`);
      const change = (current: NodeRef | undefined) => movedRef(move, node, current, nodeObject);
      return store.moveRef({ node, lockDomain, token, change });
    }),
  );
}

function movedRef(
  { cluster, plan, revert }: RefMove,
  node: string,
  current: NodeRef | undefined,
  nodeObject: string | undefined,
): NodeRef | undefined {
  if (current?.plan.cluster !== cluster || nodeObject === undefined) {
    const what = current === undefined ? 'has no ref' : `is no part of ${cluster}`;
    const where = `generation ${plan.generation} of ${cluster}`;
    throw new FleetError('E_NOT_FOUND', `director ${node} ${what}, or not of ${where}`);
  }
  const { generation } = current.plan;
  if (generation === plan.generation && current.plan.digest === plan.digest) return undefined;
  if (generation > plan.generation && !revert) {
    throw new FleetError('E_PLAN_STALE', `director ${node} is on generation ${generation} already`);
  }
  return { ...current, plan, nodeObject, revert };
}
