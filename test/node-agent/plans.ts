/**
 * Plans for tests of the agent, and a store of plans that is built by content as the real one is:
 * objects and trees by digest, so equal content is one object.
 */

import type { Assignment } from '../../node-agent/plan/assignment.ts';
import type { PlanReader } from '../../node-agent/plan/fetch.ts';
import { digestOf } from '../../schemas/codec/digest.ts';
import {
  nodeObjectCodec,
  serviceObjectCodec,
  snatObjectCodec,
} from '../../schemas/codec/plan-codec.ts';
import { expandService, type NodeObject, type ServicePlan } from '../../schemas/plan/node-plan.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { ServiceObject } from '../../schemas/plan/service-plan.ts';
import { expandZones, type SnatObject, snatObjectName } from '../../schemas/plan/snat-plan.ts';

export function nodeObject(over: Partial<NodeObject> = {}): NodeObject {
  return {
    node: 'lb1',
    cluster: 'edge',
    driver: 'memory',
    managementAddress: '192.0.2.1',
    ownAddresses: ['192.0.2.1', '10.99.0.11'],
    pools: { lips: ['10.98.0.101'] },
    vrrp: [],
    staticAddresses: [],
    ...over,
  };
}

export function serviceObject(name: string, over: Partial<ServiceObject> = {}): ServiceObject {
  return {
    name,
    listeners: [{ address: '10.99.0.100', port: 80 }],
    protocol: 'tcp',
    scheduler: 'wrr',
    forwarding: 'fullnat',
    localAddressPool: 'lips',
    realServers: [
      { address: '10.98.0.21', port: 80, weight: 1 },
      { address: '10.98.0.22', port: 80, weight: 2 },
    ],
    onFailure: 'remove',
    ...over,
  };
}

/** A gateway whose zones, in this order, translate a network each to an address each. */
export function snatObjects(gateway: string, ...zones: readonly string[]): SnatObject[] {
  return [
    { type: 'Gateway', name: gateway, protocols: ['icmp', 'tcp', 'udp'], zones: [...zones] },
    ...zones.map((name) => zoneObject(gateway, name)),
  ];
}

export function zoneObject(gateway: string, name: string): SnatObject {
  const number = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 250;
  return {
    type: 'Zone',
    gateway,
    name,
    sources: [`10.${number}.0.0/16`],
    destinations: [],
    addresses: [`203.0.113.${number + 1}`],
    rotation: 'roundRobin',
    egressInterface: 'f0',
  };
}

export function servicePlan(over: Partial<ServiceObject> = {}): ServicePlan {
  const [plan] = expandService(serviceObject('web', over), nodeObject());
  if (plan === undefined) throw new Error('a service without listeners');
  return plan;
}

export function nodeRef(over: Partial<NodeRef> & { generation?: number } = {}): NodeRef {
  const { generation = 1, ...rest } = over;
  return {
    node: 'lb1',
    plan: { cluster: 'edge', generation, digest: `${generation}`.padStart(64, '0') },
    nodeObject: 'n'.repeat(64),
    adminState: 'active',
    token: 0,
    revert: false,
    writtenAtMs: 0,
    ...rest,
  };
}

export function assignment(
  objects: readonly ServiceObject[] = [serviceObject('web')],
  over: {
    readonly node?: Partial<NodeObject>;
    readonly ref?: Partial<NodeRef>;
    readonly snat?: readonly SnatObject[];
  } = {},
): Assignment {
  const node = nodeObject(over.node);
  const snat = new Map((over.snat ?? []).map((one) => [snatObjectName(one), one]));
  const zones = expandZones(node.snatGateways ?? [], snat);
  const groups = objects.map((one) => [`service/${one.name}`, expandService(one, node)] as const);
  return { ref: nodeRef(over.ref), node, services: new Map(groups), snat, zones };
}

/** Remembers which objects were read. */
export class PlansByContent implements PlanReader {
  readonly objectsRead: string[] = [];
  readonly #services = new Map<string, ServiceObject>();
  readonly #snat = new Map<string, SnatObject>();
  readonly #nodes = new Map<string, NodeObject>();
  readonly #trees = new Map<string, ReadonlyMap<string, string>>();

  /** Stores all of a generation and returns the ref that names it. */
  publish(
    generation: number,
    node: NodeObject,
    services: readonly ServiceObject[],
    snat: readonly SnatObject[] = [],
  ): NodeRef {
    const nodeDigest = digestOf(nodeObjectCodec.encode(node));
    this.#nodes.set(nodeDigest, node);
    const tree = new Map([[`node/${node.node}`, nodeDigest]]);
    for (const service of services) {
      const digest = digestOf(serviceObjectCodec.encode(service));
      this.#services.set(digest, service);
      tree.set(`service/${service.name}`, digest);
    }
    for (const object of snat) {
      const digest = digestOf(snatObjectCodec.encode(object));
      this.#snat.set(digest, object);
      tree.set(snatObjectName(object), digest);
    }
    const root = digestOf(Buffer.from(JSON.stringify([...tree].sort())));
    this.#trees.set(root, tree);
    const plan = { cluster: node.cluster, generation, digest: root };
    return { ...nodeRef({ node: node.node }), plan, nodeObject: nodeDigest };
  }

  async diffTrees(from: string | undefined, to: string) {
    const before = from === undefined ? new Map<string, string>() : this.#tree(from);
    const after = this.#tree(to);
    const changed = [...after]
      .filter(([name, digest]) => before.get(name) !== digest)
      .map(([name, digest]) => ({ name, digest }));
    return { changed, removed: [...before.keys()].filter((name) => !after.has(name)) };
  }

  async readServiceObjects(digests: readonly string[]) {
    this.objectsRead.push(...digests);
    return new Map(digests.map((digest) => [digest, required(this.#services, digest)] as const));
  }

  async readSnatObjects(digests: readonly string[]) {
    this.objectsRead.push(...digests);
    return new Map(digests.map((digest) => [digest, required(this.#snat, digest)] as const));
  }

  async readNodeObject(digest: string) {
    this.objectsRead.push(digest);
    return required(this.#nodes, digest);
  }

  #tree(digest: string): ReadonlyMap<string, string> {
    return required(this.#trees, digest);
  }
}

function required<T>(from: ReadonlyMap<string, T>, digest: string): T {
  const found = from.get(digest);
  if (found === undefined) throw new Error(`nothing is stored as ${digest}`);
  return found;
}
