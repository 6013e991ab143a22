/**
 * The part of the HTTP API that looks back and goes back: the spec as it was, what lies between two
 * revisions, who set a field, revert, and the spec as it changes. Same habits as schemas/api.ts.
 */
import { z } from 'zod';
import { applyRequestSchema, changeViewSchema, storedViewSchema } from './api.ts';
import { channelSchema } from './events.ts';

/** A place in the history: a revision, or a moment; then the newest event not after it. */
export type SpecPoint = { readonly revision: number } | { readonly timeMs: number };

/** `41` or `2026-11-21T08:00:00Z`, as a query says it. */
export const specPointSchema = z.string().transform((text, ctx): SpecPoint => {
  if (/^\d{1,15}$/.test(text)) return { revision: Number(text) };
  const timeMs = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(timeMs)) return { timeMs };
  ctx.addIssue(`"${text}" is neither a revision nor a time like 2026-11-21T08:00:00Z`);
  return z.NEVER;
});

export function specPointText(point: SpecPoint): string {
  return 'revision' in point ? String(point.revision) : new Date(point.timeMs).toISOString();
}

/** GET /v1/spec?at=P&kind=K&name=N answers with a ResourcesReply of that revision. */

/** GET /v1/diff?from=P&to=P&kind=K&name=N: what leads from the one to the other. */
export const diffReplySchema = z.object({
  from: z.int(),
  to: z.int(),
  changes: z.array(changeViewSchema),
});
export type DiffReply = z.infer<typeof diffReplySchema>;

/**
 * POST /v1/revert/plan (a PlanReply) and POST /v1/revert (an ApplyReply): one new event that makes
 * the spec as it was at `to`. A Freeze is reverted only where `only` names it.
 */
export const revertRequestSchema = applyRequestSchema
  .pick({ origin: true, ifRevision: true, overrideFreeze: true, now: true })
  .extend({
    to: z.int().min(0),
    /** Keys of the resources that are to be as they were; all of them when absent. */
    only: z.array(z.string()).min(1).optional(),
  });
export type RevertRequest = z.infer<typeof revertRequestSchema>;

/** GET /v1/blame?kind=K&name=N: every field as it is, and the event that made it so. */
export const blameReplySchema = z.object({
  key: z.string(),
  generation: z.int(),
  revision: z.int(),
  fields: z.array(
    z.object({
      path: z.string(),
      /** JSON text. */
      value: z.string(),
      /** 0, and no author, for what is older than the log. */
      revision: z.int(),
      timeMs: z.int(),
      actor: z.string(),
      channel: channelSchema,
      reason: z.string(),
    }),
  ),
});
export type BlameReply = z.infer<typeof blameReplySchema>;

/**
 * GET /v1/watch?kind=K&name=N: one of these a line. First a `present` line for each resource, then
 * one `synced`, then every change until the client goes; at worst the server ends the stream.
 */
export const specLineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('present'), key: z.string(), stored: storedViewSchema }),
  z.object({ type: z.literal('synced'), revision: z.int() }),
  z.object({
    type: z.literal('changed'),
    revision: z.int(),
    ...changeViewSchema.shape,
    /** Absent when it was deleted. */
    stored: storedViewSchema.optional(),
  }),
]);
export type SpecLine = z.infer<typeof specLineSchema>;

/** GET /v1/store/verify: one of these a line, one line a log. */
export const verdictLineSchema = z.object({
  /** `config/fleet`, `node/lb1`. */
  log: z.string(),
  ok: z.boolean(),
  /** Events that are proved, of a sound log. */
  events: z.int().optional(),
  /** The last event that is no longer in etcd; the log is proved from there on. */
  trimmed: z.int().optional(),
  /** The first place that is broken, and how. */
  brokenAt: z.int().optional(),
  why: z.string().optional(),
});
export type VerdictLine = z.infer<typeof verdictLineSchema>;
