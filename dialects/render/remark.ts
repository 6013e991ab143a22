/**
 * What a rendering has to say besides its text. A refusal: the dialect cannot say what the
 * resource says, and what rests on it is left out. A note: it is said elsewhere (by another program
 * of the same director), or a little differently.
 */
import { resourceKey } from '../../schemas/resources/resource.ts';
import {
  type LocatedResource,
  type Path,
  pathText,
} from '../../schemas/validation/located-resource.ts';

export interface Remark {
  readonly kind: 'refusal' | 'note';
  /** `VirtualService/web` and `spec.synproxy`. */
  readonly resource: string;
  readonly path: string;
  readonly file: string;
  /** From 1; 0 when the value has no place in a file. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** How to go on; '' when the message says it all. */
  readonly hint: string;
}

export function refusal(at: LocatedResource, path: Path, message: string, hint = ''): Remark {
  return remark('refusal', at, path, message, hint);
}

export function note(at: LocatedResource, path: Path, message: string, hint = ''): Remark {
  return remark('note', at, path, message, hint);
}

function remark(
  kind: Remark['kind'],
  at: LocatedResource,
  path: Path,
  message: string,
  hint: string,
): Remark {
  const { file, line, column } = at.locate(path);
  const resource = resourceKey(at.resource);
  return { kind, resource, path: pathText(path), file, line, column, message, hint };
}

export function isRefused(remarks: readonly Remark[]): boolean {
  return remarks.some(({ kind }) => kind === 'refusal');
}

/** Each once: what many directors share is said once. */
export function distinctRemarks(remarks: readonly Remark[]): Remark[] {
  const seen = new Map(remarks.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}

/** Remarks of one text about one field, whatever the resource: what is said of many is read once. */
export interface GatheredRemark {
  readonly first: Remark;
  /** `VirtualService/a, VirtualService/b and 98 more`. */
  readonly resources: string;
}

/** Resources named in one line; the count of the rest follows. */
const NAMED_MAX = 3;

export function gatherRemarks(remarks: readonly Remark[]): GatheredRemark[] {
  const alike = Map.groupBy(remarks, ({ kind, path, message, hint }) =>
    [kind, path, message, hint].join('\u0000'),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = [...new Set(group.map(({ resource }) => resource))];
    const named = names.slice(0, NAMED_MAX).join(', ');
    const more = names.length - NAMED_MAX;
    return [{ first, resources: more > 0 ? `${named} and ${more} more` : named }];
  });
}
