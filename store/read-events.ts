/** Events of a log with their changes: from etcd where they are kept, else from the archive. */
import { configEventCodec } from '../schemas/codec/event-codec.ts';
import type { ConfigEvent } from '../schemas/events.ts';
import type { ArchivedEvent, EventArchive } from './archive/contract.ts';
import type { StoreContext } from './context.ts';
import { eventOf, readLog } from './event-log.ts';
import type { LogName } from './log-name.ts';
import { filledIn, fillIn } from './stage.ts';
import { readTrim, trimmedAway } from './trim-mark.ts';

/** @throws E_NOT_FOUND for what is archived when no archive is given, or it has a gap there */
export async function* readEvents(
  context: StoreContext,
  archive: EventArchive | undefined,
  log: LogName,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<ConfigEvent> {
  if (to < from) return;
  const trim = await readTrim(context, log);
  if (from <= trim.seq) {
    if (archive === undefined) throw trimmedAway(`event ${from}`, trim);
    for await (const event of archive.read(log, { from, to: Math.min(to, trim.seq) })) {
      yield await archivedEvent(event);
    }
  }
  const kept = { from: Math.max(from, trim.seq + 1), to };
  for await (const page of readLog(context, log, kept)) {
    for (const stored of page) yield await filledIn(context, eventOf(stored));
  }
}

export async function archivedEvent({ bytes, staged }: ArchivedEvent): Promise<ConfigEvent> {
  const event = configEventCodec.decode(bytes);
  return staged === undefined ? event : fillIn(event, staged);
}
