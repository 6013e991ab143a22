/**
 * What changed in a resource, field by field, for people and for the history. Empty exactly when
 * both are equal, whatever order their keys are in; the fields of the new one come first, in its
 * order (after validation: the order of the schema).
 */
import type { Resource } from '../resources/resource.ts';
import type { FieldChange } from '../spec.ts';

/** Undefined stands for "is not there": a creation or a deletion. */
export function diffResource(
  before: Resource | undefined,
  after: Resource | undefined,
): FieldChange[] {
  const changes: FieldChange[] = [];
  diffValue('metadata.labels', before?.metadata.labels, after?.metadata.labels, changes);
  diffValue('spec', before?.spec, after?.spec, changes);
  return changes;
}

type Fields = Readonly<Record<string, unknown>>;

function diffValue(path: string, before: unknown, after: unknown, changes: FieldChange[]): void {
  if (isFields(before ?? after) && isFields(after ?? before)) {
    diffFields(path, (before ?? {}) as Fields, (after ?? {}) as Fields, changes);
    const isEmpty = Object.keys((before ?? after) as Fields).length === 0;
    if (isEmpty && (before === undefined || after === undefined)) {
      changes.push(change(path, before, after));
    }
    return;
  }
  if (Array.isArray(before ?? after) && Array.isArray(after ?? before)) {
    diffLists(path, (before ?? []) as unknown[], (after ?? []) as unknown[], changes);
    const isEmpty = ((before ?? after) as unknown[]).length === 0;
    if (isEmpty && (before === undefined || after === undefined)) {
      changes.push(change(path, before, after));
    }
    return;
  }
  if (jsonText(before) !== jsonText(after)) changes.push(change(path, before, after));
}

function diffFields(path: string, before: Fields, after: Fields, changes: FieldChange[]): void {
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
    diffValue(`${path}.${key}`, before[key], after[key], changes);
  }
}

/** Items are matched by what makes them themselves, so a move is no change of all between. */
function diffLists(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
  changes: FieldChange[],
): void {
  const old = byIdentity(before);
  const now = byIdentity(after);
  if (old === undefined || now === undefined) {
    const length = Math.max(before.length, after.length);
    for (let i = 0; i < length; i++) diffItem(`${path}[${i}]`, before[i], after[i], changes);
    return;
  }
  for (const [id, item] of now) diffItem(`${path}[${id}]`, old.get(id), item, changes);
  for (const [id, item] of old) {
    if (!now.has(id)) diffItem(`${path}[${id}]`, item, undefined, changes);
  }
  const kept = [...old.keys()].filter((id) => now.has(id));
  const keptNow = [...now.keys()].filter((id) => old.has(id));
  // The order of what stayed: VRRP sends its first address first, so order can matter.
  if (kept.some((id, i) => id !== keptNow[i])) changes.push(change(path, kept, keptNow));
}

/** An item that comes or goes is said whole, one that stays field by field. */
function diffItem(path: string, before: unknown, after: unknown, changes: FieldChange[]): void {
  if (before === undefined || after === undefined) changes.push(change(path, before, after));
  else diffValue(path, before, after, changes);
}

function byIdentity(items: readonly unknown[]): Map<string, unknown> | undefined {
  const ids = itemIds(items);
  return ids && new Map(ids.map((id, i) => [id, items[i]]));
}

/** What each item of a list is known by; undefined where two have the same, and places count. */
export function itemIds(items: readonly unknown[]): string[] | undefined {
  const ids = items.map(identityOf);
  return new Set(ids).size === ids.length ? ids : undefined;
}

/** Endpoint, name or address of a map; a plain value is its own identity. */
function identityOf(item: unknown): string {
  if (!isFields(item)) return String(item);
  const { name, address, port } = item;
  if (typeof name === 'string') return name;
  if (typeof address !== 'string') return jsonText(item);
  if (typeof port !== 'number') return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function change(path: string, before: unknown, after: unknown): FieldChange {
  return {
    path,
    ...(before === undefined ? {} : { from: jsonText(before) }),
    ...(after === undefined ? {} : { to: jsonText(after) }),
  };
}

/** JSON with sorted keys: equal values are equal texts. */
function jsonText(value: unknown): string {
  return (
    JSON.stringify(value, (_, part) =>
      isFields(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
