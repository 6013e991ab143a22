/** What a change would reach is what the compiled fleet would change in. */

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFleet } from '../../controller/compile/compile.ts';
import { blastRadius, plannedRadius } from '../../controller/config/blast-radius.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import { EMPTY_SPEC, foldSpec, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { hasErrors } from '../../schemas/validation/problem.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import {
  CLUSTER,
  type Document,
  document,
  edited,
  FLEET,
  node,
  WEB,
  yamlOf,
} from '../schemas/fleet.ts';
import { changesTo, filesOf, soundChanges, soundSpec } from './near-resources.ts';

describe('the blast radius', () => {
  it('is every director of the cluster for a weight, with the one service', () => {
    expect(radius([edited(WEB, { realServers: [{ address: '10.98.0.21', weight: 9 }] })])).toEqual([
      { node: 'lb1', cluster: 'edge', services: ['web'] },
      { node: 'lb2', cluster: 'edge', services: ['web'] },
    ]);
  });

  it('is one director, without services, for its own priority', () => {
    expect(radius([node('lb2', 12, 90)])).toEqual([{ node: 'lb2', cluster: 'edge', services: [] }]);
  });

  it('is every director of the cluster, without services, for the networks of a zone', () => {
    const zone = { name: 'z', pool: { addresses: ['10.99.0.201'] }, egressInterface: 'f0' };
    const gateway = (source: string) =>
      document('SnatGateway', 'out', { cluster: 'edge', zones: [{ ...zone, sources: [source] }] });
    const both = [
      { node: 'lb1', cluster: 'edge', services: [] },
      { node: 'lb2', cluster: 'edge', services: [] },
    ];
    expect(radius([gateway('10.2.0.0/16')], [gateway('10.1.0.0/16')])).toEqual(both);
  });

  it('is nothing for a change that no director sees', () => {
    const labelled = { ...WEB, labels: { team: 'web' } };
    expect(radius([document('Cluster', 'idle', {})])).toEqual([]);
    expect(radius([labelled])).toEqual([]);
  });

  it('is the directors of the cluster alone, however many there are', () => {
    const other = [
      document('Cluster', 'west', { highAvailability: 'none' }),
      document('Node', 'lb9', { cluster: 'west', managementAddress: '10.97.0.19' }),
    ];
    expect(radius(other)).toEqual([{ node: 'lb9', cluster: 'west', services: [] }]);
    expect(radius([edited(CLUSTER, { connectionSync: undefined })])).toEqual([
      { node: 'lb1', cluster: 'edge', services: [] },
      { node: 'lb2', cluster: 'edge', services: [] },
    ]);
  });

  it('is refused when a director’s plan would not fit one object, until it is smaller again', () => {
    const vips = (count: number) =>
      Array.from({ length: count }, (_, i) => `10.${100 + Math.floor(i / 250)}.1.${1 + (i % 250)}`);
    const services = (count: number) =>
      Array.from({ length: Math.ceil(count / 50) }, (_, i) => {
        const own = vips(count).slice(i * 50, i * 50 + 50);
        return edited(WEB, { vips: own, ports: [80] });
      }).map((one, i) => ({ ...one, name: `s${i}` }));
    const stored = (count: number) => specOf(EMPTY_SPEC, [...FLEET, ...services(count)]);
    const plan = (spec: Spec, documents: readonly Document[]) =>
      plannedRadius({ spec, fleet: compileFleet(spec) }, changesOf(spec, read(spec, documents)));
    expect(plan(stored(500), services(600))).toHaveLength(2);
    expect(() => plan(stored(500), services(2_000))).toThrow(
      expect.objectContaining({
        code: 'E_TOO_LARGE',
        message: expect.stringMatching(/^the plan of director lb1 would take \d+ bytes; at most/),
      }),
    );
    const [last = WEB] = services(2_000).slice(-1);
    const fewer = edited(last, { vips: ['10.99.9.9'] });
    expect(plan(stored(2_000), [fewer])).toHaveLength(2);
  });

  it('names what a full compile of both specs differs in, for any change that is allowed', () => {
    fc.assert(
      fc.property(soundSpec, soundChanges, (spec, resources) => {
        const { resources: read, problems } = validateFiles(filesOf(resources), spec);
        if (hasErrors(problems)) return;
        const changes = changesTo(spec, read, []);
        const fleet = compileFleet(spec);
        const after = compileFleet(foldSpec(spec, spec.revision + 1, changes));
        expect(blastRadius({ spec, fleet }, changes)).toEqual(
          [...after].flatMap(([cluster, { services, nodes }]) => {
            const before = fleet.get(cluster);
            const differing = <T>(from: ReadonlyMap<string, T> | undefined, to: typeof from) =>
              [...new Set([...(from?.keys() ?? []), ...(to?.keys() ?? [])])]
                .filter((name) => !isDeepStrictEqual(from?.get(name), to?.get(name)))
                .sort();
            const changed = differing(before?.services, services);
            const all = [...nodes.keys()].sort();
            const reached = changed.length > 0 ? all : differing(before?.nodes, nodes);
            return reached.map((name) => ({ node: name, cluster, services: changed }));
          }),
        );
      }),
    );
  });
});

function radius(documents: readonly Document[], more: readonly Document[] = []) {
  const spec = specOf(EMPTY_SPEC, [...FLEET, ...more]);
  return blastRadius({ spec, fleet: compileFleet(spec) }, changesOf(spec, read(spec, documents)));
}

function specOf(on: Spec, documents: readonly Document[]): Spec {
  return foldSpec(on, on.revision + 1, changesOf(on, read(on, documents)));
}

function read(on: Spec, documents: readonly Document[]): Resource[] {
  const { resources, problems } = validateFiles([{ name: 'a', text: yamlOf(documents) }], on);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return resources;
}
