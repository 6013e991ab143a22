/** What becomes of found services: resources that compile to the very same, or a reason. */
import { describe, expect, test } from 'vitest';
import { compileFleet } from '../../controller/compile/compile.ts';
import {
  type AdoptionChoices,
  adoptedResources,
  lipsId,
} from '../../controller/fleet/adopted-resources.ts';
import { askDirectors } from '../../controller/fleet/ask-directors.ts';
import { planDifferences } from '../../dataplane/adopt/differences.ts';
import { desiredService } from '../../node-agent/reconcile/desired.ts';
import type { FoundService } from '../../schemas/adopt.ts';
import { CAPABILITIES } from '../../schemas/capabilities.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { serviceKey } from '../../schemas/names.ts';
import { expandService } from '../../schemas/plan/node-plan.ts';
import { RESOURCE_SCHEMAS, type Resource, resourceKey } from '../../schemas/resources/resource.ts';
import type { Spec } from '../../schemas/spec.ts';

const found = (over: Partial<FoundService> = {}): FoundService => {
  const { address = '10.99.0.1', port = 80, protocol = 'tcp' } = over;
  return {
    ...{ key: serviceKey(protocol, address, port), address, port, protocol },
    ...{ scheduler: 'wrr', forwarding: 'fullnat', localAddresses: ['10.98.0.101'] },
    masquerade: false,
    realServers: [
      { address: '10.98.0.21', port: 80, weight: 1 },
      { address: '10.98.0.22', port: 80, weight: 2 },
    ],
    rules: ['table ip lb chain before handle 4'],
    ...over,
  };
};

const choices = (over: Partial<AdoptionChoices> = {}): AdoptionChoices => ({
  ...{ node: 'lb1', cluster: 'old', capabilities: CAPABILITIES.nft, lips: [] },
  ...{ lipInterface: undefined, declared: new Set(), pools: new Map(), taken: new Set() },
  addresses: [{ address: '10.98.0.101/32', interface: 'bk0' }],
  ...over,
});

const names = (resources: readonly Resource[]) => resources.map(resourceKey);

/** The resources beside a cluster and a node of it, compiled and expanded as the agent does it. */
function planOf(resources: readonly Resource[]): DataplaneService[] {
  const apiVersion = 'sluice/v1';
  const cluster = RESOURCE_SCHEMAS.Cluster.parse({
    ...{ apiVersion, kind: 'Cluster', metadata: { name: 'old' } },
    spec: { dataplane: 'nft', highAvailability: 'none' },
  });
  const node = RESOURCE_SCHEMAS.Node.parse({
    ...{ apiVersion, kind: 'Node', metadata: { name: 'lb1' } },
    spec: { cluster: 'old', managementAddress: '10.97.0.11' },
  });
  const stored = [cluster, node, ...resources].map((resource) => {
    const revisions = { generation: 1, revision: 1, createdRevision: 1 };
    return [resourceKey(resource), { resource, ...revisions }] as const;
  });
  const spec: Spec = { revision: 1, resources: new Map(stored) };
  const compiled = compileFleet(spec).get('old');
  const director = compiled?.nodes.get('lb1');
  if (compiled === undefined || director === undefined) throw new Error('it was declared');
  return [...compiled.services.values()]
    .flatMap((object) => expandService(object, director))
    .map((plan) => desiredService(plan));
}

