/** Many small requests, a few at a time. */
import { BATCHES_AT_ONCE } from './limits.ts';

export function batchesOf<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** Each batch once. After a failure no new one is begun; what is under way is waited for. */
export async function inBatches<T>(
  batches: readonly T[],
  each: (batch: T) => Promise<unknown>,
): Promise<void> {
  const left = batches.values();
  let hasFailed = false;
  const work = async () => {
    // One iterator for all workers, so that each batch is taken once.
    for (const batch of left) {
      if (hasFailed) return;
      try {
        await each(batch);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(BATCHES_AT_ONCE, batches.length) }, work);
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
