/** Prune and revert: what goes away together with what comes, checked as one change. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidInput } from '../../controller/config/invalid-input.ts';
import { proposeFiles, proposeWith } from '../../controller/config/proposal.ts';
import { prunedBy } from '../../controller/config/prune.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import { EMPTY_SPEC, foldSpec, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { hasErrors } from '../../schemas/validation/problem.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { document, FLEET, service, yamlOf } from '../schemas/fleet.ts';
import { filesOf, soundChanges, soundSpec } from './near-resources.ts';

const WEST = [
  document('Cluster', 'west', { highAvailability: 'none' }),
  document('Node', 'lb9', { cluster: 'west', managementAddress: '10.97.0.19' }),
  service('far', {
    ...{ cluster: 'west', vips: ['10.99.1.1'], forwarding: 'nat' },
    localAddressPool: undefined,
    realServers: [{ address: '10.98.1.21', port: 80 }],
  }),
];

function stored(): Spec {
  const text = yamlOf([
    ...FLEET,
    ...WEST,
    document('RealServer', 'joins-web', { virtualService: 'web', address: '10.98.0.29', port: 80 }),
    document('RealServer', 'joins-far', { virtualService: 'far', address: '10.98.1.29', port: 80 }),
    document('Freeze', 'edge', { scope: 'cluster', cluster: 'edge', reason: 'x', who: 'bob' }),
  ]);
  const { resources, problems } = validateFiles([{ name: 'a', text }]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return foldSpec(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, resources));
}

const pick = (spec: Spec, ...names: string[]): Resource[] =>
  [...spec.resources.values()]
    .map(({ resource }) => resource)
    .filter(({ metadata }) => names.includes(metadata.name));

describe('a prune', () => {
  test('takes what the named clusters have and the files do not', () => {
    const spec = stored();
    // The cluster alone is named: all that it serves goes, its directors and its freeze stay.
    expect(
      prunedBy(
        spec,
        pick(spec, 'edge').filter(({ kind }) => kind === 'Cluster'),
      ).sort(),
    ).toEqual([
      'LocalAddressPool/lips',
      'RealServer/joins-web',
      'VirtualService/web',
      'VirtualService/web6',
      'VrrpInstance/front4',
      'VrrpInstance/front6',
    ]);
    // A RealServer is of the cluster of its service.
    expect(prunedBy(spec, pick(spec, 'joins-far'))).toEqual(['VirtualService/far']);
  });

  test('takes other kinds only where they are named', () => {
    const spec = stored();
    const all = [...spec.resources.values()].map(({ resource }) => resource);
    const declared = all.filter(({ kind }) => kind !== 'Node');
    expect(prunedBy(spec, declared)).toEqual([]);
    expect(prunedBy(spec, declared, ['Node']).sort()).toEqual(['Node/lb1', 'Node/lb2', 'Node/lb9']);
    expect(() => prunedBy(spec, declared, ['Nod'])).toThrow(
      expect.objectContaining({ code: 'E_USAGE' }),
    );
  });

  test('of files that name no cluster takes nothing', () => {
    expect(prunedBy(stored(), [])).toEqual([]);
  });

  test('is refused where what stays refers to what goes, with the place of it', () => {
    const spec = stored();
    const files = parseFiles(filesOf(pick(spec, 'web', 'web6')));
    const one = { kinds: ['LocalAddressPool'] };
    expect(() => proposeFiles(files, one, spec)).toThrow(InvalidInput);
    const both = { kinds: ['LocalAddressPool', 'RealServer'] };
    try {
      proposeFiles(files, both, spec);
    } catch (error) {
      const { problems } = error as InvalidInput;
      expect(problems.map(({ file, line }) => [file, line > 0])).toEqual(
        problems.map(() => ['change.yaml', true]),
      );
    }
    expect.assertions(3);
  });
});

test('resources that go in the same event are checked as if the whole fleet were looked at', () => {
  fc.assert(
    fc.property(
      soundSpec,
      soundChanges,
      fc.array(fc.nat(), { maxLength: 3 }),
      (spec, put, gone) => {
        const named = new Set(put.map(({ kind, metadata }) => `${kind}/${metadata.name}`));
        const keys = [...spec.resources.keys()].filter((key) => !named.has(key));
        const removed = [...new Set(gone.flatMap((n) => keys[n % keys.length] ?? []))];
        const files = put.length === 0 ? [{ name: 'none.yaml', text: '' }] : filesOf(put);
        const whole = validateFiles(files, spec, () => removed);
        let isRefused = false;
        try {
          const { changes } = proposeWith(spec, parseFiles(files), () => removed);
          const after = foldSpec(spec, spec.revision + 1, changes);
          for (const key of removed) expect(after.resources.has(key)).toBe(false);
          for (const { kind, metadata } of put) {
            expect(after.resources.has(`${kind}/${metadata.name}`)).toBe(true);
          }
        } catch (error) {
          if (!(error instanceof InvalidInput)) throw error;
          isRefused = true;
        }
        expect(isRefused).toBe(hasErrors(whole.problems));
      },
    ),
    { numRuns: 300 },
  );
});
