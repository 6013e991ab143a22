/**
 * The agreement between publishers and the sweep. The horizon is a revision: objects last written
 * before it may be deleted when nothing reaches them. It only rises, and it rises before a sweep
 * looks at what is reachable. A publisher writes anew what it needs and finds below the horizon,
 * and its generation is recorded only if the horizon is still the one it began with. So whatever a
 * generation names is there: it was reachable when the sweep looked, or lies above the horizon.
 */
import type { ICompare, IRequestOp } from 'etcd3';
import { revisionAtCodec } from '../schemas/codec/store-codec.ts';
import type { StoreContext } from './context.ts';
import { beginCall } from './etcd/call.ts';
import { putOp, type StoredValue, unchanged, writtenSince } from './etcd/requests.ts';

export interface Horizon {
  /** 0: nothing was ever swept. */
  readonly revision: number;
  readonly modRevision: number;
}

export function horizonOf(value: StoredValue | undefined): Horizon {
  if (value === undefined) return { revision: 0, modRevision: 0 };
  return {
    revision: revisionAtCodec.decode(value.value).revision,
    modRevision: value.modRevision,
  };
}

export async function readHorizon({
  clients,
  keys,
}: Pick<StoreContext, 'clients' | 'keys'>): Promise<Horizon> {
  const call = beginCall(clients.unary, 'reading the horizon of the sweep');
  return horizonOf((await call.get(keys.sweepHorizon)).value);
}

export function horizonGuard({ keys }: Pick<StoreContext, 'keys'>, seen: Horizon): ICompare {
  return unchanged(keys.sweepHorizon, seen.modRevision);
}

/** Written where it is not there, or where a sweep may take it. For values named by content. */
export function putUnlessSafeOp(key: string, value: Uint8Array, horizon: Horizon): IRequestOp {
  const isSafe = writtenSince(key, Math.max(1, horizon.revision));
  return { request_txn: { compare: [isSafe], success: [], failure: [putOp(key, value)] } };
}
