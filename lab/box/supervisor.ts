/**
 * The program that runs a box from inside: plugs the machines in, starts the processes in the
 * order of their needs, answers on the control socket, and ends everything when told or when the
 * holder of its lifeline is gone. Run as `supervisor.ts <lab folder>` by the box's first process,
 * which ends with it; and with the first process ends whatever else is in the box.
 */
import { Socket } from 'node:net';
import { FleetError, unreachable } from '../../schemas/errors.ts';
import {
  apiSocket,
  type BoxSpec,
  controlSocket,
  LIFELINE_FD,
  logFile,
  readBoxSpec,
} from './box-spec.ts';
import {
  type BoxPhase,
  type BoxStatus,
  type ControlRequest,
  type ControlResponse,
  serveControl,
  toWireError,
  type WireError,
} from './control.ts';
import { forwardToSocket } from './forward.ts';
import {
  cutLinks,
  findMachine,
  killEverythingOn,
  plugIn,
  powerOn,
  privateRun,
} from './machine-power.ts';
import { ManagedProcess } from './managed-process.ts';
import { startOrder } from './order.ts';
import type { ProcessSpec } from './process-spec.ts';

/** Of everything together. What has not ended by then ends with the box. */
const SHUTDOWN_TIMEOUT_MS = 25_000;

class Supervisor {
  readonly #dir: string;
  readonly #spec: BoxSpec;
  readonly #now: () => number;
  readonly #startedAt: number;
  /** In start order. */
  readonly #processes = new Map<string, ManagedProcess>();
  readonly #poweredOff = new Set<string>();
  #phase: BoxPhase = 'network';
  #problem: WireError | undefined;
  #isReleased = false;
  /** Power goes off and on one machine after the other, so that no two build the same one. */
  #power: Promise<unknown> = Promise.resolve();

  constructor(dir: string, spec: BoxSpec, now: () => number) {
    this.#dir = dir;
    this.#spec = spec;
    this.#now = now;
    this.#startedAt = now();
    for (const process of startOrder(spec.processes)) this.#adopt(process);
  }

