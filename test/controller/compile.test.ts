/** compile is deterministic, independent of order, and the same whether whole or in parts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFleet, recompile } from '../../controller/compile/compile.ts';
import { DATAPLANES, type DataplaneName, hasDriver } from '../../schemas/capabilities.ts';
import { expandPlan } from '../../schemas/plan/node-plan.ts';
import { expandZones } from '../../schemas/plan/snat-plan.ts';
import { type Resource, resourceKey } from '../../schemas/resources/resource.ts';
import { EMPTY_SPEC, foldSpec, type ResourceChange, type Spec } from '../../schemas/spec.ts';
import { changesOf } from '../../schemas/validation/changes.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';

const FLEET = `
apiVersion: sluice/v1
kind: Cluster
metadata: { name: edge }
spec: { connectionSync: { interface: bk0 } }
---
apiVersion: sluice/v1
kind: Node
metadata: { name: lb1 }
spec:
  cluster: edge
  managementAddress: 10.97.0.11
  vrrpPriority: 150
  interfaces:
    - { name: f0, addresses: [10.99.0.11/24] }
    - { name: bk0, addresses: [10.98.0.11/24] }
---
apiVersion: sluice/v1
kind: Node
metadata: { name: lb2 }
spec:
  cluster: edge
  managementAddress: 10.97.0.12
  interfaces:
    - { name: f0, addresses: [10.99.0.12/24] }
    - { name: bk0, addresses: [10.98.0.12/24] }
---
apiVersion: sluice/v1
kind: VrrpInstance
metadata: { name: front4 }
spec: { cluster: edge, interface: f0, virtualRouterId: 51, advertIntervalMs: 300 }
---
apiVersion: sluice/v1
kind: LocalAddressPool
metadata: { name: lips }
spec:
  cluster: edge
  interface: bk0
  perNode: { lb1: [10.98.0.101], lb2: [10.98.0.103] }
---
apiVersion: sluice/v1
kind: VirtualService
metadata: { name: web }
spec:
  cluster: edge
  vips: [10.99.0.100]
  ports: [80]
  forwarding: fullnat
  localAddressPool: lips
  realServers:
    - { address: 10.98.0.22, weight: 2 }
    - { address: 10.98.0.21 }
---
apiVersion: sluice/v1
kind: SnatGateway
metadata: { name: out }
spec:
  cluster: edge
  zones:
    - name: office
      sources: [10.2.0.0/16, 10.1.0.0/16]
      pool: { addresses: [10.99.0.202, 10.99.0.201], portRange: { first: 2000, last: 3000 } }
      egressInterface: f0
    - name: default
      sources: [0.0.0.0/0]
      destinations: [192.0.2.0/24]
      pool: { addresses: [10.99.0.203], rotation: persistent }
      egressInterface: f0
---
apiVersion: sluice/v1
kind: RealServer
metadata: { name: third }
spec: { virtualService: web, address: 10.98.0.23, port: 8080, weight: 3 }
`;

function resources(): Resource[] {
  const { resources: located, problems } = parseFiles([{ name: 'fleet.yaml', text: FLEET }]);
  expect(problems).toEqual([]);
  return located.map(({ resource }) => resource);
}

function specOf(all: readonly Resource[], on: Spec = EMPTY_SPEC): Spec {
  return foldSpec(on, on.revision + 1, changesOf(on, all));
}

describe('compile', () => {
  it('gives each director its own LIPs, and VRRP the VIPs and the LIPs of all', () => {
    const edge = compileFleet(specOf(resources())).get('edge');
    const lb1 = edge?.nodes.get('lb1');
    expect(lb1?.pools).toEqual({ lips: ['10.98.0.101'] });
    expect(edge?.nodes.get('lb2')?.pools).toEqual({ lips: ['10.98.0.103'] });
    expect(lb1?.vrrp[0]?.addresses).toEqual([
      { address: '10.99.0.100/32', interface: 'f0' },
      { address: '10.98.0.101/32', interface: 'bk0' },
      { address: '10.98.0.103/32', interface: 'bk0' },
      { address: '10.99.0.201/32', interface: 'f0' },
      { address: '10.99.0.202/32', interface: 'f0' },
      { address: '10.99.0.203/32', interface: 'f0' },
    ]);
    expect(lb1?.connectionSync).toEqual({
      interface: 'bk0',
      localAddress: '10.98.0.11',
      peerAddresses: ['10.98.0.12'],
    });
    expect([lb1?.vrrp[0]?.priority, edge?.nodes.get('lb2')?.vrrp[0]?.priority]).toEqual([150, 100]);
  });

  it('synchronises by IPv6 where the directors have no IPv4 address in common', () => {
    const all = resources().map((resource) => {
      if (resource.kind !== 'Node' || resource.metadata.name !== 'lb1') return resource;
      const [front, back] = resource.spec.interfaces;
      if (front === undefined || back === undefined) throw new Error('no links');
      const six = { ...back, addresses: ['fe80::11/64', 'fd98::11/64'] };
      return { ...resource, spec: { ...resource.spec, interfaces: [front, six] } };
    });
    const both = all.map((resource) => {
      if (resource.kind !== 'Node' || resource.metadata.name !== 'lb2') return resource;
      const interfaces = resource.spec.interfaces.map((one) =>
        one.name === 'bk0' ? { ...one, addresses: [...one.addresses, 'fd98::12/64'] } : one,
      );
      return { ...resource, spec: { ...resource.spec, interfaces } };
    });
    const edge = compileFleet(specOf(both)).get('edge');
    expect(edge?.nodes.get('lb1')?.connectionSync).toEqual({
      interface: 'bk0',
      localAddress: 'fd98::11',
      peerAddresses: ['fd98::12'],
    });
  });

  it('joins real servers declared on their own, with the port of the service where none is given', () => {
    const edge = compileFleet(specOf(resources())).get('edge');
    expect(edge?.services.get('web')?.realServers).toEqual([
      { address: '10.98.0.21', port: 80, weight: 1 },
      { address: '10.98.0.22', port: 80, weight: 2 },
      { address: '10.98.0.23', port: 8080, weight: 3 },
    ]);
  });

  it('expands to one listener a VIP and port, with the LIPs of the director', () => {
    const edge = compileFleet(specOf(resources())).get('edge');
    const node = edge?.nodes.get('lb2');
    if (edge === undefined || node === undefined) throw new Error('not compiled');
    const ref = { cluster: 'edge', generation: 1, digest: '' };
    const plan = expandPlan(ref, node, edge.services.values());
    expect(plan.services.map(({ key, localAddresses }) => [key, localAddresses])).toEqual([
      ['tcp/10.99.0.100:80', ['10.98.0.103']],
    ]);
  });

  it('gives every director the zones of all gateways, in the order of names and of the files', () => {
    const spec = specOf([...resources(), gateway('a-first', ['lab'], [120])]);
    const edge = compileFleet(spec).get('edge');
    const gateways = ['a-first', 'out'];
    for (const node of edge?.nodes.values() ?? []) expect(node.snatGateways).toEqual(gateways);
    const [lab, office, rest] = expandZones(gateways, edge?.snat ?? new Map());
    expect([lab?.key, rest?.key]).toEqual(['a-first/lab', 'out/default']);
    expect(office).toEqual({
      key: 'out/office',
      sources: ['10.1.0.0/16', '10.2.0.0/16'],
      destinations: [],
      addresses: ['10.99.0.201', '10.99.0.202'],
      rotation: 'roundRobin',
      portRange: { first: 2000, last: 3000 },
      egressInterface: 'f0',
      protocols: ['icmp', 'tcp', 'udp'],
    });
    const of = ({ sources, destinations, rotation }: NonNullable<typeof rest>) =>
      [sources, destinations, rotation] as const;
    expect(rest && of(rest)).toEqual([['0.0.0.0/0'], ['192.0.2.0/24'], 'persistent']);
  });

  it('puts a SNAT address that is a VIP where the VIP is, once', () => {
    const edge = compileFleet(specOf([...resources(), gateway('vip', ['a'], [100])])).get('edge');
    const carried = edge?.nodes.get('lb1')?.vrrp[0]?.addresses ?? [];
    expect(carried.filter(({ address }) => address === '10.99.0.100/32')).toEqual([
      { address: '10.99.0.100/32', interface: 'f0' },
    ]);
  });

  it('leaves the objects of nodes without gateways as they were before there were any', () => {
    const all = resources().filter(({ kind }) => kind !== 'SnatGateway');
    const edge = compileFleet(specOf(all)).get('edge');
    expect(edge?.snat.size).toBe(0);
    for (const node of edge?.nodes.values() ?? []) expect(node).not.toHaveProperty('snatGateways');
  });

  it.each(DATAPLANES)('gives a cluster on %s a plan only when an agent can run it', (dataplane) => {
    const spec = specOf(resources().map((resource) => onDataplane(resource, dataplane)));
    const compiled = compileFleet(spec);
    expect([...compiled.keys()]).toEqual(hasDriver(dataplane) ? ['edge'] : []);
    const changes = reweigh(spec, 'web', 7);
    const next = foldSpec(spec, 2, changes);
    expect(recompile(compiled, next, changes, spec)).toEqual(compileFleet(next));
  });

  it('does not depend on the order of the resources', () => {
    const all = resources();
    const expected = compileFleet(specOf(all));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const changes = shuffled.flatMap((resource) => changesOf(EMPTY_SPEC, [resource]));
        expect(compileFleet(foldSpec(EMPTY_SPEC, 1, changes))).toEqual(expected);
      }),
    );
  });
});

describe('recompile', () => {
  it('gives what a full compile gives, for any sequence of changes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit(), { maxLength: 3 }), { maxLength: 8 }), (rounds) => {
        let spec = specOf(resources());
        let compiled = compileFleet(spec);
        for (const edits of rounds) {
          const earlier = spec;
          const changes = edits.flatMap((make) => make(spec));
          const unique = [...new Map(changes.map((change) => [change.key, change])).values()];
          spec = foldSpec(spec, spec.revision + 1, unique);
          compiled = recompile(compiled, spec, unique, earlier);
          expect(compiled).toEqual(compileFleet(spec));
        }
      }),
    );
  });

  it('leaves the objects of untouched services the same reference', () => {
    const spec = specOf([...resources(), renamed('web', 'other', '10.99.0.200')]);
    const compiled = compileFleet(spec);
    const changes = reweigh(spec, 'web', 7);
    const next = recompile(compiled, foldSpec(spec, 2, changes), changes, spec);
    const services = (fleet: typeof compiled) => fleet.get('edge')?.services;
    expect(services(next)?.get('other')).toBe(services(compiled)?.get('other'));
    expect(services(next)?.get('web')).not.toBe(services(compiled)?.get('web'));
    expect(next.get('edge')?.nodes).toBe(compiled.get('edge')?.nodes);
    expect(next.get('edge')?.snat).toBe(compiled.get('edge')?.snat);
  });

  it('makes no service and no node anew for a zone that takes other networks', () => {
    const spec = specOf(resources());
    const compiled = compileFleet(spec);
    const changes = resourced(spec, 'out', '10.7.0.0/16');
    const next = recompile(compiled, foldSpec(spec, 2, changes), changes, spec);
    expect(next.get('edge')?.services).toBe(compiled.get('edge')?.services);
    expect(next.get('edge')?.nodes).toBe(compiled.get('edge')?.nodes);
    expect(next.get('edge')?.snat.get('zone/out/office')).toMatchObject({
      sources: ['10.7.0.0/16'],
    });
  });
});

function onDataplane(resource: Resource, dataplane: DataplaneName): Resource {
  if (resource.kind !== 'Cluster') return resource;
  return { ...resource, spec: { ...resource.spec, dataplane } };
}

type Edit = (spec: Spec) => ResourceChange[];

function edit(): fc.Arbitrary<Edit> {
  const weight = fc.integer({ min: 0, max: 9 });
  const name = fc.constantFrom('web', 'b', 'c');
  return fc.oneof(
    fc.tuple(name, weight).map(
      ([service, w]) =>
        (spec: Spec) =>
          reweigh(spec, service, w),
    ),
    fc.tuple(fc.constantFrom('b', 'c'), fc.integer({ min: 101, max: 103 })).map(
      ([to, host]) =>
        (spec: Spec) =>
          changesOf(spec, [renamed('web', to, `10.99.0.${host}`)]),
    ),
    fc
      .constantFrom('b', 'c')
      .map((gone) => (spec: Spec) => removal(spec, `VirtualService/${gone}`)),
    weight.map((w) => (spec: Spec) => changesOf(spec, [joining(w)])),
    fc.constant((spec: Spec) => removal(spec, 'RealServer/third')),
    fc.tuple(gatewayName, fc.integer({ min: 1, max: 9 })).map(
      ([one, part]) =>
        (spec: Spec) =>
          resourced(spec, one, `10.${part}.0.0/16`),
    ),
    fc
      .tuple(
        fc.constantFrom('d', 'e'),
        fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }),
        fc.constantFrom(100, 110, 120),
      )
      .map(
        ([one, zones, last]) =>
          (spec: Spec) =>
            changesOf(spec, [gateway(one, zones, [last])]),
      ),
    gatewayName.map((gone) => (spec: Spec) => removal(spec, `SnatGateway/${gone}`)),
  );
}

const gatewayName = fc.constantFrom('out', 'd', 'e');

/** The first zone of a gateway takes another network. */
function resourced(spec: Spec, name: string, source: string): ResourceChange[] {
  const stored = spec.resources.get(`SnatGateway/${name}`)?.resource;
  if (stored?.kind !== 'SnatGateway') return [];
  const [first, ...rest] = stored.spec.zones;
  if (first === undefined) return [];
  const zones = [{ ...first, sources: [source] }, ...rest];
  return changesOf(spec, [{ ...stored, spec: { ...stored.spec, zones } }]);
}

