/**
 * What a check of the whole fleet found: at which value of which resource, and which other
 * resources have a part in it. Findings become problems at the edge of this folder.
 */
import { resourceKey } from '../resources/resource.ts';
import { type Fix, type LocatedResource, type Path, pathText } from './located-resource.ts';
import type { Problem, ProblemCode } from './problem.ts';

export interface Finding {
  readonly code: ProblemCode;
  readonly at: LocatedResource;
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
  /** The others that have a part in it: a change of one of them may have caused it. */
  readonly involves: readonly LocatedResource[];
  readonly fix?: Fix;
  /**
   * Said only when `at` or one that is involved is changed: what rests on looking at all services,
   * and would be wrong when only some of them are at hand.
   */
  readonly isOfTouched?: true;
}

/** The word that was most likely meant. */
export function writing(word: string): Fix {
  return { description: `write ${word}`, do: 'replace', text: word };
}

/** Codes say how bad they are: `W_` warns, `E_` stops the change. */
export function problemOf(finding: Finding): Problem {
  return {
    ...finding.at.locate(finding.path),
    code: finding.code,
    severity: finding.code.startsWith('W_') ? 'warning' : 'error',
    message: finding.message,
    hint: finding.hint,
    resource: resourceKey(finding.at.resource),
    path: pathText(finding.path),
    ...fixOf(finding),
  };
}

function fixOf({ at, path, fix }: Finding): Pick<Problem, 'fix'> {
  const edit = fix === undefined ? undefined : at.edit?.(path, fix);
  return fix === undefined || edit === undefined
    ? {}
    : { fix: { description: fix.description, edits: [edit] } };
}

/** How a message names another place: `VirtualService/web (web.yaml:7:5)`. */
export function placeText(located: LocatedResource, path: Path): string {
  const { file, line, column } = located.locate(path);
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  return `${resourceKey(located.resource)} (${place})`;
}
