/**
 * Fetches the plan that a ref names, reading only what differs from the plan that is there: the
 * shards of the tree that changed and the objects that are new. Groups that did not change are
 * the same reference, so the round after it can skip them.
 */
import { isDeepStrictEqual } from 'node:util';
import { patchedMap } from '../../schemas/patched-map.ts';
import { expandService, type ServicePlan } from '../../schemas/plan/node-plan.ts';
import type { NodeRef, TreeEntry } from '../../schemas/plan/node-ref.ts';
import { expandZones, isSnatEntry } from '../../schemas/plan/snat-plan.ts';
import type { PlanStore } from '../../store/contract.ts';
import type { Assignment } from './assignment.ts';

export type PlanReader = Pick<
  PlanStore,
  'diffTrees' | 'readServiceObjects' | 'readSnatObjects' | 'readNodeObject'
>;

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
  const objects = await read(entries, (digests) => store.readServiceObjects(digests));
  const changes = new Map<string, readonly ServicePlan[] | undefined>();
  for (const name of removed) if (name.startsWith(SERVICE)) changes.set(name, undefined);
  for (const [name, object] of objects) changes.set(name, expandService(object, node));
  const services = patchedMap(base?.services ?? new Map<string, never>(), changes);
  const snatChanged = await read(
    changed.filter(({ name }) => isSnatEntry(name)),
    (digests) => store.readSnatObjects(digests),
  );
  const snatRemoved = removed.filter(isSnatEntry);
  if (base !== undefined && snatChanged.size + snatRemoved.length === 0) {
    return { ref, node, services, snat: base.snat, zones: base.zones };
  }
  const snat = new Map([...(base?.snat ?? []), ...snatChanged]);
  for (const name of snatRemoved) snat.delete(name);
  return { ref, node, services, snat, zones: expandZones(node.snatGateways ?? [], snat) };
}

/** The objects of these entries, by the names of the entries. */
async function read<T>(
  entries: readonly TreeEntry[],
  from: (digests: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<Map<string, T>> {
  if (entries.length === 0) return new Map();
  const objects = await from(entries.map(({ digest }) => digest));
  const found = new Map<string, T>();
  for (const { name, digest } of entries) {
    const object = objects.get(digest);
    if (object === undefined) throw new Error(`object ${digest} was asked for and not given`);
    found.set(name, object);
  }
  return found;
}

function samePlan(a: NodeRef, b: NodeRef): boolean {
  return a.plan.digest === b.plan.digest && a.nodeObject === b.nodeObject;
}
