/**
 * Runs many periodic tasks evenly: each keeps its own place within its interval, places are laid
 * out by the golden ratio so that any number of them is spread without gaps or heaps, and a
 * little jitter keeps agents from falling in step. Bounded: what is due while all slots are taken
 * waits, longest due first, and a task never overlaps itself.
 */
import { DueQueue } from './due-queue.ts';
import {
  FIRST_CHECK_WITHIN_MS,
  FRESH_INTERVAL_MS,
  JITTER_SHARE,
  LATE_REPORT_EVERY_MS,
} from './limits.ts';

export interface SchedulerClock {
  /** Monotonic milliseconds. */
  nowMs(): number;
  /** Calls once after the time; returns how to cancel it. */
  after(ms: number, call: () => void): () => void;
}

export const REAL_CLOCK: SchedulerClock = {
  nowMs: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

export interface Task {
  readonly intervalMs: number;
  /** One run. `soon` asks for the next run as early as a fresh task's. Must not reject. */
  run(signal: AbortSignal): Promise<'steady' | 'soon'>;
}

interface Scheduled {
  readonly task: Task;
  /** When its current interval began, without the jitter. */
  slotMs: number;
  readonly abort: AbortController;
}

export interface SchedulerOptions {
  readonly inFlightMax: number;
  /** Tasks start a whole interval late: there are more than can be run. Told now and then. */
  readonly onLate?: (lateMs: number) => void;
  readonly clock?: SchedulerClock;
  readonly random?: () => number;
}

/** (sqrt(5) - 1) / 2: successive multiples of it fill the unit interval most evenly. */
const GOLDEN = 0.618_033_988_749_894_9;

export class Scheduler {
  readonly #clock: SchedulerClock;
  readonly #random: () => number;
  readonly #inFlightMax: number;
  readonly #due = new DueQueue<Scheduled>();
  readonly #tasks = new Map<Task, Scheduled>();
  readonly #running = new Set<Promise<void>>();
  readonly #onLate: (lateMs: number) => void;
  #lateToldMs = Number.NEGATIVE_INFINITY;
  #added = 0;
  #cancelTimer: (() => void) | undefined;
  #timerAtMs = Number.POSITIVE_INFINITY;

  constructor(options: SchedulerOptions) {
    const { inFlightMax, clock = REAL_CLOCK, random = Math.random } = options;
    this.#onLate = options.onLate ?? (() => undefined);
    this.#clock = clock;
    this.#random = random;
    this.#inFlightMax = inFlightMax;
    // Agents that start together do not lay their checks out alike.
    this.#added = random();
  }

  add(task: Task): void {
    const phase = (++this.#added * GOLDEN) % 1;
    const { intervalMs } = task;
    const nowMs = this.#clock.nowMs();
    // Of a long interval the first run comes early; its slot then follows at its own place.
    const isLong = intervalMs > FIRST_CHECK_WITHIN_MS;
    const firstMs = nowMs + phase * Math.min(intervalMs, FIRST_CHECK_WITHIN_MS);
    const slotMs = isLong ? nowMs + (phase - 1) * intervalMs : firstMs;
    const scheduled = { task, slotMs, abort: new AbortController() };
    this.#tasks.set(task, scheduled);
    this.#due.add(firstMs, scheduled);
    this.#arm();
  }

  /** A run under way is aborted, and no other follows. */
  remove(task: Task): void {
    this.#tasks.get(task)?.abort.abort();
    this.#tasks.delete(task);
  }

  async close(): Promise<void> {
    this.#cancelTimer?.();
    for (const task of [...this.#tasks.keys()]) this.remove(task);
    await Promise.all(this.#running);
  }

  /** Starts what is due and has a slot, then sleeps until the next is due. */
  #start(): void {
    this.#timerAtMs = Number.POSITIVE_INFINITY;
    const nowMs = this.#clock.nowMs();
    while (this.#running.size < this.#inFlightMax) {
      const earliest = this.#due.earliest();
      if (earliest === undefined || earliest.atMs > nowMs) break;
      this.#due.take();
      const { item } = earliest;
      if (item.abort.signal.aborted) continue; // removed while it waited
      this.#tellWhenLate(nowMs, nowMs - earliest.atMs, item.task.intervalMs);
      const run = this.#run(item).finally(() => {
        this.#running.delete(run);
        this.#arm();
      });
      this.#running.add(run);
    }
    this.#arm();
  }

  #tellWhenLate(nowMs: number, lateMs: number, intervalMs: number): void {
    if (lateMs < intervalMs || nowMs - this.#lateToldMs < LATE_REPORT_EVERY_MS) return;
    this.#lateToldMs = nowMs;
    this.#onLate(lateMs);
  }

  async #run(scheduled: Scheduled): Promise<void> {
    const { task, abort } = scheduled;
    const next = await task.run(abort.signal);
    if (!abort.signal.aborted) this.#due.add(this.#nextMs(scheduled, next), scheduled);
  }

  /** One interval after the last slot, jittered; what was missed is left out, not caught up on. */
  #nextMs(scheduled: Scheduled, next: 'steady' | 'soon'): number {
    const nowMs = this.#clock.nowMs();
    const { intervalMs } = scheduled.task;
    if (next === 'soon') return nowMs + Math.min(intervalMs, FRESH_INTERVAL_MS);
    scheduled.slotMs = Math.max(nowMs, scheduled.slotMs + intervalMs);
    const jitter = (2 * this.#random() - 1) * JITTER_SHARE * intervalMs;
    return Math.max(nowMs, scheduled.slotMs + jitter);
  }

  #arm(): void {
    const earliest = this.#due.earliest();
    if (earliest === undefined || this.#running.size >= this.#inFlightMax) return;
    if (earliest.atMs >= this.#timerAtMs) return;
    this.#cancelTimer?.();
    this.#timerAtMs = earliest.atMs;
    // A timer that fires a fraction early would find nothing due and be set again.
    const waitMs = Math.max(0, Math.ceil(earliest.atMs - this.#clock.nowMs()));
    this.#cancelTimer = this.#clock.after(waitMs, () => this.#start());
  }
}
