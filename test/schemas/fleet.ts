/** A small fleet that validates without a word, for tests to break in one place at a time. */
import type { Kind } from '../../schemas/resources/resource.ts';

export interface Document {
  readonly kind: Kind;
  readonly name: string;
  readonly spec: Record<string, unknown>;
}

export function document(kind: Kind, name: string, spec: Record<string, unknown>): Document {
  return { kind, name, spec };
}

/** Each document on lines of its own, so that a place tells which one is meant. */
export function yamlOf(documents: readonly Document[]): string {
  return documents
    .map(({ kind, name, spec }) =>
      JSON.stringify({ apiVersion: 'sluice/v1', kind, metadata: { name }, spec }),
    )
    .join('\n---\n');
}

export const CLUSTER = document('Cluster', 'edge', { connectionSync: { interface: 'bk0' } });

export const node = (name: string, last: number, priority: number) =>
  document('Node', name, {
    cluster: 'edge',
    managementAddress: `10.97.0.${last}`,
    vrrpPriority: priority,
    interfaces: [
      { name: 'f0', network: 'front', addresses: [`10.99.0.${last}/24`, `fd99::${last}/64`] },
      { name: 'bk0', network: 'back', addresses: [`10.98.0.${last}/24`, `fd98::${last}/64`] },
    ],
  });

export const FRONT4 = document('VrrpInstance', 'front4', {
  cluster: 'edge',
  interface: 'f0',
  virtualRouterId: 51,
});
export const FRONT6 = document('VrrpInstance', 'front6', {
  cluster: 'edge',
  interface: 'f0',
  virtualRouterId: 51,
  family: 'ipv6',
  addresses: [{ address: 'fe80::100/64' }],
});
export const LIPS = document('LocalAddressPool', 'lips', {
  cluster: 'edge',
  interface: 'bk0',
  perNode: { lb1: ['10.98.0.101', 'fd98::101'], lb2: ['10.98.0.103', 'fd98::103'] },
});

export const service = (name: string, spec: Record<string, unknown> = {}) =>
  document('VirtualService', name, {
    cluster: 'edge',
    vips: ['10.99.0.100'],
    ports: [80],
    forwarding: 'fullnat',
    localAddressPool: 'lips',
    realServers: [{ address: '10.98.0.21' }, { address: '10.98.0.22', weight: 2 }],
    healthCheck: { type: 'http' },
    ...spec,
  });

export const WEB = service('web');
export const WEB6 = service('web6', {
  vips: ['fd99::100'],
  realServers: [{ address: 'fd98::21' }, { address: 'fd98::22' }],
});

export const FLEET: readonly Document[] = [
  CLUSTER,
  node('lb1', 11, 150),
  node('lb2', 12, 100),
  FRONT4,
  FRONT6,
  LIPS,
  WEB,
  WEB6,
];

/** The fleet with some documents replaced (same kind and name), added, or (by key) left out. */
export function fleetWith(changed: readonly Document[], without: readonly string[] = []) {
  const key = ({ kind, name }: Document) => `${kind}/${name}`;
  const by = new Map(FLEET.map((entry) => [key(entry), entry]));
  for (const entry of changed) by.set(key(entry), entry);
  for (const name of without) by.delete(name);
  return [...by.values()];
}

/** The document with some fields of its spec set (undefined: left out). */
export function edited(from: Document, spec: Record<string, unknown>): Document {
  return { ...from, spec: { ...from.spec, ...spec } };
}
