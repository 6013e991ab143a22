/** What a plan counts is what the dataplane's own diff finds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompiledCluster, compileFleet } from '../../controller/compile/compile.ts';
import { plannedChanges } from '../../controller/config/planned-changes.ts';
import { diffDataplane } from '../../dataplane/diff.ts';
import type { DataplaneContents } from '../../schemas/dataplane.ts';
import { expandPlan } from '../../schemas/plan/node-plan.ts';
import { expandZones } from '../../schemas/plan/snat-plan.ts';
import { EMPTY_SPEC, foldSpec, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import {
  type Document,
  document,
  edited,
  FLEET,
  node,
  service,
  WEB,
  yamlOf,
} from '../schemas/fleet.ts';

/** Kinds that the dataplane does not know: health checks, VRRP, addresses, connection sync. */
const OF_THE_AGENT =
  /^(editHealthCheck|(add|edit|remove)VrrpInstance|(add|remove)Address|setConnectionSync)$/;

describe('planned changes', () => {
  test('count what the diff of both plans finds, from any fleet to any other', () => {
    fc.assert(
      fc.property(anyFleet, anyFleet, (earlier, later) => {
        const from = compileFleet(read(EMPTY_SPEC, earlier)).get('edge');
        const to = compileFleet(read(EMPTY_SPEC, later)).get('edge');
        if (to === undefined) throw new Error('no cluster');
        const planned = plannedChanges(from, to);
        for (const node of to.nodes.keys()) {
          const ofDataplane = Object.entries(planned(node)).filter(
            ([kind]) => !OF_THE_AGENT.test(kind),
          );
          expect(Object.fromEntries(ofDataplane)).toEqual(diffCounts(from, to, node));
        }
      }),
      { numRuns: 300 },
    );
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

  test('of zones are those that come, go, change and go past others', () => {
    const zone = (name: string) => ({ name, destinations: [], rotation: 'roundRobin' });
    const compiled = (...zones: Parameters<typeof gatewayOf>[1]) =>
      compileFleet(read(EMPTY_SPEC, [...FLEET, gatewayOf('out', zones)])).get('edge');
    const before = compiled(zone('a'), zone('b'), zone('c'), zone('d'));
    const after = compiled(
      ...[zone('d'), zone('a'), { ...zone('c'), rotation: 'persistent' }, zone('e')],
    );
    expect(plannedChanges(before, after)('lb2')).toEqual({
      ...{ addZone: 1, editZone: 1, moveZone: 1, removeZone: 1, editVrrpInstance: 1 },
    });
    expect(plannedChanges(undefined, after)('lb2')).toMatchObject({ addZone: 4 });
  });

  test('of a new director are all of its services, and of one that is gone nothing', () => {
    const [before, after] = [read(EMPTY_SPEC, FLEET), read(EMPTY_SPEC, FLEET, 'Node/lb2')];
    const [whole, less] = [compileFleet(before).get('edge'), compileFleet(after).get('edge')];
    expect(plannedChanges(whole, less)('lb2')).toEqual({});
    expect(plannedChanges(less, whole)('lb2')).toMatchObject({ addService: 2, addVrrpInstance: 2 });
  });
});

const lips = (name: string, lb1: readonly number[]) =>
  document('LocalAddressPool', name, {
    cluster: 'edge',
    interface: 'bk0',
    perNode: {
      lb1: lb1.map((last) => `10.98.0.${last}`),
      lb2: [`10.98.0.${name === 'lips' ? 203 : 204}`],
    },
  });

/** Services with few names, listeners and real servers, so that any two fleets have much in common. */
const anyService = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c'),
    ports: fc.subarray([80, 81, 82], { minLength: 1 }),
    vip: fc.constantFrom(100, 101, 102),
    pool: fc.constantFrom('lips', 'lips2'),
    scheduler: fc.constantFrom('rr', 'wrr'),
    real: fc.uniqueArray(fc.tuple(fc.integer({ min: 21, max: 24 }), fc.nat(2)), {
      selector: ([last]) => last,
    }),
    isChecked: fc.boolean(),
  })
  .map(({ name, ports, vip, pool, scheduler, real, isChecked }) => ({
    // Of two services on one VIP the ports must differ: the name says which ones it may have.
    key: name,
    made: service(name, {
      ...{ vips: [`10.99.0.${vip}`], localAddressPool: pool, scheduler },
      ports: ports.map((port) => port + 10 * (vip === 100 ? 0 : name.charCodeAt(0))),
      realServers: real.map(([last, weight]) => ({
        ...{ address: `10.98.0.${last}`, port: 80, weight },
      })),
      ...(isChecked ? {} : { healthCheck: undefined }),
    }),
    onShared: vip === 100,
  }));

