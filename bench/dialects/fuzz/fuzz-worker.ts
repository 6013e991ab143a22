/**
 * Tries cases in a thread of its own, so that the one that watches it can tell when a case never
 * ends. Tells each failure; leaves the number of the case under way in shared memory.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { checkCase } from './check-case.ts';
import { makeCase } from './make-case.ts';
import { readSeedFiles } from './seed-files.ts';

export interface FuzzOrder {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** One 32-bit number. */
  readonly progress: SharedArrayBuffer;
}

export interface FuzzFailure {
  readonly number: number;
  readonly text: string;
  readonly message: string;
}

const { seed, from, to, progress } = workerData as FuzzOrder;
const current = new Int32Array(progress);
const seedFiles = readSeedFiles();
for (let number = from; number < to; number += 1) {
  Atomics.store(current, 0, number);
  const one = makeCase(seed, number, seedFiles);
  try {
    checkCase(one);
  } catch (error) {
    const failure: FuzzFailure = {
      number,
      text: one.text,
      message: error instanceof Error ? error.message : String(error),
    };
    parentPort?.postMessage(failure);
  }
}
Atomics.store(current, 0, to);
