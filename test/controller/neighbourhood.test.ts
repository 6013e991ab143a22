/**
 * The law that lets an apply among 10,000 services look at a few of them only, and the index that
 * finds those few.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldIndexed, indexOf } from '../../controller/compile/spec-index.ts';
import { neighbourhood } from '../../controller/config/neighbourhood.ts';
import { type Resource, resourceKey } from '../../schemas/resources/resource.ts';
import { EMPTY_SPEC, resourceSchema, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { hasErrors, type Problem } from '../../schemas/validation/problem.ts';
import { validateFiles, validateRemoval } from '../../schemas/validation/validate.ts';
import {
  changesTo,
  filesOf,
  nearChanges,
  nearSpec,
  soundChanges,
  soundSpec,
} from './near-resources.ts';

/** Clashes are rare among random resources. */
const RUNS = 200;

/** Which of several stored rivals a message names is left open; where and what is not. */
function identities(problems: readonly Problem[]): string[] {
  return problems.map(({ code, resource, path }) => `${code} ${resource} ${path}`).sort();
}

describe('checking a change against its neighbourhood', () => {
  it('finds the same problems as checking it against the whole fleet', () => {
    const seen = { clean: 0, errors: 0, services: 0 };
    fc.assert(
      fc.property(soundSpec, soundChanges, (spec, changed) => {
        const whole = validateFiles(filesOf(changed), spec);
        seen[hasErrors(whole.problems) ? 'errors' : 'clean'] += 1;
        seen.services += spec.resources.has('VirtualService/web') ? 1 : 0;
        const near = validateFiles(filesOf(changed), (read) => neighbourhood(spec, read));
        expect(near.resources).toEqual(whole.resources);
        expect(identities(near.problems)).toEqual(identities(whole.problems));
      }),
      { numRuns: RUNS },
    );
    // The law says nothing when everything is refused, or the fleets are empty.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(RUNS / 20);
  });

  it('finds the same problems of a removal', () => {
    fc.assert(
      fc.property(soundSpec, fc.nat(), (spec, pick) => {
        const keys = [...spec.resources.keys()];
        const key = keys[pick % keys.length];
        const stored = key === undefined ? undefined : spec.resources.get(key);
        if (key === undefined || stored === undefined) return;
        const near = neighbourhood(spec, [stored.resource]);
        expect(identities(validateRemoval(near, key))).toEqual(
          identities(validateRemoval(spec, key)),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('offers the names of the whole fleet for one that leads nowhere', () => {
    const spec = fleetOf(500);
    const lost = joining('r1', 's77x');
    const { problems } = validateFiles(filesOf([lost]), (read) => neighbourhood(spec, read));
    const missing = problems.find(({ code }) => code === 'E_REFERENCE');
    expect(missing?.hint).toMatch(/did you mean s77/);
  });

  it('looks at a handful of services among hundreds on the same VIP', () => {
    const spec = fleetOf(500);
    const changed = [...spec.resources.values()].slice(40, 41).map(({ resource }) => resource);
    expect(neighbourhood(spec, changed).resources.size).toBeLessThan(5);
  });
});

describe('the index of a spec', () => {
  it('follows the spec from change to change as if it were made anew', () => {
    const step = fc.tuple(nearChanges, fc.array(fc.constantFrom(...KEYS), { maxLength: 2 }));
    fc.assert(
      fc.property(nearSpec, fc.array(step, { maxLength: 6 }), (first, steps) => {
        let spec = first;
        for (const [resources, gone] of steps) {
          spec = foldIndexed(spec, spec.revision + 1, changesTo(spec, resources, gone));
          const anew: Spec = { ...spec };
          expect(plain(spec)).toEqual(plain(anew));
        }
      }),
    );
  });
});

const KEYS = ['web', 'dns', 'mail']
  .map((name) => `VirtualService/${name}`)
  .concat('RealServer/r1', 'Cluster/east', 'Node/lb1');

function plain(spec: Spec): unknown {
  const { few, byVip, joining: joins } = indexOf(spec);
  const lists = (by: typeof byVip) =>
    [...by].map(([place, keys]) => [place, [...keys].sort()]).sort();
  return { few: [...few].sort(), byVip: lists(byVip), joining: lists(joins) };
}

function service(name: string, port: number): Resource {
  // Through the schema, which fills in the defaults of whatever fields there are.
  return resourceSchema.parse({
    apiVersion: 'sluice/v1',
    kind: 'VirtualService',
    metadata: { name },
    spec: {
      cluster: 'edge',
      vips: ['10.9.0.1'],
      ports: [port],
      scheduler: 'rr',
      forwarding: 'nat',
    },
  });
}

function joining(name: string, virtualService: string): Resource {
  const spec = { virtualService, address: '10.8.0.1', port: 80, weight: 1 };
  return { apiVersion: 'sluice/v1', kind: 'RealServer', metadata: { name }, spec };
}

function fleetOf(services: number): Spec {
  const all = Array.from({ length: services }, (_, i) => service(`s${i}`, 1_000 + i));
  const spec = foldIndexed(EMPTY_SPEC, 1, changesOf(EMPTY_SPEC, all));
  expect(
    new Set([...spec.resources.values()].map(({ resource }) => resourceKey(resource))).size,
  ).toBe(services);
  return spec;
}
