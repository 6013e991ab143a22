/** Small resources, changes and plans for tests of the store, and stores that close themselves. */
import { afterEach } from 'vitest';
import type { ConfigEvent, Origin } from '../../schemas/events.ts';
import type { NodeObject } from '../../schemas/plan/node-plan.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { ServiceObject } from '../../schemas/plan/service-plan.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import { foldSpec, type ResourceChange, type Spec } from '../../schemas/spec.ts';
import type { Store } from '../../store/contract.ts';
import { openStore, type StoreOptions } from '../../store/etcd-store.ts';
import type { KeepPolicy } from '../../store/upkeep/contract.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Runs after the test, last registered first. */
export function atEnd(end: () => unknown): void {
  endings.push(end);
}

let cells = 0;
/** A cell of its own for each test, so that tests share an etcd and nothing else. */
export const newCell = (): string => `cell-${cells++}`;

export async function storeAt(
  endpoint: string,
  cell: string,
  options: Partial<StoreOptions> = {},
): Promise<Store> {
  const store = await openStore({ endpoints: [endpoint], cell, ...options });
  atEnd(() => store.close());
  return store;
}

export const alice: Origin = {
  actor: 'alice',
  channel: 'cli',
  reason: 'test',
  correlationId: 'c-1',
};

export function realServer(name: string, weight = 1): ResourceOf<'RealServer'> {
  return {
    apiVersion: 'sluice/v1',
    kind: 'RealServer',
    metadata: { name },
    spec: { virtualService: 'web', address: '10.1.0.2', weight },
  };
}

/** What a writer makes of the spec it has seen: this real server with this weight. */
export function setWeight(spec: Spec, name: string, weight: number): ResourceChange {
  const key = `RealServer/${name}`;
  const stored = spec.resources.get(key);
  return {
    key,
    previousRevision: stored?.revision ?? 0,
    generation: (stored?.generation ?? 0) + 1,
    fields: [{ path: 'spec.weight', to: String(weight) }],
    after: realServer(name, weight),
  };
}

export function remove(spec: Spec, name: string): ResourceChange {
  const key = `RealServer/${name}`;
  const stored = spec.resources.get(key);
  if (stored === undefined) throw new Error(`${key} is not in the spec`);
  return {
    key,
    previousRevision: stored.revision,
    generation: stored.generation + 1,
    fields: [],
    before: stored.resource,
  };
}

export function serviceObject(name: string, weight = 1): ServiceObject {
  return {
    name,
    listeners: [{ address: '10.0.0.1', port: 80 }],
    protocol: 'tcp',
    scheduler: 'wrr',
    forwarding: 'nat',
    realServers: [{ address: '10.1.0.2', port: 8080, weight }],
    onFailure: 'remove',
  };
}

export function nodeObject(node: string): NodeObject {
  return {
    node,
    cluster: 'edge',
    driver: 'memory',
    managementAddress: '192.0.2.1',
    ownAddresses: ['192.0.2.1'],
    pools: {},
    vrrp: [],
    staticAddresses: [],
  };
}

export function nodeRef(node: string, generation = 1): NodeRef {
  return {
    node,
    plan: { cluster: 'edge', generation, digest: 'd'.repeat(64) },
    nodeObject: 'n'.repeat(64),
    adminState: 'active',
    token: 0,
    revert: false,
    writtenAtMs: 0,
  };
}

/** A policy under which everything is due at once. */
export const EAGER: KeepPolicy = {
  keepMs: 365 * 24 * 3_600_000,
  keepEvents: 10,
  trimAtLeast: 1,
  snapshotEvents: 1,
  snapshotMs: 0,
  keepGenerations: 2,
  sweepGraceMs: 0,
  compactGraceMs: 0,
  quotaBytes: 2 * 1024 ** 3,
};

/** `count` commits of one weight each; the events. */
export async function commitWeights(
  store: Store,
  count: number,
  names = 7,
): Promise<ConfigEvent[]> {
  const events: ConfigEvent[] = [];
  let spec = await store.readSpec();
  for (let i = 0; i < count; i++) {
    const change = setWeight(spec, `r${(spec.revision + i) % names}`, spec.revision + 1);
    const event = await store.commit({
      expectRevision: spec.revision,
      changes: [change],
      origin: alice,
      idempotencyKey: `weight-${spec.revision + 1}`,
    });
    spec = foldSpec(spec, event.seq, [change]);
    events.push(event);
  }
  return events;
}
