/**
 * What a zod schema knows about a place in a document: which keys a map may have there, which
 * words, which bounds. Used for hints only; whether a document is right, zod alone decides.
 */
import type { z } from 'zod';
import type { Path } from './located-resource.ts';

/** The part of a zod schema's definition that is read here (zod 4, `schema.def`). */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly innerType?: Schema;
  readonly in?: Schema;
}
interface Schema {
  readonly def: Definition;
  readonly minValue?: number | null;
  readonly maxValue?: number | null;
}

/** Keys that a map at this path may have; empty when it is no map with fixed keys. */
export function knownKeys(schema: z.ZodType, path: Path): string[] {
  return Object.keys(schemaAt(schema, path)?.def.shape ?? {});
}

/** Bounds of the number at this path. */
export function numberBounds(schema: z.ZodType, path: Path): { min: number; max: number } {
  const found = schemaAt(schema, path);
  return {
    min: found?.minValue ?? Number.NEGATIVE_INFINITY,
    max: found?.maxValue ?? Number.POSITIVE_INFINITY,
  };
}

/** Paths of the maps (outside of lists) in which `key` is known, nearest to the root first. */
export function homesOfKey(schema: z.ZodType, key: string): Path[] {
  const homes: Path[] = [];
  const queue: { schema: Schema; path: string[] }[] = [{ schema: unwrap(schema), path: [] }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const shape = next.schema.def.shape ?? {};
    if (Object.hasOwn(shape, key)) homes.push(next.path);
    for (const [name, child] of Object.entries(shape)) {
      queue.push({ schema: unwrap(child), path: [...next.path, name] });
    }
  }
  return homes;
}

function schemaAt(schema: z.ZodType, path: Path): Schema | undefined {
  let at: Schema | undefined = unwrap(schema);
  for (const step of path) {
    const child: Schema | undefined =
      at.def.type === 'object'
        ? at.def.shape?.[String(step)]
        : (at.def.element ?? at.def.valueType);
    if (child === undefined) return undefined;
    at = unwrap(child);
  }
  return at;
}

/** Without optional, default, and transform wrappers. */
function unwrap(schema: unknown): Schema {
  let at = schema as Schema;
  for (;;) {
    const inner = at.def.innerType ?? at.def.in;
    if (inner === undefined) return at;
    at = inner;
  }
}
