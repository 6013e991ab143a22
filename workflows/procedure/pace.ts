/**
 * How often a waiting procedure looks again: often at first, when most waits end, then ever more
 * seldom, so that the longest wait (a day) fits one history. One look is an activity and a timer,
 * each with its workflow task: 11 history events. The worst case, a lock waited for a whole day, a
 * move up to its bound and connections waited for a whole day, stays below 10,000 events (I36);
 * test/workflows/pace.test.ts does the sum.
 */

export const HISTORY_EVENTS_PER_LOOK = 11;
/** Of the single steps: checks, lock, admin states, release, start and end; rounded up. */
export const HISTORY_EVENTS_FIXED_MAX = 120;

/** From `untilMs` of waiting on, the next row holds. */
type Pace = readonly { readonly untilMs: number; readonly pauseMs: number }[];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A director that drains is watched closely: a peer that dies has to be seen. */
const WATCH_PACE: Pace = [
  { untilMs: 10_000, pauseMs: 500 },
  { untilMs: 5 * MINUTE_MS, pauseMs: 3_000 },
  { untilMs: HOUR_MS, pauseMs: 30_000 },
  { untilMs: Number.POSITIVE_INFINITY, pauseMs: 7 * MINUTE_MS },
];

/** A lock is asked for less often: nothing is under way that could go wrong meanwhile. */
const LOCK_PACE: Pace = [
  { untilMs: 10_000, pauseMs: 500 },
  { untilMs: 5 * MINUTE_MS, pauseMs: 5_000 },
  { untilMs: HOUR_MS, pauseMs: MINUTE_MS },
  { untilMs: Number.POSITIVE_INFINITY, pauseMs: 7 * MINUTE_MS },
];

/** Also after the end of a wait, where one more look may be wanted. */
const PAUSE_MIN_MS = 500;

/** The pause before the next look; the last one ends with the wait. */
export function pauseMs(what: 'watch' | 'lock', waitedMs: number, leftMs: number): number {
  const pace = what === 'watch' ? WATCH_PACE : LOCK_PACE;
  const row = pace.find(({ untilMs }) => waitedMs < untilMs);
  return Math.max(PAUSE_MIN_MS, Math.min(row?.pauseMs ?? MINUTE_MS, leftMs));
}
