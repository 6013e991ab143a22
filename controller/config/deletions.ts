/**
 * Where resources ended: the revisions that deleted each. A resource that is made again starts a
 * new thread of changes, so this is what joins the thread of its earlier life to it. Read once from
 * the whole log, when first asked, and then only what was added.
 */
import type { ResourceKey } from '../../schemas/names.ts';
import { type LogReader, specChangesOf } from './spec-at.ts';

/** Events read at once: some hundred KiB. */
const PAGE = 500;

export interface Deletions {
  /** The newest deletion before the revision; 0 when there was none. */
  before(key: ResourceKey, revision: number): Promise<number>;
}

export function createDeletions(store: LogReader): Deletions {
  const byKey = new Map<ResourceKey, number[]>();
  let seen = 0;
  let reading: Promise<void> = Promise.resolve();

  const readOn = async (): Promise<void> => {
    const head = await store.readHead();
    while (seen < head) {
      const from = seen + 1;
      const events = await store.readEvents({ from, to: Math.min(head, from + PAGE - 1) });
      for (const event of events) {
        for (const { key, after } of specChangesOf(event)) {
          if (after === undefined) byKey.set(key, [...(byKey.get(key) ?? []), event.seq]);
        }
      }
      seen = Math.min(head, from + PAGE - 1);
    }
  };
  return {
    before: async (key, revision) => {
      // One after the other, also behind one that failed: it left `seen` at a whole page.
      const next = reading.then(readOn, readOn);
      reading = next.catch(() => undefined);
      await next;
      return byKey.get(key)?.findLast((deleted) => deleted < revision) ?? 0;
    },
  };
}
