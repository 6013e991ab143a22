/**
 * Content that is larger than one value may be: records one after the other, packed with gzip, cut
 * into values of CHUNK_BYTES_MAX. Whoever names the content names its digest too, so a chunk that
 * is missing or another one is noticed. Chunks are written before the value that names them and
 * deleted after it.
 */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { digestOf } from '../schemas/codec/digest.ts';
import { FleetError } from '../schemas/errors.ts';
import type { Chunked } from '../schemas/events.ts';
import { chunkKey } from '../schemas/keys.ts';
import { CHUNK_BYTES_MAX } from '../schemas/limits.ts';
import { batchesOf, inBatches } from './batches.ts';
import type { StoreContext } from './context.ts';
import { beginCall } from './etcd/call.ts';
import { getOp, prefixRange, putOp } from './etcd/requests.ts';
import { CONTENT_BYTES_MAX } from './limits.ts';
import { inTxns } from './txn-limits.ts';

/** Packed records. */
export interface Content {
  readonly chunked: Chunked;
  readonly bytes: Uint8Array;
}

/** `what` is for the message: "a change of 20,000 resources". @throws E_TOO_LARGE */
export async function packRecords(what: string, records: readonly Uint8Array[]): Promise<Content> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (const record of records) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(record.length);
    parts.push(length, record);
    total += record.length;
  }
  if (total > CONTENT_BYTES_MAX) {
    throw new FleetError('E_TOO_LARGE', `${what} takes ${total} bytes, over ${CONTENT_BYTES_MAX}`);
  }
  const bytes = await promisify(gzip)(Buffer.concat(parts));
  return { bytes, chunked: chunkedOf(bytes) };
}

export function chunkedOf(bytes: Uint8Array): Chunked {
  return {
    chunks: Math.ceil(bytes.length / CHUNK_BYTES_MAX),
    bytes: bytes.length,
    digest: digestOf(bytes),
  };
}

/** @throws E_STORE_CORRUPT */
export async function unpackRecords(bytes: Uint8Array): Promise<Uint8Array[]> {
  let plain: Buffer;
  try {
    plain = await promisify(gunzip)(bytes, { maxOutputLength: CONTENT_BYTES_MAX * 2 });
  } catch (cause) {
    throw new FleetError('E_STORE_CORRUPT', 'packed content cannot be read', { cause });
  }
  const records: Uint8Array[] = [];
  for (let at = 0; at < plain.length; ) {
    const length = at + 4 <= plain.length ? plain.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    if (at + 4 + length > plain.length) {
      throw new FleetError('E_STORE_CORRUPT', 'packed content ends within a record');
    }
    records.push(plain.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return records;
}

/** Idempotent for the same content. */
export async function writeChunks(
  { clients }: Pick<StoreContext, 'clients'>,
  key: string,
  { bytes }: Content,
): Promise<void> {
  const doing = `storing chunks of ${key}`;
  const count = Math.ceil(bytes.length / CHUNK_BYTES_MAX);
  const ops = Array.from({ length: count }, (_, index) => {
    const from = index * CHUNK_BYTES_MAX;
    return putOp(chunkKey(key, index), bytes.subarray(from, from + CHUNK_BYTES_MAX));
  });
  await inBatches(inTxns(doing, ops), (group) =>
    // A repeat writes the same bytes.
    beginCall(clients.unary, doing).cas({ compare: [], success: group }),
  );
}

/** Chunks of 256 KiB read by one request. */
const CHUNKS_PER_READ = 16;

/** @throws E_NOT_FOUND when a chunk is gone, E_STORE_CORRUPT when it is not what it should be */
export async function readChunks(
  { clients }: Pick<StoreContext, 'clients'>,
  key: string,
  { chunks, digest }: Chunked,
): Promise<Uint8Array> {
  const indices = Array.from({ length: chunks }, (_, index) => index);
  const parts: Uint8Array[] = [];
  await inBatches(batchesOf(indices, CHUNKS_PER_READ), async (group) => {
    const call = beginCall(clients.unary, `reading chunks of ${key}`);
    const { reads } = await call.read(group.map((index) => getOp(chunkKey(key, index))));
    group.forEach((index, i) => {
      const value = reads[i]?.[0]?.value;
      if (value === undefined)
        throw new FleetError('E_NOT_FOUND', `${chunkKey(key, index)} is gone`);
      parts[index] = value;
    });
  });
  const bytes = Buffer.concat(parts);
  if (digestOf(bytes) === digest) return bytes;
  throw new FleetError('E_STORE_CORRUPT', `the chunks of ${key} are not those that were named`);
}

/** All chunks under a key, for a transaction. */
export function deleteChunksOp(key: string) {
  const { start, end } = prefixRange(`${key}/`);
  return { request_delete_range: { key: start, range_end: end } };
}
