/**
 * Moving one ref to a generation for a procedure: in one transaction that itself proves that the
 * cluster's lock is still held under the caller's token, that the ref is the one that was looked
 * at and that the generation is kept. So a call that was given up long ago cannot move anything
 * when it comes through at last, and no sweep takes a generation from under a ref.
 */
import { FleetError } from '../schemas/errors.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import type { StoreContext } from './context.ts';
import type { RefStore } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import { createdAt, getOp, hasOp, present, putOp, unchanged } from './etcd/requests.ts';
import { requireLock, requireNotFenced } from './fence.ts';
import { CAS_ATTEMPTS_MAX } from './limits.ts';
import { raceLost } from './race-lost.ts';
import { encodeRef, refOf } from './stored-ref.ts';

type Move = Parameters<RefStore['moveRef']>[0];

export async function moveRef(
  { clients, keys, nowMs }: StoreContext,
  { node, lockDomain, token, change }: Move,
): Promise<NodeRef | undefined> {
  const call = beginCall(clients.unary, `moving the ref of ${node}`);
  const lockKey = keys.lock(lockDomain);
  const refKey = keys.nodeRef(node);
  const reads = [getOp(lockKey), getOp(refKey)];
  let found = (await call.read(reads)).reads.map(([value]) => value);
  for (let attempt = 1; attempt <= CAS_ATTEMPTS_MAX; attempt++) {
    const [lock, stored] = found;
    requireLock(lockDomain, token, lock);
    const current = refOf(stored);
    requireNotFenced(current, token);
    const wanted = change(current);
    if (wanted === undefined) return current;
    const next = withPrevious(current, { ...wanted, token, writtenAtMs: nowMs() });
    const bytes = encodeRef(next);
    const { cluster, generation } = next.plan;
    const generationKey = keys.generation(cluster, generation);
    const answer = await call.cas({
      compare: [
        createdAt(lockKey, token),
        unchanged(refKey, stored?.modRevision ?? 0),
        present(generationKey),
      ],
      success: [putOp(refKey, bytes)],
      failure: [...reads, hasOp(generationKey)],
    });
    if (answer.succeeded) return next;
    const [lockNow, refNow, generationNow] = answer.reads.map(([value]) => value);
    // An attempt whose answer was lost has written it.
    if (answer.repeated && refNow !== undefined && Buffer.compare(refNow.value, bytes) === 0) {
      return next;
    }
    if (generationNow === undefined) {
      throw new FleetError('E_NOT_FOUND', `generation ${generation} of ${cluster} is not kept`);
    }
    found = [lockNow, refNow];
  }
  throw raceLost(`the ref of ${node}`);
}

/**
 * Keeps the generation to go back to: the one that the holder of this token found, over all its
 * moves, until it has gone back.
 */
function withPrevious(current: NodeRef | undefined, next: NodeRef): NodeRef {
  const { previous: _, ...moved } = next;
  if (current === undefined || next.revert) return moved;
  const isSameHolder = current.token === next.token;
  return { ...moved, previous: (isSameHolder ? current.previous : undefined) ?? current.plan };
}
