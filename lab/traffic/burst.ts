/**
 * N requests, each over its own connection, counted by the real server that answered: shows how a
 * scheduler spreads. Run as a program inside the box:
 * `burst.ts --url http://10.99.0.100/ [--requests 100] [--at-once 10] [--timeout-ms 2000]`;
 * prints one JSON line.
 */
import { parseArgs } from 'node:util';
import { pollOnce } from './http-get.ts';
import { type Poll, type PollSummary, summarizePolls } from './poll-summary.ts';

export interface BurstOptions {
  readonly url: string;
  readonly requests: number;
  readonly atOnce: number;
  readonly timeoutMs: number;
}

export async function burst(options: BurstOptions): Promise<PollSummary> {
  const { url, requests, atOnce, timeoutMs } = options;
  const polls: Poll[] = [];
  const from = Date.now();
  let left = requests;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      polls.push(await pollOnce(url, timeoutMs));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, requests) }, worker));
  return summarizePolls(polls, from, Date.now());
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      requests: { type: 'string', default: '100' },
      'at-once': { type: 'string', default: '10' },
      'timeout-ms': { type: 'string', default: '2000' },
    },
  });
  if (values.url === undefined) throw new Error('burst: --url is missing');
  const summary = await burst({
    url: values.url,
    requests: Number(values.requests),
    atOnce: Number(values['at-once']),
    timeoutMs: Number(values['timeout-ms']),
  });
  process.stdout.write(`${JSON.stringify(summary)}\n`);
}
