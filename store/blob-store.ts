/**
 * Values that are named by the digest of their bytes: written if they are not there, read in
 * batches, checked against their name. Immutable, so neither writing twice nor reading from any
 * time can be wrong.
 */
import type { IRequestOp } from 'etcd3';
import { digestOf } from '../schemas/codec/digest.ts';
import { FleetError } from '../schemas/errors.ts';
import { TXN_OPS_MAX } from '../schemas/limits.ts';
import { batchesOf, inBatches } from './batches.ts';
import type { StoreContext } from './context.ts';
import { beginCall } from './etcd/call.ts';
import { getOp, hasOp, type StoredValue } from './etcd/requests.ts';
import { type Horizon, putUnlessSafeOp } from './sweep-horizon.ts';
import { fitsOneTxn, inTxns } from './txn-limits.ts';

/** Bytes by the key they are to stand under. */
export type Blobs = ReadonlyMap<string, Uint8Array>;

/**
 * Writes what is not there, or may be swept. A few small ones go out at once and etcd leaves out
 * what it has; many are asked for first, because most of a recompiled fleet is there already.
 * Idempotent.
 */
export async function putBlobs(
  { clients }: StoreContext,
  blobs: Blobs,
  horizon: Horizon,
): Promise<void> {
  const doing = 'storing plan objects';
  let missing = [...blobs];
  if (missing.length === 0) return;
  if (!fitsOneTxn(putOps(missing, horizon))) {
    const there = await readKeys({ clients }, [...blobs.keys()]);
    const safe = new Set(
      there.filter(({ modRevision }) => modRevision >= horizon.revision).map(({ key }) => key),
    );
    missing = missing.filter(([key]) => !safe.has(key));
  }
  await inBatches(inTxns(doing, putOps(missing, horizon)), (ops) =>
    beginCall(clients.unary, doing).cas({ compare: [], success: ops }),
  );
}

export function putOps(
  blobs: Iterable<readonly [string, Uint8Array]>,
  horizon: Horizon,
): IRequestOp[] {
  return [...blobs].map(([key, bytes]) => putUnlessSafeOp(key, bytes, horizon));
}

/**
 * The bytes of each digest.
 * @throws E_NOT_FOUND when one is not there, E_STORE_CORRUPT when one is not what its name says
 */
export async function readBlobs(
  context: Pick<StoreContext, 'clients'>,
  digests: readonly string[],
  keyOf: (digest: string) => string,
): Promise<Map<string, Uint8Array>> {
  const wanted = [...new Set(digests)];
  const groups = batchesOf(wanted, TXN_OPS_MAX);
  const found = new Map<string, Uint8Array>();
  await inBatches(groups, async (group) => {
    const call = beginCall(context.clients.unary, 'reading plan objects');
    const { reads } = await call.read(group.map((digest) => getOp(keyOf(digest))));
    group.forEach((digest, i) => {
      found.set(digest, checked(digest, keyOf(digest), reads[i]?.[0]));
    });
  });
  return found;
}

function checked(digest: string, key: string, stored: StoredValue | undefined): Uint8Array {
  if (stored === undefined) {
    throw new FleetError('E_NOT_FOUND', `${key} is not in the store`, {
      hint: 'it may have been swept; follow the newest generation',
    });
  }
  if (digestOf(stored.value) === digest) return stored.value;
  throw new FleetError('E_STORE_CORRUPT', `${key} holds bytes of another digest`);
}

async function readKeys(
  { clients }: Pick<StoreContext, 'clients'>,
  keys: readonly string[],
): Promise<StoredValue[]> {
  const there: StoredValue[] = [];
  await inBatches(batchesOf(keys, TXN_OPS_MAX), async (group) => {
    const call = beginCall(clients.unary, 'looking for plan objects');
    const { reads } = await call.read(group.map(hasOp));
    there.push(...reads.flat());
  });
  return there;
}
