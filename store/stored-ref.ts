/** Bytes of refs as they stand in etcd. */
import { nodeRefCodec } from '../schemas/codec/plan-codec.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import type { StoredValue } from './etcd/requests.ts';
import { requireObjectFits } from './txn-limits.ts';

export function refOf(value: StoredValue | undefined): NodeRef | undefined {
  return value === undefined ? undefined : nodeRefCodec.decode(value.value);
}

/** @throws E_TOO_LARGE */
export function encodeRef(ref: NodeRef): Uint8Array {
  const bytes = nodeRefCodec.encode(ref);
  requireObjectFits(`the ref of ${ref.node}`, bytes);
  return bytes;
}
