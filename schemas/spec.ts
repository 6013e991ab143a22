/**
 * Spec: what people want, as the store holds it: every resource with the revision that last
 * changed it. A revision is the sequence number of a config event, so it names both a change and
 * the state right after it. `foldSpec` is the only way a spec comes into being.
 */
import { z } from 'zod';
import type { ResourceKey } from './names.ts';
import { type MapChange, patchedMap } from './patched-map.ts';
import { KINDS, RESOURCE_SCHEMAS, type Resource } from './resources/resource.ts';

export interface StoredResource {
  readonly resource: Resource;
  /** Counts the changes of this resource, from 1. */
  readonly generation: number;
  /** Revision of its last change and of its creation. */
  readonly revision: number;
  readonly createdRevision: number;
}

export interface Spec {
  /** Revision of the last event folded in; 0 before the first. */
  readonly revision: number;
  readonly resources: ReadonlyMap<ResourceKey, StoredResource>;
}

export const EMPTY_SPEC: Spec = { revision: 0, resources: new Map() };

const [first, second, ...rest] = KINDS.map((kind) => RESOURCE_SCHEMAS[kind]);
if (first === undefined || second === undefined) throw new Error('no kinds');
/** Any resource, told apart by `kind`. */
export const resourceSchema = z.discriminatedUnion('kind', [
  first,
  second,
  ...rest,
]) as unknown as z.ZodType<Resource>;

/** One changed field, for people: path, value before and after as JSON text; absent = no value. */
export const fieldChangeSchema = z.object({
  path: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/**
 * One resource changed by one event. `after` is the whole new resource (absent: deleted),
 * `before` the whole old one (only kept for a deletion, so that it can be shown and restored);
 * `previousRevision` links to the event that changed the same resource before (0: none), so the
 * history of one resource is a walk along its own events.
 */
export const resourceChangeSchema = z.object({
  key: z.string(),
  previousRevision: z.int(),
  generation: z.int(),
  fields: z.array(fieldChangeSchema),
  before: resourceSchema.optional(),
  after: resourceSchema.optional(),
});
export type ResourceChange = z.infer<typeof resourceChangeSchema>;

/** The spec after a config event. Pure; refuses a gap, because a fold over a gap is a lie. */
export function foldSpec(spec: Spec, revision: number, changes: readonly ResourceChange[]): Spec {
  if (revision !== spec.revision + 1) {
    throw new Error(`revision ${revision} does not follow ${spec.revision}`);
  }
  const folded = changes.map((change): MapChange<ResourceKey, StoredResource> => {
    const { key, after, generation } = change;
    if (after === undefined) return [key, undefined];
    const createdRevision = spec.resources.get(key)?.createdRevision ?? revision;
    return [key, { resource: after, generation, revision, createdRevision }];
  });
  return { revision, resources: patchedMap(spec.resources, folded) };
}
