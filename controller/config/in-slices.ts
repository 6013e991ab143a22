/**
 * Long work in slices: a generator that pauses often is run to its end, and whenever a slice of
 * time is used up everybody else has a turn. So an apply of ten thousand services takes seconds and
 * no lease runs out and no reader waits meanwhile.
 */
import { setImmediate as turn } from 'node:timers/promises';

/** Short beside every deadline in the house, long beside a turn of the event loop. */
const SLICE_MS = 20;

/** What the work returns; rejects with what it throws. */
export async function inSlices<T>(work: Generator<void, T, void>): Promise<T> {
  let begunAtMs = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - begunAtMs < SLICE_MS) continue;
    await turn();
    begunAtMs = performance.now();
  }
}
