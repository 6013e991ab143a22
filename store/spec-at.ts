/**
 * The spec as it was: the nearest snapshot at or before the wanted event, and the events from
 * there on. Without a snapshot the fold begins with nothing, which is what every log began with.
 */

import { FleetError } from '../schemas/errors.ts';
import { CONFIG_AGGREGATE, type ConfigEvent } from '../schemas/events.ts';
import type { Spec } from '../schemas/spec.ts';
import type { EventArchive } from './archive/contract.ts';
import type { StoreContext } from './context.ts';
import type { SpecAt } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import { getOp } from './etcd/requests.ts';
import { seenHead } from './event-log.ts';
import { decodeSpec, foldInto, type SpecBytes } from './fold-bytes.ts';
import { readEvents } from './read-events.ts';
import { newestSnapshot, readSnapshot, unpackSnapshot } from './snapshot.ts';
import { type TrimMark, trimmedAway, trimOf } from './trim-mark.ts';

export async function readSpecAt(
  context: StoreContext,
  archive: EventArchive | undefined,
  at: SpecAt,
): Promise<Spec> {
  const log = await readEnds(context);
  const seq = 'revision' in at ? at.revision : await lastAt(context, archive, log, at.timeMs);
  if (!Number.isInteger(seq) || seq < 0 || seq > log.head) {
    throw new FleetError('E_NOT_FOUND', `revision ${seq} is not there; the newest is ${log.head}`);
  }
  return decodeSpec(seq, await foldUpTo(context, archive, seq));
}

/** The resources after event `seq`, from the log and its snapshots, not from the folded spec. */
export async function foldUpTo(
  context: StoreContext,
  archive: EventArchive | undefined,
  seq: number,
): Promise<SpecBytes> {
  const base = await baseOf(context, archive, seq);
  const range = { from: base.seq + 1, to: seq };
  let last = base.seq;
  for await (const event of readEvents(context, archive, CONFIG_AGGREGATE, range)) {
    foldInto(base.resources, event);
    last = event.seq;
  }
  if (last === seq) return base.resources;
  throw new FleetError('E_STORE_CORRUPT', `the config log ends with ${last}, before ${seq}`);
}

async function baseOf(
  context: StoreContext,
  archive: EventArchive | undefined,
  seq: number,
): Promise<{ seq: number; resources: SpecBytes }> {
  const snapshot = await newestSnapshot(context, seq);
  if (snapshot !== undefined) {
    return { seq: snapshot.head.seq, resources: await readSnapshot(context, snapshot) };
  }
  const archived = await archive?.snapshotBefore(CONFIG_AGGREGATE, seq);
  if (archived === undefined) return { seq: 0, resources: new Map() };
  return { seq: archived.head.seq, resources: await unpackSnapshot(archived.content) };
}

interface Ends {
  readonly head: number;
  readonly trim: TrimMark;
}

async function readEnds({ clients, keys }: StoreContext): Promise<Ends> {
  const { aggregate, id } = CONFIG_AGGREGATE;
  const { reads } = await beginCall(clients.unary, 'reading the ends of the log').read([
    getOp(keys.head(aggregate, id)),
    getOp(keys.trim(aggregate, id)),
  ]);
  const [head, trim] = reads.map(([value]) => value);
  return { head: seenHead(head).seq, trim: trimOf(trim) };
}

/** The last event that was there at a time. Times never fall along a log, so it is searched. */
async function lastAt(
  context: StoreContext,
  archive: EventArchive | undefined,
  { head, trim }: Ends,
  timeMs: number,
): Promise<number> {
  let known = 0;
  if (trim.timeMs <= timeMs) known = trim.seq;
  else if (archive === undefined) throw trimmedAway(`the fleet of that time`, trim);
  let behind = (trim.timeMs > timeMs ? trim.seq : head) + 1;
  while (behind - known > 1) {
    const middle = Math.floor((known + behind) / 2);
    const event = await oneEvent(context, archive, middle);
    if (event.timeMs <= timeMs) known = middle;
    else behind = middle;
  }
  return known;
}

async function oneEvent(
  context: StoreContext,
  archive: EventArchive | undefined,
  seq: number,
): Promise<ConfigEvent> {
  const range = { from: seq, to: seq };
  for await (const event of readEvents(context, archive, CONFIG_AGGREGATE, range)) return event;
  throw new FleetError('E_STORE_CORRUPT', `event ${seq} of the config log is missing`);
}
