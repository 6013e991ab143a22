/**
 * Field types shared by the resources: each refuses with a stable code and a hint, and turns what
 * it accepts into canonical form.
 */
import { z } from 'zod';
import { type Family, parseAddress, parsePrefix } from '../address.ts';
import { NAME_LENGTH_MAX, WEIGHT_MAX } from '../limits.ts';
import { isName } from '../names.ts';

/** A refusal that validation turns into a Problem with this code and hint. */
function refuse(ctx: z.RefinementCtx, code: string, message: string, hint: string) {
  ctx.addIssue({ code: 'custom', message, params: { code, hint } });
  return z.NEVER;
}

export const name = z.string().superRefine((text, ctx) => {
  if (isName(text)) return;
  refuse(
    ctx,
    'E_NAME',
    `"${text}" is not a name`,
    `use up to ${NAME_LENGTH_MAX} lower-case letters, digits and dashes, with a letter or digit at both ends`,
  );
});

export const address = z.string().transform((text, ctx): string => {
  const canonical = parseAddress(text);
  if (canonical !== undefined) return canonical;
  const hint = text.includes('/')
    ? 'leave the prefix length out'
    : 'write it like 192.0.2.10 or 2001:db8::10';
  return refuse(ctx, 'E_ADDRESS', `"${text}" is not an IP address`, hint);
});

export const prefix = z.string().transform((text, ctx): string => {
  const parsed = parsePrefix(text);
  if (parsed !== undefined) return `${parsed.address}/${parsed.length}`;
  return refuse(
    ctx,
    'E_CIDR',
    `"${text}" is not an address with a prefix length`,
    'write it like 192.0.2.10/24 (at most /32) or 2001:db8::10/64 (at most /128)',
  );
});

export const port = z.int().min(1).max(65_535);
export const weight = z.int().min(0).max(WEIGHT_MAX);

/** Linux IFNAMSIZ is 16 with the closing zero (include/uapi/linux/if.h). */
export const interfaceName = z.string().regex(/^[A-Za-z0-9_.-]{1,15}$/, 'not an interface name');

export const family = z.enum(['ipv4', 'ipv6'] as const satisfies readonly Family[]);
