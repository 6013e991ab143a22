/**
 * Adoption: what a director balances today by rules that are not Sluice's, read out of its kernel,
 * and the step from those rules to ours. What was not understood for certain is listed with its own
 * text and never guessed at.
 */
import { z } from 'zod';
import { SCHEDULERS } from './capabilities.ts';
import { originSchema } from './events.ts';
import { carriedAddressSchema } from './plan/node-plan.ts';
import { planRefSchema } from './plan/node-ref.ts';
import { realServerPlanSchema } from './plan/service-plan.ts';
import { resourceSchema } from './spec.ts';

/** Listeners that one director's rules may make; more were not written by hand. */
export const FOUND_SERVICES_MAX = 1_000;

/** One listener that foreign rules balance. */
export const foundServiceSchema = z.object({
  /** `tcp/10.0.0.1:80` */
  key: z.string(),
  address: z.string(),
  port: z.int(),
  protocol: z.enum(['tcp', 'udp']),
  /** `rr` for equal shares, `wrr` for others, `sh` for a hash of the client's address. */
  scheduler: z.enum(SCHEDULERS),
  forwarding: z.enum(['nat', 'fullnat']),
  /** Source addresses towards the real servers; empty under `masquerade` and under `nat`. */
  localAddresses: z.array(z.string()),
  /** The source address is whatever the director has on the link (a fullnat without a LIP). */
  masquerade: z.boolean(),
  realServers: z.array(realServerPlanSchema),
  /** The rules it was read from, `table ip lb chain prerouting handle 4`. */
  rules: z.array(z.string()),
});
export type FoundService = z.infer<typeof foundServiceSchema>;

/** A rule in its own words, and why it is listed. */
export const foundRuleSchema = z.object({ where: z.string(), rule: z.string(), why: z.string() });
export type FoundRule = z.infer<typeof foundRuleSchema>;

/** Where the plan in hand and what is live are not the same; '' for what is not there. */
export const adoptDifferenceSchema = z.object({
  key: z.string(),
  what: z.string(),
  planned: z.string(),
  live: z.string(),
});
export type AdoptDifference = z.infer<typeof adoptDifferenceSchema>;

export const takenOverSchema = z.object({
  atMs: z.int(),
  services: z.array(z.string()),
  /** Whether the old rules can be put back; `reason` says why not. */
  isUndoable: z.boolean(),
  reason: z.string(),
});

/** What the agent reads on the director; it changes nothing. */
export const liveConfigSchema = z.object({
  /** The plan that `differences` were taken against. */
  plan: planRefSchema.optional(),
  /** Digest of the rules that were read; a take-over may name it, and is refused for another one. */
  fingerprint: z.string(),
  services: z.array(foundServiceSchema),
  /** Rules that translate what the director forwards besides; they are understood, and they stay. */
  egress: z.array(foundRuleSchema),
  notUnderstood: z.array(foundRuleSchema),
  /** Addresses on the director's links. */
  addresses: z.array(carriedAddressSchema),
  differences: z.array(adoptDifferenceSchema),
  /** Why the director cannot be taken over as it is, besides differences and rules. */
  obstacles: z.array(z.string()),
  /** The last take-over of this director, while its record is there. */
  taken: takenOverSchema.optional(),
});
export type LiveConfig = z.infer<typeof liveConfigSchema>;

export const takeOverSchema = z.object({
  /** The plan that the caller has seen; refused (E_PLAN_STALE) when the agent has another one. */
  plan: planRefSchema,
  /** '' for whatever is there now. */
  fingerprint: z.string(),
  /** Leave the rules that are not understood where they are, and take over the others. */
  onlyUnderstood: z.boolean(),
  /** For the event. */
  actor: z.string(),
  reason: z.string(),
});

export const takeOverReplySchema = z.object({
  /** Listeners that are ours now. */
  services: z.array(z.string()),
  /** Tables and rules that were removed in the same transaction. */
  removed: z.array(z.string()),
  /** VIPs and LIPs that stood on links and are ours now. */
  addresses: z.array(z.string()),
});
export type TakeOverReply = z.infer<typeof takeOverReplySchema>;

export const undoTakeOverSchema = z.object({ actor: z.string(), reason: z.string() });
export const undoTakeOverReplySchema = z.object({
  /** Listeners that the old rules serve again; the plan keeps them, and the agent holds them back. */
  services: z.array(z.string()),
  restored: z.array(z.string()),
});
export type UndoTakeOverReply = z.infer<typeof undoTakeOverReplySchema>;

const words = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());

/**
 * GET /v1/nodes/:node/adopt?lip=A&lip=B&lipInterface=eth1: what a dry run shows. LIPs are needed for
 * services that masquerade: Sluice never uses a director's own address as one.
 */
export const adoptQuerySchema = z.object({
  lip: words.default([]),
  lipInterface: z.string().optional(),
});
export type AdoptQuery = z.input<typeof adoptQuerySchema>;

export const adoptPreviewSchema = liveConfigSchema.extend({
  node: z.string(),
  cluster: z.string(),
  /** What was found as resources, to be applied as any others. */
  resources: z.array(resourceSchema),
  /** Listeners that cannot become resources, and why. */
  leftOut: z.array(z.object({ key: z.string(), why: z.string() })),
  /** Whether POST would take over now, with `onlyUnderstood` when rules are not understood. */
  isReady: z.boolean(),
});
export type AdoptPreview = z.infer<typeof adoptPreviewSchema>;

/** POST /v1/nodes/:node/adopt answers with a TakeOverReply; E_ADOPT_REFUSED lists every reason. */
export const adoptRequestSchema = z.object({
  origin: originSchema,
  fingerprint: z.string().default(''),
  onlyUnderstood: z.boolean().default(false),
});
export type AdoptRequest = z.input<typeof adoptRequestSchema>;

/** POST /v1/nodes/:node/adopt/undo answers with an UndoTakeOverReply. */
export const adoptUndoRequestSchema = z.object({ origin: originSchema });
export type AdoptUndoRequest = z.input<typeof adoptUndoRequestSchema>;
