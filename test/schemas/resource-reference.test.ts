import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fieldsOf, resourceReference } from '../../schemas/reference/generate.ts';
import { KINDS, RESOURCE_SCHEMAS } from '../../schemas/resources/resource.ts';
import { knownKeys } from '../../schemas/validation/schema-shape.ts';

test('docs/resources.md is what the schemas say', () => {
  const manual = readFileSync(new URL('../../docs/resources.md', import.meta.url), 'utf8');
  const isSame = manual === resourceReference();
  expect(isSame, 'run "node schemas/reference/generate.ts"').toBe(true);
});

describe.each(KINDS)('%s', (kind) => {
  test('has a description and a type for every field', () => {
    const fields = fieldsOf(kind);
    const bare = fields.filter(({ description, type }) => description === '' || type === '');
    expect(bare.map(({ path }) => path)).toEqual([]);
    expect(fields.filter(({ type }) => /NaN|undefined|Infinity|null/.test(type))).toEqual([]);
  });

  test('leaves no field of its schema out', () => {
    const listed = fieldsOf(kind).map(({ path }) => path);
    const keys = knownKeys(RESOURCE_SCHEMAS[kind], ['spec']);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(listed).toContain(`spec.${key}`);
  });
});
