/** What a plan counts is what the dataplane's own diff finds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompiledCluster, compileFleet } from '../../controller/compile/compile.ts';
import { plannedChanges } from '../../controller/config/planned-changes.ts';
import { diffServices } from '../../dataplane/diff.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { expandPlan } from '../../schemas/plan/node-plan.ts';
import { EMPTY_SPEC, foldSpec, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { hasErrors } from '../../schemas/validation/problem.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { type Document, document, edited, FLEET, node, WEB, yamlOf } from '../schemas/fleet.ts';
import { changesTo, filesOf, soundChanges, soundSpec } from './near-resources.ts';

/** Kinds that the dataplane does not know: health checks, VRRP, addresses, connection sync. */
const OF_THE_AGENT =
  /^(editHealthCheck|(add|edit|remove)VrrpInstance|(add|remove)Address|setConnectionSync)$/;

describe('planned changes', () => {
  test('count what the diff of both plans finds, for any change that is allowed', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        soundSpec,
        soundChanges,
        fc.array(fc.constantFrom('VirtualService/web', 'VirtualService/dns', 'RealServer/r1')),
        (spec, wanted, gone) => {
          const { resources, problems } = validateFiles(filesOf(wanted), spec);
          if (hasErrors(problems)) return;
          const next = foldSpec(spec, spec.revision + 1, changesTo(spec, resources, gone));
          const [before, after] = [compileFleet(spec), compileFleet(next)];
          for (const [name, to] of after) {
            const from = before.get(name);
            const planned = plannedChanges(from, to);
            for (const node of to.nodes.keys()) {
              const all = Object.entries(planned(node));
              const ofDataplane = all.filter(([kind]) => !OF_THE_AGENT.test(kind));
              expect(Object.fromEntries(ofDataplane)).toEqual(diffCounts(from, to, node));
              compared += all.length;
            }
          }
        },
      ),
    );
    expect(compared).toBeGreaterThan(0);
  });

  test.each<[string, Document[], Record<string, number>]>([
    ['a weight', [edited(WEB, { realServers: reals(1, 9) })], { setWeight: 1 }],
    [
      'a real server that comes',
      [edited(WEB, { realServers: reals(1, 2, 3) })],
      { addRealServer: 1 },
    ],
    ['a real server that goes', [edited(WEB, { realServers: reals(1) })], { removeRealServer: 1 }],
    ['a scheduler', [edited(WEB, { scheduler: 'rr' })], { editService: 1 }],
    ['a health check', [edited(WEB, { healthCheck: undefined })], { editHealthCheck: 1 }],
    ['a port', [edited(WEB, { ports: [80, 443], ...ported() })], { addService: 1 }],
    ['a priority', [node('lb1', 11, 140)], { editVrrpInstance: 2 }],
    [
      'a LIP',
      [
        document('LocalAddressPool', 'lips', {
          cluster: 'edge',
          interface: 'bk0',
          perNode: {
            lb1: ['10.98.0.101', '10.98.0.102', 'fd98::101'],
            lb2: ['10.98.0.103', 'fd98::103'],
          },
        }),
      ],
      // LIPs travel with mastership: the instance that carries them learns of it.
      { addLocalAddress: 2, editVrrpInstance: 1 },
    ],
  ])('%s', (_, documents, wanted) => {
    const spec = read(EMPTY_SPEC, FLEET);
    const from = compileFleet(spec).get('edge');
    const to = compileFleet(read(spec, documents)).get('edge');
    const planned = plannedChanges(from, to)('lb1');

    expect(planned).toEqual(wanted);
  });

  test('of a new director are all of its services, and of one that is gone nothing', () => {
    const [before, after] = [read(EMPTY_SPEC, FLEET), read(EMPTY_SPEC, FLEET, 'Node/lb2')];
    const [whole, less] = [compileFleet(before).get('edge'), compileFleet(after).get('edge')];
    expect(plannedChanges(whole, less)('lb2')).toEqual({});
    expect(plannedChanges(less, whole)('lb2')).toMatchObject({ addService: 2, addVrrpInstance: 2 });
  });
});

function reals(...all: number[]) {
  return all.map((weight, i) => ({ address: `10.98.0.${21 + i}`, weight }));
}

function ported() {
  return { realServers: reals(1, 2).map((real) => ({ ...real, port: 80 })) };
}

function read(on: Spec, documents: readonly Document[], without?: string): Spec {
  const { resources } = validateFiles([{ name: 'a', text: yamlOf(documents) }], on);
  const kept = resources.filter(({ kind, metadata }) => `${kind}/${metadata.name}` !== without);
  return foldSpec(on, on.revision + 1, changesOf(on, kept));
}

function diffCounts(
  from: CompiledCluster | undefined,
  to: CompiledCluster,
  node: string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of diffServices(servicesOf(to, node), servicesOf(from, node))) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function servicesOf(
  cluster: CompiledCluster | undefined,
  name: string,
): Map<string, DataplaneService> {
  const node = cluster?.nodes.get(name);
  if (cluster === undefined || node === undefined) return new Map();
  const ref = { cluster: cluster.cluster, generation: 1, digest: '' };
  const { services } = expandPlan(ref, node, cluster.services.values());
  return new Map(services.map(({ healthCheck, onFailure, ...service }) => [service.key, service]));
}
