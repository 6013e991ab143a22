/**
 * One connection held open through the load balancer to the tick server (real-server.ts), which
 * sends a number every 100 ms; this side sends a byte as often, so that a director that has
 * forgotten the flow answers with a reset instead of silence. Prints a JSON line when connected
 * and one with the summary when it ends. Run as a program inside the box:
 * `long-lived.ts --host 10.99.0.100 --port 8081 [--duration-ms 5000]`; without a duration it runs
 * until its stdin ends.
 */
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { longestGap } from './poll-summary.ts';
import { TICK_MS } from './real-server.ts';
import { untilStopped } from './until-stopped.ts';

export interface FlowSummary {
  /** The real server that the flow is with; undefined when it never got through. */
  readonly server?: string;
  /** False when it ended before it was told to, by whomever. */
  readonly survived: boolean;
  /** `ECONNRESET`, `ETIMEDOUT`, `closed by the server`; undefined when it survived. */
  readonly error?: string;
  readonly ticks: number;
  /** The longest time without a tick, ms; at rest 100. */
  readonly longestStallMs: number;
  readonly heldMs: number;
}

/** Each line of the program's output. */
export type FlowLine =
  | { readonly connected: { readonly server: string; readonly localPort: number } }
  | { readonly summary: FlowSummary };

/** What happened to a flow: times in Unix ms. Pure. */
export interface FlowRecord {
  readonly server?: string;
  readonly from: number;
  readonly to: number;
  readonly tickTimes: readonly number[];
  readonly error?: string;
}

export function summarizeFlow({ server, from, to, tickTimes, error }: FlowRecord): FlowSummary {
  return {
    ...(server === undefined ? {} : { server }),
    survived: error === undefined && server !== undefined,
    ...(error === undefined ? {} : { error }),
    ticks: tickTimes.length,
    longestStallMs: longestGap([from, ...tickTimes, to]),
    heldMs: Math.round(to - from),
  };
}

/** Resolves when `stopped` does or the flow has ended, whichever is first. Never rejects. */
export function holdFlow(
  host: string,
  port: number,
  stopped: Promise<void>,
  onConnected: (server: string, localPort: number) => void,
): Promise<FlowSummary> {
  const tickTimes: number[] = [];
  const from = Date.now();
  let server: string | undefined;
  let text = '';
  const socket = connect({ host, port });
  socket.setNoDelay(true);
  socket.setEncoding('utf8');
  const sender = setInterval(() => {
    // While the flow stalls nothing is piled up: one unacknowledged byte already provokes a reset.
    if (!socket.connecting && socket.writableLength === 0) socket.write('.');
  }, TICK_MS);
  return new Promise((resolve) => {
    const end = (error?: string) => {
      clearInterval(sender);
      socket.removeAllListeners().on('error', () => undefined);
      socket.destroy();
      const to = Date.now();
      resolve(
        summarizeFlow({
          ...(server === undefined ? {} : { server }),
          ...(error === undefined ? {} : { error }),
          ...{ from, to, tickTimes },
        }),
      );
    };
    socket.on('data', (chunk: string) => {
      const lines = (text + chunk).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        if (server === undefined) {
          server = line;
          onConnected(server, socket.localPort ?? 0);
        } else {
          tickTimes.push(Date.now());
        }
      }
    });
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    socket.on('close', () => end('closed by the server'));
    void stopped.then(() => end());
  });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      host: { type: 'string' },
      port: { type: 'string', default: '8081' },
      'duration-ms': { type: 'string' },
    },
  });
  if (values.host === undefined) throw new Error('long-lived: --host is missing');
  const print = (line: FlowLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const duration = values['duration-ms'];
  const stopped = untilStopped(duration === undefined ? undefined : Number(duration));
  const summary = await holdFlow(values.host, Number(values.port), stopped, (server, localPort) =>
    print({ connected: { server, localPort } }),
  );
  process.stdout.write(`${JSON.stringify({ summary })}\n`, () => process.exit(0));
}
