/**
 * Proves a log: dense numbers, every event in its own place, every hash that of the bytes before,
 * and the head saying what the last event is. Whoever changes history must change all of it, and
 * then still the head that others have seen.
 */
import { digestOf } from '../schemas/codec/digest.ts';
import { type ErrorCode, FleetError } from '../schemas/errors.ts';
import type { StoreContext } from './context.ts';
import type { ChainVerdict } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import { getOp, type StoredValue } from './etcd/requests.ts';
import { eventOf, readLog, seenHead } from './event-log.ts';
import type { LogName } from './log-name.ts';
import { stagedContent } from './stage.ts';
import { trimOf } from './trim-mark.ts';

/**
 * Reads the whole log at one revision; a log that grows meanwhile is proved as it stood. A trimmed
 * log is proved from the hash that the trim left.
 */
export async function verifyChain(context: StoreContext, log: LogName): Promise<ChainVerdict> {
  const { clients, keys } = context;
  const { reads, revision } = await beginCall(clients.unary, 'reading the ends of a log').read([
    getOp(keys.head(log.aggregate, log.id)),
    getOp(keys.trim(log.aggregate, log.id)),
  ]);
  const [headValue, trimValue] = reads.map(([value]) => value);
  let seq = 0;
  try {
    const trim = trimOf(trimValue);
    const head = seenHead(headValue);
    let hash = trim.hash;
    seq = trim.seq;
    const range = { from: seq + 1, to: Number.MAX_SAFE_INTEGER };
    for await (const page of readLog(context, log, range, revision)) {
      for (const stored of page) {
        requireLink(stored, hash);
        // The event has the hash of its changes where they stand elsewhere.
        await stagedContent(context, eventOf(stored));
        hash = digestOf(stored.value);
        seq++;
      }
    }
    if (head.seq === seq && head.hash === hash) {
      const events = seq - trim.seq;
      return trim.seq === 0 ? { ok: true, events } : { ok: true, events, trimmed: trim.seq };
    }
    const why = `the head names event ${head.seq} (${head.hash}), the last is ${seq} (${hash})`;
    return { ok: false, seq, why };
  } catch (error) {
    // Also the changes of a large event that are gone.
    const isBroken = error instanceof FleetError && BROKEN.includes(error.code);
    if (!isBroken) throw error;
    return { ok: false, seq: seq + 1, why: error.message };
  }
}

const BROKEN: readonly ErrorCode[] = ['E_STORE_CORRUPT', 'E_NOT_FOUND'];

function requireLink(stored: StoredValue, hash: string): void {
  const { previousHash } = eventOf(stored);
  if (previousHash === hash) return;
  throw new FleetError(
    'E_STORE_CORRUPT',
    `it names ${previousHash || 'nothing'} as the hash of the event before, which is ${hash}`,
  );
}
