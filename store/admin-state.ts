/**
 * The admin state of a director: moved under the lock of its cluster, in one transaction with the
 * event that says so. The transaction itself proves that the lock is still held under the caller's
 * token, so a call that was given up long ago cannot act when it comes through at last.
 */
import { FleetError } from '../schemas/errors.ts';
import { NODE_AGGREGATE } from '../schemas/events.ts';
import type { AdminState, NodeRef } from '../schemas/plan/node-ref.ts';
import type { StoreContext } from './context.ts';
import type { RefStore } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import { createdAt, getOp, putOp, type StoredValue, unchanged } from './etcd/requests.ts';
import { type Append, appendTo, eventOf, seenHead } from './event-log.ts';
import { requireLock, requireNotFenced } from './fence.ts';
import { CAS_ATTEMPTS_MAX } from './limits.ts';
import { raceLost } from './race-lost.ts';
import { encodeRef, refOf } from './stored-ref.ts';

type Change = Parameters<RefStore['setAdminState']>[0];

export async function setAdminState(
  context: StoreContext,
  change: Change,
): Promise<{ readonly from: AdminState }> {
  const { keys } = context;
  const { node, to, token } = change;
  const log = { aggregate: NODE_AGGREGATE, id: node };
  const call = beginCall(context.clients.unary, `setting the admin state of ${node}`);
  const lockKey = keys.lock(change.lockDomain);
  const refKey = keys.nodeRef(node);
  const reads = [getOp(lockKey), getOp(refKey), getOp(keys.head(log.aggregate, log.id))];
  let found = (await call.read(reads)).reads.map(([value]) => value);
  for (let attempt = 1; attempt <= CAS_ATTEMPTS_MAX; attempt++) {
    const [lock, stored, head] = found;
    const ref = requireAllowed(change, lock, refOf(stored));
    const from = ref.adminState;
    if (from === to) return { from };
    const append = appendTo(context, log, seenHead(head), {
      origin: change.origin,
      body: { type: 'AdminStateChanged', node, from, to, token },
    });
    const next = { ...ref, adminState: to, token, writtenAtMs: context.nowMs() };
    const eventKey = keys.event(log.aggregate, log.id, append.event.seq);
    const answer = await call.cas({
      compare: [
        createdAt(lockKey, token),
        unchanged(refKey, stored?.modRevision ?? 0),
        ...append.guards,
      ],
      success: [putOp(refKey, encodeRef(next)), ...append.puts],
      failure: [...reads, getOp(eventKey)],
    });
    if (answer.succeeded || isOurs(append, answer.reads[3]?.[0])) return { from };
    found = answer.reads.map(([value]) => value);
  }
  throw raceLost(`the ref of ${node}`);
}

/** An attempt whose answer was lost has written it. */
function isOurs({ event }: Append, stored: StoredValue | undefined): boolean {
  return stored !== undefined && eventOf(stored).eventId === event.eventId;
}

function requireAllowed(
  { node, to, expectFrom, lockDomain, token }: Change,
  lock: StoredValue | undefined,
  ref: NodeRef | undefined,
): NodeRef {
  requireLock(lockDomain, token, lock);
  if (ref === undefined) {
    throw new FleetError('E_NOT_FOUND', `director ${node} has no ref`, {
      hint: 'it gets one with the first generation of its cluster',
    });
  }
  requireNotFenced(ref, token);
  if (ref.adminState !== to && expectFrom !== undefined && !expectFrom.includes(ref.adminState)) {
    throw new FleetError(
      'E_CONFLICT',
      `director ${node} is ${ref.adminState}, not ${expectFrom.join(' or ')}`,
    );
  }
  return ref;
}
