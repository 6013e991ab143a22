/**
 * Publishes one cluster: stores the objects that are new, the tree that names them all, the next
 * generation, and moves the refs of its nodes. Writes what changed and nothing else; a cluster
 * that is already published as compiled costs no write at all. Each step is idempotent, and the
 * refs come last, so a director never hears of a generation that is not wholly there.
 */
import { digestOf } from '../schemas/codec/digest.ts';
import { nodeObjectCodec, serviceObjectCodec } from '../schemas/codec/plan-codec.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import type { Store } from '../store/contract.ts';
import type { CompiledCluster } from './compile/compile.ts';

/** What stands in the store of one cluster, and what it was compiled to, if we did that. */
export interface Published {
  readonly generation: number;
  readonly root: string;
  /** Tree: `service/<name>` and `node/<name>` -> digest. */
  readonly entries: ReadonlyMap<string, string>;
  readonly compiled: CompiledCluster | undefined;
}

export const NEVER_PUBLISHED: Published = {
  generation: 0,
  root: '',
  entries: new Map(),
  compiled: undefined,
};

/** What is published of a cluster, read from the store. */
export async function readPublished(store: Store, cluster: string): Promise<Published> {
  const newest = await store.newestGeneration(cluster);
  if (newest === undefined) return NEVER_PUBLISHED;
  const entries = await store.readTree(newest.root);
  return {
    generation: newest.generation,
    root: newest.root,
    entries: new Map(entries.map(({ name, digest }) => [name, digest])),
    compiled: undefined,
  };
}

export interface PublishContext {
  readonly store: Store;
  readonly nowMs: () => number;
  /** Spec revision that the cluster was compiled from. */
  readonly revision: number;
}

export async function publishCluster(
  context: PublishContext,
  cluster: CompiledCluster,
  before: Published,
): Promise<Published> {
  const { store } = context;
  const changed = changedEntries(cluster, before);
  if (changed.digests.size === 0 && before.generation > 0) {
    await moveRefs(context, cluster, { ...before, compiled: cluster }, before);
    return { ...before, compiled: cluster };
  }
  await store.putServiceObjects(changed.services);
  await store.putNodeObjects(changed.nodes);
  const entries = new Map(before.entries);
  for (const [name, digest] of changed.digests) {
    if (digest === undefined) entries.delete(name);
    else entries.set(name, digest);
  }
  const root =
    before.generation === 0
      ? await store.putTree([...entries].map(([name, digest]) => ({ name, digest })))
      : await store.updateTree(before.root, changed.digests);
  const generation = before.generation + 1;
  await store.putGeneration({
    cluster: cluster.cluster,
    generation,
    root,
    revision: context.revision,
    parent: before.generation,
  });
  const after = { generation, root, entries, compiled: cluster };
  await moveRefs(context, cluster, after, before);
  return after;
}

interface ChangedEntries {
  /** Tree changes; undefined removes the name. */
  readonly digests: Map<string, string | undefined>;
  readonly services: Parameters<Store['putServiceObjects']>[0][number][];
  readonly nodes: Parameters<Store['putNodeObjects']>[0][number][];
}

/** Objects that recompile left alone are the same reference: they are not even encoded. */
function changedEntries(cluster: CompiledCluster, before: Published): ChangedEntries {
  const changed: ChangedEntries = { digests: new Map(), services: [], nodes: [] };
  for (const [name, object] of cluster.services) {
    if (before.compiled?.services.get(name) === object) continue;
    const digest = digestOf(serviceObjectCodec.encode(object));
    if (before.entries.get(`service/${name}`) === digest) continue;
    changed.digests.set(`service/${name}`, digest);
    changed.services.push(object);
  }
  for (const [name, object] of cluster.nodes) {
    if (before.compiled?.nodes.get(name) === object) continue;
    const digest = digestOf(nodeObjectCodec.encode(object));
    if (before.entries.get(`node/${name}`) === digest) continue;
    changed.digests.set(`node/${name}`, digest);
    changed.nodes.push(object);
  }
  const sizeNow = cluster.services.size + cluster.nodes.size;
  const added = [...changed.digests.keys()].filter((name) => !before.entries.has(name)).length;
  if (before.entries.size + added > sizeNow) markRemoved(cluster, before, changed);
  return changed;
}

function markRemoved(cluster: CompiledCluster, before: Published, changed: ChangedEntries): void {
  for (const entry of before.entries.keys()) {
    const slash = entry.indexOf('/');
    const name = entry.slice(slash + 1);
    const kept = entry.startsWith('service/') ? cluster.services : cluster.nodes;
    if (!kept.has(name)) changed.digests.set(entry, undefined);
  }
}

/** Tells every director of the cluster; side by side, because they do not depend on each other. */
async function moveRefs(
  context: PublishContext,
  cluster: CompiledCluster,
  after: Published,
  before: Published,
): Promise<void> {
  const names = [...cluster.nodes.keys()];
  // Nothing new and no new director: the refs stand as they were left.
  if (after.generation === before.generation && before.compiled !== undefined) return;
  await Promise.all(
    names.map((node) =>
      context.store.updateRef(node, (current) => nextRef(context, cluster, after, node, current)),
    ),
  );
}

function nextRef(
  context: PublishContext,
  cluster: CompiledCluster,
  published: Published,
  node: string,
  current: NodeRef | undefined,
): NodeRef | undefined {
  const sameCluster = current?.plan.cluster === cluster.cluster;
  // Somebody has moved it further already, or put it back on purpose.
  if (sameCluster && (current.plan.generation >= published.generation || current.revert)) {
    return undefined;
  }
  const nodeObject = published.entries.get(`node/${node}`);
  if (nodeObject === undefined) return undefined;
  return {
    node,
    plan: {
      cluster: cluster.cluster,
      generation: published.generation,
      digest: published.root,
    },
    nodeObject,
    adminState: current?.adminState ?? 'active',
    token: current?.token ?? 0,
    revert: false,
    writtenAtMs: context.nowMs(),
  };
}
