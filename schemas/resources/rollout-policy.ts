/**
 * RolloutPolicy: how changes and maintenance go over the directors of the clusters that name it:
 * in which waves, under which budget, past which gates, when, and with whose consent.
 */
import { z } from 'zod';
import {
  type Amount,
  amount,
  areDistinct,
  labelKey,
  name,
  TWICE_IN_LIST,
  timeOfDay,
  timeZone,
} from './fields.ts';

const gates = z.strictObject({
  health: z
    .strictObject({
      minPercent: z.int().min(0).max(100).describe('Real servers up, of a hundred.'),
      maxDropPercent: z
        .int()
        .min(0)
        .max(100)
        .optional()
        .describe('Against directors that are not changed yet.'),
    })
    .optional()
    .describe('Health of the real servers as the changed directors see it.'),
  convergence: z
    .strictObject({
      withinS: z.int().min(1).max(86_400).describe('Seconds until the kernel has the plan.'),
    })
    .optional()
    .describe('The changed directors run what they are to run.'),
  errorRate: z
    .strictObject({
      maxPercent: z.number().min(0).max(100).describe('Refused or failed, of a hundred.'),
      maxRisePercent: z
        .number()
        .min(0)
        .max(100)
        .optional()
        .describe('Against directors that are not changed yet.'),
    })
    .optional()
    .describe('Connections that fail on the changed directors. Refused: nothing counts them yet.'),
  inconclusiveS: z
    .int()
    .min(1)
    .max(86_400)
    .default(600)
    .describe('Missing data is no verdict; after so long the rollout pauses and asks.'),
});

const soak = z.strictObject({
  minTimeS: z.int().min(0).max(2_592_000).default(300).describe('Seconds at least.'),
  minNewConnections: z
    .int()
    .min(0)
    .max(1_000_000_000)
    .default(0)
    .describe('New connections served at least. More than 0 is refused: nothing counts them yet.'),
});

const window = z.strictObject({
  days: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1)
    .max(7)
    .refine(areDistinct, TWICE_IN_LIST)
    .describe('Days on which it opens.'),
  start: timeOfDay.describe('When it opens, by the clock there.'),
  end: timeOfDay.describe('When it closes; not after the start means on the next day.'),
  timeZone: timeZone.describe('IANA name, so that it follows summer time.'),
});

const approvals = z.strictObject({
  count: z.int().min(1).max(10).default(1).describe('People who must approve.'),
  roles: z.array(name).max(32).default([]).describe('Roles that may; any with the verb if empty.'),
  isRequesterAllowed: z.boolean().default(false).describe('Whether who asks may also approve.'),
  expiresAfterS: z
    .int()
    .min(60)
    .max(2_592_000)
    .default(86_400)
    .describe('An approval is for one plan and for so long.'),
});

export const rolloutPolicySpec = z.strictObject({
  waves: z
    .array(amount)
    .min(1)
    .max(32)
    .refine(doNotShrink, {
      message: 'a wave is smaller than the one before it',
      params: {
        code: 'E_RANGE',
        hint: 'begin with the canary; later waves are as large or larger',
      },
    })
    .describe('Directors a wave, the canary first; the last size repeats until all are done.'),
  maxUnavailable: amount.describe('Directors out of service at a time, whatever the reason.'),
  failureDomainKey: labelKey
    .optional()
    .describe('Label of Nodes that says what fails together; failureDomain when absent.'),
  gates: gates.optional().describe('What must hold after a wave before the next one begins.'),
  soak: soak.optional().describe('How long a wave is watched; 30 s when absent.'),
  windows: z
    .array(window)
    .max(64)
    .default([])
    .describe('When a rollout may begin; always when empty. One that has begun goes on.'),
  approvals: approvals
    .optional()
    .describe('Who must agree; nobody when absent. Refused: there is no way to approve yet.'),
  onFailedGate: z
    .enum(['revert', 'pause'])
    .default('pause')
    .describe('What a failed gate does to what was changed.'),
  isNowAllowed: z
    .boolean()
    .default(false)
    .describe(
      'Whether an emergency may go past windows, waves and gates. It still goes by the budget, but ' +
        'is not held up by directors that others have made unavailable.',
    ),
});

/** Sizes of one unit; a count and a share are compared when the cluster is known. */
function doNotShrink(waves: readonly Amount[]): boolean {
  return waves.every((wave, position) => {
    const before = waves[position - 1] ?? {};
    const isLess = (size?: number, earlier?: number) =>
      size !== undefined && earlier !== undefined && size < earlier;
    return !isLess(wave.count, before.count) && !isLess(wave.percent, before.percent);
  });
}
