/**
 * The bytes of one file of a folder archive: what it is, records, and the sha256 of all before it,
 * so that a file that was cut short or changed is known as such before anything of it is used. The
 * name says which events are inside. Pure.
 */
import { createHash } from 'node:crypto';
import { FleetError } from '../../schemas/errors.ts';
import { seqText } from '../../schemas/keys.ts';
import type { ArchivedEvent } from './contract.ts';

const MAGIC = Buffer.from('sluice archive 1\n');
const DIGEST_BYTES = 32;
const NAME = /^([0-9a-f]{16})-([0-9a-f]{16})\.events$/;
const SNAPSHOT_NAME = /^([0-9a-f]{16})\.snapshot$/;

/** Events `first` to `last`, without a gap. */
export interface Segment {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

export function segmentName(first: number, last: number): string {
  return `${seqText(first)}-${seqText(last)}.events`;
}

export const snapshotName = (seq: number) => `${seqText(seq)}.snapshot`;

/** Undefined for what is no segment. */
export function segmentOf(name: string): Segment | undefined {
  const [, first, last] = NAME.exec(name) ?? [];
  if (first === undefined || last === undefined) return undefined;
  return { name, first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
}

/** The event that a file is the snapshot of; undefined for what is none. */
export function snapshotSeqOf(name: string): number | undefined {
  const [, seq] = SNAPSHOT_NAME.exec(name) ?? [];
  return seq === undefined ? undefined : Number.parseInt(seq, 16);
}

export function encodeEvents(events: readonly ArchivedEvent[]): Buffer {
  return encodeFile(events.flatMap(({ bytes, staged }) => [bytes, staged ?? new Uint8Array()]));
}

/** @throws E_STORE_CORRUPT */
export function decodeEvents({ name, first, last }: Segment, file: Buffer): ArchivedEvent[] {
  const records = decodeFile(name, file);
  if (records.length !== 2 * (last - first + 1)) throw corrupt(name, 'has not what its name says');
  const events: ArchivedEvent[] = [];
  for (let i = 0; i < records.length; i += 2) {
    const staged = records[i + 1] as Uint8Array;
    events.push({
      seq: first + i / 2,
      bytes: records[i] as Uint8Array,
      ...(staged.length === 0 ? {} : { staged }),
    });
  }
  return events;
}

export function encodeFile(records: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = [MAGIC];
  for (const record of records) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(record.length);
    parts.push(length, record);
  }
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Buffer.concat([...parts, hash.digest()]);
}

/** @throws E_STORE_CORRUPT */
export function decodeFile(name: string, file: Buffer): Uint8Array[] {
  const end = file.length - DIGEST_BYTES;
  const body = file.subarray(0, Math.max(0, end));
  const digest = createHash('sha256').update(body).digest();
  if (end < MAGIC.length || !digest.equals(file.subarray(end))) throw corrupt(name, 'was changed');
  if (!body.subarray(0, MAGIC.length).equals(MAGIC)) throw corrupt(name, 'is of another kind');
  const records: Uint8Array[] = [];
  for (let at = MAGIC.length; at < end; ) {
    const length = body.readUInt32BE(at);
    records.push(body.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return records;
}

export function corrupt(name: string, why: string): FleetError {
  return new FleetError('E_STORE_CORRUPT', `${name} of the archive ${why}`, {
    hint: 'put that file back from a copy; what etcd still holds is archived again',
  });
}
