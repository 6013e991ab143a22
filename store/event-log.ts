/**
 * One append-only log of events: numbered densely from 1, each event carrying the sha256 of the
 * bytes of the one before it. The head key says where the log stands and is the point of
 * compare-and-swap: two writers that saw the same head cannot both append.
 */
import type { ICompare, IRequestOp } from 'etcd3';
import { digestOf } from '../schemas/codec/digest.ts';
import { configEventCodec, type LogHead, logHeadCodec } from '../schemas/codec/event-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import type { ConfigEvent, ConfigEventBody, Origin } from '../schemas/events.ts';
import { type StoreKeys, seqOf } from '../schemas/keys.ts';
import type { StoreContext } from './context.ts';
import { readPages } from './etcd/call.ts';
import { absent, closedRange, putOp, type StoredValue, unchanged } from './etcd/requests.ts';
import type { LogName } from './log-name.ts';
import { readTrim, trimmedAway } from './trim-mark.ts';

/** Where a log stands, and the etcd revision of that statement; 0 where nothing is written. */
export interface SeenHead extends LogHead {
  readonly modRevision: number;
}

export function seenHead(value: StoredValue | undefined): SeenHead {
  if (value === undefined) return { seq: 0, hash: '', timeMs: 0, modRevision: 0 };
  return { ...logHeadCodec.decode(value.value), modRevision: value.modRevision };
}

/** The parts of a transaction that append one event; nothing is sent. */
export interface Append {
  readonly event: ConfigEvent;
  readonly head: LogHead;
  readonly guards: readonly ICompare[];
  readonly puts: readonly IRequestOp[];
}

export function appendTo(
  { keys, nowMs, newId }: Pick<StoreContext, 'keys' | 'nowMs' | 'newId'>,
  log: LogName,
  seen: SeenHead,
  { origin, body }: { readonly origin: Origin; readonly body: ConfigEventBody },
): Append {
  const event: ConfigEvent = {
    ...log,
    seq: seen.seq + 1,
    eventId: newId(),
    // Never before the event before it, so that a log can be searched by time.
    timeMs: Math.max(nowMs(), seen.timeMs),
    origin,
    previousHash: seen.hash,
    body,
  };
  const bytes = configEventCodec.encode(event);
  const head = { seq: event.seq, hash: digestOf(bytes), timeMs: event.timeMs };
  const headKey = keys.head(log.aggregate, log.id);
  const eventKey = keys.event(log.aggregate, log.id, event.seq);
  return {
    event,
    head,
    guards: [unchanged(headKey, seen.modRevision), absent(eventKey)],
    puts: [putOp(eventKey, bytes), putOp(headKey, logHeadCodec.encode(head))],
  };
}

/** The event of a stored value. @throws E_STORE_CORRUPT when it says it is another one. */
export function eventOf({ key, value }: StoredValue): ConfigEvent {
  const event = configEventCodec.decode(value);
  const isInPlace = key.endsWith(`/ev/${event.aggregate}/${event.id}/${lastPart(key)}`);
  if (isInPlace && event.seq === seqOf(key)) return event;
  throw new FleetError('E_STORE_CORRUPT', `${key} holds event ${event.seq} of ${event.aggregate}`);
}

const lastPart = (key: string) => key.slice(key.lastIndexOf('/') + 1);

/**
 * Stored events with `from <= seq <= to` in order, page by page, at one revision; those of a large
 * change without their changes.
 * @throws E_STORE_CORRUPT at a gap, E_NOT_FOUND when the log is trimmed beyond `from`
 */
export async function* readLog(
  { clients, keys }: Pick<StoreContext, 'clients' | 'keys'>,
  log: LogName,
  { from, to }: { readonly from: number; readonly to: number },
  atRevision?: number,
): AsyncGenerator<readonly StoredValue[]> {
  if (to < from) return;
  const range = closedRange(
    keys.event(log.aggregate, log.id, from),
    keys.event(log.aggregate, log.id, to),
  );
  let next = from;
  for await (const page of readPages(clients.unary, range, 'reading events', atRevision)) {
    const first = next;
    const broken = page.values.findIndex(({ key }, i) => seqOf(key) !== first + i);
    // What stands before the gap is given first.
    yield broken === -1 ? page.values : page.values.slice(0, broken);
    next += page.values.length;
    const behind = page.values[broken];
    if (behind === undefined) continue;
    // The beginning may be archived, or be on its way out just now.
    if (first + broken === from) await requireKept({ clients, keys }, log, from);
    throw gap(keys, log, first + broken, seqOf(behind.key));
  }
  if (next === from) await requireKept({ clients, keys }, log, from);
}

async function requireKept(
  context: Pick<StoreContext, 'clients' | 'keys'>,
  log: LogName,
  from: number,
): Promise<void> {
  const trim = await readTrim(context, log);
  if (from <= trim.seq) throw trimmedAway(`event ${from}`, trim);
}

function gap(keys: StoreKeys, { aggregate, id }: LogName, wanted: number, found: number) {
  const key = keys.events(aggregate, id);
  return new FleetError('E_STORE_CORRUPT', `${key}: event ${wanted} is missing before ${found}`, {
    hint: 'run "sluice store verify", and restore etcd from its newest backup',
  });
}
