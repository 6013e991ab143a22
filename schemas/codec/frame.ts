/**
 * The frame of everything that is stored or sent: schema version, type, body. A value is written
 * under the lowest version that can say it, so an older reader refuses exactly what it would
 * misread, and what did not change keeps its bytes and digests over an upgrade. A value under the
 * wrong key is noticed at once. A codec is the only way from a value to bytes and back; both ways
 * check.
 */
import type { z } from 'zod';
import { FleetError } from '../errors.ts';
import { sluice } from '../gen/sluice.js';
import { migrate, type Plain } from './migrate.ts';
import { neededVersion } from './needed-version.ts';

/**
 * The highest version that this program reads and writes. Raised when an old reader would misread
 * a new field: the field says so with `since` (resources/fields.ts), and migrate.ts gets a step.
 */
export const SCHEMA_VERSION = 2;

export interface Codec<T> {
  readonly type: string;
  /** Same value, same bytes: digests are taken over them. Throws on a value of the wrong form. */
  encode(value: T): Uint8Array;
  /** Throws FleetError E_SCHEMA_NEWER or E_STORE_CORRUPT. */
  decode(bytes: Uint8Array): T;
}

/** What protobufjs generates for one message, as far as it is used here. */
interface MessageClass {
  fromObject(object: object): object;
  verify(object: object): string | null;
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
  toObject(message: object, options: object): Record<string, unknown>;
}

export interface CodecForm<T> {
  readonly type: string;
  readonly message: unknown;
  readonly schema: z.ZodType<T>;
  /** Between the value and the shape of the message, where they differ (unions, maps). */
  readonly toWire?: (value: T) => Plain;
  readonly fromWire?: (wire: Plain) => Plain;
}

const TO_OBJECT = { longs: Number, arrays: true, objects: true, defaults: true };

export function makeCodec<T>(form: CodecForm<T>): Codec<T> {
  const message = form.message as MessageClass;
  const encode = (value: T): Uint8Array => {
    const wire = form.toWire === undefined ? (value as Plain) : form.toWire(value);
    const wrong = message.verify(wire);
    if (wrong !== null) throw new Error(`${form.type}: ${wrong}`);
    const body = message.encode(message.fromObject(wire)).finish();
    const version = neededVersion(form.schema, value);
    return sluice.v1.Stored.encode({ version, type: form.type, body }).finish();
  };
  const decode = (bytes: Uint8Array): T => {
    const { version, body } = openFrame(form.type, bytes);
    try {
      const written = dropAbsent(message.toObject(message.decode(body), TO_OBJECT)) as Plain;
      const wire = migrate(form.type, written, version);
      return form.schema.parse(form.fromWire === undefined ? wire : form.fromWire(wire));
    } catch (cause) {
      throw new FleetError('E_STORE_CORRUPT', `a ${form.type} cannot be read`, { cause });
    }
  };
  return { type: form.type, encode, decode };
}

/** The type that a frame claims, for a reader that expects one of several; '' when it is none. */
export function frameType(bytes: Uint8Array): string {
  try {
    return sluice.v1.Stored.decode(bytes).type ?? '';
  } catch {
    return '';
  }
}

function openFrame(type: string, bytes: Uint8Array): { version: number; body: Uint8Array } {
  let frame: { version?: number | null; type?: string | null; body?: Uint8Array | null };
  try {
    frame = sluice.v1.Stored.decode(bytes);
  } catch (cause) {
    throw new FleetError('E_STORE_CORRUPT', `a ${type} cannot be read: no frame`, { cause });
  }
  const version = frame.version ?? 0;
  if (version > SCHEMA_VERSION) {
    throw new FleetError(
      'E_SCHEMA_NEWER',
      `a ${frame.type} of schema version ${version}; this program reads up to ${SCHEMA_VERSION}`,
      { hint: 'upgrade this program before the one that wrote it is used further' },
    );
  }
  if (version < 1 || frame.type !== type) {
    throw new FleetError('E_STORE_CORRUPT', `found "${frame.type}" where a ${type} should be`);
  }
  return { version, body: frame.body ?? new Uint8Array() };
}

/** protobufjs writes null for an absent message; our values leave absent fields out. */
function dropAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropAbsent);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(entries.map(([key, field]) => [key, dropAbsent(field)]));
}
