/** Compiled plans in etcd: objects and trees by digest, generations by number. */
import type { Codec } from '../schemas/codec/frame.ts';
import {
  generationCodec,
  nodeObjectCodec,
  serviceObjectCodec,
  snatObjectCodec,
} from '../schemas/codec/plan-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import type { Generation } from '../schemas/plan/node-ref.ts';
import { putBlobs, readBlobs } from './blob-store.ts';
import { commitGeneration } from './commit-generation.ts';
import type { StoreContext } from './context.ts';
import type { PlanStore } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import { getOp, lastOp, putOp } from './etcd/requests.ts';
import {
  generationConflict,
  generationGuards,
  generationOf,
  isSameGeneration,
} from './generation.ts';
import { type EncodedObject, encodeNodeObject, encodeServiceObject } from './plan-object.ts';
import { readHorizon } from './sweep-horizon.ts';
import type { EncodedTree } from './tree.ts';
import { makeTreeStore } from './tree-store.ts';

export function makePlanStore(context: StoreContext): PlanStore {
  const { clients, keys } = context;
  const trees = makeTreeStore(context);
  const putObjects = async (objects: readonly EncodedObject[]): Promise<string[]> => {
    const blobs = objects.map(({ digest, bytes }) => [keys.object(digest), bytes] as const);
    await putBlobs(context, new Map(blobs), await readHorizon(context));
    return objects.map(({ digest }) => digest);
  };
  const putTree = async ({ root, blobs }: EncodedTree): Promise<string> => {
    await putBlobs(
      context,
      new Map([...blobs].map(([digest, bytes]) => [keys.tree(digest), bytes])),
      await readHorizon(context),
    );
    return root;
  };
  return {
    putServiceObjects: async (objects) => putObjects(objects.map(encodeServiceObject)),
    putNodeObjects: async (objects) => putObjects(objects.map(encodeNodeObject)),
    putTree: async (entries) => putTree(trees.encode(entries)),
    updateTree: async (base, changes) => putTree(await trees.encodeChanged(base, changes)),
    readTree: trees.read,
    diffTrees: trees.diff,
    readServiceObjects: (digests) => readObjects(context, digests, serviceObjectCodec),
    readSnatObjects: (digests) => readObjects(context, digests, snatObjectCodec),
    readNodeObject: async (digest) => {
      const [bytes] = (await readBlobs(context, [digest], keys.object)).values();
      if (bytes === undefined) throw new FleetError('E_NOT_FOUND', `no object ${digest}`);
      return nodeObjectCodec.decode(bytes);
    },
    putGeneration: (generation) => putGeneration(context, generation),
    newestGeneration: async (cluster) => {
      const call = beginCall(clients.unary, `reading the generation of ${cluster}`);
      const { reads } = await call.read([lastOp(keys.generations(cluster))]);
      return generationOf(reads[0]?.[0]);
    },
    readGeneration: async (cluster, generation) => {
      const call = beginCall(clients.unary, `reading generation ${generation} of ${cluster}`);
      const { reads } = await call.read([getOp(keys.generation(cluster, generation))]);
      return generationOf(reads[0]?.[0]);
    },
    commitGeneration: (publication) => commitGeneration(context, trees, publication),
  };
}

async function readObjects<T>(
  context: StoreContext,
  digests: readonly string[],
  codec: Codec<T>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const [digest, bytes] of await readBlobs(context, digests, context.keys.object)) {
    found.set(digest, codec.decode(bytes));
  }
  return found;
}

async function putGeneration(
  { clients, keys }: StoreContext,
  generation: Generation,
): Promise<void> {
  const { cluster } = generation;
  const call = beginCall(clients.unary, `recording generation ${generation.generation}`);
  const { succeeded, reads } = await call.cas({
    compare: generationGuards(keys, generation),
    success: [
      putOp(keys.generation(cluster, generation.generation), generationCodec.encode(generation)),
    ],
    failure: [lastOp(keys.generations(cluster))],
  });
  if (!succeeded && !isSameGeneration(generation, reads[0]?.[0])) {
    throw generationConflict(generation, reads[0]?.[0]);
  }
}