describe('found services as resources', () => {
  test('compile to a plan in which nothing differs from what is live', () => {
    const live = [
      found(),
      found({ port: 81, forwarding: 'nat', localAddresses: [], scheduler: 'rr' }),
      found({ protocol: 'udp', port: 53, localAddresses: ['10.98.0.102', '10.98.0.103'] }),
      found({
        ...{ address: 'fd99::1', forwarding: 'nat', localAddresses: [] },
        realServers: [{ address: 'fd98::21', port: 8080, weight: 3 }],
      }),
    ];
    const { resources, leftOut } = adoptedResources(live, choices({ lipInterface: 'bk0' }));
    expect(leftOut).toEqual([]);
    expect(names(resources)).toEqual([
      'LocalAddressPool/lb1-lips',
      'VirtualService/tcp-10-99-0-1-80',
      'VirtualService/tcp-10-99-0-1-81',
      'LocalAddressPool/lb1-lips-2',
      'VirtualService/udp-10-99-0-1-53',
      'VirtualService/tcp-fd99-1-80',
    ]);
    const planned = planOf(resources);
    expect(planned).toHaveLength(live.length);
    expect(planDifferences(planned, live, new Set())).toEqual([]);
  });

  test('are not made twice, and take no name and no pool that is there', () => {
    const live = [found(), found({ port: 81 })];
    const { resources } = adoptedResources(
      live,
      choices({
        declared: new Set([found().key]),
        pools: new Map([[lipsId(['10.98.0.101']), 'lips']]),
        taken: new Set(['VirtualService/tcp-10-99-0-1-81']),
      }),
    );
    expect(names(resources)).toEqual(['VirtualService/tcp-10-99-0-1-81-2']);
    expect(resources).toMatchObject([{ spec: { localAddressPool: 'lips' } }]);
  });

  test.each([
    ['a scheduler that the driver lacks', found({ scheduler: 'sh' }), {}, 'no scheduler sh'],
    ['masquerading without LIPs', found({ masquerade: true, localAddresses: [] }), {}, '--lip'],
    ['LIPs on no link', found(), { addresses: [] }, '--lip-interface'],
  ])('are left out for %s', (_, service, over, why) => {
    const { resources, leftOut } = adoptedResources([service], choices(over));
    expect(resources).toEqual([]);
    expect(leftOut).toEqual([{ key: service.key, why: expect.stringContaining(why) }]);
  });

  test('that masquerade get the LIPs of their family', () => {
    const live = [found({ masquerade: true, localAddresses: [] })];
    const over = { lips: ['10.98.0.150', 'fd98::150'], lipInterface: 'bk0' };
    const { resources } = adoptedResources(live, choices(over));
    expect(resources[0]).toMatchObject({ spec: { perNode: { lb1: ['10.98.0.150'] } } });
    expect(planDifferences(planOf(resources), live, new Set())).toEqual([]);
  });
});

describe('a plan held against what is live', () => {
  const [service] = planOf(adoptedResources([found()], choices()).resources);
  if (service === undefined) throw new Error('it was made');

  test.each([
    ['weights of the same shares', found({ realServers: doubled() }), []],
    [
      'another share',
      found({ scheduler: 'rr' }),
      ['real server 10.98.0.21:80', 'real server 10.98.0.22:80'],
    ],
    ['another method', found({ scheduler: 'sh' }), ['method']],
    [
      'another forwarding',
      found({ forwarding: 'nat', localAddresses: [] }),
      ['forwarding', 'local addresses'],
    ],
    ['another port', found({ port: 81 }), ['service']],
  ])('%s', (_, live, expected) => {
    const differences = planDifferences([service], [live], new Set());
    expect(differences.map(({ what }) => what)).toEqual(expected);
  });

  test('is no different for what our rules serve already', () => {
    expect(planDifferences([service], [], new Set([service.key]))).toEqual([]);
  });

  function doubled(): FoundService['realServers'] {
    return found().realServers.map((one) => ({ ...one, weight: one.weight * 2 }));
  }
});

test('many directors are asked so many at a time, and answer in order', async () => {
  let under = 0;
  let most = 0;
  const nodes = Array.from({ length: 100 }, (_, i) => `lb${i}`);
  const answers = await askDirectors(nodes, async (node) => {
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setImmediate(resolve));
    under -= 1;
    return node;
  });
  expect(answers).toEqual(nodes);
  expect(most).toBe(32);
});
