/**
 * compile: spec -> plan. Pure, deterministic, independent of order. `compileFleet` makes it all;
 * `recompile` makes only what a set of changes touches, and a law in the tests says that both give
 * the same. So a changed weight costs one service object, whatever the size of the fleet.
 */
import { hasDriver } from '../../schemas/capabilities.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import { patchedMap } from '../../schemas/patched-map.ts';
import type { NodeObject } from '../../schemas/plan/node-plan.ts';
import type { ServiceObject } from '../../schemas/plan/service-plan.ts';
import type { SnatObject, SnatObjects } from '../../schemas/plan/snat-plan.ts';
import type { Resource, ResourceOf } from '../../schemas/resources/resource.ts';
import type { ResourceChange, Spec } from '../../schemas/spec.ts';
import { type ClusterView, clusterViews } from './cluster-view.ts';
import { compileNodes } from './node-object.ts';
import { compileService } from './service-object.ts';
import { compileGateway } from './snat-objects.ts';
import { indexOf, keysAt } from './spec-index.ts';

export interface CompiledCluster {
  readonly cluster: string;
  readonly services: ReadonlyMap<string, ServiceObject>;
  /** Gateways and zones. */
  readonly snat: SnatObjects;
  readonly nodes: ReadonlyMap<string, NodeObject>;
}

export type CompiledFleet = ReadonlyMap<string, CompiledCluster>;

export function compileFleet(spec: Spec): CompiledFleet {
  const compiled = [...clusterViews(spec).values()].map(compileCluster);
  return new Map(compiled.map((cluster) => [cluster.cluster, cluster]));
}

function compileCluster(view: ClusterView): CompiledCluster {
  const services = view.services.map((service) => {
    const joining = view.joining.get(service.metadata.name) ?? [];
    return [service.metadata.name, compileService(service, joining)] as const;
  });
  return {
    cluster: view.cluster.metadata.name,
    services: new Map(services),
    snat: new Map(view.gateways.flatMap(compileGateway)),
    nodes: compileNodes(view),
  };
}

/**
 * The fleet after `changes`, which led from the spec that `before` was compiled from to `spec`.
 * Only real servers, weights and the like of a service, or networks of a zone, touch nothing but
 * that service or gateway; whatever can move an address or a cluster's membership compiles the
 * fleet anew.
 */
export function recompile(
  before: CompiledFleet,
  spec: Spec,
  changes: readonly ResourceChange[],
  earlier: Spec,
): CompiledFleet {
  const touched = new Set<ResourceKey>();
  for (const change of changes) {
    const alone = touchedAlone(change, earlier, spec);
    if (alone === undefined) return compileFleet(spec);
    touched.add(alone);
  }
  const fleet = new Map(before);
  for (const key of touched) {
    const resource = spec.resources.get(key)?.resource;
    if (resource?.kind !== 'VirtualService' && resource?.kind !== 'SnatGateway') {
      return compileFleet(spec);
    }
    const cluster = fleet.get(resource.spec.cluster);
    if (cluster === undefined) {
      if (isLeftOut(spec, resource.spec.cluster)) continue;
      return compileFleet(spec);
    }
    fleet.set(cluster.cluster, withChanged(cluster, spec, resource));
  }
  return fleet;
}

function withChanged(
  cluster: CompiledCluster,
  spec: Spec,
  resource: ResourceOf<'VirtualService'> | ResourceOf<'SnatGateway'>,
): CompiledCluster {
  const { name } = resource.metadata;
  if (resource.kind === 'VirtualService') {
    const object = compileService(resource, joiningOf(spec, name));
    return { ...cluster, services: patchedMap(cluster.services, [[name, object]]) };
  }
  const changes = new Map<string, SnatObject | undefined>();
  for (const [entry, object] of cluster.snat) {
    if (object.type === 'Zone' && object.gateway === name) changes.set(entry, undefined);
  }
  for (const [entry, object] of compileGateway(resource)) changes.set(entry, object);
  return { ...cluster, snat: patchedMap(cluster.snat, changes) };
}

/** A cluster without a driver of ours is compiled to nothing, whatever changes in it. */
function isLeftOut(spec: Spec, name: string): boolean {
  const cluster = resourceOf(spec, 'Cluster', name);
  return cluster !== undefined && !hasDriver(cluster.spec.dataplane);
}

/** Key of the one service or gateway that a change touches, if it touches nothing else. */
function touchedAlone(change: ResourceChange, earlier: Spec, spec: Spec): ResourceKey | undefined {
  const before = earlier.resources.get(change.key)?.resource;
  const after = spec.resources.get(change.key)?.resource;
  if (before?.kind === 'VirtualService' && after?.kind === 'VirtualService') {
    return servicePlace(before) === servicePlace(after) ? change.key : undefined;
  }
  if (before?.kind === 'SnatGateway' && after?.kind === 'SnatGateway') {
    return gatewayPlace(before) === gatewayPlace(after) ? change.key : undefined;
  }
  const realServers = [before, after].filter((resource) => resource !== undefined);
  const names = new Set(realServers.map(joinedService));
  const [name] = names;
  return names.size === 1 && name !== undefined ? `VirtualService/${name}` : undefined;
}

function joinedService(resource: Resource): string | undefined {
  return resource.kind === 'RealServer' ? resource.spec.virtualService : undefined;
}

/** What others depend on: cluster, addresses, and who carries them. */
function servicePlace({ spec }: ResourceOf<'VirtualService'>): string {
  return JSON.stringify([spec.cluster, spec.vips, spec.vrrpInstance]);
}

function gatewayPlace({ spec }: ResourceOf<'SnatGateway'>): string {
  const links = spec.zones.map(({ pool, egressInterface }) => [pool.addresses, egressInterface]);
  return JSON.stringify([spec.cluster, spec.vrrpInstance, links]);
}

function resourceOf<K extends Resource['kind']>(
  spec: Spec,
  kind: K,
  name: string,
): ResourceOf<K> | undefined {
  return spec.resources.get(`${kind}/${name}`)?.resource as ResourceOf<K> | undefined;
}

function joiningOf(spec: Spec, service: string): ResourceOf<'RealServer'>[] {
  return [...keysAt(indexOf(spec).joining, service)].flatMap((key) => {
    const resource = spec.resources.get(key)?.resource;
    return resource?.kind === 'RealServer' ? [resource] : [];
  });
}
