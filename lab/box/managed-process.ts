/**
 * One process that the supervisor answers for: started, watched, started again when it ends by
 * itself, stopped or killed when told. Invariant: at most one of it runs at any time, and none
 * after stop() has resolved.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from '../../schemas/errors.ts';
import { type Launched, launch } from './launch.ts';
import type { ProcessSpec, ProcessState, ProcessStatus } from './process-spec.ts';

/** Doubled at each end in a row; short at first, so that a killed process is soon back. */
const PAUSE_FIRST_MS = 200;
const PAUSE_MAX_MS = 5000;
/** One that ran this long was well; its next end is a new event. */
const CALM_AFTER_MS = 10_000;
/** A first start may lose a race with what it needs; one that never comes up is reported soon. */
const FIRST_TRIES_MAX = 3;
/** SIGTERM to SIGKILL. Temporal, the slowest, ends within 2 s. */
const STOP_GRACE_MS = 8000;

export class ManagedProcess {
  readonly spec: ProcessSpec;
  readonly #logFile: string;
  readonly #now: () => number;
  #state: ProcessState = 'stopped';
  #since: number;
  #restarts = 0;
  #readyAfterMs: number | undefined;
  #lastExit: string | undefined;
  #problem: string | undefined;
  #launched: Launched | undefined;
  /** The one loop that starts it again and again; undefined when it shall not run. */
  #loop: Promise<void> | undefined;
  #firstReady: Promise<void> = Promise.resolve();
  #stopping = new AbortController();

  constructor(spec: ProcessSpec, logFile: string, now: () => number) {
    this.spec = spec;
    this.#logFile = logFile;
    this.#now = now;
    this.#since = now();
  }

  status(): ProcessStatus {
    const { name, node, address } = this.spec;
    return {
      name,
      node,
      state: this.#state,
      ...(this.#launched === undefined ? {} : { pid: this.#launched.pid }),
      restarts: this.#restarts,
      since: this.#since,
      ...(this.#readyAfterMs === undefined ? {} : { readyAfterMs: this.#readyAfterMs }),
      ...(address === undefined ? {} : { address }),
      logFile: this.#logFile,
      ...(this.#lastExit === undefined ? {} : { lastExit: this.#lastExit }),
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
    };
  }

  /** Resolves when it is ready for the first time; throws E_LAB when it does not get there. */
  async start(needs: Promise<unknown> = Promise.resolve()): Promise<void> {
    if (this.#stopping.signal.aborted) await this.#loop;
    if (this.#loop === undefined) {
      this.#stopping = new AbortController();
      this.#problem = undefined;
      this.#restarts = 0;
      const first = Promise.withResolvers<void>();
      this.#firstReady = first.promise;
      // Whoever calls start sees the rejection; a start by nobody waiting is in the status.
      first.promise.catch(() => undefined);
      this.#enter('waiting');
      this.#loop = this.#keepRunning(needs, first).finally(() => {
        this.#loop = undefined;
      });
    }
    await this.#firstReady;
  }

  /** Resolves when it has ended; idempotent. */
  async stop(): Promise<void> {
    const loop = this.#loop;
    this.#stopping.abort();
    if (loop === undefined) {
      this.#enter('stopped');
      return;
    }
    if (this.#launched !== undefined) this.#enter('stopping');
    this.#launched?.end('SIGTERM');
    const hardEnd = setTimeout(() => this.#launched?.end('SIGKILL'), STOP_GRACE_MS);
    await loop.finally(() => clearTimeout(hardEnd));
  }

  /** Resolves when it has ended; then the spec's restart rule applies. */
  async kill(): Promise<void> {
    const launched = this.#launched;
    if (launched === undefined) {
      throw new FleetError('E_LAB', `${this.spec.name} does not run`, {
        hint: `start it: sluice lab start ${this.spec.name}`,
      });
    }
    launched.end('SIGKILL');
    await launched.exited;
  }

  /** SIGKILL and no new start: its machine has lost power. Idempotent. */
  async powerOff(): Promise<void> {
    this.#stopping.abort();
    this.#launched?.end('SIGKILL');
    await this.#loop;
    this.#enter('stopped');
  }

  async #keepRunning(needs: Promise<unknown>, first: PromiseWithResolvers<void>): Promise<void> {
    const { signal } = this.#stopping;
    const stopped = new FleetError('E_LAB', `${this.spec.name} was stopped before it was ready`);
    let isFirst = true;
    let pauseMs = PAUSE_FIRST_MS;
    try {
      await unlessAborted(needs, signal);
      for (let tries = 1; !signal.aborted; tries++) {
        const startedAt = this.#now();
        const problem = await this.#runOnce(startedAt, first.resolve);
        if (signal.aborted) break;
        if (problem === undefined) isFirst = false;
        if (this.spec.restart === 'no') return this.#giveUp(isFirst, problem, first.reject);
        if (isFirst && tries >= FIRST_TRIES_MAX) return this.#giveUp(true, problem, first.reject);
        if (this.#now() - startedAt > CALM_AFTER_MS) pauseMs = PAUSE_FIRST_MS;
        this.#enter('restarting');
        await unlessAborted(delay(pauseMs), signal);
        pauseMs = Math.min(2 * pauseMs, PAUSE_MAX_MS);
        this.#restarts += 1;
      }
    } catch (error) {
      // What it needs did not come up, which is reported where it happened.
      return this.#giveUp(true, error, first.reject);
    }
    this.#enter('stopped');
    first.reject(stopped);
  }

  /** Undefined when it was ready before it ended, else why not. Resolves after it has ended. */
  async #runOnce(startedAt: number, onReady: () => void): Promise<unknown> {
    this.#enter('starting');
    this.#readyAfterMs = undefined;
    let launched: Launched;
    try {
      launched = await launch(this.spec, this.#logFile);
    } catch (error) {
      return error;
    }
    this.#launched = launched;
    // The stop came while a server's launcher was at work.
    if (this.#stopping.signal.aborted) launched.end('SIGTERM');
    const problem = await launched.ready.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (problem === undefined) {
      this.#problem = undefined;
      this.#readyAfterMs = this.#now() - startedAt;
      if (!this.#stopping.signal.aborted) this.#enter('ready');
      onReady();
    } else {
      this.#problem = messageOf(problem);
      launched.end('SIGKILL');
    }
    this.#lastExit = await launched.exited;
    this.#launched = undefined;
    return problem;
  }

  #giveUp(isFailure: boolean, problem: unknown, reject: (error: unknown) => void): void {
    if (isFailure) this.#problem = messageOf(problem);
    this.#enter(isFailure ? 'failed' : 'ended');
    reject(problem);
  }

  #enter(state: ProcessState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#since = this.#now();
  }
}

/** Resolves early, without a value, when the signal comes first. */
async function unlessAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const aborted = Promise.withResolvers<void>();
  const onAbort = () => aborted.resolve();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
