import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DueQueue } from '../../node-agent/health/due-queue.ts';
import { Scheduler, type SchedulerClock, type Task } from '../../node-agent/health/scheduler.ts';

/** Time that moves only when told, in whole steps, with all promises settled in between. */
class ManualClock implements SchedulerClock {
  #nowMs = 5_000_000;
  readonly #timers = new Set<{ atMs: number; call: () => void }>();

  nowMs(): number {
    return this.#nowMs;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { atMs: this.#nowMs + ms, call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  async pass(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    for (;;) {
      const [next] = [...this.#timers].sort((a, b) => a.atMs - b.atMs);
      if (next === undefined || next.atMs > endMs) break;
      this.#timers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.call();
      await new Promise(setImmediate);
    }
    this.#nowMs = endMs;
  }
}

function scheduler(inFlightMax = 1_000, onLate: (lateMs: number) => void = () => undefined) {
  const clock = new ManualClock();
  let seed = 1;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return { clock, scheduler: new Scheduler({ inFlightMax, clock, random, onLate }) };
}

function recorder(clock: ManualClock, intervalMs: number, runs: number[]): Task {
  return {
    intervalMs,
    run: async () => {
      runs.push(clock.nowMs());
      return 'steady';
    },
  };
}

describe('scheduler', () => {
  test('many checks of one interval are spread evenly over it, round after round', async () => {
    const { clock, scheduler: checks } = scheduler();
    const start = clock.nowMs();
    const runs: number[] = [];
    for (let task = 0; task < 500; task++) checks.add(recorder(clock, 1_000, runs));
    await clock.pass(10_000);
    const perBucket = new Map<number, number>();
    for (const atMs of runs) {
      const bucket = Math.floor((atMs - start) / 50);
      perBucket.set(bucket, (perBucket.get(bucket) ?? 0) + 1);
    }
    // 25 are fair; the jitter moves some over a border.
    for (let bucket = 0; bucket < 199; bucket++) {
      expect(perBucket.get(bucket), `bucket ${bucket}`).toBeGreaterThan(8);
      expect(perBucket.get(bucket), `bucket ${bucket}`).toBeLessThan(45);
    }
    await checks.close();
  });

  test('every task keeps its own interval', async () => {
    const { clock, scheduler: checks } = scheduler();
    const runs: number[] = [];
    checks.add(recorder(clock, 1_000, runs));
    await clock.pass(100_500);
    expect(runs.length).toBeGreaterThanOrEqual(100);
    expect(runs.length).toBeLessThanOrEqual(101);
    const gaps = runs.slice(1).map((atMs, index) => atMs - (runs[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(890);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1_110);
    await checks.close();
  });

  test('a long interval does not keep a fresh task waiting, nor bunch the later runs', async () => {
    const { clock, scheduler: checks } = scheduler();
    const start = clock.nowMs();
    const lives = Array.from({ length: 100 }, (): number[] => []);
    for (const runs of lives) checks.add(recorder(clock, 600_000, runs));
    await clock.pass(2_000);
    expect(lives.filter((runs) => runs.length > 0)).toHaveLength(100);
    await clock.pass(598_000);
    const minutes = lives.flatMap((runs) => runs.slice(1)).map((ms) => (ms - start) / 60_000);
    expect(new Set(minutes.map(Math.floor)).size).toBe(10);
    await checks.close();
  });

  test('at most so many run at once, and all get their turn', async () => {
    const late: number[] = [];
    const { clock, scheduler: checks } = scheduler(10, (lateMs) => late.push(lateMs));
    let running = 0;
    let most = 0;
    const turns = new Map<number, number>();
    for (let task = 0; task < 100; task++) {
      checks.add({
        intervalMs: 1_000,
        run: async () => {
          running += 1;
          most = Math.max(most, running);
          turns.set(task, (turns.get(task) ?? 0) + 1);
          await new Promise<void>((resolve) => clock.after(500, resolve));
          running -= 1;
          return 'steady';
        },
      });
    }
    await clock.pass(20_000);
    expect(most).toBe(10);
    expect(late).toHaveLength(1); // told, and not at every start
    // 10 slots of 500 ms are 20 runs a second for 100 tasks: one every 5 s, for every task.
    for (let task = 0; task < 100; task++) {
      expect(turns.get(task), `task ${task}`).toBeGreaterThanOrEqual(3);
      expect(turns.get(task), `task ${task}`).toBeLessThanOrEqual(5);
    }
    const closing = checks.close();
    await clock.pass(1_000);
    await closing;
  });

  test('a removed task is aborted and does not run again', async () => {
    const { clock, scheduler: checks } = scheduler();
    const runs: number[] = [];
    let aborted = false;
    const task: Task = {
      intervalMs: 100,
      run: (signal) => {
        runs.push(clock.nowMs());
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            resolve('steady');
          });
        });
      },
    };
    checks.add(task);
    await clock.pass(100);
    checks.remove(task);
    await clock.pass(1_000);
    expect(aborted).toBe(true);
    expect(runs).toHaveLength(1);
    await checks.close();
  });
});

test('the queue gives what was added, earliest first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (times) => {
      const queue = new DueQueue<number>();
      for (const atMs of times) queue.add(atMs, atMs);
      const taken = times.map(() => queue.take()?.item);
      expect(taken).toEqual(times.toSorted((a, b) => a - b));
      expect(queue.take()).toBeUndefined();
    }),
  );
});
