/** What the exit code of every command means; `sluice --help` prints this table. */
import { FleetError } from '../schemas/errors.ts';

export const EXIT = {
  ok: 0,
  /** The server refused, or what was asked for failed. */
  failed: 1,
  /** `plan`: there is something to change; `drift`: somebody changed something. */
  changes: 2,
  /** sysexits.h EX_USAGE. */
  usage: 64,
  /** sysexits.h EX_UNAVAILABLE. */
  away: 69,
  /** 128 + SIGINT, as a shell says it. */
  interrupted: 130,
} as const;

export const EXIT_CODES_HELP = `Exit codes:
  0    done
  1    refused, failed, or wrong input
  2    plan: there are changes to make; drift: somebody changed a director
  64   the command line is wrong
  69   the server cannot be reached
  130  interrupted (Ctrl-C)`;

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof FleetError)) return EXIT.failed;
  if (error.code === 'E_USAGE') return EXIT.usage;
  return error.code === 'E_API_AWAY' ? EXIT.away : EXIT.failed;
}
