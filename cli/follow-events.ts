/**
 * Events as they come, across restarts of the server: after a break it asks for the last ones
 * again and drops those it has given out. Nothing is given twice; nothing is missed unless more
 * happened during the break than the backlog holds, and then it says so.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from '../schemas/errors.ts';
import { type NodeEvent, nodeEventId } from '../schemas/events.ts';
import type { ApiClient, EventsQuery } from './client.ts';
import { isAway } from './http.ts';

/** Events asked for again after a break; a fleet in trouble makes some hundred a minute. */
const BACKLOG = 1_000;
/** Ids remembered: several backlogs, so that none of the last one can have been forgotten. */
const REMEMBERED_MAX = 10 * BACKLOG;
const RECONNECT_FIRST_MS = 250;
/** Often enough for a person who waits, seldom enough for a server that starts. */
const RECONNECT_MAX_MS = 5_000;

export interface FollowOptions {
  readonly signal: AbortSignal;
  /** What directors date from then on is not of the past, though it came before the first look. */
  readonly startedAtMs: number;
  /** Told when the connection breaks, comes back, or events may be missing. */
  readonly onNotice: (text: string) => void;
}

/** First the last `limit` events before `startedAtMs`, then every one since, until the signal. */
export async function* followEvents(
  client: Pick<ApiClient, 'events'>,
  query: EventsQuery,
  { signal, startedAtMs, onNotice }: FollowOptions,
): AsyncGenerator<NodeEvent> {
  const { limit = 0, ...filter } = query;
  const seen = new SeenEvents();
  const past: NodeEvent[] = [];
  // The whole backlog is looked at, even where less is shown, to know it again after a break.
  const backlog = Math.max(limit, BACKLOG);
  for await (const event of client.events({ ...filter, limit: backlog }, false)) {
    if (seen.add(event)) past.push(event);
  }
  // An event that is dated later may stand before one that is dated earlier: directors have clocks
  // of their own, and the order told is that of the stream.
  const older = past.filter(({ timeMs }) => timeMs < startedAtMs);
  const shown = new Set(limit === 0 ? [] : older.slice(-limit));
  yield* past.filter((event) => event.timeMs >= startedAtMs || shown.has(event));
  let waitMs = RECONNECT_FIRST_MS;
  let isBroken = false;
  while (!signal.aborted) {
    try {
      let isFirst = true;
      for await (const event of client.events({ ...filter, limit: BACKLOG }, true)) {
        if (isBroken) onNotice('connected again');
        isBroken = false;
        waitMs = RECONNECT_FIRST_MS;
        const isKnown = seen.has(event);
        if (isFirst && !isKnown && seen.size >= BACKLOG) onNotice('some events are missing here');
        isFirst = false;
        if (seen.add(event)) yield event;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!isAway(error) && !isRetryable(error)) throw error;
    }
    if (signal.aborted) return;
    if (!isBroken) onNotice('the server went away; waiting for it');
    isBroken = true;
    await delay(waitMs, undefined, { signal }).catch(() => undefined);
    waitMs = Math.min(waitMs * 2, RECONNECT_MAX_MS);
  }
}

/** A server without its bus refuses, and has it again in a while. */
const isRetryable = (error: unknown) =>
  error instanceof FleetError && (error.code === 'E_BUS_AWAY' || error.code === 'E_STORE_AWAY');

class SeenEvents {
  readonly #ids = new Set<string>();

  get size(): number {
    return this.#ids.size;
  }

  has(event: NodeEvent): boolean {
    return this.#ids.has(nodeEventId(event));
  }

  /** True when it is new. */
  add(event: NodeEvent): boolean {
    const id = nodeEventId(event);
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    if (this.#ids.size > REMEMBERED_MAX) {
      const [oldest] = this.#ids;
      if (oldest !== undefined) this.#ids.delete(oldest);
    }
    return true;
  }
}
