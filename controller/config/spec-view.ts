/**
 * The spec in memory, kept by folding the log as it grows. Everyone in the controller who needs
 * the spec reads it here, so an apply or a compile costs no read of the whole store. When the log
 * cannot be followed any further the view reads everything again and says so to its listeners.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { FleetError } from '../../schemas/errors.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import type { ResourceChange, Spec } from '../../schemas/spec.ts';
import type { ConfigStore, Subscription } from '../../store/contract.ts';
import { foldIndexed } from '../compile/spec-index.ts';

/** Wait before reading everything again: a restarting etcd needs about a second. */
const REREAD_MS = 500;

/** What a listener hears: one event was folded in, or everything was read anew. */
export type SpecChange =
  | { readonly kind: 'event'; readonly spec: Spec; readonly changes: readonly ResourceChange[] }
  | { readonly kind: 'reread'; readonly spec: Spec };

export interface SpecView {
  current(): Spec;
  /** Listeners are called in order, for every change, before `current` is asked again. */
  listen(listener: (change: SpecChange) => void): () => void;
  /** Resolves with the spec once it has reached the revision. @throws E_STORE_AWAY in time */
  reached(revision: number, timeoutMs?: number): Promise<Spec>;
  close(): Promise<void>;
}

export async function openSpecView(store: ConfigStore, log: Logger): Promise<SpecView> {
  let spec = await store.readSpec();
  let subscription: Subscription | undefined;
  let closed = false;
  const listeners = new Set<(change: SpecChange) => void>();
  const tell = (change: SpecChange) => {
    for (const listener of listeners) listener(change);
  };

  const onEvent = (event: ConfigEvent): void => {
    const changes = changesOf(event);
    spec = foldIndexed(spec, event.seq, changes);
    tell({ kind: 'event', spec, changes });
  };
  const follow = async (): Promise<void> => {
    subscription = await store.followEvents({ after: spec.revision, onEvent, onFailed });
  };
  const onFailed = (error: unknown): void => {
    log.warn({ err: error }, 'the log cannot be followed, reading everything again');
    void reread();
  };
  const reread = async (): Promise<void> => {
    await subscription?.close();
    while (!closed) {
      try {
        spec = await store.readSpec();
        tell({ kind: 'reread', spec });
        return await follow();
      } catch (error) {
        if (!(error instanceof FleetError)) log.error({ err: error }, 'reading the spec failed');
        await delay(REREAD_MS);
      }
    }
  };
  await follow();
  return {
    current: () => spec,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reached: (revision, timeoutMs = 5_000) => reached(revision, timeoutMs, () => spec, listeners),
    close: async () => {
      closed = true;
      await subscription?.close();
    },
  };
}

function changesOf(event: ConfigEvent): readonly ResourceChange[] {
  return event.body.type === 'ConfigChanged' ? event.body.changes : [];
}

function reached(
  revision: number,
  timeoutMs: number,
  current: () => Spec,
  listeners: Set<(change: SpecChange) => void>,
): Promise<Spec> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (current().revision < revision) return;
      finish();
      resolve(current());
    };
    const timer = setTimeout(() => {
      finish();
      const at = current().revision;
      const message = `revision ${revision} was not seen in time; the view is at ${at}`;
      reject(new FleetError('E_STORE_AWAY', message, { retryable: true }));
    }, timeoutMs);
    const finish = () => {
      clearTimeout(timer);
      listeners.delete(check);
    };
    listeners.add(check);
    check();
  });
}
