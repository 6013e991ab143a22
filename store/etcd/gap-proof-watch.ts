/**
 * The one way to watch etcd. It delivers every change of a range of keys in order, none lost and
 * none twice, over cut connections, restarts, compaction, oversized batches and members that lag.
 *
 * etcd3's own watcher does not: it takes its resume point from the header of whatever answer came
 * last, which is the store's newest revision and not the last event delivered, so a link that
 * breaks during catch-up loses the rest without a word (packages.md 2.2). This one runs etcd's
 * Watch stream itself, one stream a watch, and owns the resume point: it moves behind a revision
 * only when the consumer has taken all events of that revision. What cannot be resumed (compacted
 * history, another cluster behind the address, a store restored from a backup) is caught up by
 * reading: `catchUp` is called again, and what it read replaces what was known.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { IEvent, IWatchResponse } from 'etcd3';
import {
  WATCH_CREATE_TIMEOUT_MS,
  WATCH_PAUSE_MAX_MS,
  WATCH_PAUSE_MIN_MS,
  WATCH_STEADY_MS,
} from '../limits.ts';
import { beginCall } from './call.ts';
import type { EtcdClients } from './client.ts';
import { isAwayFault, isCompactedFault } from './faults.ts';
import { type KeyRange, type StoredValue, storedValue } from './requests.ts';
import { openWatchStream } from './watch-stream.ts';

/** A put, or (without `value`) a deletion. */
export interface Change {
  readonly key: string;
  readonly revision: number;
  readonly value: StoredValue | undefined;
}

/** Hands something to the consumer; see WatchOptions.catchUp. */
export type Deliver = (handOver: () => void | Promise<void>) => Promise<void>;

export interface WatchOptions {
  readonly clients: EtcdClients;
  readonly range: KeyRange;
  /**
   * Brings the consumer up to date by reading, and returns the revision it is up to date with.
   * Called at first and whenever the changes since are no longer to be had. What it calls of the
   * consumer goes through `deliver`.
   */
  readonly catchUp: (deliver: Deliver) => Promise<number>;
  /**
   * Whole revisions, oldest first. No next call before the promise of this one is fulfilled, and
   * no more than a few answers of etcd are held meanwhile.
   */
  readonly onChanges: (changes: readonly Change[]) => void | Promise<void>;
  /** Only changes of the state are told: true when changes flow, false when the link is lost. */
  readonly onConnection?: ((connected: boolean) => void) | undefined;
  /** The watch has ended: a consumer's function threw, or what is stored cannot be read. */
  readonly onFailed: (error: unknown) => void;
  /** Why the link was lost; it is being mended. */
  readonly onTrouble?: ((error: unknown) => void) | undefined;
}

export interface Watch {
  /**
   * No delivery begins after the call, and the promise is fulfilled when the stream is closed.
   * May be called at any time, also from inside a delivery, and again.
   */
  close(): Promise<void>;
}

/**
 * The history from the resume point on is not to be had; leads to a catch-up. A consumer may throw
 * it too, when it sees that something is missing.
 */
export class HistoryGone extends Error {}

/** Carries what a consumer threw past the handling of faults of the link. */
class ConsumerFailed extends Error {}

/** Raised instead of a delivery that would begin after close(). */
class WatchClosed extends Error {}

/** What has been delivered, and of which cluster. */
interface Progress {
  /** First revision not delivered yet; undefined: a catch-up is due. */
  next: number | undefined;
  clusterId: string | undefined;
  /** Streams opened so far. */
  streams: number;
}

interface Run {
  readonly options: WatchOptions;
  readonly progress: Progress;
  readonly deliver: Deliver;
  readonly connection: (connected: boolean) => void;
  readonly signal: AbortSignal;
}

/** Starts at once and does not wait for etcd: it may be away, and then comes later. */
export function startWatch(options: WatchOptions): Watch {
  const abort = new AbortController();
  let isDelivering = false;
  const deliver: Deliver = async (handOver) => {
    if (abort.signal.aborted) throw new WatchClosed();
    isDelivering = true;
    try {
      await handOver();
    } catch (cause) {
      if (cause instanceof HistoryGone) throw cause;
      throw new ConsumerFailed('the consumer of a watch failed', { cause });
    } finally {
      isDelivering = false;
    }
  };
  const { closing } = options.clients;
  const close = () => abort.abort();
  if (closing.aborted) close();
  closing.addEventListener('abort', close);
  const done = runWatch({
    options,
    progress: { next: undefined, clusterId: undefined, streams: 0 },
    deliver,
    connection: tellOnChange(options.onConnection),
    signal: abort.signal,
  })
    .catch((error: unknown) => {
      if (abort.signal.aborted) return;
      abort.abort();
      options.onFailed(error instanceof ConsumerFailed ? error.cause : error);
    })
    .finally(() => closing.removeEventListener('abort', close));
  return {
    close: () => {
      close();
      // A consumer that closes from inside a delivery would wait for itself.
      return isDelivering ? Promise.resolve() : done;
    },
  };
}

