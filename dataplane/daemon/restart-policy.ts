/**
 * When a daemon that died is started again: the first time almost at once, since every second
 * without it is a second without a second director; then later and later, so that one that cannot
 * live does not take the machine with it. Pure.
 */

/** Long enough for the dead one's sockets and adverts to be gone. */
const FIRST_DELAY_MS = 200;
/** A person notices within a minute; one try in 30 s costs nothing. */
const DELAY_MAX_MS = 30_000;
/** One that lived this long was well: its next death counts as the first. */
const STABLE_MS = 60_000;

export interface RestartHistory {
  /** Deaths and failed starts in a row. */
  readonly failures: number;
}

export const NO_FAILURES: RestartHistory = { failures: 0 };

/** The history after one more death, or failed start (`livedMs` 0). */
export function afterFailure(history: RestartHistory, livedMs: number): RestartHistory {
  return { failures: livedMs >= STABLE_MS ? 1 : history.failures + 1 };
}

/** How long to wait before the next start. Doubles with each failure up to a bound. */
export function restartDelayMs(history: RestartHistory): number {
  if (history.failures === 0) return 0;
  return Math.min(DELAY_MAX_MS, FIRST_DELAY_MS * 2 ** Math.min(history.failures - 1, 16));
}
