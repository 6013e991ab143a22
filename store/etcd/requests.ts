/**
 * The parts of etcd requests, in the words of this room: ranges of keys, operations, guards, and
 * stored values with their revisions as numbers. Pure.
 */
import type { ICompare, IKeyValue, IRequestOp } from 'etcd3';

/** `start <= key < end`. */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer;
}

export interface StoredValue {
  readonly key: string;
  readonly value: Uint8Array;
  readonly createRevision: number;
  readonly modRevision: number;
}

/** All keys that begin so. The last byte of our prefixes is '/', so it can always be raised. */
export function prefixRange(prefix: string): KeyRange {
  const end = Buffer.from(prefix);
  end[end.length - 1] = (end.at(-1) ?? 0) + 1;
  return { start: Buffer.from(prefix), end };
}

/** This one key. */
export function keyRange(key: string): KeyRange {
  return { start: Buffer.from(key), end: afterKey(key) };
}

/** From the first key to the last, both included. */
export function closedRange(first: string, last: string): KeyRange {
  return { start: Buffer.from(first), end: afterKey(last) };
}

/** The smallest key behind this one. */
export function afterKey(key: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from(key as string), Buffer.of(0)]);
}

export const getOp = (key: string): IRequestOp => ({ request_range: { key: Buffer.from(key) } });

/** The key only, for questions about what is there. */
export const hasOp = (key: string): IRequestOp => ({
  request_range: { key: Buffer.from(key), keys_only: true },
});

/** The value with the highest key under a prefix. */
export function lastOp(prefix: string): IRequestOp {
  const { start, end } = prefixRange(prefix);
  return {
    request_range: {
      key: start,
      range_end: end,
      limit: 1,
      sort_order: 'Descend',
      sort_target: 'Key',
    },
  };
}

export const putOp = (key: string, value: Uint8Array, lease?: string): IRequestOp => ({
  request_put: {
    key: Buffer.from(key),
    value: asBuffer(value),
    ...(lease === undefined ? {} : { lease }),
  },
});

export const deleteOp = (key: string): IRequestOp => ({
  request_delete_range: { key: Buffer.from(key) },
});

/** The key was last written at this revision; 0: it is not there. */
export const unchanged = (key: string, modRevision: number): ICompare => ({
  key: Buffer.from(key),
  target: 'Mod',
  result: 'Equal',
  mod_revision: modRevision,
});

/** The key is there, and was last written at this revision or later (from 1 on). */
export const writtenSince = (key: string, revision: number): ICompare => ({
  key: Buffer.from(key),
  target: 'Mod',
  result: 'Greater',
  mod_revision: revision - 1,
});

/** No key of the range was written after this revision. */
export const unwrittenSince = ({ start, end }: KeyRange, revision: number): ICompare => ({
  key: start,
  range_end: end,
  target: 'Mod',
  result: 'Less',
  mod_revision: revision + 1,
});

export const absent = (key: string): ICompare => createdAt(key, 0);

export const createdAt = (key: string, createRevision: number): ICompare => ({
  key: Buffer.from(key),
  target: 'Create',
  result: 'Equal',
  create_revision: createRevision,
});

export const present = (key: string): ICompare => ({
  key: Buffer.from(key),
  target: 'Create',
  result: 'Greater',
  create_revision: 0,
});

/** No key of the range is there (etcd compares every key of it, and passes when there is none). */
export const emptyRange = ({ start, end }: KeyRange): ICompare => ({
  key: start,
  range_end: end,
  target: 'Create',
  result: 'Equal',
  create_revision: 0,
});

export function storedValue(kv: IKeyValue): StoredValue {
  return {
    key: kv.key.toString(),
    value: kv.value,
    createRevision: Number(kv.create_revision),
    modRevision: Number(kv.mod_revision),
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
