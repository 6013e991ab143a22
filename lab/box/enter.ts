/**
 * How a command gets into a box and onto one of its machines: nsenter's arguments. The command is
 * then seen by the box as one of its own processes, and ends with it.
 */
import { onMachine } from '../topology/commands.ts';

export interface Entry {
  /** Outside pid of the box's first process. */
  readonly pid: number;
  readonly isRootless: boolean;
  readonly node: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * The whole argv. The command is the direct child of the first nsenter (a pid namespace is entered
 * by fork) and dies with it: a caller that kills what it spawned must not leave it running inside.
 */
export function enterArgv(entry: Entry, argv: readonly string[]): [string, ...string[]] {
  const { pid, isRootless, node, cwd = '/', env = {} } = entry;
  return [
    'nsenter',
    `--target=${pid}`,
    // In the box's user namespace the caller's own uid is already root; changing it is refused.
    ...(isRootless ? ['--user', '--preserve-credentials'] : []),
    ...['--mount', '--pid', '--net', '--'],
    ...['setpriv', '--pdeathsig', 'KILL', '--'],
    ...['env', `--chdir=${cwd}`, ...Object.entries(env).map(([key, value]) => `${key}=${value}`)],
    ...onMachine(node),
    ...argv,
  ];
}
