/**
 * One controller: API, views and, when elected, the publisher and the keeper of the store. Any
 * number may run on one cell; all serve the API, one publishes, one keeps. It owns nothing that is
 * not in etcd, so it may die at any moment.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Subscription as BusSubscription, ControlBus } from '../bus/contract.ts';
import type { Store } from '../store/contract.ts';
import { createApi, listen } from './api/server.ts';
import { createCompiledView } from './compile/compiled-view.ts';
import { createConfigChanges } from './config/change.ts';
import { openSpecView } from './config/spec-view.ts';
import { createFleetView } from './fleet/fleet-view.ts';
import { followRefs } from './fleet/follow-refs.ts';
import { type Keeping, keepStore } from './keeper.ts';
import type { Procedures } from './procedures/procedures.ts';
import { runPublisher } from './publisher.ts';
import { createRolloutStarter } from './rollouts/rollout-starter.ts';

const PUBLISHER_ROLE = 'publisher';
const STREAM_RETRY_MS = 1_000;

export interface ControllerOptions {
  readonly version: string;
  readonly cell: string;
  readonly listen: string;
  readonly store: Store;
  readonly bus: ControlBus;
  readonly procedures: Procedures;
  readonly keeping?: Keeping | undefined;
  readonly log: Logger;
  /** A programmer error in the publisher or the keeper: the process must end and be started anew. */
  readonly onDefect: (error: unknown) => void;
  readonly nowMs?: () => number;
}

export interface Controller {
  /** Ends all that it started; store, bus and procedures stay open for their owner to close. */
  stop(): Promise<void>;
}

/** Resolves when the API answers. @throws FleetError E_STORE_AWAY, E_PORT_TAKEN, E_USAGE */
export async function startController(options: ControllerOptions): Promise<Controller> {
  const { store, bus, log } = options;
  const nowMs = options.nowMs ?? Date.now;
  const stopping = new AbortController();
  const view = await openSpecView(store, log);
  const compiled = createCompiledView(view);
  const fleet = createFleetView(nowMs);
  const refs = followRefs(store, fleet.onRefs, log, stopping.signal);
  const streams = ensureStreams(bus, log, stopping.signal);
  const statuses: BusSubscription = await bus.followStatuses(fleet.onStatus);
  const changes = createConfigChanges({ store, view, compiled, nowMs });
  const app = createApi({ ...options, nowMs, view, fleet, changes }, log);
  const election = campaign(options, stopping.signal, (token, signal) => {
    const fence = { role: PUBLISHER_ROLE, token };
    const starter = createRolloutStarter({
      ...{ store, log, nowMs },
      rollouts: options.procedures.rollouts,
    });
    const { onPublished } = starter;
    const publishing = { store, view, compiled, log, nowMs, fence, onPublished };
    return Promise.all([runPublisher(publishing, signal), starter.run(signal)]);
  });
  const keeping = keepStore(
    { store, bus, keeping: options.keeping ?? {}, log, nowMs, onDefect: options.onDefect },
    stopping.signal,
  );
  const stop = async (): Promise<void> => {
    stopping.abort();
    await app.close();
    await Promise.all([election, keeping, refs, streams, statuses.close(), view.close()]);
  };
  try {
    await listen(app, options.listen);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ listen: options.listen, revision: view.current().revision }, 'controller is ready');
  return { stop };
}

/** NATS may come later than the controller; agents keep their events on disk until then. */
async function ensureStreams(bus: ControlBus, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      return await bus.ensureStreams();
    } catch (error) {
      log.warn({ err: error }, 'the event stream cannot be made yet, tries again');
      await delay(STREAM_RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Runs `work` while elected, with the token of the election. */
async function campaign(
  options: ControllerOptions,
  signal: AbortSignal,
  work: (token: number, signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const { store, log } = options;
  let term: AbortController | undefined;
  let running: Promise<unknown> | undefined;
  await store.campaign({
    role: PUBLISHER_ROLE,
    candidate: randomUUID(),
    signal,
    onElected: (token) => {
      log.info({ token }, 'elected as publisher');
      term = new AbortController();
      running = work(token, term.signal).catch(options.onDefect);
    },
    onLost: () => {
      log.warn('no longer the publisher');
      term?.abort();
    },
  });
  term?.abort();
  await running;
}
