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

/** A caller that is killed, or kills what it spawned, must not leave the command running inside. */
const DIES_WITH_PARENT = ['setpriv', '--pdeathsig', 'KILL', '--'] as const;

/**
 * The whole argv. The command is the direct child of the first nsenter (a pid namespace is entered
 * by fork) and dies with it, and that one with the thread that spawned it.
 */
export function enterArgv(entry: Entry, argv: readonly string[]): [string, ...string[]] {
  const { pid, isRootless, node, cwd = '/', env = {} } = entry;
  return [
    ...DIES_WITH_PARENT,
    'nsenter',
    `--target=${pid}`,
    // In the box's user namespace the caller's own uid is already root; changing it is refused.
    ...(isRootless ? ['--user', '--preserve-credentials'] : []),
    ...['--mount', '--pid', '--net', '--'],
    ...DIES_WITH_PARENT,
    ...['env', `--chdir=${cwd}`, ...Object.entries(env).map(([key, value]) => `${key}=${value}`)],
    ...onMachine(node),
    ...argv,
  ];
}
