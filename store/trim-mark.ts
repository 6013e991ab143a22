/**
 * How far a log is trimmed: number, hash and time of the last event that is no longer kept. The
 * mark comes before the first deletion, so what stands below it is on its way out, and a log is
 * proved from the mark's hash on.
 */
import { type LogHead, logHeadCodec } from '../schemas/codec/event-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import type { StoreContext } from './context.ts';
import { beginCall } from './etcd/call.ts';
import type { StoredValue } from './etcd/requests.ts';
import type { LogName } from './log-name.ts';

/** `modRevision` 0: never trimmed. */
export type TrimMark = LogHead & { readonly modRevision: number };

export function trimOf(value: StoredValue | undefined): TrimMark {
  if (value === undefined) return { seq: 0, hash: '', timeMs: 0, modRevision: 0 };
  return { ...logHeadCodec.decode(value.value), modRevision: value.modRevision };
}

export async function readTrim(
  { clients, keys }: Pick<StoreContext, 'clients' | 'keys'>,
  { aggregate, id }: LogName,
): Promise<TrimMark> {
  const call = beginCall(clients.unary, 'reading how far a log is trimmed');
  return trimOf((await call.get(keys.trim(aggregate, id))).value);
}

/** What is asked for is archived, and this program was not given the archive. */
export function trimmedAway(what: string, { seq }: LogHead): FleetError {
  return new FleetError('E_NOT_FOUND', `${what} is no longer kept: the log begins after ${seq}`, {
    hint: 'older events are in the archive of the keeper; give this program that archive',
  });
}
