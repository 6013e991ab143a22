/** Keeps the refs in a view for as long as the signal lets it, over every fault of the store. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { RefStore } from '../../store/contract.ts';

const RETRY_MS = 500;

export async function followRefs(
  store: RefStore,
  onRefs: (refs: ReadonlyMap<string, NodeRef>) => void,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await followOnce(store, onRefs, signal);
    } catch (error) {
      log.warn({ err: error }, 'refs cannot be followed, starts over');
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Resolves when the signal aborts; rejects when the subscription failed. */
async function followOnce(
  store: RefStore,
  onRefs: (refs: ReadonlyMap<string, NodeRef>) => void,
  signal: AbortSignal,
): Promise<void> {
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const subscription = await store.followRefs({ onRefs, onFailed: failed.reject });
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await Promise.race([failed.promise, aborted]);
  } finally {
    await subscription.close();
  }
}