  /** The first failure ends the start; it stays in the status until the starter has read it. */
  async run(): Promise<void> {
    try {
      await plugIn(this.#spec.topology);
      this.#phase = 'starting';
      await this.#startAll([...this.#processes.values()]);
      if (this.#phase === 'starting') this.#phase = 'ready';
    } catch (error) {
      if (this.#phase === 'stopping') return;
      this.#phase = 'failed';
      this.#problem = toWireError(error);
      console.error(error);
    }
  }

  async handle(request: ControlRequest): Promise<ControlResponse> {
    switch (request.op) {
      case 'status':
        return { ok: true, status: this.#status() };
      case 'release':
        this.#isReleased = true;
        return { ok: true };
      case 'down':
        void this.shutDown();
        return { ok: true };
      case 'start':
      case 'stop':
      case 'restart':
      case 'kill':
        await this.#changeProcess(request.op, this.#find(request.process));
        return { ok: true };
      case 'killNode':
        await this.#inTurn(() => this.#killNode(request.node));
        return { ok: true };
      case 'startNode':
        await this.#inTurn(() => this.#startNode(request.node));
        return { ok: true };
      case 'addProcess':
        await this.#addProcess(request.spec);
        return { ok: true };
      default:
        return unreachable(request);
    }
  }

  /** In reverse order of the start, then the box ends. Idempotent. */
  async shutDown(): Promise<void> {
    if (this.#phase === 'stopping') return;
    this.#phase = 'stopping';
    setTimeout(() => process.exit(0), SHUTDOWN_TIMEOUT_MS);
    const ended = new Map<string, Promise<void>>();
    for (const managed of [...this.#processes.values()].reverse()) {
      // Behind it in start order, so already in the map.
      const dependents = [...this.#processes.values()].filter(({ spec }) =>
        spec.after?.includes(managed.spec.name),
      );
      const before = dependents.map(({ spec }) => ended.get(spec.name));
      ended.set(
        managed.spec.name,
        Promise.all(before).then(() => managed.stop()),
      );
    }
    await Promise.allSettled(ended.values());
    process.exit(0);
  }

  /** The holder of the lifeline is gone: nobody is left to stop things in order for. */
  lifelineEnded(): void {
    if (!this.#isReleased) process.exit(1);
  }

  #status(): BoxStatus {
    return {
      phase: this.#phase,
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
      startedAt: this.#startedAt,
      poweredOff: [...this.#poweredOff],
      processes: [...this.#processes.values()].map((process) => process.status()),
    };
  }

  #adopt(spec: ProcessSpec): ManagedProcess {
    const managed = new ManagedProcess(spec, logFile(this.#dir, spec.name), this.#now);
    this.#processes.set(spec.name, managed);
    return managed;
  }

  #find(name: string): ManagedProcess {
    const found = this.#processes.get(name);
    if (found !== undefined) return found;
    throw new FleetError('E_NOT_FOUND', `no process of the lab is called ${name}`, {
      hint: `there are ${[...this.#processes.keys()].join(', ')}`,
    });
  }

  /** Side by side where their needs allow; `processes` are in start order. */
  async #startAll(processes: readonly ManagedProcess[]): Promise<void> {
    const ready = new Map<string, Promise<void>>();
    for (const managed of processes) {
      const needs = (managed.spec.after ?? []).map((name) => ready.get(name));
      ready.set(managed.spec.name, managed.start(Promise.all(needs)));
    }
    await Promise.all(ready.values());
  }

  async #changeProcess(
    op: 'start' | 'stop' | 'restart' | 'kill',
    managed: ManagedProcess,
  ): Promise<void> {
    if (op === 'kill') return managed.kill();
    if (op !== 'start') await managed.stop();
    if (op !== 'stop') {
      this.#assertPowered(managed.spec.node);
      await managed.start();
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#power.then(work);
    // The caller sees a failure; the next one in line does not.
    this.#power = mine.catch(() => undefined);
    return mine;
  }

  async #killNode(node: string): Promise<void> {
    const machine = findMachine(this.#spec.topology, node);
    await cutLinks(machine);
    // Before the rest, so that what is killed below is not started again by its own loop.
    const ended = this.#processesOn(node).map((managed) => managed.powerOff());
    await killEverythingOn(machine);
    await Promise.all(ended);
    this.#poweredOff.add(node);
  }

  async #startNode(node: string): Promise<void> {
    const machine = findMachine(this.#spec.topology, node);
    if (!this.#poweredOff.has(node)) return;
    await powerOn(this.#spec.topology, machine);
    this.#poweredOff.delete(node);
    await this.#startAll(this.#processesOn(node));
  }

  #processesOn(node: string): ManagedProcess[] {
    return [...this.#processes.values()].filter(({ spec }) => spec.node === node);
  }

  async #addProcess(spec: ProcessSpec): Promise<void> {
    this.#assertPowered(spec.node);
    const others = [...this.#processes.values()].map((managed) => managed.spec);
    startOrder([...others, spec]);
    await this.#adopt(spec).start();
  }

  #assertPowered(node: string): void {
    if (!this.#poweredOff.has(node)) return;
    throw new FleetError('E_LAB', `${node} has no power`, {
      hint: `switch it on: sluice lab start ${node}`,
    });
  }
}

async function main(dir: string): Promise<void> {
  process.umask(0o077);
  await privateRun();
  const spec = readBoxSpec(dir);
  const supervisor = new Supervisor(dir, spec, Date.now);
  const lifeline = new Socket({ fd: LIFELINE_FD, readable: true, writable: false });
  // 'close' comes after an error too, which also means that nobody holds the other end any more.
  lifeline.on('error', (error) => console.error(error));
  lifeline.on('close', () => supervisor.lifelineEnded());
  lifeline.resume();
  process.on('SIGTERM', () => void supervisor.shutDown());
  await serveControl(controlSocket(dir), (request) => supervisor.handle(request));
  if (spec.listenFd !== undefined) forwardToSocket(spec.listenFd, apiSocket(dir));
  await supervisor.run();
}

if (import.meta.main) {
  const dir = process.argv[2];
  if (dir === undefined) throw new Error('usage: supervisor.ts <lab folder>');
  await main(dir);
}
