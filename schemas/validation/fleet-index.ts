/**
 * The fleet by name and by cluster, built in one pass, so that no check needs a loop in a loop.
 */
import type { ResourceKey } from '../names.ts';
import type { Kind, Resource, ResourceOf } from '../resources/resource.ts';
import type { LocatedResource } from './located-resource.ts';

export type Located<K extends Kind> = LocatedResource<ResourceOf<K> & Resource>;
/** Kinds that belong to one cluster. */
export const CLUSTER_MEMBERS = [
  'Node',
  'VrrpInstance',
  'SyncGroup',
  'LocalAddressPool',
  'SnatGateway',
  'VirtualService',
] as const satisfies readonly Kind[];
export type ClusterMember = (typeof CLUSTER_MEMBERS)[number];

export interface FleetIndex {
  all<K extends Kind>(kind: K): readonly Located<K>[];
  find<K extends Kind>(kind: K, name: string): Located<K> | undefined;
  inCluster<K extends ClusterMember>(kind: K, cluster: string): readonly Located<K>[];
  /** RealServer resources that join this virtual service. */
  joining(virtualService: string): readonly Located<'RealServer'>[];
  /** Declared, but too wrong to be read: what lacks it is not to blame. */
  isBroken(kind: Kind, name: string): boolean;
  hasBroken(kind: Kind): boolean;
}

/** Keys of `fleet` are unique (parseFiles and the store see to that). */
export function indexFleet(
  fleet: readonly LocatedResource[],
  broken: readonly ResourceKey[],
): FleetIndex {
  const byKind = new Map<string, LocatedResource[]>();
  const byName = new Map<string, LocatedResource>();
  for (const located of fleet) {
    const { kind, metadata, spec } = located.resource;
    append(byKind, kind, located);
    byName.set(`${kind}/${metadata.name}`, located);
    if ('cluster' in spec) append(byKind, `${kind} of ${spec.cluster}`, located);
    if ('virtualService' in spec) append(byKind, `joins ${spec.virtualService}`, located);
  }
  const brokenKeys = new Set(broken);
  const brokenKinds = new Set(broken.map((key) => key.slice(0, key.indexOf('/'))));
  const list = (key: string) => byKind.get(key) ?? [];
  return {
    all: <K extends Kind>(kind: K) => list(kind) as unknown as Located<K>[],
    find: <K extends Kind>(kind: K, name: string) =>
      byName.get(`${kind}/${name}`) as unknown as Located<K> | undefined,
    inCluster: <K extends ClusterMember>(kind: K, cluster: string) =>
      list(`${kind} of ${cluster}`) as unknown as Located<K>[],
    joining: (service) => list(`joins ${service}`) as unknown as Located<'RealServer'>[],
    isBroken: (kind, name) => brokenKeys.has(`${kind}/${name}`),
    hasBroken: (kind) => brokenKinds.has(kind),
  };
}

function append(
  lists: Map<string, LocatedResource[]>,
  key: string,
  located: LocatedResource,
): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [located]);
  else list.push(located);
}
