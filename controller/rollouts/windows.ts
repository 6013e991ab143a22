/**
 * Windows: when a rollout may begin, by the clock of a place. Pure. A window whose end is not after
 * its start closes on the next day.
 */
import type { PolicySpec } from './rollout-terms.ts';

type Window = PolicySpec['windows'][number];

const DAYS: readonly Window['days'][number][] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_MINUTES = 1_440;
const MINUTE_MS = 60_000;

export type WindowState =
  | { readonly isOpen: true }
  /** `opensAtMs` is right to the minute, but for the night in which the clock is changed. */
  | { readonly isOpen: false; readonly opensAtMs: number };

/** No windows: always open. */
export function windowState(windows: readonly Window[], nowMs: number): WindowState {
  if (windows.length === 0 || windows.some((window) => isOpen(window, nowMs))) {
    return { isOpen: true };
  }
  return { isOpen: false, opensAtMs: Math.min(...windows.map((one) => nextStart(one, nowMs))) };
}

/** `mon 09:00-17:00 Europe/Berlin`, for people. */
export function windowText({ days, start, end, timeZone }: Window): string {
  return `${days.join(', ')} ${start}-${end} ${timeZone}`;
}

function isOpen({ days, start, end, timeZone }: Window, nowMs: number): boolean {
  const [from, to] = [minuteOf(start), minuteOf(end)];
  const { day, minute } = clockAt(timeZone, nowMs);
  const opens = (index: number) => days.includes(dayAt(index));
  if (from < to) return opens(day) && from <= minute && minute < to;
  return (opens(day) && minute >= from) || (opens(day - 1) && minute < to);
}

function nextStart({ days, start, timeZone }: Window, nowMs: number): number {
  const from = minuteOf(start);
  const { day, minute } = clockAt(timeZone, nowMs);
  const ahead = DAYS.map((_, offset) => offset + 1)
    .concat(0)
    .filter((offset) => days.includes(dayAt(day + offset)) && (offset > 0 || from > minute))
    .map((offset) => offset * DAY_MINUTES + from - minute);
  const beginning = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
  const guess = beginning + Math.min(...ahead) * MINUTE_MS;
  // Summer time may begin or end on the way: then the clock there shows another hour.
  const off = ((from - clockAt(timeZone, guess).minute + 720 + DAY_MINUTES) % DAY_MINUTES) - 720;
  return guess + off * MINUTE_MS;
}

function dayAt(index: number): Window['days'][number] {
  return DAYS[(index + DAYS.length) % DAYS.length] ?? 'mon';
}

/** `23:30` -> 1410; the schema has checked the form. */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** Day of the week (Monday is 0) and minute of the day as the clocks there show them. */
function clockAt(timeZone: string, timeMs: number): { day: number; minute: number } {
  let clock = CLOCKS.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hourCycle: 'h23', weekday: 'short' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
    CLOCKS.set(timeZone, clock);
  }
  const parts = new Map(clock.formatToParts(timeMs).map(({ type, value }) => [type, value]));
  const names: readonly string[] = DAYS;
  const day = names.indexOf(parts.get('weekday')?.toLowerCase() ?? '');
  return { day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}
