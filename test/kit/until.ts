/**
 * Waiting for a condition with a deadline: what tests do instead of sleeping. The probe is asked
 * again and again until it gives a value; when it does not, the error says what was awaited and
 * what was seen last, so that a failure can be understood from the test's output alone.
 */
import { inspect } from 'node:util';

export interface UntilOptions {
  /** Deadline; generous by default, since a shared machine may stand still for seconds. */
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

type Nothing = false | null | undefined;

/**
 * Resolves with the first value of `probe` that is neither undefined, null nor false (0 and '' are
 * values). An exception of the probe counts as "not yet". Throws after the deadline, with `what`
 * and the last value or error seen.
 */
export async function until<T>(
  what: string,
  probe: () => T | Nothing | Promise<T | Nothing>,
  options: UntilOptions = {},
): Promise<Exclude<T, Nothing>> {
  const { timeoutMs = 10_000, everyMs = 20 } = options;
  const deadline = performance.now() + timeoutMs;
  let seen: { value: unknown } | { error: unknown };
  do {
    try {
      const value = await withinTime(probe(), Math.max(1, deadline - performance.now()));
      if (value !== undefined && value !== null && value !== false) {
        return value as Exclude<T, Nothing>;
      }
      seen = { value };
    } catch (error) {
      seen = { error };
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  } while (performance.now() < deadline);
  const last = 'error' in seen ? `error ${String(seen.error)}` : inspect(seen.value);
  throw new Error(`not within ${timeoutMs} ms: ${what}; last seen: ${last}`, {
    cause: 'error' in seen ? seen.error : undefined,
  });
}

/** A probe that hangs must not hang the test past its deadline. */
async function withinTime<T>(value: T | Promise<T>, leftMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the probe has not answered')), leftMs);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
