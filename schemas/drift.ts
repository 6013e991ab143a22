/**
 * Drift: what a director is to hold, what its agent last made it hold and what it really holds,
 * side by side, as far as they differ. What is not Sluice's is listed beside it and never touched.
 */
import { z } from 'zod';
import { planRefSchema } from './plan/node-ref.ts';

/** Entries that one answer lists; the rest is counted. 500 are some 100 KiB, and nobody reads more. */
export const DRIFT_ENTRIES_MAX = 500;
/** Foreign things that one answer lists; the rest is counted. */
export const FOREIGN_ENTRIES_MAX = 200;
/** Repairs that one event tells in words; the rest is counted. */
export const REPAIRS_TOLD_MAX = 20;

export const driftEntrySchema = z.object({
  /**
   * `pending`: a change of the plan that the next round makes. `drifted`: the director holds
   * something else than was made, so somebody changed what is ours; the next round repairs it.
   * What is already as the plan wants it is neither, however it came to be so.
   */
  kind: z.enum(['pending', 'drifted']),
  what: z.enum(['service', 'realServer', 'localAddress', 'zone', 'address', 'vrrp']),
  /**
   * Listener (`tcp/10.0.0.1:80`), real server (`10.1.0.2:80`), zone (`office/default`), address with
   * its prefix length, or the name of a VRRP instance.
   */
  subject: z.string(),
  /** The listener of a real server or a local address, the link of an address; '' for others. */
  of: z.string(),
  /** In words for people (`weight 3`, `wrr fullnat`); '' where it is not there. */
  desired: z.string(),
  applied: z.string(),
  observed: z.string(),
});
export type DriftEntry = z.infer<typeof driftEntrySchema>;

export const foreignSchema = z.object({
  /**
   * `nat`: other rules that translate. `filter`: other rules that see the packets of our addresses
   * and may drop them. `address`: one of our addresses on a link where we did not put it. `vrrp`:
   * another VRRP daemon. `ipvs`: entries of ip_vs.
   */
  kind: z.enum(['nat', 'filter', 'address', 'vrrp', 'ipvs']),
  where: z.string(),
  what: z.string(),
});
export type Foreign = z.infer<typeof foreignSchema>;

/** What an agent answers that looks now. */
export const driftReplySchema = z.object({
  wanted: planRefSchema.optional(),
  applied: planRefSchema.optional(),
  /** Why the agent cannot make the director so, in the words of its status; '' when it can. */
  problem: z.string(),
  pending: z.int(),
  drifted: z.int(),
  foreignTotal: z.int(),
  /** Drifted ones first; at most DRIFT_ENTRIES_MAX. */
  entries: z.array(driftEntrySchema),
  foreign: z.array(foreignSchema),
  /** Things of ours that somebody changed and the agent mended, since the agent started. */
  repaired: z.int(),
});
export type DriftReply = z.infer<typeof driftReplySchema>;

const refusalSchema = z.object({ code: z.string(), message: z.string(), hint: z.string() });

/** GET /v1/nodes/:node/drift (E_NOT_FOUND, E_NODE_SILENT) */
export const nodeDriftSchema = driftReplySchema.extend({ node: z.string(), cluster: z.string() });
export type NodeDrift = z.infer<typeof nodeDriftSchema>;

/** One line a director; either the figures or why it could not be asked. */
export const driftSummarySchema = z.object({
  node: z.string(),
  cluster: z.string(),
  drift: driftReplySchema.omit({ entries: true, foreign: true }).optional(),
  /** E_NODE_SILENT: the agent does not answer. E_NOT_FOUND: it is of an older version. */
  error: refusalSchema.optional(),
});
export type DriftSummary = z.infer<typeof driftSummarySchema>;

/** GET /v1/drift?cluster=: every declared director, by name. */
export const fleetDriftSchema = z.object({ nodes: z.array(driftSummarySchema) });
export type FleetDrift = z.infer<typeof fleetDriftSchema>;
