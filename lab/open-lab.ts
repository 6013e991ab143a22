/**
 * A lab that is there, seen from outside: asks its supervisor, looks at its processes in /proc, runs
 * commands in it, ends it. Built from the lab's record alone, so every command can make one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from '../schemas/errors.ts';
import { apiSocket, controlSocket } from './box/box-spec.ts';
import { BoxClient } from './box/client.ts';
import { enterArgv } from './box/enter.ts';
import { boxEnvironment } from './box/environment.ts';
import { isAlive, killIdentity } from './box/process-identity.ts';
import type { ProcessSpec } from './box/process-spec.ts';
import { isRecordAlive, type LabRecord } from './box/record.ts';
import type { ExecOptions, ExecResult, Lab, LabStatus, SpawnOptions } from './lab-api.ts';
import { clearRun } from './lab-folder.ts';
import { readLabStatus } from './lab-status.ts';
import { HUB, machines } from './topology/topology.ts';

const EXEC_TIMEOUT_MS = 30_000;
/** What a command in a test or a demo prints; more is a stream, for which spawn is there. */
const OUTPUT_MAX_BYTES = 64 << 20;
/** A command ended by signal N has code 128 + N, as in a shell. */
const SIGNAL_CODE_BASE = 128;

export class OpenLab implements Lab {
  readonly name: string;
  readonly dir: string;
  readonly apiSocket: string;
  readonly #record: LabRecord;
  readonly #box: BoxClient;

  constructor(record: LabRecord) {
    this.name = record.name;
    this.dir = record.dir;
    this.apiSocket = apiSocket(record.dir);
    this.#record = record;
    this.#box = new BoxClient(controlSocket(record.dir));
  }

  status(): Promise<LabStatus> {
    return readLabStatus(this.name, this.dir);
  }

  async exec(
    node: string,
    argv: readonly string[],
    options: ExecOptions = {},
  ): Promise<ExecResult> {
    const child = this.spawn(node, argv, options);
    child.stdin?.on('error', () => undefined); // a command need not read what it is given
    child.stdin?.end(options.input ?? '');
    const { timeoutMs = EXEC_TIMEOUT_MS } = options;
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      const what = `"${argv.join(' ')}" on ${node} ran over ${timeoutMs} ms`;
      late.reject(new FleetError('E_LAB', what));
    }, timeoutMs);
    try {
      return await Promise.race([collectAll(child), late.promise]);
    } finally {
      clearTimeout(timer);
      // Nothing to do after a good end. A late command, or a daemon that it left behind, may hold
      // the pipes for ever; this side lets go of them.
      child.kill('SIGKILL');
      child.stdout?.destroy();
      child.stderr?.destroy();
    }
  }

  spawn(node: string, argv: readonly string[], options: SpawnOptions = {}): ChildProcess {
    const [program, ...args] = this.entryArgv(node, argv, options);
    return spawn(program, args, {
      env: boxEnvironment(process.env),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  }

  /** The argv that runs a command on a machine of this lab, for who spawns it with other stdio. */
  entryArgv(
    node: string,
    argv: readonly string[],
    options: SpawnOptions = {},
  ): [string, ...string[]] {
    const { box, isRootless, topology } = this.#record;
    if (box === undefined || !isAlive(box.first)) {
      throw new FleetError('E_LAB', `the lab ${this.name} is not up`);
    }
    const names = [HUB, ...machines(topology).map(({ name }) => name)];
    if (!names.includes(node)) {
      throw new FleetError('E_NOT_FOUND', `no machine of the lab is called ${node}`, {
        hint: `there are ${names.join(', ')}`,
      });
    }
    return enterArgv({ pid: box.first.pid, isRootless, node, ...options }, argv);
  }

  killNode(node: string): Promise<void> {
    return this.#box.node('killNode', node);
  }

  startNode(node: string): Promise<void> {
    return this.#box.node('startNode', node);
  }

  kill(process: string): Promise<void> {
    return this.#box.process('kill', process);
  }

  stop(process: string): Promise<void> {
    return this.#box.process('stop', process);
  }

  start(process: string): Promise<void> {
    return this.#box.process('start', process);
  }

  restart(process: string): Promise<void> {
    return this.#box.process('restart', process);
  }

  addProcess(spec: ProcessSpec): Promise<void> {
    return this.#box.addProcess(spec);
  }

  async down(): Promise<void> {
    if (isRecordAlive(this.#record)) {
      // A supervisor that does not answer is ended below, with the box.
      const isAsked = await this.#box.down().then(
        () => true,
        () => false,
      );
      if (isAsked) await untilEnded(this.#record, DOWN_TIMEOUT_MS);
    }
    await endBox(this.#record);
    clearRun(this.dir);
  }
}

/** Above the supervisor's own deadline for stopping everything in order. */
const DOWN_TIMEOUT_MS = 30_000;
/** The kernel ends what is in the box's pid namespace; a shared machine may take its time. */
const KILL_TIMEOUT_MS = 20_000;
const POLL_MS = 20;

/** kill -9 of the box; resolves when everything in it has ended. Idempotent. */
export async function endBox(record: LabRecord): Promise<void> {
  if (record.box === undefined) return;
  killIdentity(record.box.first);
  if (!(await untilEnded(record, KILL_TIMEOUT_MS))) {
    throw new FleetError('E_LAB', `the box of ${record.name} does not end`, { retryable: true });
  }
}

/** True when the box's first process is gone, which the kernel lets go last of all in the box. */
async function untilEnded({ box }: LabRecord, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (box !== undefined && (isAlive(box.first) || isAlive(box.unshare))) {
    if (performance.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

async function collectAll(child: ChildProcess): Promise<ExecResult> {
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const [stdout, stderr, [code, signal]] = await Promise.all([
    collect(child, 'stdout'),
    collect(child, 'stderr'),
    closed,
  ]);
  return { stdout, stderr, code: exitCode(code, signal) };
}

async function collect(child: ChildProcess, name: 'stdout' | 'stderr'): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of child[name] ?? []) {
    bytes += (chunk as Buffer).length;
    if (bytes > OUTPUT_MAX_BYTES) {
      throw new FleetError('E_LAB', `a command prints more than ${OUTPUT_MAX_BYTES} bytes`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function exitCode(code: number | null, signal: NodeJS.Signals | null): number {
  if (code !== null) return code;
  return SIGNAL_CODE_BASE + (signal === null ? 0 : constants.signals[signal]);
}
