/**
 * How far the outbox is sent, in a small file. It is only a saving: when it is lost or behind,
 * events are sent again and the receivers drop the repeats, so it is written without fsync.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeRecord, recordAt } from './record.ts';
import type { Position } from './segment-log.ts';

const FILE = 'sent';
const START: Position = { segment: 0, offset: 0 };

export class SentMark {
  readonly #file: FileHandle;
  #position: Position;

  static async open(dir: string): Promise<SentMark> {
    const file = await open(join(dir, FILE), 'a+', 0o600);
    const position = parse(await file.readFile());
    await file.close();
    // Not 'a': on Linux an appending handle ignores the position of a write.
    return new SentMark(await open(join(dir, FILE), 'r+'), position);
  }

  private constructor(file: FileHandle, position: Position) {
    this.#file = file;
    this.#position = position;
  }

  position(): Position {
    return this.#position;
  }

  /** The memory moves at once; the file follows. */
  async move(position: Position): Promise<void> {
    this.#position = position;
    const payload = Buffer.allocUnsafe(16);
    payload.writeBigUInt64BE(BigInt(position.segment), 0);
    payload.writeBigUInt64BE(BigInt(position.offset), 8);
    const record = encodeRecord(payload);
    await this.#file.write(record, 0, record.length, 0);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

function parse(bytes: Buffer): Position {
  const payload = recordAt(bytes, 0)?.payload;
  if (payload === undefined || payload.length !== 16) return START;
  return {
    segment: Number(payload.readBigUInt64BE(0)),
    offset: Number(payload.readBigUInt64BE(8)),
  };
}
