import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { storedResourceCodec } from '../../schemas/codec/resource-codec.ts';
import { KINDS, RESOURCE_SCHEMAS } from '../../schemas/resources/resource.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { RESOURCE_ARBITRARIES } from './arbitraries.ts';

describe.each(KINDS)('%s', (kind) => {
  const any = RESOURCE_ARBITRARIES[kind];

  test('is valid as it is drawn, and validation changes nothing', () => {
    fc.assert(
      fc.property(any, (resource) => {
        expect(RESOURCE_SCHEMAS[kind].parse(resource)).toEqual(resource);
      }),
    );
  });

  test('comes back from YAML and from bytes as it was', () => {
    fc.assert(
      fc.property(any, (resource) => {
        const text = stringify(resource);
        const { resources, problems } = parseFiles([{ name: 'f', text }]);
        expect(problems).toEqual([]);
        expect(resources[0]?.resource).toEqual(resource);
        const stored = { resource, generation: 1, revision: 1, createdRevision: 1 };
        expect(storedResourceCodec.decode(storedResourceCodec.encode(stored))).toEqual(stored);
      }),
    );
  });
});