/** A gateway with these zones; with `last` begin the addresses of each. */
function gateway(name: string, zones: readonly string[], [last = 0]: readonly number[]): Resource {
  const found = resources().find(({ kind }) => kind === 'SnatGateway');
  if (found?.kind !== 'SnatGateway') throw new Error('no gateway');
  const [like] = found.spec.zones;
  if (like === undefined) throw new Error('no zone');
  const made = zones.map((zone) => {
    // A zone keeps its address wherever it stands, so that an order may change alone.
    const address = `10.99.0.${last + 'abc'.indexOf(zone[0] ?? '')}`;
    return { ...like, name: zone, pool: { ...like.pool, addresses: [address] } };
  });
  return { ...found, metadata: { name }, spec: { ...found.spec, zones: made } };
}

function reweigh(spec: Spec, name: string, weight: number): ResourceChange[] {
  const stored = spec.resources.get(`VirtualService/${name}`)?.resource;
  if (stored?.kind !== 'VirtualService') return [];
  const [first, ...rest] = stored.spec.realServers;
  if (first === undefined) return [];
  const realServers = [{ ...first, weight }, ...rest];
  return changesOf(spec, [{ ...stored, spec: { ...stored.spec, realServers } }]);
}

function renamed(from: string, to: string, vip: string): Resource {
  const found = resources().find((resource) => resourceKey(resource) === `VirtualService/${from}`);
  if (found?.kind !== 'VirtualService') throw new Error(`no ${from}`);
  return { ...found, metadata: { name: to }, spec: { ...found.spec, vips: [vip] } };
}

function joining(weight: number): Resource {
  const found = resources().find(({ kind }) => kind === 'RealServer');
  if (found?.kind !== 'RealServer') throw new Error('no RealServer');
  return { ...found, spec: { ...found.spec, weight } };
}

function removal(spec: Spec, key: string): ResourceChange[] {
  const stored = spec.resources.get(key);
  if (stored === undefined) return [];
  const { revision: previousRevision, generation, resource: before } = stored;
  return [{ key, previousRevision, generation: generation + 1, fields: [], before }];
}
