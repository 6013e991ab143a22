/**
 * Looks at a drain until it has ended. A server that goes away in between ends nothing: the drain
 * is the worker's, so this waits for the server and goes on looking.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type DrainStatus, drainEnded } from '../schemas/drain.ts';
import { FleetError } from '../schemas/errors.ts';
import type { ApiClient } from './client.ts';

/** A person sees it as live; a drain takes seconds to minutes. */
const POLL_MS = 500;

export interface DrainWatch {
  readonly onStatus: (status: DrainStatus) => void;
  readonly onAway: () => void;
  readonly signal: AbortSignal;
}

/** The API, or Temporal and the worker behind it: all of them come back on the same drain. */
const AWAY: readonly string[] = ['E_API_AWAY', 'E_TEMPORAL_AWAY'];

function isAway(error: unknown): boolean {
  return error instanceof FleetError && AWAY.includes(error.code);
}

/** The last status; undefined when the signal came first. */
export async function watchDrain(
  client: Pick<ApiClient, 'drainStatus'>,
  node: string,
  { onStatus, onAway, signal }: DrainWatch,
): Promise<DrainStatus | undefined> {
  let isHere = true;
  while (!signal.aborted) {
    try {
      const { status } = await client.drainStatus(node);
      isHere = true;
      onStatus(status);
      if (drainEnded(status.phase)) return status;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!isAway(error)) throw error;
      if (isHere) onAway();
      isHere = false;
    }
    await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
