/**
 * Publishing a cluster in few round trips: objects, tree, generation and refs in one transaction
 * where they fit. Where they do not, objects and tree go first and refs of further directors last,
 * so that a director never hears of a generation that is not wholly there.
 */
import type { ICompare, IRequestOp } from 'etcd3';
import { generationCodec } from '../schemas/codec/plan-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import { TXN_BYTES_MAX, TXN_OPS_MAX } from '../schemas/limits.ts';
import type { Generation, NodeRef } from '../schemas/plan/node-ref.ts';
import { batchesOf, inBatches } from './batches.ts';
import { type Blobs, putBlobs, putOps } from './blob-store.ts';
import type { StoreContext } from './context.ts';
import type { PlanStore } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import { createdAt, getOp, present, putOp, type StoredValue, unchanged } from './etcd/requests.ts';
import {
  followingOp,
  generationConflict,
  generationGuards,
  isSameGeneration,
} from './generation.ts';
import { CAS_ATTEMPTS_MAX, REFS_PER_TXN, SWEEPS_MET_MAX } from './limits.ts';
import { encodeNodeObject, encodeServiceObject, encodeSnatObject } from './plan-object.ts';
import { raceLost } from './race-lost.ts';
import { encodeRef, refOf } from './stored-ref.ts';
import { type Horizon, horizonGuard, horizonOf, readHorizon } from './sweep-horizon.ts';
import type { EncodedTree } from './tree.ts';
import type { TreeStore } from './tree-store.ts';
import { requireTxnFits } from './txn-limits.ts';

type Publication = Parameters<PlanStore['commitGeneration']>[0];

/** Bytes of a transaction that are left to the refs, with their keys: each is below 600. */
const REFS_BYTES = 600 * REFS_PER_TXN;

export async function commitGeneration(
  context: StoreContext,
  trees: TreeStore,
  publication: Publication,
): Promise<Generation> {
  const { cluster, revision, parent, baseRoot, treeChanges, nodes } = publication;
  const tree = await trees.encodeChanged(baseRoot, treeChanges);
  const generation = { cluster, generation: parent + 1, root: tree.root, revision, parent };
  const blobs = blobsOf(context, publication, tree);
  const [first = [], ...others] = batchesOf(nodes, REFS_PER_TXN);
  const fits = fitBeside(blobs, first.length);
  for (let sweeps = 0; ; sweeps++) {
    const stored = fits ? undefined : await readHorizon(context);
    if (stored !== undefined) await putBlobs(context, blobs, stored);
    if (await moveRefs(context, publication, generation, first, { blobs, stored })) break;
    if (sweeps >= SWEEPS_MET_MAX)
      throw raceLost(`generation ${generation.generation} of ${cluster}`);
  }
  await inBatches(others, (batch) => moveRefs(context, publication, generation, batch));
  return generation;
}

function blobsOf(
  { keys }: StoreContext,
  { services, snatObjects = [], nodeObjects }: Publication,
  tree: EncodedTree,
): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  const objects = [
    ...services.map(encodeServiceObject),
    ...snatObjects.map(encodeSnatObject),
    ...nodeObjects.map(encodeNodeObject),
  ];
  for (const { digest, bytes } of objects) blobs.set(keys.object(digest), bytes);
  for (const [digest, bytes] of tree.blobs) blobs.set(keys.tree(digest), bytes);
  return blobs;
}

/** How the generation is recorded along with the first refs. */
interface Recording {
  readonly blobs: Blobs;
  /** The horizon under which they were stored; undefined: they go into the transaction. */
  readonly stored: Horizon | undefined;
}

/**
 * Moves the refs of some directors; with `record` it records the generation along with them. False:
 * a sweep began meanwhile, and what was stored must be stored again.
 */
async function moveRefs(
  context: StoreContext,
  { nextRef, fence, cluster }: Publication,
  generation: Generation,
  nodes: readonly string[],
  record?: Recording,
): Promise<boolean> {
  const { keys } = context;
  const doing = `publishing generation ${generation.generation} of ${cluster}`;
  const call = beginCall(context.clients.unary, doing);
  const fenceKey = keys.election(fence?.role ?? '');
  const reads = [
    followingOp(keys, generation),
    getOp(fenceKey),
    getOp(keys.sweepHorizon),
    ...nodes.map((node) => getOp(keys.nodeRef(node))),
  ];
  let found = (await call.read(reads)).reads.map(([value]) => value);
  for (let attempt = 1; attempt <= CAS_ATTEMPTS_MAX; attempt++) {
    const [following, holder, horizon, ...refs] = found;
    if (fence !== undefined) requireHolder(fence, holder);
    const isNew = record !== undefined && !isSameGeneration(generation, following);
    if (isNew && following !== undefined) throw generationConflict(generation, following);
    const now = horizonOf(horizon);
    if (isNew && now.modRevision !== (record.stored ?? now).modRevision) return false;
    const parts = isNew
      ? recordParts(context, generation, now, record)
      : { guards: [present(keys.generation(cluster, generation.generation))], puts: [] };
    const moves = refParts(context, nodes, refs, (node, ref) => nextRef(node, ref, generation));
    const success = [...parts.puts, ...moves.puts];
    if (success.length === 0) return true;
    requireTxnFits(doing, success);
    const answer = await call.cas({
      compare: [
        ...(fence === undefined ? [] : [createdAt(fenceKey, fence.token)]),
        ...parts.guards,
        ...moves.guards,
      ],
      success,
      failure: reads,
    });
    if (answer.succeeded) return true;
    found = answer.reads.map(([value]) => value);
  }
  throw raceLost(`the refs of ${cluster}`);
}

interface Parts {
  readonly guards: readonly ICompare[];
  readonly puts: readonly IRequestOp[];
}

function recordParts(
  context: StoreContext,
  generation: Generation,
  horizon: Horizon,
  { blobs, stored }: Recording,
): Parts {
  const { keys } = context;
  const key = keys.generation(generation.cluster, generation.generation);
  return {
    guards: [...generationGuards(keys, generation), horizonGuard(context, horizon)],
    puts: [
      ...(stored === undefined ? putOps(blobs, horizon) : []),
      putOp(key, generationCodec.encode(generation)),
    ],
  };
}

function refParts(
  { keys }: StoreContext,
  nodes: readonly string[],
  stored: readonly (StoredValue | undefined)[],
  next: (node: string, current: NodeRef | undefined) => NodeRef | undefined,
): Parts {
  const guards: ICompare[] = [];
  const puts: IRequestOp[] = [];
  nodes.forEach((node, i) => {
    const ref = next(node, refOf(stored[i]));
    if (ref === undefined) return;
    const key = keys.nodeRef(node);
    guards.push(unchanged(key, stored[i]?.modRevision ?? 0));
    puts.push(putOp(key, encodeRef(ref)));
  });
  return { guards, puts };
}

function requireHolder(
  { role, token }: NonNullable<Publication['fence']>,
  holder: StoredValue | undefined,
): void {
  if (holder?.createRevision === token) return;
  throw new FleetError('E_FENCED', `the role ${role} is no longer held under token ${token}`);
}

/** Whether objects and tree leave room for the generation and the first refs. */
function fitBeside(blobs: Blobs, refs: number): boolean {
  const bytes = [...blobs].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return blobs.size + refs + 1 <= TXN_OPS_MAX && bytes + REFS_BYTES <= TXN_BYTES_MAX;
}
