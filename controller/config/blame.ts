/**
 * Blame: for every field of a resource as it is, the revision whose change set it. Follows the
 * resource from version to version in the same way as the diff does: items of a list are known by
 * what makes them themselves, so what only moved or stayed keeps the revision it had. Pure.
 */
import type { Resource } from '../../schemas/resources/resource.ts';
import { itemIds } from '../../schemas/validation/diff-resource.ts';

/** One version of the resource and the revision that made it. */
export interface Version {
  readonly revision: number;
  readonly resource: Resource;
}

export interface BlamedField {
  /** As in a diff: `spec.realServers[10.98.0.22:80].weight`. */
  readonly path: string;
  readonly value: unknown;
  readonly revision: number;
}

/** Versions oldest first, from its creation on; the fields are those of the last. */
export function blameFields(versions: readonly Version[]): BlamedField[] {
  let blamed: Blamed | undefined;
  for (const { revision, resource } of versions) {
    const { metadata, spec } = resource;
    const labels = metadata.labels === undefined ? {} : { labels: metadata.labels };
    blamed = blame(blamed, { metadata: labels, spec }, revision);
  }
  return blamed === undefined ? [] : leavesOf('', blamed);
}

/** A value with the revision of each of its leaves. */
interface Blamed {
  readonly value: unknown;
  /** Of a leaf, and of an empty map or list. */
  readonly revision: number;
  /** In the order of keys or items. */
  readonly parts: readonly (readonly [id: string, part: Blamed])[] | undefined;
}

function blame(before: Blamed | undefined, value: unknown, revision: number): Blamed {
  if (Array.isArray(value)) {
    const old = Array.isArray(before?.value) ? before : undefined;
    return blameList(old, value, revision);
  }
  if (isFields(value)) {
    const old = isFields(before?.value) ? before : undefined;
    const known = new Map(old?.parts);
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, blame(known.get(key), part, revision)] as const);
    return { value, parts, revision: containerRevision(old, parts.length, revision) };
  }
  const isSame = before !== undefined && before.value === value;
  return { value, parts: undefined, revision: isSame ? before.revision : revision };
}

function blameList(before: Blamed | undefined, items: unknown[], revision: number): Blamed {
  const oldItems = (before?.value ?? []) as unknown[];
  const ids = itemIds(items);
  const oldIds = itemIds(oldItems);
  // Where one of the two lists has no identities, both are compared by position.
  const isKnownById = ids !== undefined && oldIds !== undefined;
  const oldParts = (before?.parts ?? []).map(([, part]) => part);
  const known = new Map(oldParts.map((part, i) => [isKnownById ? oldIds[i] : String(i), part]));
  const parts = items.map((item, i) => {
    const old = known.get(isKnownById ? ids[i] : String(i));
    return [ids?.[i] ?? String(i), blame(old, item, revision)] as const;
  });
  return { value: items, parts, revision: containerRevision(before, parts.length, revision) };
}

/** A container that stays empty stays what it was; one with parts is as old as those. */
function containerRevision(before: Blamed | undefined, size: number, revision: number): number {
  const wasEmpty = before?.parts !== undefined && before.parts.length === 0;
  return size === 0 && wasEmpty ? before.revision : revision;
}

function leavesOf(path: string, { value, revision, parts }: Blamed): BlamedField[] {
  if (parts === undefined || (parts.length === 0 && path !== 'metadata')) {
    return [{ path, value, revision }];
  }
  const below = ([id, part]: readonly [string, Blamed]) =>
    leavesOf(Array.isArray(value) ? `${path}[${id}]` : path === '' ? id : `${path}.${id}`, part);
  return parts.flatMap(below);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
