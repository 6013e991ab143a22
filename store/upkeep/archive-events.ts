/** Copies what is new of the config log into the archive. */
import { CONFIG_AGGREGATE } from '../../schemas/events.ts';
import type { ArchivedEvent, EventArchive } from '../archive/contract.ts';
import type { StoreContext } from '../context.ts';
import { eventOf, readLog } from '../event-log.ts';
import { stagedContent } from '../stage.ts';
import { readTrim } from '../trim-mark.ts';

/** Staged content held at once is bounded by handing over after each event that has some. */
const EVENTS_PER_APPEND = 5_000;

export async function archiveEvents(context: StoreContext, archive: EventArchive): Promise<number> {
  const trim = await readTrim(context, CONFIG_AGGREGATE);
  const end = await archive.end(CONFIG_AGGREGATE);
  const from = Math.max(trim.seq, end.seq) + 1;
  const range = { from, to: Number.MAX_SAFE_INTEGER };
  let batch: ArchivedEvent[] = [];
  let count = 0;
  const flush = async () => {
    await archive.append(CONFIG_AGGREGATE, batch);
    count += batch.length;
    batch = [];
  };
  for await (const page of readLog(context, CONFIG_AGGREGATE, range)) {
    for (const stored of page) {
      const event = eventOf(stored);
      const staged = await stagedContent(context, event);
      batch.push({ seq: event.seq, bytes: stored.value, ...(staged ? { staged } : {}) });
      if (batch.length >= EVENTS_PER_APPEND || staged !== undefined) await flush();
    }
  }
  await flush();
  return count;
}
