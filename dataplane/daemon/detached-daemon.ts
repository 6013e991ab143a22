/**
 * A daemon as a detached process, found again through its identity file. That file is written by
 * the process itself before it becomes the daemon (a shell writes its own /proc stat and execs), so
 * there is no moment in which an agent that is killed would leave a daemon nobody knows of.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statSync, truncateSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from '../../schemas/errors.ts';
import type { Daemon } from './daemon.ts';
import {
  type ProcessInfo,
  parseStat,
  readBootId,
  readIfThere,
  readProcess,
  sendSignal,
} from './process-identity.ts';

export interface DetachedDaemonOptions {
  /** Names the identity file and the log in `dir`. */
  readonly name: string;
  /** Must stay in the foreground. */
  readonly argv: readonly [string, ...string[]];
  /** Private folder; made with mode 0700 when missing. */
  readonly dir: string;
  /** Argv prefix, for example nsenter into a network namespace. It must exec, not fork. */
  readonly wrap?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /**
   * The file in which the daemon keeps the pid of the child that does the work. Its path must
   * stand in argv: that is how the child is told from a stranger after the parent has died.
   */
  readonly workerPidFile?: string;
  /** Removed before each start: locks and sockets that a killed daemon leaves in its own way. */
  readonly staleFiles?: readonly string[];
  /** Further condition for "it serves". */
  readonly isReady?: () => boolean;
}

/** A daemon is up in 50 ms; a shared machine that stands still may need a hundred times that. */
const READY_TIMEOUT_MS = 15_000;
/** Above keepalived's own limit for its child (5 s), so that it leaves with priority 0. */
const STOP_GRACE_MS = 8_000;
/** keepalived's worker ends about 1 s after its parent's death, addresses removed (measured). */
const ORPHAN_GRACE_MS = 3_000;
/** SIGKILL works at once unless the process hangs inside the kernel. */
const KILL_TIMEOUT_MS = 5_000;
/** The log is a help for people, not a record: events go through the agent. */
const LOG_BYTES_MAX = 1024 * 1024;
const LOG_TAIL_BYTES = 2_000;
const POLL_MS = 10;
/** What sh answers when there is no such program (POSIX, 2.8.2). */
const EXIT_NO_PROGRAM = 127;

const IDENTIFY_AND_EXEC = [
  'umask 077',
  'read -r boot </proc/sys/kernel/random/boot_id',
  'read -r stat </proc/$$/stat',
  'printf "%s\\n%s\\n" "$boot" "$stat" >"$0"',
  'exec "$@"',
].join(' && ');

export class DetachedDaemon implements Daemon {
  readonly #options: DetachedDaemonOptions;
  readonly #identityFile: string;
  readonly logFile: string;

  constructor(options: DetachedDaemonOptions) {
    this.#options = options;
    this.#identityFile = join(options.dir, `${options.name}.process`);
    this.logFile = join(options.dir, `${options.name}.log`);
  }

  get pid(): number | undefined {
    return this.#main()?.pid;
  }