async function runWatch(run: Run): Promise<void> {
  const { options, progress, connection, signal } = run;
  let pause = WATCH_PAUSE_MIN_MS;
  while (!signal.aborted) {
    const before = progress.next;
    const startedAt = performance.now();
    try {
      if (progress.next === undefined) {
        progress.next = (await options.catchUp(run.deliver)) + 1;
        progress.clusterId = undefined;
      }
      if (progress.streams++ > 0) await checkResume(options, progress.next);
      await followStream(run);
    } catch (error) {
      if (signal.aborted) break;
      if (!isMendable(error)) throw error;
      options.onTrouble?.(error);
      if (error instanceof HistoryGone) progress.next = undefined;
    }
    if (signal.aborted) break;
    connection(false);
    // A stream that is made and refused in turn must not become a busy loop.
    const isWell =
      (progress.next !== undefined && progress.next !== before) ||
      performance.now() - startedAt > WATCH_STEADY_MS;
    pause = isWell ? WATCH_PAUSE_MIN_MS : Math.min(pause * 2, WATCH_PAUSE_MAX_MS);
    // Jitter, so that a fleet of agents does not come back in one moment.
    await delay(pause * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
  }
}

/** Resolves when the server ends the stream; rejects with everything else. */
async function followStream(run: Run): Promise<void> {
  const { options, progress, signal } = run;
  const stream = await openWatchStream(options.clients.watch, {
    range: options.range,
    startRevision: progress.next ?? 0,
    createTimeoutMs: WATCH_CREATE_TIMEOUT_MS,
    signal,
  });
  // Events of a revision that etcd has not sent wholly yet.
  let held: IEvent[] = [];
  try {
    for await (const response of stream.responses) {
      if (signal.aborted) return;
      if (response.canceled) throw cancelled(response);
      if (response.created) {
        requireSameCluster(progress, response);
        // Behind what we saw: a member that lags, or another store since we read.
        const next = progress.next ?? 0;
        if (Number(response.header.revision) < next - 1) await checkResume(options, next);
        run.connection(true);
      }
      const fresh = response.events.filter((event) => revisionOf(event) >= (progress.next ?? 0));
      const { whole, rest } = splitWhole([...held, ...fresh], response.fragment);
      held = rest;
      const last = whole.at(-1);
      if (last === undefined) continue;
      await run.deliver(() => options.onChanges(whole.map(changeOf)));
      progress.next = revisionOf(last) + 1;
    }
  } finally {
    stream.close();
  }
}

/**
 * A large answer comes in fragments, cut anywhere between two events: all but the events of the
 * newest revision are whole, and those are whole when no fragment follows.
 */
export function splitWhole(
  events: readonly IEvent[],
  moreFollows: boolean,
): { whole: IEvent[]; rest: IEvent[] } {
  const last = events.at(-1);
  if (last === undefined || !moreFollows) return { whole: [...events], rest: [] };
  const newest = revisionOf(last);
  return {
    whole: events.filter((event) => revisionOf(event) < newest),
    rest: events.filter((event) => revisionOf(event) === newest),
  };
}

/**
 * Before a stream is opened again. A store put back from a backup counts its revisions anew, and a
 * watch from our resume point would wait in silence until it gets there. The read goes through the
 * client of the watches because etcd3 renews the token of a password only when a read is refused;
 * a stream that is refused for an old one would be refused for ever.
 */
async function checkResume({ clients, range }: WatchOptions, next: number): Promise<void> {
  const call = beginCall(clients.watch, 'resuming a watch');
  const { revision } = await call.get(range.start.toString());
  if (revision < next - 1) {
    throw new HistoryGone(`etcd is at revision ${revision}, we saw ${next - 1}`);
  }
}

function requireSameCluster(progress: Progress, { header }: IWatchResponse): void {
  progress.clusterId ??= header.cluster_id;
  if (header.cluster_id === progress.clusterId) return;
  throw new HistoryGone(`another cluster answers: ${header.cluster_id}`);
}

/**
 * Compaction is what mostly ends a watch from the server's side. Whatever else it is, reading
 * again is right, and says so if it is a permission that was taken away.
 */
function cancelled(response: IWatchResponse): Error {
  const at = response.compact_revision === '0' ? '' : `, compacted at ${response.compact_revision}`;
  return new HistoryGone(`etcd ended the watch: ${response.cancel_reason || 'no reason'}${at}`);
}

/** Faults that another try mends; a fault of the consumer or of what is stored is not. */
function isMendable(error: unknown): boolean {
  return error instanceof HistoryGone || isAwayFault(error) || isCompactedFault(error);
}

function tellOnChange(tell: ((connected: boolean) => void) | undefined) {
  let told: boolean | undefined;
  return (connected: boolean) => {
    if (told === connected) return;
    told = connected;
    tell?.(connected);
  };
}

const revisionOf = (event: IEvent): number => Number(event.kv.mod_revision);

function changeOf({ type, kv }: IEvent): Change {
  return {
    key: kv.key.toString(),
    revision: Number(kv.mod_revision),
    value: type === 'Put' ? storedValue(kv) : undefined,
  };
}
