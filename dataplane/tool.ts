/**
 * Runs one tool of the system to its end: argument arrays only, bounded in time and output, and
 * what it said kept for the error message.
 */
import { type ExecFileException, execFile } from 'node:child_process';
import { FleetError } from '../schemas/errors.ts';

export interface ToolOptions {
  readonly stdin?: string;
  readonly timeoutMs?: number;
}

export interface ToolResult {
  /** Exit code; -1 when it was ended by a signal (the time limit is one). */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A listing of 10,000 services takes some 10 s on a slow machine; what takes longer hangs. */
const TIMEOUT_MS = 60_000;
/** The largest listing measured (10,000 services with 10 real servers) is 30 MB. */
const OUTPUT_BYTES_MAX = 256 * 1024 * 1024;

/**
 * Resolves with whatever the tool answered, a non-zero exit code included.
 * @throws FleetError E_PACKAGE_MISSING when the program is not installed
 */
export function runTool(argv: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  const [file = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    const limits = {
      timeout: options.timeoutMs ?? TIMEOUT_MS,
      maxBuffer: OUTPUT_BYTES_MAX,
      killSignal: 'SIGKILL' as const,
    };
    const child = execFile(file, args, limits, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') reject(missing(file, error));
      else resolve({ code: exitCode(error), stdout, stderr });
    });
    // A tool that ends without reading its input is judged by its exit code, not by the pipe.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.stdin ?? '');
  });
}

export function missing(program: string, cause: unknown): FleetError {
  return new FleetError('E_PACKAGE_MISSING', `${program} cannot be started`, {
    cause,
    hint: 'Directors need the packages nftables, conntrack, iproute2 and perl-base.',
  });
}

function exitCode(error: ExecFileException | null): number {
  if (error === null) return 0;
  return typeof error.code === 'number' ? error.code : -1;
}
