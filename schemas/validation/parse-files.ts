/**
 * Files to resources: YAML (JSON is YAML), then the schema of each document's kind. Every problem
 * of all files is listed in one run, each with its place. Never throws, whatever the text.
 */
import type { ResourceKey } from '../names.ts';
import {
  isKind,
  KINDS,
  RESOURCE_SCHEMAS,
  type Resource,
  resourceKey,
} from '../resources/resource.ts';
import type { LocatedResource } from './located-resource.ts';
import { nearestWord } from './nearest-word.ts';
import type { Problem } from './problem.ts';
import { schemaProblems } from './schema-problems.ts';
import { readDocuments, type SourceDocument, type SourceFile } from './source-document.ts';

export interface ParsedFiles {
  /** Names of the files, in their order. */
  readonly names: readonly string[];
  /** What could be understood; at most one of each key, in the order of the files. */
  readonly resources: LocatedResource[];
  readonly problems: Problem[];
  /** Declared, but too wrong to be looked at further; what refers to them is not to blame. */
  readonly broken: ResourceKey[];
}

export function parseFiles(files: readonly SourceFile[]): ParsedFiles {
  const parsing = parsingFiles(files);
  for (;;) {
    const step = parsing.next();
    if (step.done === true) return step.value;
  }
}

/** parseFiles with a pause after each document, about a millisecond of work apart. */
export function* parsingFiles(files: readonly SourceFile[]): Generator<void, ParsedFiles, void> {
  const problems: Problem[] = [];
  const broken: ResourceKey[] = [];
  const byKey = new Map<ResourceKey, LocatedResource>();
  for (const file of files) {
    for (const step of readDocuments(file)) {
      yield;
      problems.push(...step.problems);
      if (step.document === undefined) continue;
      const parsed = parseDocument(step.document);
      problems.push(...parsed.problems);
      if (parsed.located === undefined) {
        if (parsed.key !== undefined) broken.push(parsed.key);
        continue;
      }
      const key = resourceKey(parsed.located.resource);
      const first = byKey.get(key);
      if (first === undefined) byKey.set(key, parsed.located);
      else problems.push(declaredTwice(key, first, parsed.located));
    }
  }
  return { names: files.map(({ name }) => name), resources: [...byKey.values()], problems, broken };
}

interface ParsedDocument {
  readonly located?: LocatedResource;
  readonly key?: ResourceKey;
  readonly problems: Problem[];
}

function parseDocument(document: SourceDocument): ParsedDocument {
  const value = document.value as Record<string, unknown> | null | undefined;
  if (!document.isWhole) return { ...keyOf(value), problems: [] };
  const kind = value?.['kind'];
  if (value === null || typeof value !== 'object' || typeof kind !== 'string' || !isKind(kind)) {
    return { problems: [wrongKind(document, kind)] };
  }
  const schema = RESOURCE_SCHEMAS[kind];
  const { key } = keyOf(value);
  const result = schema.safeParse(value);
  if (result.success) return { located: located(result.data, document), problems: [] };
  const issues = result.error.issues;
  const problems = schemaProblems(issues, schema, document, key ?? kind);
  // With only unknown keys in the way, the rest is understood and can be checked further.
  if (issues.every((issue) => issue.code === 'unrecognized_keys')) {
    const known = schema.safeParse(withoutKeys(value, issues));
    if (known.success) return { located: located(known.data, document), problems };
  }
  return { ...(key === undefined ? {} : { key }), problems };
}

function keyOf(value: Record<string, unknown> | null | undefined): { key?: ResourceKey } {
  const kind = value?.['kind'];
  const metadata = value?.['metadata'] as { name?: unknown } | null | undefined;
  if (typeof kind !== 'string' || !isKind(kind)) return {};
  return typeof metadata?.name === 'string' ? { key: `${kind}/${metadata.name}` } : {};
}

function located(resource: Resource, document: SourceDocument): LocatedResource {
  const { labels, ...metadata } = resource.metadata;
  // An empty map of labels is no labels: both are stored as the same bytes.
  const isBare = labels !== undefined && Object.keys(labels).length === 0;
  const canonical = isBare ? ({ ...resource, metadata } as Resource) : resource;
  return { resource: canonical, locate: document.locate, edit: document.edit };
}

function withoutKeys(
  value: Record<string, unknown>,
  issues: readonly { readonly path: PropertyKey[]; readonly keys?: readonly string[] }[],
): unknown {
  const copy = structuredClone(value);
  for (const { path, keys } of issues) {
    let at = copy as Record<PropertyKey, unknown>;
    for (const step of path) at = at[step] as Record<PropertyKey, unknown>;
    for (const key of keys ?? []) delete at[key];
  }
  return copy;
}

function wrongKind(document: SourceDocument, kind: unknown): Problem {
  const isMap = document.value !== null && typeof document.value === 'object';
  const near = typeof kind === 'string' ? nearestWord(kind, KINDS) : undefined;
  const all = `kinds: ${KINDS.join(', ')}`;
  const base = { code: 'E_KIND', severity: 'error' } as const;
  if (!isMap || Array.isArray(document.value)) {
    const hint = 'one resource a document: apiVersion, kind, metadata, spec; --- between two';
    return { ...base, ...document.locate([]), message: 'the document is no resource', hint };
  }
  const message =
    kind === undefined ? 'kind is missing' : `there is no kind ${JSON.stringify(kind)}`;
  const hint = near === undefined ? all : `did you mean ${near}? ${all}`;
  return { ...base, ...document.locate(['kind']), message, hint, path: 'kind' };
}

function declaredTwice(key: ResourceKey, first: LocatedResource, again: LocatedResource): Problem {
  const path = ['metadata', 'name'];
  const at = first.locate(path);
  return {
    ...again.locate(path),
    code: 'E_DUPLICATE',
    severity: 'error',
    message: `${key} is declared twice`,
    hint: `the first is at ${at.file}:${at.line}:${at.column}; rename or remove one`,
    resource: key,
    path: 'metadata.name',
  };
}
