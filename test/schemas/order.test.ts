/** What is wrong with a fleet does not depend on the order of its files; only who is blamed does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossCheck } from '../../schemas/validation/cross-check.ts';
import { storedResource } from '../../schemas/validation/located-resource.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { anyResource } from './arbitraries.ts';
import {
  type Document,
  document,
  edited,
  FLEET,
  LIPS,
  node,
  service,
  WEB,
  yamlOf,
} from './fleet.ts';

const zone = (name: string, source: string, address: string) => ({
  name,
  sources: [source],
  pool: { addresses: [address] },
  egressInterface: 'f0',
});
const gateway = (name: string, ...zones: object[]) =>
  document('SnatGateway', name, { cluster: 'edge', zones });

/** Each breaks the sound fleet in another way. */
const BREAKING: readonly Document[] = [
  service('api'),
  service('far', { cluster: 'nowhere', vips: ['10.99.0.7'] }),
  service('nat', { vips: ['10.99.0.8'], forwarding: 'nat', localAddressPool: undefined }),
  edited(WEB, { vips: ['10.97.0.12'], quorum: { up: 9, down: 1 } }),
  edited(LIPS, { perNode: { lb1: ['10.98.0.101'] } }),
  edited(node('lb2', 12, 150), { managementAddress: '10.97.0.11' }),
  document('VrrpInstance', 'back4', {
    cluster: 'edge',
    interface: 'bk0',
    virtualRouterId: 51,
    addresses: [{ address: '10.98.0.1/24' }],
  }),
  document('SyncGroup', 'g1', { cluster: 'edge', instances: ['front4', 'back4'] }),
  document('SyncGroup', 'g2', { cluster: 'edge', instances: ['front4', 'front6'] }),
  gateway('out', zone('a', '0.0.0.0/0', '10.99.0.201'), zone('b', '10.0.0.0/8', '10.99.0.202')),
  gateway('away', zone('c', '10.0.0.0/8', '10.99.0.201')),
  document('Freeze', 'f', { scope: 'node', node: 'lb9', reason: 'x', who: 'y' }),
];

function codesOf(documents: readonly Document[]): string[] {
  const { resources } = parseFiles([{ name: 'f', text: yamlOf(documents) }]);
  return [...new Set(crossCheck(resources).map(({ code }) => code))].sort();
}

test('a broken fleet has the same problems in any order', () => {
  fc.assert(
    fc.property(fc.subarray([...BREAKING]), fc.gen(), (breaking, gen) => {
      const key = ({ kind, name }: Document) => `${kind}/${name}`;
      const fleet = [...new Map([...FLEET, ...breaking].map((one) => [key(one), one])).values()];
      const shuffled = gen(fc.shuffledSubarray, fleet, { minLength: fleet.length });
      expect(codesOf(shuffled)).toEqual(codesOf(fleet));
    }),
    { numRuns: 60 },
  );
});

test('resources of any kind are found right or wrong in any order', () => {
  const any = fc.uniqueArray(anyResource, {
    maxLength: 10,
    selector: ({ kind, metadata }) => `${kind}/${metadata.name}`,
  });
  const codes = (resources: Parameters<typeof storedResource>[0][]) =>
    [...new Set(crossCheck(resources.map(storedResource)).map(({ code }) => code))].sort();
  fc.assert(
    fc.property(any, fc.gen(), (resources, gen) => {
      const shuffled = gen(fc.shuffledSubarray, resources, { minLength: resources.length });
      expect(codes(shuffled)).toEqual(codes(resources));
    }),
  );
});
