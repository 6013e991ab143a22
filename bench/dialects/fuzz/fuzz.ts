/**
 * The long fuzz: cases one after the other in a worker thread, watched from here. A case that
 * fails or never ends is written to a file, with how to try it again; the others go on.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FuzzFailure, FuzzOrder } from './fuzz-worker.ts';
import { makeCase } from './make-case.ts';
import { readSeedFiles } from './seed-files.ts';

export interface FuzzReport {
  readonly seed: number;
  readonly cases: number;
  readonly seconds: number;
  readonly failures: readonly {
    readonly number: number;
    readonly message: string;
    readonly file: string;
  }[];
}

export interface FuzzOptions {
  readonly seed: number;
  readonly cases: number;
  /** Where failing texts are written. */
  readonly folder: string;
  readonly print: (line: string) => void;
}

/** A case takes less than a millisecond; one that takes this long never ends. */
const HANG_MS = 120_000;
const WATCH_EVERY_MS = 2_000;
const TELL_EVERY = 100_000;
/** So many failures are one mistake, and their files help nobody. */
const FAILURES_MAX = 50;

export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { seed, cases, print } = options;
  const startedAtMs = performance.now();
  const failures: FuzzFailure[] = [];
  let from = 0;
  while (from < cases && failures.length < FAILURES_MAX) {
    from = await runFrom(from, options, failures);
  }
  const written = await Promise.all(failures.map((failure) => keep(failure, options)));
  const seconds = Math.round((performance.now() - startedAtMs) / 100) / 10;
  print(
    `fuzz: ${Math.min(from, cases)} cases in ${seconds} s, ${failures.length} failures, seed ${seed}`,
  );
  return { seed, cases: Math.min(from, cases), seconds, failures: written };
}

/** Until the end, a hang or too many failures; the number to go on with. */
async function runFrom(
  from: number,
  { seed, cases, print }: FuzzOptions,
  failures: FuzzFailure[],
): Promise<number> {
  const progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const current = new Int32Array(progress);
  const workerData: FuzzOrder = { seed, from, to: cases, progress };
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData });
  const ended = Promise.withResolvers<void>();
  let told = Math.floor(from / TELL_EVERY);
  let last = { number: -1, sinceMs: performance.now() };
  let hangsAt: number | undefined;
  worker.on('message', (failure: FuzzFailure) => {
    failures.push(failure);
    print(`case ${failure.number}: ${failure.message.slice(0, 1_000)}`);
    if (failures.length >= FAILURES_MAX) void worker.terminate();
  });
  worker.on('error', ended.reject);
  worker.on('exit', () => ended.resolve());
  const watch = setInterval(() => {
    const number = Atomics.load(current, 0);
    if (Math.floor(number / TELL_EVERY) > told) {
      told = Math.floor(number / TELL_EVERY);
      print(`  ${number} cases`);
    }
    if (number !== last.number) last = { number, sinceMs: performance.now() };
    else if (performance.now() - last.sinceMs > HANG_MS) {
      hangsAt = number;
      void worker.terminate();
    }
  }, WATCH_EVERY_MS);
  try {
    await ended.promise;
  } finally {
    clearInterval(watch);
  }
  if (hangsAt === undefined) return Atomics.load(current, 0);
  const { text } = makeCase(seed, hangsAt, readSeedFiles());
  failures.push({ number: hangsAt, text, message: `no end within ${HANG_MS / 1_000} s` });
  print(`case ${hangsAt}: no end within ${HANG_MS / 1_000} s`);
  return hangsAt + 1;
}

async function keep({ number, text, message }: FuzzFailure, { seed, folder, print }: FuzzOptions) {
  const file = join(folder, `sluice-fuzz-${seed}-${number}.txt`);
  await writeFile(file, text, { mode: 0o600 });
  print(`${file}: npm run bench -- dialects --seed ${seed} --case ${number}`);
  return { number, message, file };
}
