/** The config log as looking back needs it: page by page, oldest or newest first, while it lasts. */
import type { ConfigEvent } from '../../schemas/events.ts';
import type { ResourceChange } from '../../schemas/spec.ts';
import type { ConfigStore } from '../../store/contract.ts';

export type LogReader = Pick<ConfigStore, 'readEvents' | 'readHead' | 'readFirst'>;

/** Events read at once: some hundred KiB. */
const PAGE = 500;

/** From `from` on, or from where the log begins by now; up to what is the newest at the start. */
export async function* eventsFrom(store: LogReader, from: number): AsyncGenerator<ConfigEvent[]> {
  const [first, head] = await Promise.all([store.readFirst(), store.readHead()]);
  for (let next = Math.max(from, first); next <= head; next += PAGE) {
    yield store.readEvents({ from: next, to: Math.min(head, next + PAGE - 1) });
  }
}

/** Newest first, to where the log begins. */
export async function* eventsBack(store: LogReader): AsyncGenerator<ConfigEvent[]> {
  const [first, head] = await Promise.all([store.readFirst(), store.readHead()]);
  for (let to = head; to >= first; to -= PAGE) {
    const events = await store.readEvents({ from: Math.max(first, to - PAGE + 1), to });
    yield events.reverse();
  }
}

/** One event; undefined when it is no longer kept. */
export async function eventAt(
  store: LogReader,
  first: number,
  revision: number,
): Promise<ConfigEvent | undefined> {
  if (revision < first) return undefined;
  const [event] = await store.readEvents({ from: revision, to: revision });
  return event;
}

export function specChangesOf(event: ConfigEvent): readonly ResourceChange[] {
  return event.body.type === 'ConfigChanged' ? event.body.changes : [];
}
