/**
 * The config log as looking back needs it: page by page, oldest or newest first, to where it
 * begins. That may move while it is read: a controller that has no archive then ends there.
 */
import { FleetError } from '../../schemas/errors.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import type { ResourceChange } from '../../schemas/spec.ts';
import type { ConfigStore } from '../../store/contract.ts';

export type LogReader = Pick<ConfigStore, 'readEvents' | 'readHead' | 'readFirst'>;

/** Events read at once: some hundred KiB. */
const PAGE = 500;

/** From `from` on, or from where the log begins by now; up to what is the newest at the start. */
export async function* eventsFrom(store: LogReader, from: number): AsyncGenerator<ConfigEvent[]> {
  const [first, head] = await Promise.all([store.readFirst(), store.readHead()]);
  for (let next = Math.max(from, first); next <= head; ) {
    const events = await keptEvents(store, next, Math.min(head, next + PAGE - 1));
    yield events;
    next = (events.at(-1)?.seq ?? next + PAGE - 1) + 1;
  }
}

/** Newest first, to where the log begins. */
export async function* eventsBack(store: LogReader): AsyncGenerator<ConfigEvent[]> {
  const [first, head] = await Promise.all([store.readFirst(), store.readHead()]);
  for (let to = head; to >= first; to -= PAGE) {
    const events = await keptEvents(store, Math.max(first, to - PAGE + 1), to);
    if (events.length === 0) return;
    yield events.reverse();
  }
}

/** Those of the range that are not trimmed away, also when a trim comes in between. */
async function keptEvents(store: LogReader, from: number, to: number): Promise<ConfigEvent[]> {
  for (let start = from; start <= to; ) {
    try {
      return await store.readEvents({ from: start, to });
    } catch (error) {
      const first = await beginningAfter(store, start, error);
      if (first === undefined) throw error;
      start = first;
    }
  }
  return [];
}

/** Where the log begins by now, when that is why event `seq` was not found. */
async function beginningAfter(
  store: LogReader,
  seq: number,
  error: unknown,
): Promise<number | undefined> {
  if (!(error instanceof FleetError && error.code === 'E_NOT_FOUND')) return undefined;
  const first = await store.readFirst();
  return first > seq ? first : undefined;
}

/** One event; undefined when it is no longer kept. */
export async function eventAt(
  store: LogReader,
  first: number,
  revision: number,
): Promise<ConfigEvent | undefined> {
  if (revision < first) return undefined;
  const [event] = await keptEvents(store, revision, revision);
  return event;
}

export function specChangesOf(event: ConfigEvent): readonly ResourceChange[] {
  return event.body.type === 'ConfigChanged' ? event.body.changes : [];
}
