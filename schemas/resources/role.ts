/**
 * Role: what somebody may do, and where. A verb that no rule gives is denied; there are no rules
 * that take away.
 */
import { z } from 'zod';
import { areDistinct, labelKey, name, TWICE_IN_LIST } from './fields.ts';

/** What people do through CLI, API and chat alike. */
export const VERBS = [
  'get',
  'plan',
  'apply',
  'delete',
  'drain',
  'failover',
  'rollout',
  'upgrade',
  'approve',
  'pause',
  'freeze',
  'diagnose',
] as const;

const rule = z.strictObject({
  verbs: z
    .array(z.enum([...VERBS, '*']))
    .min(1)
    .max(VERBS.length + 1)
    .refine(areDistinct, TWICE_IN_LIST)
    .describe('What may be done; `*` is everything.'),
  kinds: z
    .array(labelKey)
    .max(32)
    .refine(areDistinct, TWICE_IN_LIST)
    .default([])
    .describe('With which kinds of resources; with all when empty.'),
  clusters: z
    .array(name)
    .max(256)
    .refine(areDistinct, TWICE_IN_LIST)
    .default([])
    .describe('In which clusters; in all when empty.'),
});

export const roleSpec = z.strictObject({
  rules: z.array(rule).min(1).max(64).describe('One that matches is enough.'),
});
