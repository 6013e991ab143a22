/** One command line in this process, with its output kept. */
import { createProgram } from '../../cli/program.ts';
import { runProgram } from '../../cli/run-program.ts';
import type { CliWorld } from '../../cli/session.ts';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly signal?: AbortSignal;
  readonly labs?: CliWorld['labs'];
  readonly randomId?: () => string;
  readonly now?: () => number;
  readonly startedAtMs?: number;
  /** Called with everything written so far, for a test that waits for a word. */
  readonly onWrite?: (text: string) => void;
}

export const NOW_MS = Date.UTC(2026, 10, 21, 12, 0, 0);

export async function runCli(
  args: readonly string[],
  options: CliOptions = {},
): Promise<CliResult> {
  const written = { stdout: '', stderr: '' };
  const world = worldOf(options, written);
  const code = await runProgram(createProgram(world), args, world);
  return { code, ...written };
}

export function worldOf(
  options: CliOptions,
  written: { stdout: string; stderr: string } = { stdout: '', stderr: '' },
): CliWorld {
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
      options.onWrite?.(written.stdout + written.stderr);
    },
  });
  return {
    env: { USER: 'alice', ...options.env },
    stdin: (async function* () {
      yield options.stdin ?? '';
    })(),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    now: options.now ?? (() => NOW_MS),
    startedAtMs: options.startedAtMs ?? NOW_MS,
    randomId: options.randomId ?? (() => 'id-00000001'),
    labs: options.labs ?? (() => []),
    interrupt: () => options.signal ?? new AbortController().signal,
    version: '0.1.0',
  };
}
