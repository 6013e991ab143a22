/**
 * Records in a segment file: length, CRC-32 of the payload, payload. What a killed process left
 * half-written fails the check, and so do the zeros that a file may end in after a power cut.
 */
import { crc32 } from 'node:zlib';

export interface Record {
  readonly payload: Buffer;
  /** Offset of the first byte behind it. */
  readonly end: number;
}

const HEADER_BYTES = 8;

export function encodeRecord(payload: Uint8Array): Buffer {
  const record = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  record.writeUInt32BE(payload.length, 0);
  record.writeUInt32BE(crc32(payload), 4);
  record.set(payload, HEADER_BYTES);
  return record;
}

/** The record at `offset`, or undefined when what is there is none, or not whole. */
export function recordAt(bytes: Buffer, offset: number): Record | undefined {
  const start = offset + HEADER_BYTES;
  if (start > bytes.length) return undefined;
  const length = bytes.readUInt32BE(offset);
  const end = start + length;
  // No payload is empty: eight zeros would else be a record of length 0 with a fitting CRC.
  if (length === 0 || end > bytes.length) return undefined;
  const payload = bytes.subarray(start, end);
  return crc32(payload) === bytes.readUInt32BE(offset + 4) ? { payload, end } : undefined;
}

/** All whole records from `offset` on, up to the first that is none. */
export function* recordsFrom(bytes: Buffer, offset = 0): Generator<Record> {
  for (let at = offset; ; ) {
    const record = recordAt(bytes, at);
    if (record === undefined) return;
    yield record;
    at = record.end;
  }
}
