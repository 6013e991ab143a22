/**
 * The loop: any trigger leads to the same round. Triggers that come while a round runs lead to one
 * more round, not to many; a round that fails is tried again with growing patience; and a round
 * comes by itself now and then, so what somebody changed behind our back is seen.
 */

/** First and longest wait after a failed round. */
export const RETRY_FIRST_MS = 200;
export const RETRY_MAX_MS = 10_000;
/** A round comes at least this often, whatever happens or not. */
export const RESYNC_MS = 15_000;

export interface Loop {
  /** Something may have changed. Never throws, never waits. */
  readonly mark: () => void;
  /** Resolves when the loop has ended; the running round is let finish. */
  readonly stop: () => Promise<void>;
}

export interface LoopOptions {
  readonly round: () => Promise<void>;
  /** Told of each failed round; the next one is already scheduled. */
  readonly onFailed: (error: unknown, retryInMs: number) => void;
  readonly resyncMs?: number;
}

export function startLoop(options: LoopOptions): Loop {
  let marked = true;
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(run, ms);
  };
  const runOnce = async (): Promise<void> => {
    marked = false;
    try {
      await options.round();
      failures = 0;
      schedule(options.resyncMs ?? RESYNC_MS);
    } catch (error) {
      const patienceMs = Math.min(RETRY_FIRST_MS * 2 ** failures, RETRY_MAX_MS);
      // What came while it ran may be the cure: it does not wait out the patience with the old.
      const retryInMs = marked ? RETRY_FIRST_MS : patienceMs;
      failures += 1;
      marked = false;
      schedule(retryInMs);
      options.onFailed(error, retryInMs);
    }
  };
  const run = (): void => {
    if (running !== undefined || stopped) return;
    running = (async () => {
      do await runOnce();
      while (marked && !stopped);
      running = undefined;
    })();
  };
  const mark = (): void => {
    marked = true;
    if (running === undefined) schedule(0);
  };
  schedule(0);
  const stop = async (): Promise<void> => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
  return { mark, stop };
}
