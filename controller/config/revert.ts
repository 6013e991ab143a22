/**
 * Going back: the changes of one new event that make the spec as it was at an earlier revision. The
 * resources of then are read like files of today, so a result that would no longer be accepted is
 * refused with every problem. Pure.
 */
import { FleetError } from '../../schemas/errors.ts';
import type { RevertRequest } from '../../schemas/history-api.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import type { Spec } from '../../schemas/spec.ts';
import { diffResource } from '../../schemas/validation/diff-resource.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { type Proposal, proposeWith } from './proposal.ts';

/** @throws E_NOT_FOUND for a key of `only` that is neither there nor was; InvalidInput, E_TOO_LARGE */
export function proposeRevert(
  { to, only }: Pick<RevertRequest, 'to' | 'only'>,
  then: Spec,
  now: Spec,
): Proposal {
  const { put, removed } = revertDifference(then, now, only);
  const files = put.map((resource) => ({
    name: `${resource.kind}/${resource.metadata.name} of revision ${to}`,
    text: JSON.stringify(resource, undefined, 2),
  }));
  return proposeWith(now, parseFiles(files), () => removed);
}

export interface RevertDifference {
  /** Resources that are to be as they were. */
  readonly put: readonly Resource[];
  /** Keys of those that were not there. */
  readonly removed: readonly ResourceKey[];
}

/**
 * What of `then` differs from `now`. A Freeze says when things may change, not what they are: only
 * who names one goes back behind it.
 */
export function revertDifference(
  then: Spec,
  now: Spec,
  only: readonly ResourceKey[] | undefined,
): RevertDifference {
  const strange = only?.find((key) => !then.resources.has(key) && !now.resources.has(key));
  if (strange !== undefined) {
    const message = `there is no ${strange}, neither now nor at revision ${then.revision}`;
    throw new FleetError('E_NOT_FOUND', message);
  }
  const asked = only === undefined ? undefined : new Set(only);
  const isWanted = (key: ResourceKey) => asked?.has(key) ?? !key.startsWith('Freeze/');
  const put: Resource[] = [];
  for (const [key, { resource }] of then.resources) {
    if (!isWanted(key)) continue;
    if (differ(now.resources.get(key)?.resource, resource)) put.push(resource);
  }
  const removed = [...now.resources.keys()].filter(
    (key) => isWanted(key) && !then.resources.has(key),
  );
  return { put, removed };
}

function differ(before: Resource | undefined, after: Resource): boolean {
  return before !== after && (before === undefined || diffResource(before, after).length > 0);
}
