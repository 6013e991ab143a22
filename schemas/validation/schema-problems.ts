/**
 * What zod objects to, said for people: a stable code, the place of the offending key or value,
 * and how to mend it. Every issue becomes at least one problem; none is dropped.
 */
import type { z } from 'zod';
import { writing } from './finding.ts';
import { type Fix, type Path, pathText } from './located-resource.ts';
import { nearestWord } from './nearest-word.ts';
import type { Location, Problem, ProblemCode } from './problem.ts';
import { homesOfKey, knownKeys, numberBounds } from './schema-shape.ts';
import type { SourceDocument } from './source-document.ts';

type Issue = z.core.$ZodIssue;

const EMPTY_HINT = 'the key has no value: give it one, or remove the key';

interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  readonly path: Path;
  readonly location: Location;
  readonly fix?: Fix | undefined;
}

/** All problems of one document against the schema of its kind. `resource` is `Kind/name`. */
export function schemaProblems(
  issues: readonly Issue[],
  schema: z.ZodType,
  document: SourceDocument,
  resource: string,
): Problem[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, schema, document, resource));
  return faults.map(({ location, path, fix, ...fault }) => {
    const edit = fix === undefined ? undefined : document.edit(path, fix);
    return {
      ...location,
      ...fault,
      severity: 'error',
      resource,
      path: pathText(path),
      ...(fix === undefined || edit === undefined
        ? {}
        : { fix: { description: fix.description, edits: [edit] } }),
    };
  });
}

function faultsOf(
  issue: Issue,
  schema: z.ZodType,
  document: SourceDocument,
  resource: string,
): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(schema, document, path, key));
  }
  const value = valueAt(document.value, path);
  if (value === undefined && issue.code !== 'invalid_key' && issue.code !== 'custom') {
    return [missing(issue, document, path, resource)];
  }
  const location = issue.code === 'invalid_key' ? document.locateKey(path) : document.locate(path);
  return [{ ...wordsOf(issue, schema, path, value), path, location }];
}

function unknownKey(schema: z.ZodType, document: SourceDocument, parent: Path, key: string): Fault {
  const known = knownKeys(schema, parent);
  const near = nearestWord(key, known);
  const home = homesOfKey(schema, key)[0];
  const path = [...parent, key];
  const hint =
    near !== undefined
      ? `did you mean ${near}?`
      : home !== undefined && home.length > 0
        ? `${key} belongs under ${pathText(home)}`
        : `known here: ${known.join(', ')}`;
  const where = parent.length === 0 ? 'at the top of the document' : `in ${pathText(parent)}`;
  return {
    code: 'E_UNKNOWN_KEY',
    message: `there is no key ${key} ${where}`,
    hint,
    path,
    location: document.locateKey(path),
    fix:
      near === undefined || isTaken(document, parent, near)
        ? undefined
        : { description: `write ${near}`, do: 'rename', text: near },
  };
}

/** A key cannot be renamed to one that stands beside it. */
function isTaken(document: SourceDocument, parent: Path, key: string): boolean {
  const map = valueAt(document.value, parent);
  return map !== null && typeof map === 'object' && Object.hasOwn(map, key);
}

function missing(issue: Issue, document: SourceDocument, path: Path, resource: string): Fault {
  const field = String(path.at(-1) ?? '');
  const parent = pathText(path.slice(0, -1));
  const place = parent === '' ? `the top of ${resource}` : `${parent} of ${resource}`;
  const words =
    issue.code === 'invalid_value'
      ? `, one of: ${issue.values.map(String).join(', ')}`
      : issue.code === 'invalid_type'
        ? ` (${typeWord(issue.expected)})`
        : '';
  return {
    code: 'E_REQUIRED',
    message: `${pathText(path)} is missing`,
    hint: `add ${field} to ${place}${words}`,
    path,
    location: document.locate(path),
  };
}

function wordsOf(
  issue: Issue,
  schema: z.ZodType,
  path: Path,
  value: unknown,
): Pick<Fault, 'code' | 'message' | 'hint' | 'fix'> {
  const what = pathText(path) || 'the document';
  switch (issue.code) {
    case 'custom':
      return refusedWords(issue, what);
    case 'invalid_key':
    case 'invalid_element': {
      const inner = issue.issues[0];
      const known =
        inner?.code === 'custom' ? refusal(inner) : { code: 'E_TYPE' as const, hint: '' };
      return { ...known, message: `${what}: ${inner?.message ?? issue.message}` };
    }
    case 'invalid_type':
      return {
        code: 'E_TYPE',
        message: `${what} must be ${typeWord(issue.expected)}, not ${shown(value)}`,
        hint: typeHint(issue.expected, value),
        fix: isQuotedNumber(issue.expected, value)
          ? { description: 'remove the quotes', do: 'unquote', text: value }
          : undefined,
      };
    case 'invalid_value':
      return enumWords(what, issue.values.map(String), value);
    case 'too_big':
    case 'too_small':
    case 'not_multiple_of':
      return rangeWords(issue, schema, path, value);
    case 'invalid_format': {
      const wants = issue.format === 'starts_with' ? `start it with "${prefixOf(issue)}"` : '';
      const pattern = issue.pattern === undefined ? '' : `it must match ${issue.pattern}`;
      const hint = wants === '' ? pattern : wants;
      const message = issue.format === 'regex' ? issue.message : 'has the wrong form';
      return { code: 'E_FORMAT', message: `${what}: ${shown(value)} ${verb(message)}`, hint };
    }
    default:
      return { code: 'E_TYPE', message: `${what}: ${issue.message}`, hint: '' };
  }
}

