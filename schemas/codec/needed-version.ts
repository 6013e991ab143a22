/**
 * The lowest schema version that can say a value: the highest `since` among the fields, words and
 * kinds that it uses. A field with its default says nothing that an older reader would not assume.
 */
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';

/** The part of a zod schema that is read here (zod 4, `schema.def` and `schema.meta()`). */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly defaultValue?: unknown;
  readonly discriminator?: string;
  readonly options?: readonly z.ZodType[];
}
const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;

/** 1 or more. The value is of the schema's form. */
export function neededVersion(schema: z.ZodType, value: unknown): number {
  if (value === undefined || !isVersioned(schema)) return 1;
  const def = definitionOf(schema);
  const { since, wordsSince } = (schema.meta() ?? {}) as {
    since?: number;
    wordsSince?: Readonly<Record<string, number>>;
  };
  if (def.type === 'default' && isDeepStrictEqual(value, def.defaultValue)) return 1;
  const own = Math.max(since ?? 1, wordsSince?.[String(value)] ?? 1);
  return Math.max(own, ...partsOf(def, value));
}

function partsOf(def: Definition, value: unknown): number[] {
  const { shape, element, valueType, innerType, discriminator } = def;
  if (innerType !== undefined) return [neededVersion(innerType, value)];
  if (element !== undefined)
    return (value as unknown[]).map((item) => neededVersion(element, item));
  const fields = value as Readonly<Record<string, unknown>>;
  if (valueType !== undefined) {
    return Object.values(fields).map((field) => neededVersion(valueType, field));
  }
  if (shape !== undefined) {
    return Object.entries(shape).map(([key, field]) => neededVersion(field, fields[key]));
  }
  if (discriminator === undefined) return [];
  const option = armsOf(def).get(fields[discriminator]);
  return option === undefined ? [] : [neededVersion(option, value)];
}

const ARMS = new WeakMap<Definition, Map<unknown, z.ZodType>>();

/** The options of a tagged union by the word that tells them apart. */
function armsOf(def: Definition): Map<unknown, z.ZodType> {
  const known = ARMS.get(def);
  if (known !== undefined) return known;
  const arms = new Map<unknown, z.ZodType>();
  for (const option of def.options ?? []) {
    const tag = definitionOf(option).shape?.[def.discriminator ?? ''];
    const words = (tag?.def as unknown as { values?: readonly unknown[] })?.values ?? [];
    for (const word of words) arms.set(word, option);
  }
  ARMS.set(def, arms);
  return arms;
}

/** Statuses and events are written every second: what has no marks in it is not walked. */
const VERSIONED = new WeakMap<z.ZodType, boolean>();

function isVersioned(schema: z.ZodType): boolean {
  const known = VERSIONED.get(schema);
  if (known !== undefined) return known;
  const { since = 1, wordsSince } = (schema.meta() ?? {}) as {
    since?: number;
    wordsSince?: object;
  };
  const { shape = {}, element, valueType, innerType, options = [] } = definitionOf(schema);
  const parts = [...Object.values(shape), element, valueType, innerType, ...options];
  const answer =
    since > 1 ||
    wordsSince !== undefined ||
    parts.some((part) => part !== undefined && isVersioned(part));
  VERSIONED.set(schema, answer);
  return answer;
}
