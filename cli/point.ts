/**
 * A place in the history as people name it: a revision, `now`, a time, or how long ago. Times are
 * UTC where they do not say otherwise, as all times are that Sluice prints.
 */
import { FleetError } from '../schemas/errors.ts';
import type { SpecPoint } from '../schemas/history-api.ts';
import { parseDuration } from './duration.ts';

export const POINTS_HELP = `REV is a revision (41) or now; TIME is 2026-11-21T08:00:00Z (UTC
unless it names a zone), 2026-11-21, or how long ago: 90s, 10m, 2h30m.`;

/** Throws E_USAGE. */
export function parsePoint(text: string, nowMs: number): SpecPoint {
  if (/^\d{1,15}$/.test(text)) return { revision: Number(text) };
  if (text === 'now') return { timeMs: nowMs };
  if (/^(\d+(ms|s|m|h))+$/.test(text)) return { timeMs: nowMs - parseDuration(text) };
  const timeMs = parseTime(text);
  if (timeMs !== undefined) return { timeMs };
  throw new FleetError('E_USAGE', `"${text}" is neither a revision nor a time`, {
    hint: 'write 41, now, 10m (ago) or 2026-11-21T08:00:00Z',
  });
}

/** A moment to come: how long from now, or a time. Throws E_USAGE. */
export function parseUntil(text: string, nowMs: number): string {
  const isLength = /^(\d+(ms|s|m|h))+$/.test(text);
  const timeMs = isLength ? nowMs + parseDuration(text) : parseTime(text);
  if (timeMs === undefined) {
    throw new FleetError('E_USAGE', `"${text}" is not a time`, {
      hint: 'write how long (90m, 8h) or when (2026-11-21T08:00:00Z)',
    });
  }
  if (timeMs > nowMs) return new Date(timeMs).toISOString();
  throw new FleetError('E_USAGE', `${new Date(timeMs).toISOString()} is over`, {
    hint: 'times are UTC unless they name a zone',
  });
}

/** `2026-11-21`, `2026-11-21 08:00[:00[.5]]`, with `T` or a space, with a zone or in UTC. */
function parseTime(text: string): number | undefined {
  const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?)?$/;
  const [, day, time = '00:00', zone = 'Z'] = form.exec(text) ?? [];
  if (day === undefined) return undefined;
  const timeMs = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(timeMs) ? undefined : timeMs;
}
