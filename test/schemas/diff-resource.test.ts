import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Resource } from '../../schemas/resources/resource.ts';
import { EMPTY_SPEC, foldSpec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { diffResource } from '../../schemas/validation/diff-resource.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { anyResource, anyResources } from './arbitraries.ts';
import { type Document, edited, LIPS, node, WEB, yamlOf } from './fleet.ts';

function resource(document: Document): Resource {
  const { resources, problems } = parseFiles([{ name: 'f', text: yamlOf([document]) }]);
  expect(problems).toEqual([]);
  return resources[0]?.resource as Resource;
}

function diff(before: Document | undefined, after: Document | undefined): string[] {
  const fields = diffResource(before && resource(before), after && resource(after));
  return fields.map(({ path, from = '-', to = '-' }) => `${path}: ${from} -> ${to}`);
}

test('a list item is addressed by what makes it itself', () => {
  const after = edited(WEB, {
    realServers: [{ address: '10.98.0.23' }, { address: '10.98.0.22', weight: 5 }],
    vips: ['10.99.0.101'],
  });
  expect(diff(WEB, after)).toEqual([
    'spec.vips[10.99.0.101]: - -> "10.99.0.101"',
    'spec.vips[10.99.0.100]: "10.99.0.100" -> -',
    'spec.realServers[10.98.0.23]: - -> {"address":"10.98.0.23","weight":1}',
    'spec.realServers[10.98.0.22].weight: 2 -> 5',
    'spec.realServers[10.98.0.21]: {"address":"10.98.0.21","weight":1} -> -',
  ]);
});

test('an endpoint with a port is addressed by both', () => {
  const at = (port: number, weight: number) =>
    edited(WEB, { realServers: [{ address: 'fd98::21', port, weight }] });
  expect(diff(at(80, 1), at(80, 3))).toEqual(['spec.realServers[[fd98::21]:80].weight: 1 -> 3']);
});

test('a new order alone is a change of its own', () => {
  const after = edited(WEB, {
    realServers: [{ address: '10.98.0.22', weight: 2 }, { address: '10.98.0.21' }],
  });
  expect(diff(WEB, after)).toEqual([
    'spec.realServers: ["10.98.0.21","10.98.0.22"] -> ["10.98.0.22","10.98.0.21"]',
  ]);
});

test('interfaces go by name, pools by director', () => {
  const lb1 = node('lb1', 11, 150);
  const after = edited(lb1, { interfaces: [{ name: 'f0' }, { name: 'bk0' }], vrrpPriority: 90 });
  expect(diff(lb1, after).slice(0, 2)).toEqual([
    'spec.interfaces[f0].addresses[10.99.0.11/24]: "10.99.0.11/24" -> -',
    'spec.interfaces[f0].addresses[fd99::11/64]: "fd99::11/64" -> -',
  ]);
  const pools = edited(LIPS, { perNode: { lb1: ['10.98.0.101', 'fd98::101'] } });
  expect(diff(LIPS, pools)).toEqual([
    'spec.perNode.lb2[10.98.0.103]: "10.98.0.103" -> -',
    'spec.perNode.lb2[fd98::103]: "fd98::103" -> -',
  ]);
});

test('a block that appears is said field by field', () => {
  const before = edited(WEB, { healthCheck: undefined });
  expect(diff(before, WEB)).toEqual([
    'spec.healthCheck.type: - -> "http"',
    'spec.healthCheck.intervalMs: - -> 2000',
    'spec.healthCheck.timeoutMs: - -> 1000',
    'spec.healthCheck.rise: - -> 2',
    'spec.healthCheck.fall: - -> 3',
  ]);
});

test('a creation and a deletion list every field', () => {
  const created = diff(undefined, LIPS);
  expect(created).toContain('spec.cluster: - -> "edge"');
  expect(created).toContain('spec.perNode.lb1[10.98.0.101]: - -> "10.98.0.101"');
  expect(diff(LIPS, undefined)).toHaveLength(created.length);
});

test('the diff of a resource to itself is empty', () => {
  fc.assert(
    fc.property(anyResource, (one) => {
      expect(diffResource(one, one)).toEqual([]);
    }),
  );
});

test('the diff is empty only between equals, and does not depend on the order of keys', () => {
  const twoOfAKind = fc
    .tuple(anyResource, anyResource)
    .filter(([one, other]) => one.kind === other.kind)
    .map(([one, other]) => [
      one,
      { ...other, metadata: { ...other.metadata, name: one.metadata.name } },
    ]);
  fc.assert(
    fc.property(twoOfAKind as fc.Arbitrary<[Resource, Resource]>, ([one, other]) => {
      const fields = diffResource(one, other);
      const isEqual = JSON.stringify(sortedKeys(one)) === JSON.stringify(sortedKeys(other));
      expect(fields.length === 0).toBe(isEqual);
      expect(diffResource(sortedKeys(one) as Resource, other)).toEqual(
        expect.arrayContaining(fields),
      );
    }),
  );
});

test('folding the changes gives the resources, and then nothing changes any more', () => {
  fc.assert(
    fc.property(anyResources, anyResources, (first, second) => {
      const one = foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, first));
      const two = foldSpec(one, 2, changesOf(one, second));
      for (const wanted of second) {
        const stored = two.resources.get(`${wanted.kind}/${wanted.metadata.name}`);
        expect(stored?.resource).toEqual(wanted);
      }
      expect(changesOf(two, second)).toEqual([]);
    }),
  );
});

test('changes are in the order of kinds, then names, and know what they follow', () => {
  const all = [WEB, node('lb2', 12, 100), LIPS, node('lb1', 11, 150)].map(resource);
  const created = changesOf(EMPTY_SPEC, all);
  expect(created.map(({ key }) => key)).toEqual([
    'Node/lb1',
    'Node/lb2',
    'LocalAddressPool/lips',
    'VirtualService/web',
  ]);
  const spec = foldSpec(EMPTY_SPEC, 1, created);
  const again = [resource(edited(WEB, { scheduler: 'rr' })), ...all.slice(1)];
  expect(changesOf(spec, again)).toMatchObject([
    {
      key: 'VirtualService/web',
      previousRevision: 1,
      generation: 2,
      fields: [{ path: 'spec.scheduler', from: '"wrr"', to: '"rr"' }],
    },
  ]);
});

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, field]) => [key, sortedKeys(field)]));
}
