/** Looks at a drain until it has ended, over absences of the server, Temporal and the worker. */
import { type DrainStatus, drainEnded } from '../schemas/drain.ts';
import type { ApiClient } from './client.ts';
import { type PollOptions, poll } from './poll.ts';

export interface DrainWatch extends Pick<PollOptions<DrainStatus>, 'onAway' | 'signal'> {
  readonly onStatus: (status: DrainStatus) => void;
}

/** The last status; undefined when the signal came first. */
export function watchDrain(
  client: Pick<ApiClient, 'drainStatus'>,
  node: string,
  { onStatus, ...options }: DrainWatch,
): Promise<DrainStatus | undefined> {
  return poll({
    ...options,
    ask: async () => (await client.drainStatus(node)).status,
    isOver: ({ phase }) => drainEnded(phase),
    onValue: onStatus,
  });
}
