/**
 * fast-check arbitraries of whatever a zod schema of ours takes, as it comes out of validation:
 * defaults filled in, texts canonical. A schema with rules of its own (refinements) is drawn from
 * and filtered; where too little would pass the filter, `drawnBy` says how to draw.
 */
import fc from 'fast-check';
import type { z } from 'zod';

/** What is read of zod 4 schemas here. */
interface Definition {
  readonly type: string;
  readonly shape: Record<string, z.ZodType>;
  readonly element: z.ZodType;
  readonly keyType: z.ZodType;
  readonly valueType: z.ZodType;
  readonly innerType: z.ZodType;
  readonly options: z.ZodType[];
  readonly values: unknown[];
  readonly entries: Record<string, string>;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
}
interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
}

export interface Forms {
  /** Texts by their `form` (resources/fields.ts). */
  readonly texts: Readonly<Record<string, fc.Arbitrary<string>>>;
  /** Schemas that are drawn in a way of their own; `any` is what would be drawn otherwise. */
  readonly drawnBy: ReadonlyMap<z.ZodType, (any: fc.Arbitrary<never>) => fc.Arbitrary<unknown>>;
}

/** Fields that outgrow 32 bits in a long life: their wire type must not cut them. */
const LONG_FIELD =
  /^(timeMs|.*AtMs|sinceMs|seq|revision|.*Revision|generation|token|bytes|packets)$/;
const INT32_MAX = 2 ** 31 - 1;
const LIST_MAX = 4;

/** Any value that the schema takes. `field` is the key it stands under. */
export function anyValueOf(schema: z.ZodType, forms: Forms, field = ''): fc.Arbitrary<unknown> {
  const any = plainValue(schema, forms, field);
  const drawn = forms.drawnBy.get(schema);
  if (drawn !== undefined) return drawn(any as fc.Arbitrary<never>);
  const hasRules = checksOf(schema).some(({ check }) => check === 'custom');
  const isCompound = ['object', 'array'].includes(defOf(schema).type);
  return hasRules && isCompound ? any.filter((value) => schema.safeParse(value).success) : any;
}

const defOf = (schema: z.ZodType) => schema.def as unknown as Definition;
const checksOf = (schema: z.ZodType) => (defOf(schema).checks ?? []).map(({ _zod }) => _zod.def);

function plainValue(schema: z.ZodType, forms: Forms, field: string): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  const of = (part: z.ZodType) => anyValueOf(part, forms, field);
  switch (def.type) {
    case 'string':
    case 'pipe':
      return textOf(schema, forms);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numberOf(schema, field);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'array': {
      const { min, max } = lengthsOf(schema);
      return fc.array(of(def.element), { minLength: min, maxLength: Math.min(max, LIST_MAX) });
    }
    case 'record': {
      // No name of ours can be this one, and no object literal of protobufjs can hold it.
      const keys = (of(def.keyType) as fc.Arbitrary<string>).filter((key) => key !== '__proto__');
      // An empty map of labels is no labels: the codec leaves it out.
      const minKeys = formOf(def.keyType) === 'label' ? 1 : 0;
      const options = { minKeys, maxKeys: LIST_MAX, noNullPrototype: true };
      return fc.dictionary(keys, of(def.valueType), options);
    }
    case 'union':
      return fc.oneof(...def.options.map(of));
    case 'object':
      return objectOf(def.shape, forms);
    case 'optional':
    case 'default': {
      // A form may be said of the field rather than of the text in it.
      const form = formOf(schema);
      return (form === undefined ? undefined : forms.texts[form]) ?? of(def.innerType);
    }
    default:
      throw new Error(`no arbitrary for a schema of type ${def.type}`);
  }
}

const formOf = (schema: z.ZodType) => (schema.meta() as { form?: string } | undefined)?.form;

function textOf(schema: z.ZodType, forms: Forms): fc.Arbitrary<string> {
  const form = formOf(schema);
  const known = form === undefined ? undefined : forms.texts[form];
  if (known !== undefined) return known;
  if (form !== undefined && form !== 'text') throw new Error(`no arbitrary for the form ${form}`);
  // A grapheme is several UTF-16 units, which are what zod counts.
  const maxLength = Math.max(1, Math.min(12, Math.floor(lengthsOf(schema).max / 12)));
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength });
}

function numberOf(schema: z.ZodType, field: string): fc.Arbitrary<number> {
  const { minValue, maxValue } = schema as unknown as { minValue: number; maxValue: number };
  const step = checksOf(schema).find(({ check }) => check === 'multiple_of')?.value ?? 1;
  const hasBounds = Number.isFinite(minValue) && minValue > Number.MIN_SAFE_INTEGER;
  if (defOf(schema).format === undefined) {
    const bounds = hasBounds ? { min: minValue, max: maxValue } : { noDefaultInfinity: true };
    return fc.double({ noNaN: true, ...bounds });
  }
  if (hasBounds) {
    const [min, max] = [Math.ceil(minValue / step), Math.floor(maxValue / step)];
    return fc.integer({ min, max }).map((count) => count * step);
  }
  return fc.nat({ max: LONG_FIELD.test(field) ? Number.MAX_SAFE_INTEGER : INT32_MAX });
}

function lengthsOf(schema: z.ZodType): { min: number; max: number } {
  const checks = checksOf(schema);
  const minimum = checks.find(({ check }) => check === 'min_length')?.minimum;
  const maximum = checks.find(({ check }) => check === 'max_length')?.maximum;
  return { min: minimum ?? 0, max: maximum ?? Number.POSITIVE_INFINITY };
}

/** Optional fields are left out, never undefined: that is how values come out of a codec. */
function objectOf(shape: Record<string, z.ZodType>, forms: Forms): fc.Arbitrary<unknown> {
  const entries = Object.entries(shape);
  const model = entries.map(([key, field]) => [key, anyValueOf(field, forms, key)] as const);
  const required = entries.filter(([, field]) => defOf(field).type !== 'optional');
  return fc.record(Object.fromEntries(model), { requiredKeys: required.map(([key]) => key) });
}
