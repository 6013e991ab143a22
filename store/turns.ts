/** Long work in turns, so that a process that also serves an API stays awake. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { YIELD_EVERY } from './limits.ts';

/** Each item once and in order, with a pause for others after every YIELD_EVERY. */
export async function inTurns<T>(items: Iterable<T>, each: (item: T) => void): Promise<void> {
  let count = 0;
  for (const item of items) {
    each(item);
    if (++count % YIELD_EVERY === 0) await nextTurn();
  }
}
