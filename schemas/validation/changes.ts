/** What applying resources to a stored spec would really change. */
import { KINDS, type Resource, resourceKey } from '../resources/resource.ts';
import type { ResourceChange, Spec } from '../spec.ts';
import { diffResource } from './diff-resource.ts';

/**
 * One change for each resource that differs from the stored one, in the order of kinds, then of
 * names; resources that are as they were do not occur. Keys in `resources` are unique.
 */
export function changesOf(stored: Spec, resources: readonly Resource[]): ResourceChange[] {
  const changes: ResourceChange[] = [];
  for (const after of [...resources].sort(byKindThenName)) {
    const key = resourceKey(after);
    const before = stored.resources.get(key);
    const fields = diffResource(before?.resource, after);
    if (before !== undefined && fields.length === 0) continue;
    const previousRevision = before?.revision ?? 0;
    changes.push({
      key,
      previousRevision,
      generation: (before?.generation ?? 0) + 1,
      fields,
      after,
    });
  }
  return changes;
}

const RANK = new Map(KINDS.map((kind, position) => [kind, position]));

function byKindThenName(a: Resource, b: Resource): number {
  const rank = (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0);
  return rank || (a.metadata.name < b.metadata.name ? -1 : 1);
}
