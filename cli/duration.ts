/** Times as people write and read them. */
import { FleetError } from '../schemas/errors.ts';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** `90s`, `5m`, `1h30m`, `500ms` -> milliseconds. Throws E_USAGE. */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+)(ms|s|m|h)/g)];
  const isWhole = parts.map(([all]) => all).join('') === text && parts.length > 0;
  if (!isWhole) {
    const hint = 'write it like 90s, 5m or 1h30m';
    throw new FleetError('E_USAGE', `"${text}" is not a duration`, { hint });
  }
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
}

/** `450 ms`, `12.3 s`, `4 m 10 s`, `2 h 5 m`. */
export function durationText(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  const seconds = ms / 1_000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3_600) return `${Math.floor(whole / 60)} m ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} m`;
}

/** `2026-11-21 00:40:12Z`: one clock for people who look at directors in several places. */
export function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}
