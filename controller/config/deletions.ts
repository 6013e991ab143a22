/**
 * Where resources ended: the revisions that deleted each. A resource that is made again starts a
 * new thread of changes, so this is what joins the thread of its earlier life to it. Read once from
 * the whole log, when first asked, and then only what was added.
 */
import type { ResourceKey } from '../../schemas/names.ts';
import { eventsFrom, type LogReader, specChangesOf } from './log-reader.ts';

export interface Deletions {
  /** The newest deletion before the revision; 0 when there was none. */
  before(key: ResourceKey, revision: number): Promise<number>;
}

export function createDeletions(store: LogReader): Deletions {
  const byKey = new Map<ResourceKey, number[]>();
  let seen = 0;
  let reading: Promise<void> = Promise.resolve();

  const readOn = async (): Promise<void> => {
    for await (const events of eventsFrom(store, seen + 1)) {
      for (const event of events) {
        for (const { key, after } of specChangesOf(event)) {
          if (after === undefined) byKey.set(key, [...(byKey.get(key) ?? []), event.seq]);
        }
        seen = event.seq;
      }
    }
  };
  return {
    before: async (key, revision) => {
      // One after the other, also behind one that failed: it went as far as `seen`.
      const next = reading.then(readOn, readOn);
      reading = next.catch(() => undefined);
      await next;
      return byKey.get(key)?.findLast((deleted) => deleted < revision) ?? 0;
    },
  };
}
