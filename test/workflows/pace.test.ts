import { expect, test } from 'vitest';
import {
  HISTORY_EVENTS_FIXED_MAX,
  HISTORY_EVENTS_PER_LOOK,
  pauseMs,
} from '../../workflows/procedure/pace.ts';

/** Looks in a wait of this length when a look itself takes no time: the most there can be. */
function looksMax(what: 'watch' | 'lock', waitMs: number): number {
  let looks = 0;
  for (let waitedMs = 0; waitedMs < waitMs; looks++) {
    waitedMs += pauseMs(what, waitedMs, waitMs - waitedMs);
  }
  return looks + 1;
}

const DAY_MS = 86_400_000;
/** Three master-down times (3 x interval + skew) at the longest interval of RFC 9568. */
const MOVE_MS_MAX = 3 * 4 * 40_950;

test('the longest procedure stays below ten thousand history events', () => {
  const looks =
    looksMax('lock', DAY_MS) + looksMax('watch', MOVE_MS_MAX) + looksMax('watch', DAY_MS);
  const events = looks * HISTORY_EVENTS_PER_LOOK + HISTORY_EVENTS_FIXED_MAX;
  expect(events).toBeLessThan(10_000);
  // 277 + 126 + 425 looks of 11 events and 120: the bound is not met by chance of a coarse pace.
  expect(events).toBeGreaterThan(8_000);
});

test('it looks twice a second at first, and never sleeps past the end of the wait', () => {
  expect(pauseMs('watch', 0, 60_000)).toBe(500);
  expect(pauseMs('watch', 9_999, 60_000)).toBe(500);
  expect(pauseMs('watch', 10_000, 60_000)).toBe(3_000);
  expect(pauseMs('watch', 59_000, 1_000)).toBe(1_000);
  expect(pauseMs('lock', 20_000, 60_000)).toBe(5_000);
});
