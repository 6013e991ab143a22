/**
 * Walks the kernel's connection table with conntrack(8). Lines are taken one by one, so a table of
 * a million entries costs time and no memory. Only entries with a mark in the given range and with
 * both NAT sides are ours to report.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Family } from '../../schemas/address.ts';
import type { ConnectionFilter } from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { FlowProtocol } from '../../schemas/names.ts';
import { missing } from '../tool.ts';
import { parseConnection, parseEvent, type TrackedConnection, type TrackedEvent } from './parse.ts';

export interface MarkRange {
  readonly tag: number;
  readonly mask: number;
}

/** Every tracked connection in the mark range, of both families unless the filter says one. */
export async function* trackedConnections(
  wrap: readonly string[],
  range: MarkRange,
  filter: Pick<ConnectionFilter, 'protocol'> = {},
): AsyncIterable<TrackedConnection> {
  for (const family of ['ipv4', 'ipv6'] as const) {
    const argv = [...wrap, 'conntrack', '-L', '-f', family, '-o', 'extended', ...markOption(range)];
    if (filter.protocol !== undefined) argv.push('-p', protocolName(filter.protocol, family));
    for await (const line of linesOf(argv)) {
      const tracked = parseConnection(line);
      if (tracked !== undefined) yield tracked;
    }
  }
}

/**
 * Connections in the mark range as they come, change and end, until the signal aborts. Listening
 * starts with the call. Events that the kernel drops because they are not read fast enough are lost
 * without a sign: for counts, look at the table.
 */
export function trackedEvents(
  wrap: readonly string[],
  range: MarkRange,
  signal: AbortSignal,
): AsyncIterable<TrackedEvent> {
  const argv = [...wrap, 'conntrack', '-E', '-o', 'extended', ...markOption(range)];
  return parsed(linesOf(argv, signal));
}

async function* parsed(lines: AsyncIterable<string>): AsyncIterable<TrackedEvent> {
  for await (const line of lines) {
    const event = parseEvent(line);
    if (event !== undefined) yield event;
  }
}

function protocolName(protocol: FlowProtocol, family: Family): string {
  return protocol === 'icmp' && family === 'ipv6' ? 'icmpv6' : protocol;
}

function markOption({ tag, mask }: MarkRange): string[] {
  return ['--mark', `0x${tag.toString(16)}/0x${mask.toString(16)}`];
}

/** Starts the tool at once; leaving the loop early, or the abort, ends it. */
function linesOf(argv: readonly string[], signal?: AbortSignal): AsyncIterable<string> {
  const [file = '', ...args] = argv;
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill('SIGKILL');
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(0, STDERR_KEPT);
  });
  const ended = endOf(child, file);
  ended.catch(() => {}); // reported by the loop below, which may come to it later
  const lines = createInterface({ input: child.stdout });
  return (async function* () {
    try {
      yield* lines;
      const code = await ended;
      if (code !== 0 && !signal?.aborted) {
        throw new FleetError('E_DATAPLANE_OBSERVE', `${argv.join(' ')}: ${words.trim()}`, {
          retryable: true,
        });
      }
    } finally {
      signal?.removeEventListener('abort', end);
      end();
    }
  })();
}

/** Characters of a tool's complaint that are kept; it is one line. */
const STDERR_KEPT = 1_000;

function endOf(child: ChildProcess, file: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(missing(file, error)));
    child.once('close', resolve);
  });
}
