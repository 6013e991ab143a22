/**
 * A large event goes into the folded spec piece by piece, after it has become so. Until that is
 * done its key `unfolded` stands, readers of the spec add what is missing, and the next writer
 * finishes the work: writing a piece twice writes the same, and no piece is written after the end.
 */
import { logHeadCodec } from '../schemas/codec/event-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import { CONFIG_AGGREGATE, type ConfigEvent } from '../schemas/events.ts';
import type { ResourceChange } from '../schemas/spec.ts';
import { batchesOf, inBatches } from './batches.ts';
import type { StoreContext } from './context.ts';
import { beginCall } from './etcd/call.ts';
import { deleteOp, getOp, putOp, type StoredValue, unchanged } from './etcd/requests.ts';
import { eventOf } from './event-log.ts';
import { decoded, nextStored } from './fold-bytes.ts';
import { filledIn } from './stage.ts';
import { inTxns } from './txn-limits.ts';

/** Resources of one read, and of the transactions that follow it. */
const RESOURCES_PER_PIECE = 100;

/** Whether there was something to finish. Idempotent, and harmless side by side. */
export async function finishFolding(context: StoreContext): Promise<boolean> {
  const { clients, keys } = context;
  const { value: mark } = await beginCall(clients.unary, 'looking for a half-folded change').get(
    keys.unfolded,
  );
  if (mark === undefined) return false;
  const { seq, body } = await unfoldedEvent(context, mark);
  const isOurs = unchanged(keys.unfolded, mark.modRevision);
  const changes = body.type === 'ConfigChanged' ? body.changes : [];
  await inBatches(batchesOf(changes, RESOURCES_PER_PIECE), (piece) =>
    foldPiece(context, isOurs, seq, piece),
  );
  await beginCall(clients.unary, 'ending a large change').cas({
    compare: [isOurs],
    success: [deleteOp(keys.unfolded)],
  });
  return true;
}

/** The event that an `unfolded` mark names, with its changes. */
export async function unfoldedEvent(
  context: StoreContext,
  mark: StoredValue,
): Promise<ConfigEvent> {
  const { seq } = logHeadCodec.decode(mark.value);
  const { aggregate, id } = CONFIG_AGGREGATE;
  const call = beginCall(context.clients.unary, 'reading a large change');
  const { value } = await call.get(context.keys.event(aggregate, id, seq));
  if (value !== undefined) return filledIn(context, eventOf(value));
  throw new FleetError('E_STORE_CORRUPT', `${mark.key} names event ${seq}, which is not there`);
}

async function foldPiece(
  { clients, keys }: StoreContext,
  isOurs: ReturnType<typeof unchanged>,
  seq: number,
  piece: readonly ResourceChange[],
): Promise<void> {
  const doing = 'folding a large change';
  const { reads } = await beginCall(clients.unary, doing).read(
    piece.map(({ key }) => getOp(keys.spec(key))),
  );
  const ops = piece.flatMap((change, i) => {
    const before = decoded(reads[i]?.[0]?.value);
    if (before?.revision === seq) return [];
    const next = nextStored(before, change, seq);
    const key = keys.spec(change.key);
    return [next === undefined ? deleteOp(key) : putOp(key, next)];
  });
  for (const group of inTxns(doing, ops)) {
    // Not carried out when another has come to the end meanwhile: then this piece is written too.
    await beginCall(clients.unary, doing).cas({ compare: [isOurs], success: group });
  }
}
