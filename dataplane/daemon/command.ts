/**
 * Running one command of the host to its end: argument array, no shell, bounded in time and output.
 * The exit code is the caller's to judge; only a program that is missing or hangs is an error here.
 */
import { execFile } from 'node:child_process';
import { FleetError } from '../../schemas/errors.ts';

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** Argv prefix, for example nsenter into a network namespace. */
  readonly wrap?: readonly string[];
  readonly input?: string;
}

/** `ip` with 10,000 addresses takes 0.1 s; far above, a kernel lock hangs. */
const TIMEOUT_MS = 20_000;
/** 10,000 addresses as JSON are 3 MiB. */
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

/** @throws FleetError E_PACKAGE_MISSING; E_DATAPLANE_OBSERVE when it does not end in time */
export function runCommand(
  argv: readonly [string, ...string[]],
  { wrap = [], input }: CommandOptions = {},
): Promise<CommandResult> {
  const [program = argv[0], ...args] = [...wrap, ...argv];
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      {
        timeout: TIMEOUT_MS,
        maxBuffer: OUTPUT_BYTES_MAX,
        env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, LANG: 'C' },
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        if (typeof code === 'number') resolve({ code, stdout, stderr });
        else reject(asFleetError(argv, error));
      },
    );
    // A program that ends without reading its input is judged by its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

function asFleetError(argv: readonly string[], error: Error | null): FleetError {
  const isMissing = (error as NodeJS.ErrnoException | null)?.code === 'ENOENT';
  return new FleetError(
    isMissing ? 'E_PACKAGE_MISSING' : 'E_DATAPLANE_OBSERVE',
    `${argv.slice(0, 3).join(' ')} ${isMissing ? 'is not installed' : 'did not end in time'}`,
    { cause: error, retryable: !isMissing },
  );
}
