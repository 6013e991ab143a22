/**
 * Where plans come from: the ref in the store is followed, its plan fetched, checked and handed
 * over. What is refused is said once and the director stays on what it has; what cannot be fetched
 * is tried again. The store being away is no fault here: nothing changes until it is back.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { RefStore, Subscription } from '../../store/contract.ts';
import { acceptPlan, acceptRef } from './accept.ts';
import type { Assignment } from './assignment.ts';
import { fetchAssignment, type PlanReader } from './fetch.ts';

const RETRY_FIRST_MS = 200;
const RETRY_MAX_MS = 5_000;

export interface PlanSourceOptions {
  readonly node: string;
  readonly store: PlanReader & Pick<RefStore, 'followRef'>;
  /** What the director runs, as far as it was accepted: the base for fetch and checks. */
  readonly current: () => Assignment | undefined;
  readonly onWanted: (ref: NodeRef) => void;
  /** Fetched and accepted. */
  readonly onAssignment: (assignment: Assignment) => void;
  /** Refused for good: told once for each ref. */
  readonly onRefused: (ref: NodeRef, error: FleetError) => void;
  readonly onConnection: (connected: boolean) => void;
  /** A fault that is being retried. */
  readonly onTrouble: (error: unknown) => void;
}

/** Follows until the signal aborts; resolves then. */
export async function followPlans(options: PlanSourceOptions, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      await followOnce(options, signal, () => {
        failures = 0;
      });
    } catch (error) {
      options.onConnection(false);
      options.onTrouble(error);
      const waitMs = Math.min(RETRY_FIRST_MS * 2 ** failures, RETRY_MAX_MS);
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function followOnce(
  options: PlanSourceOptions,
  signal: AbortSignal,
  onProgress: () => void,
): Promise<void> {
  let newest: NodeRef | undefined;
  let wake = () => {};
  let failure: { readonly error: unknown } | undefined;
  const subscription: Subscription = await options.store.followRef({
    node: options.node,
    onRef: (ref) => {
      newest = ref;
      wake();
    },
    onConnection: options.onConnection,
    onFailed: (error) => {
      failure = { error };
      wake();
    },
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort);
  try {
    let handled: NodeRef | undefined;
    while (!signal.aborted) {
      if (failure !== undefined) throw failure.error;
      const ref = newest;
      // No ref: not declared (any more). The director stays as it is; nobody told it to stop.
      if (ref === undefined || ref === handled) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      await handle(options, ref);
      handled = ref;
      onProgress();
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await subscription.close();
  }
}

/** @throws FleetError that is retryable; the follower starts over */
async function handle(options: PlanSourceOptions, ref: NodeRef): Promise<void> {
  options.onWanted(ref);
  try {
    const current = options.current();
    acceptRef(current?.ref, ref);
    const next = await fetchAssignment(options.store, ref, current);
    acceptPlan(next, [], current);
    options.onAssignment(next);
  } catch (error) {
    if (!(error instanceof FleetError) || error.retryable) throw error;
    options.onRefused(ref, error);
  }
}
