/**
 * What code sees of a lab: tests, the demo and the command line use nothing else. A lab is a box
 * (its own process, mount and network namespaces) that holds a whole fleet; it is started by
 * `startLab` and found again by `openLab` (lab.ts).
 */
import type { ChildProcess } from 'node:child_process';
import type { ProcessSpec, ProcessState, ProcessStatus } from './box/process-spec.ts';
import type { LabTopology } from './topology/topology.ts';

export interface Lab {
  readonly name: string;
  /** Everything that the lab keeps on disk: logs/, run/, data/, nodes/. Mode 0700. */
  readonly dir: string;
  /** The API's unix socket; reachable from outside the box. There once the controller is ready. */
  readonly apiSocket: string;
  status(): Promise<LabStatus>;
  /**
   * Runs a command on a machine (`hub`, `lb1`, `c1`) and collects what it says. A code other than
   * 0 is a result, not an error; a command ended by a signal has code 128 + its number.
   */
  exec(node: string, argv: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /**
   * The same without waiting: stdin, stdout and stderr are pipes. Killing the child ends the
   * command with SIGKILL; a command that shall end well should end when its stdin does.
   */
  spawn(node: string, argv: readonly string[], options?: SpawnOptions): ChildProcess;
  /** Power off: its links go down, then kill -9 of every process there. Idempotent. */
  killNode(node: string): Promise<void>;
  /** Power on after killNode: an empty kernel (no rules, no VIPs), then its processes. */
  startNode(node: string): Promise<void>;
  /** SIGKILL; a process that is restarted always comes back by itself. */
  kill(process: string): Promise<void>;
  /** SIGTERM, then SIGKILL; stays away until start. Idempotent. */
  stop(process: string): Promise<void>;
  /** Resolves when it is ready. Idempotent. */
  start(process: string): Promise<void>;
  restart(process: string): Promise<void>;
  /** Starts one more process and resolves when it is ready. */
  addProcess(spec: ProcessSpec): Promise<void>;
  /** Ends everything. Idempotent; the folder stays, with logs and data. */
  down(): Promise<void>;
}

export interface SpawnOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface ExecOptions extends SpawnOptions {
  /** Written to its stdin; the stdin of a command without is empty. */
  readonly input?: string;
  /** Then it is killed and E_LAB is thrown; 30 s unless told. */
  readonly timeoutMs?: number;
}

export interface ExecResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** What a lab may hold beside its network, which is always there. */
export type LabPart = 'servers' | 'controller' | 'worker' | 'agents' | 'realServers';

export const ALL_PARTS: readonly LabPart[] = [
  'servers',
  'controller',
  'worker',
  'agents',
  'realServers',
];

export interface StartLabOptions {
  /** `lab` unless told. Labs of different names do not disturb each other. */
  readonly name?: string;
  /** `<state folder>/sluice/labs/<name>` unless told. */
  readonly dir?: string;
  /** True: the lab ends with the process that calls this, however that one ends. */
  readonly lifeline: boolean;
  /** All unless told. */
  readonly parts?: readonly LabPart[];
  /** Two directors, two real servers, one client unless told. */
  readonly topology?: LabTopology;
  /** Run beside the parts, e.g. a process under test. */
  readonly processes?: readonly ProcessSpec[];
  /** Start on the data of the last lab in this folder; else that is removed first. */
  readonly keepData?: boolean;
  /** Loopback address outside the box that forwards to the API, e.g. `127.0.0.1:8080`. */
  readonly listen?: string;
  /** False: resolves when the box is there, while its processes still start. */
  readonly waitUntilReady?: boolean;
  readonly onProgress?: (progress: LabProgress) => void;
  /** Aborting it during the start ends the box; startLab then rejects with the reason. */
  readonly signal?: AbortSignal;
}

export interface LabProgress {
  /** A process, or `network` while the machines are being plugged in. */
  readonly name: string;
  readonly state: ProcessState;
  /** Since the start of the lab. */
  readonly elapsedMs: number;
}

/**
 * `starting`, `running` and `failed` (a part did not come up) labs are alive; a `dead` one's box
 * ended without `down`.
 */
export type LabState = 'starting' | 'running' | 'failed' | 'dead' | 'down';

export interface LabStatus {
  readonly name: string;
  readonly dir: string;
  readonly state: LabState;
  readonly apiSocket: string;
  /** The forwarder outside the box, where one was asked for. */
  readonly listen?: string;
  /** True when the box runs in a user namespace, without root. */
  readonly isRootless: boolean;
  readonly startedAt?: number;
  /** Why it failed. */
  readonly problem?: string;
  readonly nodes: readonly LabNodeStatus[];
  readonly processes: readonly LabProcessStatus[];
}

export interface LabNodeStatus {
  readonly name: string;
  readonly role: 'hub' | 'director' | 'realServer' | 'client';
  readonly isPowered: boolean;
  readonly addresses: readonly string[];
}

export interface LabProcessStatus extends ProcessStatus {
  /** As seen by who asks, outside the box. */
  readonly outsidePid?: number;
}
