/**
 * Files as they would change the stored fleet: every problem that they bring, none that was there
 * before and has nothing to do with them.
 */
import type { ResourceKey } from '../names.ts';
import { type Resource, resourceKey } from '../resources/resource.ts';
import type { Spec } from '../spec.ts';
import { EMPTY_SPEC } from '../spec.ts';
import { findInFleet } from './cross-check.ts';
import { type Finding, problemOf } from './finding.ts';
import { type LocatedResource, pathText, STORED_FILE, storedResource } from './located-resource.ts';
import { type ParsedFiles, parseFiles } from './parse-files.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './source-document.ts';

/**
 * The resources of the files and their problems, in the order of files and lines. The files are
 * laid over the stored spec: the same key replaces. With errors, `resources` is what could be
 * understood and must not be stored. A function in place of the spec gives the part of it that the
 * changed resources can be in conflict with. `removedBy` names stored resources that go away with
 * the change; it is asked after that function.
 */
export function validateFiles(
  files: readonly SourceFile[],
  against: Against = EMPTY_SPEC,
  removedBy: RemovedBy = () => [],
): { resources: Resource[]; problems: Problem[] } {
  return validateParsed(parseFiles(files), against, removedBy);
}

export type Against = Spec | ((changed: readonly Resource[]) => Spec);
export type RemovedBy = (changed: readonly Resource[]) => Iterable<ResourceKey>;

/** validateFiles for who has parsed them already. */
export function validateParsed(
  { names, resources, problems, broken }: ParsedFiles,
  against: Against,
  removedBy: RemovedBy,
): { resources: Resource[]; problems: Problem[] } {
  const changed = resources.map(({ resource }) => resource);
  const stored = typeof against === 'function' ? against(changed) : against;
  const touched = new Set([...changed.map(resourceKey), ...broken, ...removedBy(changed)]);
  // Stored ones first: of two that clash, the later is blamed.
  const fleet = [...storedFleet(stored, touched), ...resources];
  const findings = causedBy(touched, findInFleet(fleet, broken), stored);
  const all = [...problems, ...findings.map(problemOf)];
  const fileOrder = new Map(names.map((name, position) => [name, position]));
  return { resources: changed, problems: sorted(all, fileOrder) };
}

/** Problems that the stored fleet would have without this resource, and does not have now. */
export function validateRemoval(stored: Spec, key: ResourceKey): Problem[] {
  const gone = new Set([key]);
  const findings = findInFleet(storedFleet(stored, gone), []);
  return causedBy(gone, findings, stored).map((finding) => {
    const problem = problemOf(finding);
    // Another name nearby is no help to who wants this one gone.
    return finding.code === 'E_REFERENCE'
      ? { ...problem, hint: `change or delete ${problem.resource} first` }
      : problem;
  });
}

function storedFleet(stored: Spec, without: ReadonlySet<ResourceKey>): LocatedResource[] {
  const fleet: LocatedResource[] = [];
  for (const [key, { resource }] of stored.resources) {
    if (!without.has(key)) fleet.push(storedResource(resource));
  }
  return fleet;
}

function causedBy(
  touched: ReadonlySet<ResourceKey>,
  findings: readonly Finding[],
  stored: Spec,
): Finding[] {
  const isTouched = ({ resource }: LocatedResource) => touched.has(resourceKey(resource));
  // Findings of one cause share their list of who is involved: each list is walked once.
  const answers = new WeakMap<readonly LocatedResource[], boolean>();
  const anyTouched = (involved: readonly LocatedResource[]): boolean => {
    const answer = answers.get(involved) ?? involved.some(isTouched);
    answers.set(involved, answer);
    return answer;
  };
  let before: Set<string> | undefined;
  return findings.filter((finding) => {
    if (isTouched(finding.at) || anyTouched(finding.involves)) return true;
    if (finding.isOfTouched === true) return false;
    // Something may be missing now that was there: compare with the fleet as it stands.
    before ??= new Set(findInFleet(storedFleet(stored, new Set()), []).map(identity));
    return !before.has(identity(finding));
  });
}

const identity = ({ code, at, path, message }: Finding) =>
  `${code} ${resourceKey(at.resource)} ${pathText(path)} ${message}`;

function sorted(problems: readonly Problem[], fileOrder: ReadonlyMap<string, number>): Problem[] {
  const rank = ({ file }: Problem) =>
    file === STORED_FILE ? fileOrder.size : (fileOrder.get(file) ?? fileOrder.size);
  return [...problems].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