  isRunning(): boolean {
    const main = this.#main();
    if (main === undefined) return false;
    if (this.#options.workerPidFile === undefined) return true;
    return this.#worker()?.parentPid === main.pid;
  }

  async ensureRunning(): Promise<{ started: boolean; pid: number }> {
    const main = this.#main();
    if (main !== undefined && this.isRunning()) {
      this.#trimLog();
      return { started: false, pid: main.pid };
    }
    await this.stop();
    return { started: true, pid: await this.#start() };
  }

  reload(signal: NodeJS.Signals | number): void {
    const main = this.#main();
    // Not without its worker: keepalived 2.2.7 then starts two of them (measured).
    if (main === undefined || !this.isRunning()) {
      throw new FleetError('E_DATAPLANE_APPLY', `${this.#options.name} does not run`, {
        retryable: true,
      });
    }
    sendSignal(main.pid, signal);
  }

  async stop(): Promise<void> {
    const main = this.#main();
    if (main !== undefined) {
      sendSignal(main.pid, 'SIGTERM');
      await endWithin(STOP_GRACE_MS, () => this.#main());
    }
    // A worker whose parent was killed is told by the kernel (PR_SET_PDEATHSIG) and leaves alone.
    await endWithin(ORPHAN_GRACE_MS, () => this.#worker());
    for (const file of this.#leftovers()) rmSync(file, { force: true });
  }

  #leftovers(): string[] {
    const { workerPidFile, staleFiles = [] } = this.#options;
    return [this.#identityFile, ...(workerPidFile ? [workerPidFile] : []), ...staleFiles];
  }

  #main(): ProcessInfo | undefined {
    const [bootId, stat] = readIfThere(this.#identityFile)?.split('\n') ?? [];
    const written = stat === undefined ? undefined : parseStat(stat);
    if (written === undefined || bootId !== readBootId()) return undefined;
    const found = readProcess(written.pid);
    return found?.startTicks === written.startTicks ? found : undefined;
  }

  #worker(): ProcessInfo | undefined {
    const { workerPidFile } = this.#options;
    if (workerPidFile === undefined) return undefined;
    const pid = Number.parseInt(readIfThere(workerPidFile) ?? '', 10);
    const found = Number.isInteger(pid) ? readProcess(pid) : undefined;
    return found?.argv.includes(workerPidFile) ? found : undefined;
  }

  async #start(): Promise<number> {
    const { name, isReady = () => true } = this.#options;
    mkdirSync(this.#options.dir, { recursive: true, mode: 0o700 });
    this.#trimLog();
    const logStart = statSync(this.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const child = this.#spawn();
    let ended: string | undefined;
    child.once('error', (error) => {
      ended = error.message;
    });
    child.once('exit', (code, signal) => {
      ended =
        code === EXIT_NO_PROGRAM ? 'no such program' : `ended with ${signal ?? `code ${code}`}`;
    });
    const deadline = performance.now() + READY_TIMEOUT_MS;
    while (ended === undefined && performance.now() < deadline) {
      const pid = this.pid;
      if (pid !== undefined && this.isRunning() && isReady()) return pid;
      await delay(POLL_MS);
    }
    const log = (await readFile(this.logFile)).subarray(logStart);
    if (ended === undefined) child.kill('SIGKILL');
    await this.stop();
    throw new FleetError(
      ended === 'no such program' ? 'E_PACKAGE_MISSING' : 'E_DATAPLANE_APPLY',
      `${name} cannot be started: ${ended ?? `not ready after ${READY_TIMEOUT_MS} ms`}; ` +
        `its log ends: ${log.subarray(-LOG_TAIL_BYTES).toString('utf8').trim()}`,
      { hint: `read ${this.logFile}`, retryable: true },
    );
  }

  #spawn(): ChildProcess {
    const { argv, dir, env, wrap = [] } = this.#options;
    const log = openSync(this.logFile, 'a', 0o600);
    try {
      const args = ['-c', IDENTIFY_AND_EXEC, this.#identityFile, ...wrap, ...argv];
      const child = spawn('/bin/sh', args, {
        cwd: dir,
        detached: true,
        stdio: ['ignore', log, log],
        env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, LANG: 'C', ...env },
      });
      child.unref();
      return child;
    } finally {
      closeSync(log);
    }
  }

  /** The daemon appends, so a file cut short goes on at its new end. */
  #trimLog(): void {
    const size = statSync(this.logFile, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LOG_BYTES_MAX) truncateSync(this.logFile);
  }
}

/** Waits for the process to end by itself; SIGKILL after the grace time, then waits again. */
async function endWithin(graceMs: number, find: () => ProcessInfo | undefined): Promise<void> {
  const killAt = performance.now() + graceMs;
  for (let found = find(); found !== undefined; found = find()) {
    const overdueMs = performance.now() - killAt;
    if (overdueMs > 0) sendSignal(found.pid, 'SIGKILL');
    if (overdueMs > KILL_TIMEOUT_MS) {
      throw new FleetError('E_DATAPLANE_APPLY', `process ${found.pid} does not end after SIGKILL`, {
        hint: 'it hangs in the kernel; see /proc/<pid>/stack',
        retryable: true,
      });
    }
    await delay(POLL_MS);
  }
}
