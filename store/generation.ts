/** Generations of a cluster: numbered upwards, each recorded only on top of its parent. */
import type { ICompare, IRequestOp } from 'etcd3';
import { generationCodec } from '../schemas/codec/plan-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import type { StoreKeys } from '../schemas/keys.ts';
import type { Generation } from '../schemas/plan/node-ref.ts';
import { afterKey, emptyRange, prefixRange, present, type StoredValue } from './etcd/requests.ts';

export function generationOf(value: StoredValue | undefined): Generation | undefined {
  return value === undefined ? undefined : generationCodec.decode(value.value);
}

/** Hold when the parent is there (or none is needed) and nothing newer than it. */
export function generationGuards(
  keys: StoreKeys,
  { cluster, generation, parent }: Generation,
): ICompare[] {
  if (generation <= parent) throw new Error(`generation ${generation} on top of ${parent}`);
  const { start, end } = prefixRange(keys.generations(cluster));
  if (parent === 0) return [emptyRange({ start, end })];
  const parentKey = keys.generation(cluster, parent);
  return [present(parentKey), emptyRange({ start: afterKey(parentKey), end })];
}

/**
 * The first generation after the parent. In key order, which etcd reads one key for; to find the
 * last key of a range it would sort all of it.
 */
export function followingOp(keys: StoreKeys, { cluster, parent }: Generation): IRequestOp {
  const { start, end } = prefixRange(keys.generations(cluster));
  const from = parent === 0 ? start : afterKey(keys.generation(cluster, parent));
  return { request_range: { key: from, range_end: end, limit: 1 } };
}

/** It is what stands there: an earlier attempt, or a repeat, has recorded it. */
export function isSameGeneration(generation: Generation, stored: StoredValue | undefined): boolean {
  if (stored === undefined) return false;
  return Buffer.compare(stored.value, generationCodec.encode(generation)) === 0;
}

export function generationConflict(
  { cluster, generation, parent }: Generation,
  newest: StoredValue | undefined,
): FleetError {
  return new FleetError(
    'E_CONFLICT',
    `generation ${generation} of ${cluster} builds on ${parent}, ` +
      `but its newest is ${generationOf(newest)?.generation ?? 0}`,
    { hint: 'another controller has published; read the newest generation and compile on top' },
  );
}
