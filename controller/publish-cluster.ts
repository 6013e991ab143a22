/**
 * Publishes one cluster: stores the objects that are new, the tree that names them all and the next
 * generation, and moves the refs of its nodes, unless a rollout is to do that. Writes what changed
 * and nothing else; a cluster that is already published as compiled costs no write at all.
 * Repeating it is harmless, and no director hears of a generation that is not wholly there.
 */
import { digestOf } from '../schemas/codec/digest.ts';
import {
  nodeObjectCodec,
  serviceObjectCodec,
  snatObjectCodec,
} from '../schemas/codec/plan-codec.ts';
import { differingKeys, patchedMap } from '../schemas/patched-map.ts';
import type { NodeObject } from '../schemas/plan/node-plan.ts';
import type { Generation, NodeRef } from '../schemas/plan/node-ref.ts';
import type { ServiceObject } from '../schemas/plan/service-plan.ts';
import type { SnatObject } from '../schemas/plan/snat-plan.ts';
import type { Store } from '../store/contract.ts';
import type { CompiledCluster } from './compile/compile.ts';

/** What stands in the store of one cluster, and what it was compiled to, if we did that. */
export interface Published {
  /** The newest; none before the first. */
  readonly newest: Generation | undefined;
  /** Tree: `service/<name>`, `node/<name>` and the objects of SNAT gateways -> digest. */
  readonly entries: ReadonlyMap<string, string>;
  readonly compiled: CompiledCluster | undefined;
}

/** What is published of a cluster, read from the store. */
export async function readPublished(store: Store, cluster: string): Promise<Published> {
  const newest = await store.newestGeneration(cluster);
  const tree = newest === undefined ? [] : await store.readTree(newest.root);
  const entries = new Map(tree.map(({ name, digest }) => [name, digest]));
  return { newest, entries, compiled: undefined };
}

export interface PublishContext {
  readonly store: Store;
  readonly nowMs: () => number;
  /** Spec revision that the cluster was compiled from. */
  readonly revision: number;
  /** The role under which it is published; whoever lost it meanwhile is refused (E_FENCED). */
  readonly fence: { readonly role: string; readonly token: number };
  /** A rollout moves the refs of every generation but the first. */
  readonly isStaged: boolean;
}

/** @throws FleetError E_CONFLICT when another has published meanwhile, E_FENCED, E_STORE_AWAY */
export async function publishCluster(
  context: PublishContext,
  cluster: CompiledCluster,
  before: Published,
): Promise<Published> {
  const { store, nowMs, revision, fence, isStaged } = context;
  const changed = changedEntries(cluster, before);
  if (changed.digests.size === 0 && before.newest !== undefined) {
    // Only on the first look after a start: the controller before us may have died half-way.
    if (before.compiled === undefined && !isStaged) {
      await moveRefsLeftBehind(store, before, cluster, nowMs());
    }
    return { ...before, compiled: cluster };
  }
  const entries = patchedMap(before.entries, changed.digests);
  const newest = await store.commitGeneration({
    cluster: cluster.cluster,
    revision,
    parent: before.newest?.generation ?? 0,
    baseRoot: before.newest?.root,
    treeChanges: changed.digests,
    services: changed.services,
    snatObjects: changed.snat,
    nodeObjects: changed.nodes,
    nodes: isStaged && before.newest !== undefined ? [] : [...cluster.nodes.keys()],
    // Newer than anything that a director was ever put back from.
    nextRef: (node, current, generation) => nextRef(generation, entries, node, current, nowMs()),
    fence,
  });
  return { newest, entries, compiled: cluster };
}

