/**
 * Proves a log: dense numbers, every event in its own place, every hash that of the bytes before,
 * and the head saying what the last event is. Whoever changes history must change all of it, and
 * then still the head that others have seen.
 */
import { digestOf } from '../schemas/codec/digest.ts';
import { FleetError } from '../schemas/errors.ts';
import type { StoreContext } from './context.ts';
import type { ChainVerdict, LogName } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import type { StoredValue } from './etcd/requests.ts';
import { eventOf, readLog, seenHead } from './event-log.ts';

/** Reads the whole log at one revision; a log that grows meanwhile is proved as it stood. */
export async function verifyChain(context: StoreContext, log: LogName): Promise<ChainVerdict> {
  const { clients, keys } = context;
  const call = beginCall(clients.unary, 'reading the head of a log');
  const { value, revision } = await call.get(keys.head(log.aggregate, log.id));
  let hash = '';
  let seq = 0;
  try {
    const head = seenHead(value);
    for await (const page of readLog(context, log, WHOLE, revision)) {
      for (const stored of page) {
        requireLink(stored, hash);
        hash = digestOf(stored.value);
        seq++;
      }
    }
    if (head.seq === seq && head.hash === hash) return { ok: true, events: seq };
    const why = `the head names event ${head.seq} (${head.hash}), the last is ${seq} (${hash})`;
    return { ok: false, seq, why };
  } catch (error) {
    const isBroken = error instanceof FleetError && error.code === 'E_STORE_CORRUPT';
    if (!isBroken) throw error;
    return { ok: false, seq: seq + 1, why: error.message };
  }
}

const WHOLE = { from: 1, to: Number.MAX_SAFE_INTEGER };

function requireLink(stored: StoredValue, hash: string): void {
  const { previousHash } = eventOf(stored);
  if (previousHash === hash) return;
  throw new FleetError(
    'E_STORE_CORRUPT',
    `it names ${previousHash || 'nothing'} as the hash of the event before, which is ${hash}`,
  );
}