const verb = (message: string) => (message.startsWith('not ') ? `is ${message}` : message);
const prefixOf = (issue: object) => ('prefix' in issue ? String(issue.prefix) : '');

/** `spec.vips is missing`, and `spec.fwmark: a service has either ...`. */
function refusedWords(issue: z.core.$ZodIssueCustom, what: string) {
  const known = refusal(issue);
  const separator = known.code === 'E_REQUIRED' ? ' ' : ': ';
  return { ...known, message: `${what}${separator}${issue.message}` };
}

/** A refusal of our own schemas carries its code and hint with it (resources/fields.ts). */
function refusal(issue: { params?: Record<string, unknown> | undefined }): {
  code: ProblemCode;
  hint: string;
  fix: Fix | undefined;
} {
  const { code, hint, fix } = issue.params ?? {};
  return {
    code: (code ?? 'E_FORMAT') as ProblemCode,
    hint: String(hint ?? ''),
    fix: typeof fix === 'string' ? writing(fix) : undefined,
  };
}

function enumWords(what: string, words: string[], value: unknown) {
  const near = typeof value === 'string' ? nearestWord(value, words) : undefined;
  const all = `${value === null ? `${EMPTY_HINT}; ` : ''}allowed: ${words.join(', ')}`;
  return {
    code: what === 'apiVersion' || what === 'kind' ? ('E_KIND' as const) : ('E_ENUM' as const),
    message: `${what} cannot be ${shown(value)}`,
    hint: near === undefined ? all : `did you mean ${near}? ${all}`,
    fix: near === undefined ? undefined : writing(near),
  };
}

function rangeWords(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall | z.core.$ZodIssueNotMultipleOf,
  schema: z.ZodType,
  path: Path,
  value: unknown,
) {
  const what = pathText(path);
  if (issue.code === 'not_multiple_of') {
    const below = Math.floor(Number(value) / issue.divisor) * issue.divisor;
    return {
      code: 'E_RANGE' as const,
      message: `${what} is ${shown(value)}, which is not a multiple of ${issue.divisor}`,
      hint: `write ${below} or ${below + issue.divisor}`,
    };
  }
  const bound = issue.code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
  if (issue.origin === 'array' || issue.origin === 'string') {
    const length = (value as { length: number }).length;
    const unit = issue.origin === 'array' ? 'items' : 'characters';
    const message = `${what} has ${length} ${unit}; it needs ${bound}`;
    return { code: 'E_RANGE' as const, message, hint: '' };
  }
  const { min, max } = numberBounds(schema, path);
  const hint = Number.isFinite(min) && Number.isFinite(max) ? `allowed: ${min} to ${max}` : '';
  return { code: 'E_RANGE' as const, message: `${what} is ${shown(value)}; ${bound}`, hint };
}

function typeWord(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    array: 'a list',
    object: 'a map',
    record: 'a map',
    boolean: 'true or false',
  };
  return words[expected] ?? expected;
}

function typeHint(expected: string, value: unknown): string {
  if (value === null) return EMPTY_HINT;
  if (expected === 'array' && typeof value !== 'object') return `write it as a list: [${value}]`;
  if (expected === 'string' && typeof value !== 'object') return `put it in quotes: "${value}"`;
  return isQuotedNumber(expected, value) ? 'remove the quotes' : '';
}

function isQuotedNumber(expected: string, value: unknown): value is string {
  const isNumeric = typeof value === 'string' && value.trim() !== '' && !Number.isNaN(+value);
  return (expected === 'number' || expected === 'int') && isNumeric;
}

/** A value as the message shows it: short, on one line. */
function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return String(value);
  const LENGTH_MAX = 60; // more would push the hint out of sight
  const text = value.length > LENGTH_MAX ? `${value.slice(0, LENGTH_MAX)}…` : value;
  return JSON.stringify(text);
}

function valueAt(root: unknown, path: Path): unknown {
  let at = root;
  for (const step of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}
