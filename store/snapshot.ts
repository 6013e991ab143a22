/**
 * Snapshots of the spec: the fold up to an event, so that reading the spec of a time and proving a
 * trimmed log need not begin with the first event. Made from the log (an older snapshot and the
 * events since), never from the folded spec, which they are held against. They carry the hash of
 * their event: a trimmed log is proved from there on.
 */
import { digestOf } from '../schemas/codec/digest.ts';
import type { LogHead } from '../schemas/codec/event-codec.ts';
import { type Snapshot, snapshotCodec } from '../schemas/codec/store-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import { CONFIG_AGGREGATE } from '../schemas/events.ts';
import { chunkKey, seqOf, seqText } from '../schemas/keys.ts';
import {
  type Content,
  deleteChunksOp,
  packRecords,
  readChunks,
  unpackRecords,
  writeChunks,
} from './chunks.ts';
import type { StoreContext } from './context.ts';
import { beginCall, readKeys } from './etcd/call.ts';
import { deleteOp, prefixRange, present, putOp } from './etcd/requests.ts';
import { type Fence, fenceGuards, requireFence } from './fence.ts';
import type { SpecBytes } from './fold-bytes.ts';
import { inTurns } from './turns.ts';

const { aggregate: AGGREGATE, id: ID } = CONFIG_AGGREGATE;

/** Numbers of the snapshots that are whole, oldest first. */
export async function snapshotSeqs({ clients, keys }: StoreContext): Promise<number[]> {
  const prefix = keys.snapshots(AGGREGATE, ID);
  const found = await readKeys(clients.unary, prefixRange(prefix), 'listing snapshots');
  return found
    .filter(({ key }) => !key.slice(prefix.length).includes('/'))
    .map(({ key }) => seqOf(key));
}

/** The newest with `head.seq <= seq`. */
export async function newestSnapshot(
  context: StoreContext,
  seq: number,
): Promise<Snapshot | undefined> {
  const newest = (await snapshotSeqs(context)).findLast((of) => of <= seq);
  if (newest === undefined) return undefined;
  const call = beginCall(context.clients.unary, `reading snapshot ${newest}`);
  const { value } = await call.get(context.keys.snapshot(AGGREGATE, ID, newest));
  // Replaced by a newer one since it was listed: an older one, or the newer, will do.
  if (value === undefined) return newestSnapshot(context, seq);
  return snapshotCodec.decode(value.value);
}

export async function readSnapshot(
  context: StoreContext,
  { head, content }: Snapshot,
): Promise<SpecBytes> {
  return unpackSnapshot(
    await readChunks(context, context.keys.snapshot(AGGREGATE, ID, head.seq), content),
  );
}

/** Records: a key and its StoredResource in turn. */
export async function packSnapshot(resources: SpecBytes): Promise<Content> {
  const records: Uint8Array[] = [];
  await inTurns([...resources.keys()].sort(), (key) => {
    records.push(Buffer.from(key), resources.get(key) ?? new Uint8Array());
  });
  return packRecords(`a spec of ${resources.size} resources`, records);
}

/** @throws E_STORE_CORRUPT */
export async function unpackSnapshot(content: Uint8Array): Promise<SpecBytes> {
  const records = await unpackRecords(content);
  const resources: SpecBytes = new Map();
  for (let i = 0; i + 1 < records.length; i += 2) {
    resources.set(Buffer.from(records[i] as Uint8Array).toString(), records[i + 1] as Uint8Array);
  }
  return resources;
}

/** Stores it unless it is there. @throws E_FENCED */
export async function putSnapshot(
  context: StoreContext,
  head: LogHead,
  resources: number,
  content: Content,
  fence: Fence | undefined,
): Promise<void> {
  const { clients, keys } = context;
  const key = keys.snapshot(AGGREGATE, ID, head.seq);
  await writeChunks(context, key, content);
  const { chunks } = content.chunked;
  const snapshot = { head, resources, content: content.chunked };
  const { succeeded } = await beginCall(clients.unary, `storing snapshot ${head.seq}`).cas({
    compare: [
      ...fenceGuards(keys, fence),
      // A clean-up takes all or none of them.
      present(chunkKey(key, chunks - 1)),
    ],
    success: [putOp(key, snapshotCodec.encode(snapshot))],
  });
  if (!succeeded) await requireFence(context, fence);
}

/** Takes away all but these; also chunks that a keeper left behind when it was killed. */
export async function dropSnapshotsBut(
  context: StoreContext,
  kept: ReadonlySet<number>,
  fence: Fence | undefined,
): Promise<void> {
  const { clients, keys } = context;
  const prefix = keys.snapshots(AGGREGATE, ID);
  const found = await readKeys(clients.unary, prefixRange(prefix), 'listing snapshots');
  const seqs = new Set(found.map(({ key }) => key.slice(prefix.length, prefix.length + 16)));
  const keptTexts = new Set([...kept].map(seqText));
  for (const seq of seqs) {
    if (keptTexts.has(seq)) continue;
    const key = `${prefix}${seq}`;
    await beginCall(clients.unary, 'dropping an old snapshot').cas({
      compare: fenceGuards(keys, fence),
      success: [deleteOp(key), deleteChunksOp(key)],
    });
  }
}

/** @throws E_STORE_CORRUPT naming the first resource in which the two differ */
export function requireSame(seq: number, fold: SpecBytes, spec: SpecBytes): void {
  const differs = (key: string) => {
    const [a, b] = [fold.get(key), spec.get(key)];
    return a === undefined || b === undefined || Buffer.compare(a, b) !== 0;
  };
  const wrong = [...new Set([...fold.keys(), ...spec.keys()])].find(differs);
  if (wrong === undefined) return;
  const say = (bytes: Uint8Array | undefined) =>
    bytes === undefined ? 'nothing' : digestOf(bytes);
  throw new FleetError(
    'E_STORE_CORRUPT',
    `at revision ${seq} the log makes ${say(fold.get(wrong))} of ${wrong}, ` +
      `but the folded spec has ${say(spec.get(wrong))}`,
    { hint: 'somebody wrote into etcd past Sluice; restore it, or rebuild it from the archive' },
  );
}