interface ChangedEntries {
  /** Tree changes; undefined removes the name. */
  readonly digests: Map<string, string | undefined>;
  readonly services: ServiceObject[];
  readonly snat: SnatObject[];
  readonly nodes: NodeObject[];
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** Objects that recompile left alone are the same reference: they are not even looked at. */
function changedEntries(cluster: CompiledCluster, before: Published): ChangedEntries {
  const { entries, compiled } = before;
  const digests = new Map<string, string | undefined>();
  const collect = <T>(
    entryOf: (name: string) => string,
    [from, to]: readonly [ReadonlyMap<string, T>, ReadonlyMap<string, T>],
    encode: (object: T) => Uint8Array,
  ): T[] =>
    differingKeys(from, to).flatMap((name) => {
      const object = to.get(name);
      const entry = entryOf(name);
      const digest = object === undefined ? undefined : digestOf(encode(object));
      if (entries.get(entry) === digest) return [];
      digests.set(entry, digest);
      return object === undefined ? [] : [object];
    });
  const services = [compiled?.services ?? NOTHING, cluster.services] as const;
  const snat = [compiled?.snat ?? NOTHING, cluster.snat] as const;
  const nodes = [compiled?.nodes ?? NOTHING, cluster.nodes] as const;
  const changed = {
    digests,
    services: collect(serviceEntry, services, serviceObjectCodec.encode),
    snat: collect((name) => name, snat, snatObjectCodec.encode),
    nodes: collect(nodeEntry, nodes, nodeObjectCodec.encode),
  };
  if (compiled === undefined) markRemoved(cluster, before, digests);
  return changed;
}

const serviceEntry = (name: string): string => `service/${name}`;
const nodeEntry = (name: string): string => `node/${name}`;

/** What a controller before us published and is declared no more. */
function markRemoved(
  { services, snat, nodes }: CompiledCluster,
  before: Published,
  digests: Map<string, string | undefined>,
): void {
  const kept = new Set([
    ...[...services.keys()].map(serviceEntry),
    ...snat.keys(),
    ...[...nodes.keys()].map(nodeEntry),
  ]);
  for (const entry of before.entries.keys()) if (!kept.has(entry)) digests.set(entry, undefined);
}

/** Leaves all as it is where somebody put a director back: from what, is not known here. */
async function moveRefsLeftBehind(
  store: Store,
  published: Published,
  { cluster, nodes }: CompiledCluster,
  nowMs: number,
): Promise<void> {
  const { newest, entries } = published;
  if (newest === undefined) return;
  const refs = new Map((await store.readRefs()).map((ref) => [ref.node, ref]));
  const names = [...nodes.keys()];
  if (names.some((node) => isPutBack(refs.get(node), cluster))) return;
  const behind = names.filter((node) => nextRef(newest, entries, node, refs.get(node), nowMs));
  await tellDirectors(store, published, behind, nowMs);
}

function isPutBack(ref: NodeRef | undefined, cluster: string): boolean {
  return ref?.plan.cluster === cluster && ref.revert;
}

/** Points these directors at the newest generation, those that were put back too. */
export async function tellDirectors(
  store: Pick<Store, 'updateRef'>,
  { newest, entries }: Pick<Published, 'newest' | 'entries'>,
  directors: readonly string[],
  nowMs: number,
): Promise<void> {
  if (newest === undefined) return;
  for (const node of directors) {
    await store.updateRef(node, (current) => nextRef(newest, entries, node, current, nowMs));
  }
}

/**
 * The ref that tells a director of a generation; undefined where it is to stay as it is. One that
 * was put back goes on too: whoever asks knows that the generation is not the one it came from.
 */
function nextRef(
  { cluster, generation, root }: Generation,
  entries: ReadonlyMap<string, string>,
  node: string,
  current: NodeRef | undefined,
  writtenAtMs: number,
): NodeRef | undefined {
  const isOurs = current?.plan.cluster === cluster;
  // Somebody has moved it further already.
  if (isOurs && current.plan.generation >= generation) return undefined;
  const nodeObject = entries.get(nodeEntry(node));
  if (nodeObject === undefined) return undefined;
  return {
    node,
    plan: { cluster, generation, digest: root },
    nodeObject,
    adminState: current?.adminState ?? 'active',
    token: current?.token ?? 0,
    revert: false,
    writtenAtMs,
  };
}
