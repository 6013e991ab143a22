/**
 * A proposal: what somebody wants, checked against one revision of the spec, as the changes of one
 * event. Pure; who commits it makes it anew when the spec has moved on.
 */
import type { ApplyRequest } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import { RESOURCES_PER_COMMIT_MAX } from '../../schemas/limits.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import { KINDS, type Resource } from '../../schemas/resources/resource.ts';
import type { ResourceChange, Spec, StoredResource } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import type { ParsedFiles } from '../../schemas/validation/parse-files.ts';
import { hasErrors, type Problem } from '../../schemas/validation/problem.ts';
import { validateParsed, validateRemoval } from '../../schemas/validation/validate.ts';
import { InvalidInput } from './invalid-input.ts';
import { neighbourhood } from './neighbourhood.ts';
import { prunedBy } from './prune.ts';

export interface Proposal {
  readonly spec: Spec;
  readonly changes: readonly ResourceChange[];
  readonly unchanged: number;
  /** Warnings; with errors there is no proposal. */
  readonly problems: readonly Problem[];
}

/** Files laid over the spec. @throws InvalidInput, E_TOO_LARGE */
export function proposeFiles(
  files: ParsedFiles,
  prune: ApplyRequest['prune'],
  spec: Spec,
): Proposal {
  return proposeWith(spec, files, (declared) =>
    prune === undefined ? [] : prunedBy(spec, declared, prune.kinds),
  );
}

/** Files laid over the spec, and resources of it taken away in the same event. */
export function proposeWith(
  spec: Spec,
  files: ParsedFiles,
  removedBy: (declared: readonly Resource[]) => readonly ResourceKey[],
): Proposal {
  let removed: readonly StoredResource[] = [];
  const near = (declared: readonly Resource[]): Spec => {
    removed = storedOf(spec, removedBy(declared));
    return neighbourhood(spec, [...declared, ...removed.map(({ resource }) => resource)]);
  };
  const keys = () => removed.map(({ resource }) => `${resource.kind}/${resource.metadata.name}`);
  const { resources, problems } = validateParsed(files, near, keys);
  if (hasErrors(problems)) throw new InvalidInput(problems);
  const put = changesOf(spec, resources);
  const changes = [...put, ...removed.map(removalOf)];
  if (changes.length > RESOURCES_PER_COMMIT_MAX) {
    const message = `${changes.length} resources change; one event takes ${RESOURCES_PER_COMMIT_MAX}`;
    throw new FleetError('E_TOO_LARGE', message, { hint: 'make the change in several steps' });
  }
  return { spec, changes, unchanged: resources.length - put.length, problems };
}

/** @throws E_NOT_FOUND, InvalidInput when others still refer to it */
export function proposeRemoval(key: ResourceKey, spec: Spec): Proposal {
  const stored = spec.resources.get(key);
  if (stored === undefined) throw new FleetError('E_NOT_FOUND', `there is no ${key}`);
  const problems = validateRemoval(neighbourhood(spec, [stored.resource]), key);
  if (hasErrors(problems)) throw new InvalidInput(problems);
  return { spec, changes: [removalOf(stored)], unchanged: 0, problems };
}

export function removalOf({ resource, revision, generation }: StoredResource): ResourceChange {
  return {
    key: `${resource.kind}/${resource.metadata.name}`,
    previousRevision: revision,
    generation: generation + 1,
    fields: [],
    before: resource,
  };
}

/** What names others comes before what is named. */
function storedOf(spec: Spec, keys: readonly ResourceKey[]): StoredResource[] {
  const rank = ({ resource }: StoredResource) => KINDS.indexOf(resource.kind);
  const found = keys.flatMap((key) => spec.resources.get(key) ?? []);
  return found.sort((a, b) => rank(b) - rank(a) || (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = ({ resource }: StoredResource) => resource.metadata.name;
