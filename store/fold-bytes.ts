/**
 * The fold of the log over resources as they are stored. It does what `foldSpec` does (a property
 * of the tests), but decodes only what an event touches: a snapshot of 100,000 resources costs no
 * more than copying them.
 */
import { storedResourceCodec } from '../schemas/codec/resource-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import type { ConfigEvent } from '../schemas/events.ts';
import type { ResourceKey } from '../schemas/names.ts';
import type { ResourceChange, Spec, StoredResource } from '../schemas/spec.ts';
import { inTurns } from './turns.ts';
import { requireObjectFits } from './txn-limits.ts';

/** StoredResource bytes by key; changed in place by `foldInto`. */
export type SpecBytes = Map<ResourceKey, Uint8Array>;

/** The event must have its changes filled in. @throws on an event of another log */
export function foldInto(spec: SpecBytes, { seq, body }: ConfigEvent): void {
  if (body.type !== 'ConfigChanged') {
    throw new FleetError('E_STORE_CORRUPT', `event ${seq} of the config log is a ${body.type}`);
  }
  for (const change of body.changes) {
    const before = spec.get(change.key);
    const next = nextStored(decoded(before), change, seq);
    if (next === undefined) spec.delete(change.key);
    else spec.set(change.key, next);
  }
}

/** What stands of a resource after a change; undefined: nothing. @throws E_TOO_LARGE */
export function nextStored(
  before: StoredResource | undefined,
  { key, after, generation }: ResourceChange,
  revision: number,
): Uint8Array | undefined {
  if (after === undefined) return undefined;
  const createdRevision = before?.createdRevision ?? revision;
  const stored = { resource: after, generation, revision, createdRevision };
  const bytes = storedResourceCodec.encode(stored);
  requireObjectFits(key, bytes);
  return bytes;
}

export function decoded(bytes: Uint8Array | undefined): StoredResource | undefined {
  return bytes === undefined ? undefined : storedResourceCodec.decode(bytes);
}

export async function decodeSpec(revision: number, bytes: SpecBytes): Promise<Spec> {
  const resources = new Map<ResourceKey, StoredResource>();
  await inTurns(bytes, ([key, value]) => {
    resources.set(key, storedResourceCodec.decode(value));
  });
  return { revision, resources };
}
