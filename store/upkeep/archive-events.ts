/**
 * Copies what is new of the config log into the archive, and then the refs as they stand. Both only
 * into the archive of this very log: one that is ahead of it belongs to a store that was lost, and
 * must not be written over before that is rebuilt.
 */
import { nodeRefCodec } from '../../schemas/codec/plan-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import { CONFIG_AGGREGATE } from '../../schemas/events.ts';
import type { ArchivedEvent, EventArchive } from '../archive/contract.ts';
import type { StoreContext } from '../context.ts';
import { beginCall, readRange } from '../etcd/call.ts';
import { prefixRange } from '../etcd/requests.ts';
import { eventOf, readLog, seenHead } from '../event-log.ts';
import { stagedContent } from '../stage.ts';
import { readTrim } from '../trim-mark.ts';

/** Staged content held at once is bounded by handing over after each event that has some. */
const EVENTS_PER_APPEND = 5_000;

export async function archiveEvents(context: StoreContext, archive: EventArchive): Promise<number> {
  const trim = await readTrim(context, CONFIG_AGGREGATE);
  const end = await archive.end(CONFIG_AGGREGATE);
  await requireBehind(context, end.seq);
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
  await archiveRefs(context, archive);
  return count;
}

/** @throws E_STORE_CORRUPT */
async function requireBehind({ clients, keys }: StoreContext, archivedTo: number): Promise<void> {
  const { aggregate, id } = CONFIG_AGGREGATE;
  const call = beginCall(clients.unary, 'reading the head of the log');
  const { seq } = seenHead((await call.get(keys.head(aggregate, id))).value);
  if (archivedTo <= seq) return;
  throw new FleetError(
    'E_STORE_CORRUPT',
    `the archive goes on to event ${archivedTo}, but etcd's log ends with ${seq}`,
    {
      hint:
        'etcd is empty, or was put back from an older snapshot: see docs/disaster-recovery.md; ' +
        'rebuild from this archive, or give the controllers another one',
    },
  );
}

async function archiveRefs(
  { clients, keys, nowMs }: StoreContext,
  archive: EventArchive,
): Promise<void> {
  const range = prefixRange(keys.nodeRefs);
  const { values, revision } = await readRange(clients.unary, range, 'reading refs');
  const refs = values.map(({ value }) => nodeRefCodec.decode(value));
  await archive.putRefs({ at: { revision, timeMs: nowMs() }, refs });
}
