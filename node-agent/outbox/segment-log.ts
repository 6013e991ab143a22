/**
 * An append-only log in numbered files, cut off at its old end file by file. Invariants: what
 * append() resolved is on the disk; the newest record is never deleted, because it tells the next
 * life of the agent which sequence number comes next.
 */
import { type FileHandle, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { encodeRecord, recordAt, recordsFrom } from './record.ts';

export interface Position {
  readonly segment: number;
  readonly offset: number;
}

export interface Segment {
  readonly index: number;
  /** Up to the end of the last whole record. */
  readonly bytes: number;
  readonly records: number;
}

const SUFFIX = '.events';

export class SegmentLog {
  readonly #dir: string;
  readonly #segmentBytes: number;
  /** In order, without holes in their use; the last one is written to. */
  readonly #segments: Segment[] = [];
  #active: FileHandle | undefined;
  /** Part of the segment being read: its bytes from `from` on, as far as they went then. */
  #cache: { index: number; from: number; bytes: Buffer } | undefined;
  #broken: unknown;
  #newest: Buffer | undefined;

  /** Drops a record that the last life of the process left half-written. Throws on disk errors. */
  static async open(dir: string, segmentBytes: number, log: Logger): Promise<SegmentLog> {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const segmentLog = new SegmentLog(dir, segmentBytes);
    await segmentLog.#recover(log);
    return segmentLog;
  }

  private constructor(dir: string, segmentBytes: number) {
    this.#dir = dir;
    this.#segmentBytes = segmentBytes;
  }

  segments(): readonly Segment[] {
    return this.#segments;
  }

  bytes(): number {
    return this.#segments.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The last record at the time of opening. */
  newestAtOpen(): Buffer | undefined {
    return this.#newest;
  }

  /** All or nothing; resolves when all are on the disk. Not to be called twice at a time. */
  async append(payloads: readonly Uint8Array[]): Promise<void> {
    if (this.#broken !== undefined) throw this.#broken;
    const bytes = Buffer.concat(payloads.map(encodeRecord));
    const segment = await this.#writable();
    const file = this.#active as FileHandle;
    try {
      await writeWhole(file, bytes, segment.bytes);
      await file.datasync();
    } catch (error) {
      await this.#undo(file, segment.bytes);
      throw error;
    }
    this.#segments[this.#segments.length - 1] = {
      index: segment.index,
      bytes: segment.bytes + bytes.length,
      records: segment.records + payloads.length,
    };
  }

  /** The record at the position and the position behind it; undefined when all is read. */
  async read(position: Position): Promise<{ payload: Buffer; next: Position } | undefined> {
    const segment = this.#segments.find(({ index }) => index >= position.segment);
    if (segment === undefined) return undefined;
    const offset = segment.index === position.segment ? position.offset : 0;
    if (offset < segment.bytes) {
      const { bytes, from } = await this.#load(segment, offset);
      const record = recordAt(bytes, offset - from);
      if (record === undefined) throw new Error(`segment ${segment.index} changed under us`);
      const next = { segment: segment.index, offset: from + record.end };
      return { payload: record.payload, next };
    }
    const isLast = segment === this.#segments.at(-1);
    return isLast ? undefined : this.read({ segment: segment.index + 1, offset: 0 });
  }

  /**
   * The position, or the start of its segment when no record ends there, or the start of all when
   * it is beyond the end: somebody took files away, and what is new must not pass for read.
   */
  async align(position: Position): Promise<Position> {
    const segment = this.#segments.find(({ index }) => index === position.segment);
    const end = this.#segments.at(-1)?.index ?? 0;
    if (position.segment > end) return { segment: 0, offset: 0 };
    if (segment === undefined || position.offset === 0) return { ...position, offset: 0 };
    const bytes = (await readFile(this.#path(segment.index))).subarray(0, segment.bytes);
    for (const { end } of recordsFrom(bytes)) if (end === position.offset) return position;
    return { ...position, offset: 0 };
  }

  /** What of a segment lies behind the position. */
  async payloadsBehind(segment: Segment, position: Position): Promise<Buffer[]> {
    if (segment.index < position.segment) return [];
    const offset = segment.index === position.segment ? position.offset : 0;
    const bytes = (await readFile(this.#path(segment.index))).subarray(0, segment.bytes);
    return [...recordsFrom(bytes, offset)].map(({ payload }) => payload);
  }

  /** True when a segment may go: a later one holds the newest record. */
  canDrop(segment: Segment): boolean {
    return this.#segments.some(({ index, records }) => index > segment.index && records > 0);
  }

  /** Deletes the oldest segment. */
  async dropOldest(): Promise<void> {
    const oldest = this.#segments[0];
    if (oldest === undefined || !this.canDrop(oldest)) return;
    await unlink(this.#path(oldest.index));
    this.#segments.shift();
  }

  async close(): Promise<void> {
    await this.#active?.close();
    this.#active = undefined;
  }

  async #recover(log: Logger): Promise<void> {
    const names = (await readdir(this.#dir)).filter((name) => name.endsWith(SUFFIX));
    for (const index of names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b)) {
      const bytes = await readFile(this.#path(index));
      const records = [...recordsFrom(bytes)];
      const end = records.at(-1)?.end ?? 0;
      this.#segments.push({ index, bytes: end, records: records.length });
      this.#newest = records.at(-1)?.payload ?? this.#newest;
      if (end < bytes.length) {
        log.warn({ segment: index, bytes: bytes.length - end }, 'torn record in outbox dropped');
      }
    }
    const last = this.#segments.at(-1);
    if (last === undefined) return;
    this.#active = await open(this.#path(last.index), 'r+');
    // Bytes of a torn record must not show behind a shorter one that is written over it.
    await this.#active.truncate(last.bytes);
  }

  /** The segment to write to, a new one when the last is full. */
  async #writable(): Promise<Segment> {
    const last = this.#segments.at(-1);
    if (last !== undefined && last.bytes < this.#segmentBytes) return last;
    const segment = { index: (last?.index ?? 0) + 1, bytes: 0, records: 0 };
    const file = await open(this.#path(segment.index), 'wx', 0o600);
    await syncFolder(this.#dir);
    await this.#active?.close();
    this.#active = file;
    this.#segments.push(segment);
    return segment;
  }

  async #undo(file: FileHandle, bytes: number): Promise<void> {
    try {
      await file.truncate(bytes);
    } catch (error) {
      // What is behind the end is unknown now; only a restart may look at it.
      this.#broken = error;
    }
  }

  /** The segment from the offset on; from the disk only when memory does not reach that far. */
  async #load(segment: Segment, offset: number): Promise<{ from: number; bytes: Buffer }> {
    const cache = this.#cache;
    if (cache?.index === segment.index) {
      const reach = cache.from + cache.bytes.length;
      if (offset >= cache.from && offset < reach) return cache;
    }
    const file = await open(this.#path(segment.index), 'r');
    try {
      const wanted = Buffer.allocUnsafe(segment.bytes - offset);
      const { bytesRead } = await file.read(wanted, 0, wanted.length, offset);
      const bytes = wanted.subarray(0, bytesRead);
      this.#cache = { index: segment.index, from: offset, bytes };
      return this.#cache;
    } finally {
      await file.close();
    }
  }

  #path(index: number): string {
    return join(this.#dir, `${String(index).padStart(10, '0')}${SUFFIX}`);
  }
}

/** On a disk that is getting full a write takes a part and no error is raised (write(2)). */
async function writeWhole(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const left = bytes.length - written;
    const { bytesWritten } = await file.write(bytes, written, left, at + written);
    if (bytesWritten === 0) throw new Error(`the disk took none of ${left} bytes`);
    written += bytesWritten;
  }
}

/** A new file's name is on the disk only when its folder is. */
async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
