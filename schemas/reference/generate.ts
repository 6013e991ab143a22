/**
 * Generates docs/resources.md: every kind and field, as the zod schemas say it themselves. The
 * result is committed; a test generates it again and compares. `node schemas/reference/generate.ts`
 * writes it.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { CAPABILITIES } from '../capabilities.ts';
import { FEATURES } from '../features.ts';
import { KINDS, type Kind, RESOURCE_SCHEMAS } from '../resources/resource.ts';
import { KIND_NOTES } from './kind-notes.ts';

/** The whole page. */
export function resourceReference(): string {
  return `${[HEAD, ...KINDS.map(kindSection), featureSection()].join('\n\n')}\n`;
}

const HEAD = `# Resources

Every kind and field. Generated from the schemas by \`node schemas/reference/generate.ts\`; a test
holds the two equal. A file holds any number of documents, YAML or JSON, each of this form:

\`\`\`yaml
apiVersion: sluice/v1
kind: VirtualService
metadata:
  name: web # lower-case letters, digits, dashes; unique among resources of one kind
  labels: { team: shop, environment: production } # words of your own
spec: {} # the fields below
\`\`\`

A key that is not listed is an error, with the nearest known one as a hint. \`*\` marks what is
required. What no driver of the cluster can do is refused with \`E_CAPABILITY\`, never left out;
the last section says which fields that concerns. The codes of problems are in
[errors.md](errors.md), the words in [GLOSSARY.md](GLOSSARY.md).

Fields and kinds marked *(2)* came with schema version 2. A value that uses one is stored under
that version, so a program that knows only version 1 refuses it (\`E_SCHEMA_NEWER\`) and cannot
misread it; a value that uses none can still be read by both. So every controller and agent is
upgraded before the first of them is used.`;

export interface Field {
  /** `spec.realServers[].address`, `spec.perNode.<name>`. */
  readonly path: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly default: unknown;
  readonly since: number;
  readonly description: string;
}

/** Every field of a kind's spec, outer ones before what is in them. */
export function fieldsOf(kind: Kind): Field[] {
  const spec = RESOURCE_SCHEMAS[kind].shape.spec as unknown as z.ZodType;
  return fieldsIn(spec, 'spec');
}

/** What is read of a zod 4 schema. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly defaultValue?: unknown;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
}
interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
}
interface Meta {
  readonly form?: string;
  readonly since?: number;
  readonly wordsSince?: Readonly<Record<string, number>>;
  readonly description?: string;
}
const defOf = (schema: z.ZodType) => schema.def as unknown as Definition;
const metaOf = (schema: z.ZodType) => (schema.meta() ?? {}) as Meta;

function fieldsIn(schema: z.ZodType, path: string): Field[] {
  const { schema: bare } = unwrapped(schema);
  const { shape, element, valueType } = defOf(bare);
  if (element !== undefined) return fieldsIn(element, `${path}[]`);
  if (valueType !== undefined) return fieldsIn(valueType, `${path}.<name>`);
  return Object.entries(shape ?? {}).flatMap(([key, field]) => {
    const at = `${path}.${key}`;
    return [fieldOf(field, at), ...fieldsIn(field, at)];
  });
}

function fieldOf(schema: z.ZodType, path: string): Field {
  const { schema: bare, isOptional, defaultValue } = unwrapped(schema);
  const { since = 1, wordsSince = {}, description = '' } = metaOf(schema);
  const isRequired = !isOptional && defaultValue === undefined;
  const newer = Object.entries(wordsSince).map(([word, version]) => `; \`${word}\` *(${version})*`);
  const type = typeOf(bare) + newer.join('');
  return { path, type, isRequired, default: defaultValue, since, description };
}

function unwrapped(schema: z.ZodType) {
  let bare = schema;
  let isOptional = false;
  let defaultValue: unknown;
  for (let def = defOf(bare); def.innerType !== undefined; def = defOf(bare)) {
    isOptional ||= def.type === 'optional';
    if (def.type === 'default') defaultValue = def.defaultValue;
    bare = def.innerType;
  }
  return { schema: bare, isOptional, defaultValue };
}

function typeOf(schema: z.ZodType): string {
  const { schema: bare } = unwrapped(schema);
  const def = defOf(bare);
  switch (def.type) {
    case 'enum':
      return Object.values(def.entries ?? {})
        .map((word) => `\`${word}\``)
        .join(', ');
    case 'number':
      return bounded('number', bare);
    case 'boolean':
      return 'true or false';
    case 'array':
      return `list of ${typeOf(def.element ?? bare)}${lengths(bare)}`;
    case 'record':
      return `map of ${typeOf(def.keyType ?? bare)} to ${typeOf(def.valueType ?? bare)}`;
    case 'object':
      return 'map';
    default:
      return metaOf(bare).form ?? 'text';
  }
}

function bounded(word: string, schema: z.ZodType): string {
  const { minValue, maxValue } = schema as unknown as { minValue: number; maxValue: number };
  return `${word}, ${minValue} to ${maxValue}`;
}

function lengths(schema: z.ZodType): string {
  const checks = (defOf(schema).checks ?? []).map(({ _zod }) => _zod.def);
  const min = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0;
  const max = checks.find(({ check }) => check === 'max_length')?.maximum;
  return max === undefined ? '' : `, ${min} to ${max}`;
}

function kindSection(kind: Kind): string {
  const { purpose, actedOn } = KIND_NOTES[kind];
  const { since = 1 } = metaOf(RESOURCE_SCHEMAS[kind] as unknown as z.ZodType);
  const mark = since > 1 ? ` *(${since})*` : '';
  const rows = fieldsOf(kind).map((field) => {
    const name = `\`${field.path.slice('spec.'.length)}\``;
    const required = field.isRequired ? ' \\*' : '';
    const since = field.since > 1 ? ` *(${field.since})*` : '';
    const cells = [name + required + since, field.type, shown(field.default), field.description];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `## ${kind}${mark}`,
    '',
    purpose,
    '',
    `Acted on: ${actedOn}`,
    '',
    '| field | takes | default | means |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function shown(value: unknown): string {
  return value === undefined ? '' : `\`${JSON.stringify(value)}\``;
}

function featureSection(): string {
  const drivers = Object.values(CAPABILITIES);
  const rows = Object.entries(FEATURES).map(([feature, what]) => {
    const having = drivers.map(({ features }) => {
      return features.some((known) => known === feature) ? 'yes' : 'no';
    });
    return `| \`${feature}\` | ${what} | ${having.join(' | ')} |`;
  });
  return [
    '## What drivers can do',
    '',
    'A feature that a driver does not have is refused, with the field that asks for it.',
    '',
    `| feature | is to | ${drivers.map(({ driver }) => `\`${driver}\``).join(' | ')} |`,
    `| --- | --- | ${drivers.map(() => '---').join(' | ')} |`,
    ...rows,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('../../docs/resources.md', import.meta.url), resourceReference());
}
