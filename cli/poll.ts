/**
 * Looks at something again and again until it is over. A server that goes away in between ends
 * nothing: the work is that of others, so this waits for the server and goes on looking.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from '../schemas/errors.ts';

/** A person sees it as live; what is watched takes seconds to hours. */
const POLL_MS = 500;

export interface PollOptions<T> {
  readonly ask: () => Promise<T>;
  readonly isOver: (value: T) => boolean;
  readonly onValue: (value: T) => void;
  /** Once for each absence. */
  readonly onAway: () => void;
  readonly signal: AbortSignal;
}

/** The API, or what stands behind it: all of them come back on the same work. */
const AWAY: readonly string[] = ['E_API_AWAY', 'E_TEMPORAL_AWAY', 'E_STORE_AWAY', 'E_BUS_AWAY'];

/** The last value; undefined when the signal came first. */
export async function poll<T>(options: PollOptions<T>): Promise<T | undefined> {
  const { ask, isOver, onValue, onAway, signal } = options;
  let isHere = true;
  while (!signal.aborted) {
    try {
      const value = await ask();
      isHere = true;
      onValue(value);
      if (isOver(value)) return value;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof FleetError) || !AWAY.includes(error.code)) throw error;
      if (isHere) onAway();
      isHere = false;
    }
    await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