const anyZone = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  destinations: fc.constantFrom([], ['192.0.2.0/24']),
  rotation: fc.constantFrom('roundRobin', 'persistent'),
});

/** Gateways of few zones in any order; a zone has its network and address wherever it stands. */
const anyGateways: fc.Arbitrary<Document[]> = fc
  .tuple(
    ...['out', 'lab'].map((name) =>
      fc.record({
        name: fc.constant(name),
        zones: fc.uniqueArray(anyZone, { selector: (one) => one.name, maxLength: 6 }),
        protocols: fc.constantFrom(['tcp', 'udp'], ['tcp', 'udp', 'icmp']),
      }),
    ),
  )
  .map((gateways) =>
    gateways
      .filter(({ zones }) => zones.length > 0)
      .map(({ name, zones, protocols }) => gatewayOf(name, zones, protocols)),
  );

function gatewayOf(
  gateway: string,
  zones: readonly { name: string; destinations: readonly string[]; rotation: string }[],
  protocols: readonly string[] = ['tcp', 'udp', 'icmp'],
): Document {
  return document('SnatGateway', gateway, {
    cluster: 'edge',
    protocols,
    zones: zones.map(({ name, destinations, rotation }) => {
      const part = (gateway === 'out' ? 10 : 20) + name.charCodeAt(0) - 'a'.charCodeAt(0);
      return {
        ...{ name, destinations, sources: [`10.${part}.0.0/16`], egressInterface: 'f0' },
        pool: { addresses: [`10.99.0.${part + 190}`], rotation },
      };
    }),
  });
}

const anyFleet: fc.Arbitrary<Document[]> = fc
  .tuple(
    fc.uniqueArray(anyService, { selector: ({ key }) => key, maxLength: 3 }),
    fc.subarray([101, 102, 103], { minLength: 1 }),
    fc.boolean(),
    anyGateways,
  )
  .map(([services, lb1, hasSecond, gateways]) => {
    // The shared VIP and its plain ports go from service to service, one at a time.
    const [sharing] = services.filter(({ onShared }) => onShared);
    const kept = services.filter((one) => !one.onShared || one === sharing);
    const nodes = ['web', 'web6', 'lips', ...(hasSecond ? [] : ['lb2'])];
    const pools = [lips('lips', lb1), lips('lips2', [111])];
    const base = FLEET.filter(({ name }) => !nodes.includes(name));
    const all = [...base, ...pools, ...gateways, ...kept.map(({ made }) => made)];
    return hasSecond ? all : all.map(withoutSecond);
  });

/** A pool has no addresses for a director that is not there. */
function withoutSecond(one: Document): Document {
  const perNode = one.spec['perNode'] as Record<string, string[]> | undefined;
  if (perNode === undefined) return one;
  return edited(one, { perNode: { lb1: perNode['lb1'] } });
}

function reals(...all: number[]) {
  return all.map((weight, i) => ({ address: `10.98.0.${21 + i}`, weight }));
}

function ported() {
  return { realServers: reals(1, 2).map((real) => ({ ...real, port: 80 })) };
}

function read(on: Spec, documents: readonly Document[], without?: string): Spec {
  const { resources, problems } = validateFiles([{ name: 'a', text: yamlOf(documents) }], on);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const kept = resources.filter(({ kind, metadata }) => `${kind}/${metadata.name}` !== without);
  return foldSpec(on, on.revision + 1, changesOf(on, kept));
}

function diffCounts(
  from: CompiledCluster | undefined,
  to: CompiledCluster,
  node: string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of diffDataplane(contentsOf(to, node), contentsOf(from, node))) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function contentsOf(cluster: CompiledCluster | undefined, name: string): DataplaneContents {
  const node = cluster?.nodes.get(name);
  if (cluster === undefined || node === undefined) return { services: new Map(), zones: [] };
  const ref = { cluster: cluster.cluster, generation: 1, digest: '' };
  const { services } = expandPlan(ref, node, cluster.services.values());
  return {
    services: new Map(
      services.map(({ healthCheck, onFailure, ...service }) => [service.key, service]),
    ),
    zones: expandZones(node.snatGateways ?? [], cluster.snat),
  };
}
