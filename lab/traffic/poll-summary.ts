/**
 * What a series of polls says about a service: how many failed, who answered, and the longest time
 * in which nobody did. Pure.
 */

/** One poll: a new TCP connection and one HTTP GET. */
export interface Poll {
  /** Unix time of its start, ms. */
  readonly at: number;
  /** How long it took, to the last byte or to the failure. */
  readonly ms: number;
  readonly ok: boolean;
  /** The real server's name, as it says itself. */
  readonly server?: string;
  /** Why it failed, e.g. `ETIMEDOUT`, `ECONNREFUSED`, `status 502`. */
  readonly error?: string;
}

export interface PollSummary {
  readonly polls: number;
  readonly failed: number;
  /**
   * The longest time without an answer, ms: between the ends of two good polls, or from the start
   * of the series to the first, or from the last to the end. At rest it is the poll interval.
   */
  readonly longestGapMs: number;
  /** Good polls by the real server that answered. */
  readonly served: Readonly<Record<string, number>>;
  /** Failures by reason. */
  readonly errors: Readonly<Record<string, number>>;
}

/** `from` and `to` are the bounds of the series, Unix ms; the order of the polls is free. */
export function summarizePolls(polls: readonly Poll[], from: number, to: number): PollSummary {
  const good = polls.filter(({ ok }) => ok);
  const answers = good.map(({ at, ms }) => at + ms).sort((a, b) => a - b);
  return {
    polls: polls.length,
    failed: polls.length - good.length,
    longestGapMs: longestGap([from, ...answers, to]),
    served: countBy(good, ({ server }) => server ?? 'unnamed'),
    errors: countBy(
      polls.filter(({ ok }) => !ok),
      ({ error }) => error ?? 'unknown',
    ),
  };
}

/** The longest step between neighbours of an ascending list, rounded to whole ms. */
export function longestGap(times: readonly number[]): number {
  let longest = 0;
  for (const [index, time] of times.entries()) {
    longest = Math.max(longest, time - (times[index - 1] ?? time));
  }
  return Math.round(longest);
}

export function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
