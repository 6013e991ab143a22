/**
 * What a controller does to the store, and nothing else of it: services of ten real servers in the
 * spec, compiled objects in a tree, a generation and refs for each change.
 */
import { compileService } from '../../controller/compile/service-object.ts';
import { digestOf } from '../../schemas/codec/digest.ts';
import { nodeObjectCodec, serviceObjectCodec } from '../../schemas/codec/plan-codec.ts';
import type { NodeObject } from '../../schemas/plan/node-plan.ts';
import type { Generation } from '../../schemas/plan/node-ref.ts';
import { RESOURCE_SCHEMAS, type ResourceOf } from '../../schemas/resources/resource.ts';
import type { ResourceChange } from '../../schemas/spec.ts';
import type { Store } from '../../store/contract.ts';
import { CLUSTER, serviceDocument } from '../weight-change/fleet.ts';

export function service(index: number, weight: number): ResourceOf<'VirtualService'> {
  return RESOURCE_SCHEMAS.VirtualService.parse(JSON.parse(serviceDocument(index, weight)));
}

export class Writer {
  readonly #store: Store;
  readonly #nodes: readonly string[];
  /** Revision and generation of each service. */
  readonly #services = new Map<number, { revision: number; generation: number }>();
  #revision = 0;
  #generation: Generation | undefined;
  #weight = 1;

  constructor(store: Store, nodes: readonly string[]) {
    this.#store = store;
    this.#nodes = nodes;
  }

  /** How many there are. */
  get services(): number {
    return this.#services.size;
  }

  get generation(): Generation {
    if (this.#generation === undefined) throw new Error('nothing is published yet');
    return this.#generation;
  }

  /** One event that makes services `from` to `to - 1`. */
  async create(from: number, to: number): Promise<void> {
    const indices = Array.from({ length: to - from }, (_, i) => from + i);
    await this.#commit(indices, 1);
    await this.publish(indices, 1);
  }

  /** The next weight of one service: one event. */
  async changeWeight(index: number): Promise<number> {
    this.#weight = (this.#weight % 60_000) + 1;
    await this.#commit([index], this.#weight);
    return this.#weight;
  }

  /** A generation with these services; moves the refs of all nodes. */
  async publish(indices: readonly number[], weight: number): Promise<void> {
    const objects = indices.map((index) => compileService(service(index, weight), []));
    const treeChanges = new Map<string, string>();
    for (const object of objects) {
      treeChanges.set(`service/${object.name}`, digestOf(serviceObjectCodec.encode(object)));
    }
    const isFirst = this.#generation === undefined;
    const nodeObjects = isFirst ? this.#nodes.map(nodeObject) : [];
    for (const object of nodeObjects) {
      treeChanges.set(`node/${object.node}`, digestOf(nodeObjectCodec.encode(object)));
    }
    this.#generation = await this.#store.commitGeneration({
      cluster: CLUSTER,
      revision: this.#revision,
      parent: this.#generation?.generation ?? 0,
      baseRoot: this.#generation?.root,
      treeChanges,
      services: objects,
      nodeObjects,
      nodes: this.#nodes,
      nextRef: (node, current, { generation, root }) => ({
        node,
        plan: { cluster: CLUSTER, generation, digest: root },
        nodeObject: current?.nodeObject ?? treeChanges.get(`node/${node}`) ?? '',
        adminState: 'active',
        token: 0,
        revert: false,
        writtenAtMs: Date.now(),
      }),
    });
  }

  async #commit(indices: readonly number[], weight: number): Promise<void> {
    const changes = indices.map((index): ResourceChange => {
      const before = this.#services.get(index);
      return {
        key: `VirtualService/s${index}`,
        previousRevision: before?.revision ?? 0,
        generation: (before?.generation ?? 0) + 1,
        fields: [{ path: 'spec.realServers.0.weight', to: String(weight) }],
        after: service(index, weight),
      };
    });
    const { seq } = await this.#store.commit({
      expectRevision: this.#revision,
      changes,
      origin: { actor: 'bench', channel: 'api', reason: 'a measurement', correlationId: '' },
      idempotencyKey: `bench-${this.#revision + 1}`,
    });
    this.#revision = seq;
    changes.forEach(({ generation }, i) => {
      this.#services.set(indices[i] ?? 0, { revision: seq, generation });
    });
  }
}

function nodeObject(node: string): NodeObject {
  return {
    node,
    cluster: CLUSTER,
    driver: 'memory',
    managementAddress: '192.0.2.1',
    ownAddresses: ['192.0.2.1'],
    pools: {},
    vrrp: [],
    staticAddresses: [],
  };
}
