/**
 * One start of one process: what the supervisor's rules (managed-process.ts) need of it, whether
 * it is a plain command or one of the servers with their own launchers.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError, unreachable } from '../../schemas/errors.ts';
import { startEtcd } from '../servers/etcd.ts';
import { isListening } from '../servers/listening.ts';
import { startNats } from '../servers/nats.ts';
import type { RunningServer } from '../servers/server-process.ts';
import { startTemporal } from '../servers/temporal.ts';
import { type Command, onMachine } from '../topology/commands.ts';
import { childrenOf } from './process-identity.ts';
import type { ProcessSpec, Readiness, ServerProgram } from './process-spec.ts';

export interface Launched {
  readonly pid: number;
  /** Resolves when it has ended; never rejects. */
  readonly exited: Promise<string>;
  /** Resolves when it is ready; rejects with the reason when it ends or the time is up before. */
  readonly ready: Promise<void>;
  end(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** The slowest part, the worker, bundles its workflows before it is ready. */
const READY_TIMEOUT_MS = 60_000;
const READY_POLL_MS = 50;

/** For a server it resolves only when that is ready. Throws E_LAB when nothing could be started. */
export async function launch(spec: ProcessSpec, logFile: string): Promise<Launched> {
  if (spec.program.kind === 'server') return launchServer(spec.program, logFile);
  const logStart = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnLogged(spec, spec.program.argv, logFile);
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  });
  const { pid } = child;
  if (pid === undefined) {
    const [cause] = await once(child, 'error');
    throw new FleetError('E_LAB', `${spec.name} cannot be started`, { cause });
  }
  const isGroup = spec.killScope === 'group';
  return {
    pid,
    exited,
    ready: whenReady(spec, pid, exited).catch((cause: Error) => {
      throw new FleetError(
        'E_LAB',
        `${spec.name} ${cause.message}; its log says:\n${logTail(logFile, logStart)}`,
        { cause, hint: `read ${logFile}` },
      );
    }),
    end: (signal) => signalProcess(isGroup && signal === 'SIGKILL' ? -pid : pid, signal),
  };
}

function spawnLogged(spec: ProcessSpec, argv: Command, logFile: string): ChildProcess {
  const [program, ...args] = [...onMachine(spec.node), ...argv] as [string, ...string[]];
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(program, args, {
      stdio: ['ignore', log, log],
      // A group of its own, so that killScope has something to end.
      detached: true,
      env: { ...process.env, ...spec.env },
      ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
    });
  } finally {
    closeSync(log);
  }
}

async function whenReady(spec: ProcessSpec, pid: number, exited: Promise<string>): Promise<void> {
  if (spec.readiness === undefined) return;
  let exit: string | undefined;
  void exited.then((seen) => {
    exit = seen;
  });
  const startedAt = performance.now();
  while (performance.now() - startedAt < READY_TIMEOUT_MS) {
    if (exit !== undefined) throw new Error(`ended with ${exit} before it was ready`);
    if (await isReady(spec.readiness, pid, startedAt)) return;
    await Promise.race([delay(READY_POLL_MS), exited]);
  }
  throw new Error(`is not ready after ${READY_TIMEOUT_MS} ms`);
}

async function isReady(readiness: Readiness, pid: number, startedAt: number): Promise<boolean> {
  switch (readiness.kind) {
    case 'listening': {
      // nginx's master listens itself; a wrapper's child may do it instead.
      const pids = [pid, ...childrenOf(pid)];
      const listening = await Promise.all(pids.map((each) => isListening(each, readiness.port)));
      return listening.includes(true);
    }
    case 'socket':
      return accepts(readiness.path);
    case 'steady':
      return performance.now() - startedAt >= readiness.forMs;
    default:
      return unreachable(readiness);
  }
}

function accepts(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    // Not there yet, or left by a dead process: both mean that nobody serves.
    socket.once('error', () => resolve(false));
  });
}

async function launchServer(program: ServerProgram, logFile: string): Promise<Launched> {
  const server = await startServer(program, logFile);
  return {
    pid: server.pid,
    exited: server.exited.then(({ code, signal }) => signal ?? `code ${code}`),
    ready: Promise.resolve(),
    end: (signal) => signalProcess(server.pid, signal),
  };
}

/** The ports are the standard ones: in the box nobody else has them. */
function startServer(program: ServerProgram, logFile: string): Promise<RunningServer> {
  const place = { dir: program.dir, host: program.host, logFile };
  switch (program.server) {
    case 'etcd':
      return startEtcd({ ...place, clientPort: 2379, peerPort: 2380 });
    case 'nats':
      return startNats({ ...place, port: 4222 });
    case 'temporal':
      return startTemporal({ ...place, port: 7233, metricsPort: 7234 });
    default:
      return unreachable(program.server);
  }
}

/** Negative: a process group (kill(2)). One that has ended is no error. */
function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Enough for a stack trace; the whole log is a file beside. */
const TAIL_LINES = 16;

function logTail(logFile: string, from: number): string {
  const text = readFileSync(logFile).subarray(from).toString('utf8').trimEnd();
  return text.split('\n').slice(-TAIL_LINES).join('\n');
}
