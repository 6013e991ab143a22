/**
 * One server as a child process: started, waited for until it answers, stopped or killed. It never
 * outlives the process that started it, not even when that one is killed with -9: the kernel sends
 * the child SIGKILL when the parent's thread ends (PR_SET_PDEATHSIG, set by setpriv). So a server
 * must be started from a thread that lives as long as the server shall.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from '../../schemas/errors.ts';
import { isListening } from './listening.ts';

export interface RunningServer {
  readonly name: string;
  readonly pid: number;
  readonly host: string;
  readonly port: number;
  /** What a client is given: a URL for etcd and NATS, host:port for Temporal. */
  readonly endpoint: string;
  readonly logFile: string;
  /** Resolves when the process has ended, for whatever reason. Never rejects. */
  readonly exited: Promise<ServerExit>;
  /** SIGTERM, then SIGKILL after the grace time; resolves when it has ended. Idempotent. */
  stop(graceMs?: number): Promise<ServerExit>;
  /** SIGKILL; resolves when it has ended, so its port and data are free again. Idempotent. */
  kill(): Promise<ServerExit>;
}

export interface ServerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What every server's start function accepts beside its own options. */
export interface ServerPlacement {
  /** Data folder; made with mode 0700 when missing. The same folder again means the same data. */
  readonly dir: string;
  /** Address to listen on; loopback unless told. */
  readonly host?: string;
  /** Appended to; `<dir>/<name>.log` unless told. */
  readonly logFile?: string;
  readonly extraArgs?: readonly string[];
  /** Argv prefix, e.g. nsenter into a network namespace. It must exec the command, not fork it. */
  readonly wrap?: readonly string[];
  /** Off only for servers that shall outlive the starter; whoever says so must end them. */
  readonly diesWithParent?: boolean;
  readonly readyTimeoutMs?: number;
}

export interface ServerCommand {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
  readonly host: string;
  readonly port: number;
  readonly endpoint: string;
  readonly env?: NodeJS.ProcessEnv;
  /** One try: resolves when the server answers as its clients need it, rejects when not yet. */
  readonly probe: () => Promise<void>;
}

/** Temporal answers after 1-3 s on a calm machine; two busy cores have shown ten times that. */
const READY_TIMEOUT_MS = 60_000;
/** Short, since each test file waits for it; a probe on loopback costs a millisecond. */
const PROBE_EVERY_MS = 50;
/** etcd and NATS end within 100 ms of SIGTERM, Temporal within 5 s. */
const STOP_GRACE_MS = 10_000;
/**
 * Lines of this start's log that go into an error: the end, and the beginning too, since a refused
 * flag is followed by pages of usage.
 */
const HEAD_LINES = 4;
const TAIL_LINES = 16;

/** Starts a server and resolves when it answers; throws E_LAB or E_PORT_TAKEN with the log's end. */
export async function startServerProcess(
  command: ServerCommand,
  placement: ServerPlacement,
): Promise<RunningServer> {
  const logFile = placement.logFile ?? `${placement.dir}/${command.name}.log`;
  mkdirSync(placement.dir, { recursive: true, mode: 0o700 });
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const logStart = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnLogged(command, placement, logFile);
  const exited = whenExited(child);
  const pid = child.pid;
  if (pid === undefined) {
    const [error] = await once(child, 'error');
    throw new FleetError('E_LAB', `${command.name} cannot be started`, { cause: error });
  }
  const server: RunningServer = {
    name: command.name,
    pid,
    host: command.host,
    port: command.port,
    endpoint: command.endpoint,
    logFile,
    exited,
    stop: (graceMs = STOP_GRACE_MS) => stopChild(child, exited, graceMs),
    kill: () => {
      child.kill('SIGKILL');
      return exited;
    },
  };
  const why = await waitUntilReady(server, command.probe, placement.readyTimeoutMs);
  if (why === undefined) return server;
  await server.kill();
  throw await startFailure(server, logStart, why);
}

function spawnLogged(
  command: ServerCommand,
  placement: ServerPlacement,
  logFile: string,
): ChildProcess {
  const [program, ...args] = [
    ...((placement.diesWithParent ?? true) ? ['setpriv', '--pdeathsig', 'KILL', '--'] : []),
    ...(placement.wrap ?? []),
    ...command.argv,
  ];
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(program ?? command.argv[0], args, {
      cwd: placement.dir,
      stdio: ['ignore', log, log],
      // Its own session: Ctrl-C reaches the starter alone, which ends its servers in order.
      detached: true,
      env: { ...process.env, ...command.env },
    });
  } finally {
    closeSync(log);
  }
}

function whenExited(child: ChildProcess): Promise<ServerExit> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => {
      if (child.pid === undefined) resolve({ code: null, signal: null });
    });
  });
}

async function stopChild(
  child: ChildProcess,
  exited: Promise<ServerExit>,
  graceMs: number,
): Promise<ServerExit> {
  child.kill('SIGTERM');
  const hardEnd = setTimeout(() => child.kill('SIGKILL'), graceMs);
  try {
    return await exited;
  } finally {
    clearTimeout(hardEnd);
  }
}

interface NotReady {
  readonly why: string;
  readonly cause: unknown;
}

/** Undefined when the server serves, else why it does not. */
async function waitUntilReady(
  server: RunningServer,
  probe: () => Promise<void>,
  timeoutMs = READY_TIMEOUT_MS,
): Promise<NotReady | undefined> {
  const deadline = performance.now() + timeoutMs;
  let exit: ServerExit | undefined;
  void server.exited.then((seen) => {
    exit = seen;
  });
  let cause: unknown;
  while (performance.now() < deadline && exit === undefined) {
    try {
      // First: what answers on a port that our child failed to bind would be a stranger.
      if (await isListening(server.pid, server.port)) {
        await probe();
        return undefined;
      }
      cause = new Error(`process ${server.pid} does not listen on port ${server.port} yet`);
    } catch (error) {
      cause = error;
    }
    await Promise.race([delay(PROBE_EVERY_MS), server.exited]);
  }
  if (exit === undefined) return { why: `does not answer after ${timeoutMs} ms`, cause };
  return { why: `ended with ${exit.signal ?? `code ${exit.code}`} before it answered`, cause };
}

async function startFailure(
  server: RunningServer,
  logStart: number,
  { why, cause }: NotReady,
): Promise<FleetError> {
  const log = (await readFile(server.logFile)).subarray(logStart).toString('utf8');
  const isPortTaken = /address already in use|EADDRINUSE/i.test(log);
  return new FleetError(
    isPortTaken ? 'E_PORT_TAKEN' : 'E_LAB',
    `${server.name} at ${server.host}:${server.port} ${why}; its log says:\n${excerpt(log)}`,
    {
      cause,
      hint: isPortTaken
        ? 'start it on another port, or end the process that holds this one'
        : `read ${server.logFile}`,
    },
  );
}

function excerpt(log: string): string {
  const lines = log.trimEnd().split('\n');
  if (lines.length <= HEAD_LINES + TAIL_LINES) return lines.join('\n');
  return [...lines.slice(0, HEAD_LINES), '...', ...lines.slice(-TAIL_LINES)].join('\n');
}
