/**
 * What the supervisor is told to run: plain data, so that it can be written to a file, sent over
 * the control socket and printed. Nothing here starts anything.
 */

export interface ProcessSpec {
  /** Unique in the lab: `etcd`, `agent@lb1`. Also the name of its log file. */
  readonly name: string;
  /** The machine it runs on; `hub` is the box's own network namespace. */
  readonly node: string;
  readonly program: ProgramSpec;
  /** Names of the processes that must be ready before this one is started. */
  readonly after?: readonly string[];
  /** Added to the box's environment. No secrets: it can be read in /proc. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** When others may rely on it; a command without is ready as soon as it runs. */
  readonly readiness?: Readiness;
  /** `always` also when it ended with 0 or was killed; never after an explicit stop. */
  readonly restart: 'no' | 'always';
  /**
   * What `kill` and a stop past its deadline end: the one process, or all of its process group.
   * A director's agent is alone: the daemons it started must outlive it, as on a real machine.
   */
  readonly killScope?: 'process' | 'group';
  /** What a person would connect to; shown in the status, used for nothing else. */
  readonly address?: string;
}

export type ProgramSpec =
  | { readonly kind: 'command'; readonly argv: readonly [string, ...string[]] }
  | ServerProgram;

/** One of the real servers of lab/servers, which know their own flags and readiness. */
export interface ServerProgram {
  readonly kind: 'server';
  readonly server: 'etcd' | 'nats' | 'temporal';
  readonly host: string;
  readonly dir: string;
}

export type Readiness =
  /** The process itself (or, for a group, one of it) listens on this TCP port. */
  | { readonly kind: 'listening'; readonly port: number }
  /** Something accepts connections at this unix socket. */
  | { readonly kind: 'socket'; readonly path: string }
  /** It has run this long without ending: for one that has no door to knock at. */
  | { readonly kind: 'steady'; readonly forMs: number };

export const PROCESS_STATES = {
  waiting: 'waits for the processes it needs',
  starting: 'runs, is not ready yet',
  ready: 'runs and is ready',
  restarting: 'has ended by itself, starts again after a pause',
  stopping: 'was told to stop, has not ended yet',
  stopped: 'was stopped, killed with its machine, or never started',
  ended: 'has ended by itself and is not started again',
  failed: 'could not be started',
} as const;

export type ProcessState = keyof typeof PROCESS_STATES;

export interface ProcessStatus {
  readonly name: string;
  readonly node: string;
  readonly state: ProcessState;
  /** Inside the box; undefined when it does not run. */
  readonly pid?: number;
  readonly restarts: number;
  /** Unix time of the last change of state, ms. */
  readonly since: number;
  /** From the start to ready of the running process, ms. */
  readonly readyAfterMs?: number;
  readonly address?: string;
  readonly logFile: string;
  /** `code 1` or `SIGKILL`, of the last process of this name that ended. */
  readonly lastExit?: string;
  /** Why it is failed or not ready. */
  readonly problem?: string;
}
