/** Bytes of plans: objects, trees, generations, refs and locks. Digests are taken over these. */
import { z } from 'zod';
import { sluice } from '../gen/sluice.js';
import { type NodeObject, nodeObjectSchema } from '../plan/node-plan.ts';
import {
  type Generation,
  generationSchema,
  type NodeRef,
  nodeRefSchema,
  type TreeEntry,
  treeRootSchema,
  treeShardSchema,
} from '../plan/node-ref.ts';
import { type ServiceObject, serviceObjectSchema } from '../plan/service-plan.ts';
import { type SnatObject, snatObjectSchema } from '../plan/snat-plan.ts';
import { type Codec, makeCodec } from './frame.ts';
import { listsFromWire, listsToWire, unionFromWire, unionToWire } from './wire.ts';

export const serviceObjectCodec: Codec<ServiceObject> = makeCodec<ServiceObject>({
  type: 'ServiceObject',
  message: sluice.v1.ServiceObject,
  schema: serviceObjectSchema,
});

export const nodeObjectCodec: Codec<NodeObject> = makeCodec<NodeObject>({
  type: 'NodeObject',
  message: sluice.v1.NodeObject,
  schema: nodeObjectSchema,
  toWire: (value) => ({ ...value, pools: listsToWire(value.pools) }),
  fromWire: ({ snatGateways, ...wire }) => ({
    ...wire,
    pools: listsFromWire(wire['pools']),
    // No list and an empty one are the same on the wire.
    ...((snatGateways as string[]).length === 0 ? {} : { snatGateways }),
  }),
});

export const snatObjectCodec: Codec<SnatObject> = makeCodec<SnatObject>({
  type: 'SnatObject',
  message: sluice.v1.SnatObject,
  schema: snatObjectSchema,
  toWire: unionToWire,
  fromWire: (wire) => unionFromWire(wire, ['Gateway', 'Zone']),
});

export const treeShardCodec: Codec<{ entries: TreeEntry[] }> = makeCodec({
  type: 'TreeShard',
  message: sluice.v1.TreeShard,
  schema: treeShardSchema,
});

export const treeRootCodec: Codec<{ shards: string[] }> = makeCodec({
  type: 'TreeRoot',
  message: sluice.v1.TreeRoot,
  schema: treeRootSchema,
});

export const generationCodec: Codec<Generation> = makeCodec<Generation>({
  type: 'Generation',
  message: sluice.v1.Generation,
  schema: generationSchema,
});

export const nodeRefCodec: Codec<NodeRef> = makeCodec<NodeRef>({
  type: 'NodeRef',
  message: sluice.v1.NodeRef,
  schema: nodeRefSchema,
});

/**
 * A lock on a failure domain. It has no lease: it belongs to a workflow, and whether that workflow
 * still runs is asked of Temporal (operations I8-I11). Its fencing token is its create revision.
 */
export const lockSchema = z.object({
  domain: z.string(),
  owner: z.string(),
  reason: z.string(),
  takenAtMs: z.int(),
});
export type Lock = z.infer<typeof lockSchema>;

export const lockCodec: Codec<Lock> = makeCodec<Lock>({
  type: 'Lock',
  message: sluice.v1.Lock,
  schema: lockSchema,
});
