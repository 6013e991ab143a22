/**
 * Locks of workflows: a key that is there or not, without a lease, since whether the owner still
 * runs is asked of Temporal and never of a clock (operations I8-I11). The token is the revision at
 * which etcd created the key, so every later holder has a higher one.
 */
import { type Lock, lockCodec } from '../schemas/codec/plan-codec.ts';
import type { StoreContext } from './context.ts';
import type { LockStore } from './contract.ts';
import { beginCall, readRange } from './etcd/call.ts';
import { absent, deleteOp, getOp, prefixRange, putOp, unchanged } from './etcd/requests.ts';
import { CAS_ATTEMPTS_MAX } from './limits.ts';
import { raceLost } from './race-lost.ts';
import { requireObjectFits } from './txn-limits.ts';

export function makeLockStore(context: StoreContext): LockStore {
  const { clients, keys } = context;
  return {
    acquire: (lock) => acquire(context, lock),
    release: (domain, owner) => release(context, domain, owner),
    readLocks: async () => {
      const { values } = await readRange(clients.unary, prefixRange(keys.locks), 'reading locks');
      return values.map(({ value, createRevision }) => ({
        ...lockCodec.decode(value),
        token: createRevision,
      }));
    },
  };
}

async function acquire(
  { clients, keys, nowMs }: StoreContext,
  wanted: { readonly domain: string; readonly owner: string; readonly reason: string },
): Promise<{ readonly token: number } | { readonly heldBy: Lock }> {
  const key = keys.lock(wanted.domain);
  const bytes = lockCodec.encode({ ...wanted, takenAtMs: nowMs() });
  requireObjectFits(`the lock ${wanted.domain}`, bytes);
  const call = beginCall(clients.unary, `taking the lock ${wanted.domain}`);
  const { succeeded, revision, reads } = await call.cas({
    compare: [absent(key)],
    success: [putOp(key, bytes)],
    failure: [getOp(key)],
  });
  if (succeeded) return { token: revision };
  const held = reads[0]?.[0];
  // Read in the transaction that found it present.
  if (held === undefined) throw new Error(`the lock ${wanted.domain} is neither there nor absent`);
  const heldBy = lockCodec.decode(held.value);
  // Also when an attempt of ours whose answer was lost has taken it.
  return heldBy.owner === wanted.owner ? { token: held.createRevision } : { heldBy };
}

async function release(
  { clients, keys }: StoreContext,
  domain: string,
  owner: string,
): Promise<boolean> {
  const key = keys.lock(domain);
  const call = beginCall(clients.unary, `freeing the lock ${domain}`);
  let { value: held } = await call.get(key);
  for (let attempt = 1; attempt <= CAS_ATTEMPTS_MAX; attempt++) {
    if (held === undefined || lockCodec.decode(held.value).owner !== owner) return false;
    const answer = await call.cas({
      compare: [unchanged(key, held.modRevision)],
      success: [deleteOp(key)],
      failure: [getOp(key)],
    });
    const now = answer.reads[0]?.[0];
    // An attempt whose answer was lost has freed it, and perhaps others have taken it since.
    const isFreed = answer.repeated && now?.createRevision !== held.createRevision;
    if (answer.succeeded || isFreed) return true;
    held = now;
  }
  throw raceLost(`the lock ${domain}`);
}
