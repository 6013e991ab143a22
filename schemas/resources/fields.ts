/**
 * Field types shared by the resources: each refuses with a stable code and a hint, and turns what
 * it accepts into canonical form. What a schema says of itself in `meta` is read by others:
 * `description` and `form` by docs/resources.md, `since` (the schema version that brought the
 * field) by the codecs, so that a reader of an older version refuses what it would misread.
 */
import { z } from 'zod';
import { type Family, hostPrefix, networkOf, parseAddress, parsePrefix } from '../address.ts';
import { NAME_LENGTH_MAX, WEIGHT_MAX } from '../limits.ts';
import { isName } from '../names.ts';

/** A refusal that validation turns into a Problem with this code and hint. */
function refuse(ctx: z.RefinementCtx, code: string, message: string, hint: string, fix?: string) {
  ctx.addIssue({
    code: 'custom',
    message,
    params: { code, hint, ...(fix === undefined ? {} : { fix }) },
  });
  return z.NEVER;
}

const nameText = z.string().superRefine((text, ctx) => {
  if (isName(text)) return;
  refuse(
    ctx,
    'E_NAME',
    `"${text}" is not a name`,
    `use up to ${NAME_LENGTH_MAX} lower-case letters, digits and dashes, with a letter or digit at both ends`,
  );
});
export const name = nameText.meta({ form: 'name' });

const addressText = z.string().transform((text, ctx): string => {
  const canonical = parseAddress(text);
  if (canonical !== undefined) return canonical;
  const hint = text.includes('/')
    ? 'leave the prefix length out'
    : 'write it like 192.0.2.10 or 2001:db8::10';
  return refuse(ctx, 'E_ADDRESS', `"${text}" is not an IP address`, hint);
});
export const address = addressText.meta({ form: 'address' });

const prefixText = z.string().transform((text, ctx): string => {
  const parsed = parsePrefix(text);
  if (parsed !== undefined) return `${parsed.address}/${parsed.length}`;
  return refuse(
    ctx,
    'E_CIDR',
    `"${text}" is not an address with a prefix length`,
    'write it like 192.0.2.10/24 (at most /32) or 2001:db8::10/64 (at most /128)',
  );
});
export const prefix = prefixText.meta({ form: 'address/length' });

const networkText = z.string().transform((text, ctx): string => {
  const single = parseAddress(text);
  if (single !== undefined) return hostPrefix(single);
  const parsed = parsePrefix(text);
  if (parsed === undefined) {
    const hint = 'write it like 192.0.2.0/24, 2001:db8::/64, or one address';
    return refuse(ctx, 'E_CIDR', `"${text}" is not a network`, hint);
  }
  const network = networkOf(parsed);
  if (network === `${parsed.address}/${parsed.length}`) return network;
  const message = `"${text}" has bits set outside of its prefix length`;
  return refuse(ctx, 'E_CIDR', message, `did you mean ${network}?`, network);
});
/** A network without host bits; one address alone is the network of that address. */
export const network = networkText.meta({ form: 'network' });

export const port = z.int().min(1).max(65_535);
export const weight = z.int().min(0).max(WEIGHT_MAX);

/** Linux IFNAMSIZ is 16 with the closing zero (include/uapi/linux/if.h). */
export const interfaceName = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,15}$/, 'not an interface name')
  .meta({ form: 'interface' });

export const family = z.enum(['ipv4', 'ipv6'] as const satisfies readonly Family[]);

/** Words of a person: one line or a few, not empty. */
export const text = (lengthMax: number) => z.string().min(1).max(lengthMax).meta({ form: 'text' });

/** A version as its maker writes it: `6.12.57+deb13-amd64`. */
export const versionText = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.+~_-]{0,127}$/, 'not a version')
  .meta({ form: 'version' });

export const labelKey = z.string().min(1).max(63).meta({ form: 'label' });

const instantText = z.string().transform((written, ctx): string => {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(written);
  const ms = isWhole ? Date.parse(written) : Number.NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  const hint = 'write date, time and zone like 2026-11-21T08:00:00Z or 2026-11-21T09:00:00+01:00';
  return refuse(ctx, 'E_FORMAT', `"${written}" is not a moment in time`, hint);
});
/** A moment with its zone; canonical in UTC. */
export const instant = instantText.meta({ form: 'instant' });

const zoneText = z.string().superRefine((zone, ctx) => {
  try {
    // Offsets like +01:00 are taken too, yet they do not follow summer time: names only.
    if (/^[A-Za-z]/.test(zone)) return void new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  refuse(ctx, 'E_FORMAT', `"${zone}" is not a time zone`, 'write an IANA name like Europe/Berlin');
});
export const timeZone = zoneText.meta({ form: 'time zone' });

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day')
  .meta({ form: 'time of day' });

/** A number of things, or a share of them that is rounded down; exactly one of the two. */
export const amount = z
  .strictObject({
    count: z.int().min(1).max(100_000).optional().describe('So many.'),
    percent: z.int().min(1).max(100).optional().describe('So many of a hundred, rounded down.'),
  })
  .refine(({ count, percent }) => (count === undefined) !== (percent === undefined), {
    message: 'needs either count or percent',
    params: { code: 'E_CONTRADICTION', hint: 'write { count: 1 } or { percent: 10 }' },
  });
export type Amount = z.infer<typeof amount>;

/** Whether no item stands twice in a list. */
export function areDistinct(items: readonly (string | number)[]): boolean {
  return new Set(items).size === items.length;
}

/** What `.refine(areDistinct, ...)` says of a list in which something stands twice. */
export const TWICE_IN_LIST = {
  message: 'an item stands twice',
  params: { code: 'E_CONTRADICTION', hint: 'keep one of the two' },
} as const;
