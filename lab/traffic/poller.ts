/**
 * Polls a web service as a stream of new clients: every N ms a new TCP connection and one GET,
 * whether or not the earlier ones have answered. Prints a JSON line for each poll and at the end
 * one with the summary. Run as a program inside the box:
 * `poller.ts --url http://10.99.0.100/ [--every-ms 20] [--duration-ms 5000] [--timeout-ms 1000]`;
 * without a duration it runs until its stdin ends.
 */
import { parseArgs } from 'node:util';
import { pollOnce } from './http-get.ts';
import { type Poll, type PollSummary, summarizePolls } from './poll-summary.ts';
import { untilStopped } from './until-stopped.ts';

/** Each line of the program's output. */
export type PollerLine = { readonly poll: Poll } | { readonly summary: PollSummary };

export interface PollerOptions {
  readonly url: string;
  readonly everyMs: number;
  readonly timeoutMs: number;
  readonly onPoll: (poll: Poll) => void;
}

/** Above it the machine is too slow for the interval asked for; that is no fault of the service. */
const IN_FLIGHT_MAX = 500;

/** Polls until `stopped` resolves; polls under way then are waited for. */
export async function pollUntil(
  stopped: Promise<void>,
  { url, everyMs, timeoutMs, onPoll }: PollerOptions,
): Promise<PollSummary> {
  const polls: Poll[] = [];
  const inFlight = new Set<Promise<void>>();
  const startedAt = Date.now();
  const poll = () => {
    if (inFlight.size >= IN_FLIGHT_MAX) return;
    const one = pollOnce(url, timeoutMs).then((seen) => {
      polls.push(seen);
      onPoll(seen);
      inFlight.delete(one);
    });
    inFlight.add(one);
  };
  const timer = setInterval(poll, everyMs);
  await stopped;
  clearInterval(timer);
  const endedAt = Date.now();
  await Promise.all(inFlight);
  return summarizePolls(polls, startedAt, endedAt);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      'every-ms': { type: 'string', default: '20' },
      'timeout-ms': { type: 'string', default: '1000' },
      'duration-ms': { type: 'string' },
    },
  });
  if (values.url === undefined) throw new Error('poller: --url is missing');
  const print = (line: PollerLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const duration = values['duration-ms'];
  const summary = await pollUntil(
    untilStopped(duration === undefined ? undefined : Number(duration)),
    {
      url: values.url,
      everyMs: Number(values['every-ms']),
      timeoutMs: Number(values['timeout-ms']),
      onPoll: (poll) => print({ poll }),
    },
  );
  print({ summary });
}
