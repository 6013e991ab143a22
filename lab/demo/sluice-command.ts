/**
 * The command line as the demo calls it. The kernel ends it with the demo (prctl(2),
 * PR_SET_PDEATHSIG): one that follows events would else wait for its dead fleet for ever when the
 * demo is killed with -9.
 */
import { fileURLToPath } from 'node:url';

const SLUICE = fileURLToPath(new URL('../../bin/sluice', import.meta.url));

/** `sluice ARGS` as a program and its arguments, for spawn and execFile. */
export function sluiceCommand(args: readonly string[]): [string, string[]] {
  return ['setpriv', ['--pdeathsig', 'KILL', '--', SLUICE, ...args]];
}
