/**
 * The refs: one key a director, written by the controller (generations) and by workflows (admin
 * state), each time by compare-and-swap on what was read.
 */
import { nodeRefCodec } from '../schemas/codec/plan-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import { setAdminState } from './admin-state.ts';
import type { StoreContext } from './context.ts';
import type { RefStore } from './contract.ts';
import { beginCall, readRange } from './etcd/call.ts';
import { deleteOp, getOp, hasOp, prefixRange, present, putOp, unchanged } from './etcd/requests.ts';
import { followRef, followRefs } from './follow-refs.ts';
import { CAS_ATTEMPTS_MAX } from './limits.ts';
import { moveRef } from './move-ref.ts';
import { raceLost } from './race-lost.ts';
import { encodeRef, refOf } from './stored-ref.ts';

export function makeRefStore(context: StoreContext): RefStore {
  const { clients, keys } = context;
  return {
    readRef: async (node) => {
      const call = beginCall(clients.unary, `reading the ref of ${node}`);
      return refOf((await call.get(keys.nodeRef(node))).value);
    },
    readRefs: async () => {
      const { values } = await readRange(clients.unary, prefixRange(keys.nodeRefs), 'reading refs');
      return values.map(({ value }) => nodeRefCodec.decode(value));
    },
    updateRef: (node, change) => updateRef(context, node, change),
    moveRef: (move) => moveRef(context, move),
    deleteRef: (node) => deleteRef(context, node),
    setAdminState: (change) => setAdminState(context, change),
    followRef: (options) => Promise.resolve(followRef(context, options)),
    followRefs: (options) => Promise.resolve(followRefs(context, options)),
  };
}

async function updateRef(
  { clients, keys }: StoreContext,
  node: string,
  change: (current: NodeRef | undefined) => NodeRef | undefined,
): Promise<NodeRef | undefined> {
  const key = keys.nodeRef(node);
  const call = beginCall(clients.unary, `changing the ref of ${node}`);
  let { value } = await call.get(key);
  for (let attempt = 1; attempt <= CAS_ATTEMPTS_MAX; attempt++) {
    const current = refOf(value);
    const next = change(current);
    if (next === undefined) return current;
    const bytes = encodeRef(next);
    // Back to a generation that a sweep may be taking away just now.
    const isBack = current !== undefined && next.plan.generation < current.plan.generation;
    const generationKey = keys.generation(next.plan.cluster, next.plan.generation);
    const answer = await call.cas({
      compare: [
        unchanged(key, value?.modRevision ?? 0),
        ...(isBack ? [present(generationKey)] : []),
      ],
      success: [putOp(key, bytes)],
      failure: [getOp(key), hasOp(generationKey)],
    });
    if (answer.succeeded) return next;
    value = answer.reads[0]?.[0];
    // An attempt whose answer was lost has written it.
    if (answer.repeated && value !== undefined && Buffer.compare(value.value, bytes) === 0) {
      return next;
    }
    if (!answer.succeeded && isBack && answer.reads[1]?.length === 0) {
      const { cluster, generation } = next.plan;
      throw new FleetError('E_NOT_FOUND', `generation ${generation} of ${cluster} is not kept`);
    }
  }
  throw raceLost(`the ref of ${node}`);
}

async function deleteRef({ clients, keys }: StoreContext, node: string): Promise<void> {
  const key = keys.nodeRef(node);
  const call = beginCall(clients.unary, `deleting the ref of ${node}`);
  let { value } = await call.get(key);
  for (let attempt = 1; attempt <= CAS_ATTEMPTS_MAX; attempt++) {
    if (value === undefined) return;
    const answer = await call.cas({
      compare: [unchanged(key, value.modRevision)],
      success: [deleteOp(key)],
      failure: [getOp(key)],
    });
    if (answer.succeeded) return;
    value = answer.reads[0]?.[0];
  }
  throw raceLost(`the ref of ${node}`);
}
