/**
 * NodeRef: the one key of the store that an agent watches. It says which generation the director
 * is to run and whether it is to be in service. Controller (generations) and workflows (admin
 * state) both write it, each by compare-and-swap.
 */
import { z } from 'zod';

export const planRefSchema = z.object({
  cluster: z.string(),
  generation: z.int(),
  digest: z.string(),
});

/**
 * `active`: takes part with its own priority. `draining`: gives mastership away, connections end
 * or move. `drained`: out of service until somebody undrains it; survives reboots.
 */
export const adminStateSchema = z.enum(['active', 'draining', 'drained']);
export type AdminState = z.infer<typeof adminStateSchema>;

export const nodeRefSchema = z.object({
  node: z.string(),
  /** Digest = sha256 of the root tree of the cluster's generation. */
  plan: planRefSchema,
  /** Digest of this director's NodeObject. */
  nodeObject: z.string(),
  adminState: adminStateSchema,
  /** Fencing token: revision of the lock that the last admin-state change was made under. */
  token: z.int(),
  /** True when the generation is lower on purpose; otherwise an agent refuses to go back. */
  revert: z.boolean(),
  /** Where a rollout took it from, and would put it back to; what this names is never swept. */
  previous: planRefSchema.optional(),
  /** Wall clock of the writer, for propagation figures only; nothing depends on it. */
  writtenAtMs: z.int(),
});
export type NodeRef = z.infer<typeof nodeRefSchema>;

/** One entry of a tree: object name (`service/web`) and the digest of its bytes. */
export const treeEntrySchema = z.object({ name: z.string(), digest: z.string() });
export type TreeEntry = z.infer<typeof treeEntrySchema>;

/** One shard of a root tree: entries in name order. */
export const treeShardSchema = z.object({ entries: z.array(treeEntrySchema) });
/** The root: digest of each shard, '' for an empty one; length TREE_SHARDS. */
export const treeRootSchema = z.object({ shards: z.array(z.string()) });

/**
 * 256 shards: with 10,000 services a shard has about 40 entries (4 KiB) and the root is 16 KiB, so
 * one changed service writes one object, one shard and one root whatever the size of the cluster.
 */
export const TREE_SHARDS = 256;

/** One generation of a cluster: what it was compiled from, and its root. */
export const generationSchema = z.object({
  cluster: z.string(),
  generation: z.int(),
  root: z.string(),
  /** Spec revision it was compiled from. */
  revision: z.int(),
  parent: z.int(),
});
export type Generation = z.infer<typeof generationSchema>;
