/**
 * Fetches the plan that a ref names, reading only what differs from the plan that is there: the
 * shards of the tree that changed and the objects that are new. Groups that did not change are
 * the same reference, so the round after it can skip them.
 */
import { isDeepStrictEqual } from 'node:util';
import { expandService, type ServicePlan } from '../../schemas/plan/node-plan.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { PlanStore } from '../../store/contract.ts';
import type { Assignment } from './assignment.ts';

export type PlanReader = Pick<PlanStore, 'diffTrees' | 'readServiceObjects' | 'readNodeObject'>;

const SERVICE = 'service/';

export async function fetchAssignment(
  store: PlanReader,
  ref: NodeRef,
  current: Assignment | undefined,
): Promise<Assignment> {
  // Told again, as after every reconnect and restart: no news, so the very same assignment.
  if (current !== undefined && isDeepStrictEqual(current.ref, ref)) return current;
  if (current !== undefined && samePlan(current.ref, ref)) return { ...current, ref };
  const sameNode = current?.ref.nodeObject === ref.nodeObject;
  const node = sameNode ? current.node : await store.readNodeObject(ref.nodeObject);
  // LIPs come from the node object: when that changed, every group is expanded anew.
  const base = sameNode ? current : undefined;
  const { changed, removed } = await store.diffTrees(base?.ref.plan.digest, ref.plan.digest);
  const entries = changed.filter(({ name }) => name.startsWith(SERVICE));
  const objects = await store.readServiceObjects(entries.map(({ digest }) => digest));
  const services = new Map<string, readonly ServicePlan[]>(base?.services);
  for (const name of removed) services.delete(name);
  for (const { name, digest } of entries) {
    const object = objects.get(digest);
    if (object === undefined) throw new Error(`object ${digest} was asked for and not given`);
    services.set(name, expandService(object, node));
  }
  return { ref, node, services };
}

function samePlan(a: NodeRef, b: NodeRef): boolean {
  return a.plan.digest === b.plan.digest && a.nodeObject === b.nodeObject;
}
