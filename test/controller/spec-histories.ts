/**
 * Arbitrary histories: events that put and delete resources of few names, so that most resources
 * are changed, deleted and made again.
 */
import fc from 'fast-check';
import {
  KINDS,
  RESOURCE_SCHEMAS,
  type Resource,
  resourceKey,
} from '../../schemas/resources/resource.ts';
import { EMPTY_SPEC, foldSpec, type ResourceChange, type Spec } from '../../schemas/spec.ts';
import { itemIds } from '../../schemas/validation/diff-resource.ts';
import { RESOURCE_ARBITRARIES } from '../schemas/arbitraries.ts';
import { changesTo } from './near-resources.ts';

const name = fc.constantFrom('a', 'b');
const kind = fc.constantFrom(...KINDS);

const anyOfFew: fc.Arbitrary<Resource> = fc
  .tuple(kind, name)
  .chain(([kind, is]) =>
    RESOURCE_ARBITRARIES[kind].map((far) => ({ ...far, metadata: { ...far.metadata, name: is } })),
  ) as fc.Arbitrary<Resource>;

/** What one event does; most edits keep some fields, as people do. */
const step = fc.record({
  put: fc.uniqueArray(anyOfFew, { maxLength: 4, selector: resourceKey }),
  gone: fc.uniqueArray(
    fc.tuple(kind, name).map(([kind, is]) => `${kind}/${is}`),
    { maxLength: 4 },
  ),
  /** Which fields are kept of the stored resource, so that this event does not set them. */
  kept: fc.nat(7),
});

export interface History {
  /** By revision; the first is the empty spec. */
  readonly specs: readonly Spec[];
  /** Event `n` is at `n - 1`. */
  readonly events: readonly (readonly ResourceChange[])[];
}

export const anyHistory: fc.Arbitrary<History> = fc
  .array(step, { minLength: 1, maxLength: 12 })
  .map((steps) => {
    const specs: Spec[] = [EMPTY_SPEC];
    const events: (readonly ResourceChange[])[] = [];
    for (const { put, gone, kept } of steps) {
      const spec = specs.at(-1) ?? EMPTY_SPEC;
      const edited = put.map((resource) => keeping(spec, resource, kept)).filter(isStorable);
      const changes = changesTo(spec, edited, gone);
      if (changes.length === 0) continue;
      specs.push(foldSpec(spec, spec.revision + 1, changes));
      events.push(changes);
    }
    return { specs, events };
  });

function keeping(spec: Spec, resource: Resource, kept: number): Resource {
  const before = spec.resources.get(resourceKey(resource))?.resource;
  if (before === undefined) return resource;
  const fields = Object.entries(before.spec);
  const old = Object.fromEntries(fields.filter((_, i) => i % 8 !== kept % Math.min(8, i + 1)));
  return { ...resource, spec: { ...resource.spec, ...old } } as Resource;
}

/** What validation lets through, and lists whose items can be told apart. */
function isStorable(resource: Resource): boolean {
  return RESOURCE_SCHEMAS[resource.kind].safeParse(resource).success && hasIds(resource.spec);
}

function hasIds(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value) && itemIds(value) === undefined) return false;
  return Object.values(value).every(hasIds);
}

/** Resources alone: a revert makes new revisions and generations of the same. */
export function resourcesOf(spec: Spec): Record<string, Resource> {
  return Object.fromEntries([...spec.resources].map(([key, { resource }]) => [key, resource]));
}
