/**
 * compile: spec -> plan. Pure, deterministic, independent of order. `compileFleet` makes it all;
 * `recompile` makes only what a set of changes touches, and a law in the tests says that both give
 * the same. So a changed weight costs one service object, whatever the size of the fleet.
 */
import { hasDriver } from '../../schemas/capabilities.ts';
import { patchedMap } from '../../schemas/patched-map.ts';
import type { NodeObject } from '../../schemas/plan/node-plan.ts';
import type { ServiceObject } from '../../schemas/plan/service-plan.ts';
import type { Resource, ResourceOf } from '../../schemas/resources/resource.ts';
import type { ResourceChange, Spec } from '../../schemas/spec.ts';
import { type ClusterView, clusterViews } from './cluster-view.ts';
import { compileNodes } from './node-object.ts';
import { compileService } from './service-object.ts';
import { indexOf, keysAt } from './spec-index.ts';

export interface CompiledCluster {
  readonly cluster: string;
  readonly services: ReadonlyMap<string, ServiceObject>;
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
    nodes: compileNodes(view),
  };
}

/**
 * The fleet after `changes`, which led from the spec that `before` was compiled from to `spec`.
 * Only real servers, weights and the like of a service touch nothing but that service; whatever
 * can move an address or a cluster's membership compiles the fleet anew.
 */
export function recompile(
  before: CompiledFleet,
  spec: Spec,
  changes: readonly ResourceChange[],
  earlier: Spec,
): CompiledFleet {
  const touched = new Set<string>();
  for (const change of changes) {
    const service = serviceTouchedAlone(change, earlier, spec);
    if (service === undefined) return compileFleet(spec);
    touched.add(service);
  }
  const fleet = new Map(before);
  for (const name of touched) {
    const service = resourceOf(spec, 'VirtualService', name);
    if (service === undefined) return compileFleet(spec);
    const cluster = fleet.get(service.spec.cluster);
    if (cluster === undefined) {
      if (isLeftOut(spec, service.spec.cluster)) continue;
      return compileFleet(spec);
    }
    const object = compileService(service, joiningOf(spec, name));
    const services = patchedMap(cluster.services, [[name, object]]);
    fleet.set(cluster.cluster, { ...cluster, services });
  }
  return fleet;
}

/** A cluster without a driver of ours is compiled to nothing, whatever changes in it. */
function isLeftOut(spec: Spec, name: string): boolean {
  const cluster = resourceOf(spec, 'Cluster', name);
  return cluster !== undefined && !hasDriver(cluster.spec.dataplane);
}

/** The one service that a change touches, if it touches nothing else. */
function serviceTouchedAlone(
  change: ResourceChange,
  earlier: Spec,
  spec: Spec,
): string | undefined {
  const before = earlier.resources.get(change.key)?.resource;
  const after = spec.resources.get(change.key)?.resource;
  if (before?.kind === 'VirtualService' && after?.kind === 'VirtualService') {
    return sameAddresses(before, after) ? after.metadata.name : undefined;
  }
  const realServers = [before, after].filter((resource) => resource !== undefined);
  const names = new Set(realServers.map(joinedService));
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

function joinedService(resource: Resource): string | undefined {
  return resource.kind === 'RealServer' ? resource.spec.virtualService : undefined;
}

function sameAddresses(
  before: ResourceOf<'VirtualService'>,
  after: ResourceOf<'VirtualService'>,
): boolean {
  const placement = ({ spec }: ResourceOf<'VirtualService'>) =>
    JSON.stringify([spec.cluster, spec.vips, spec.vrrpInstance]);
  return placement(before) === placement(after);
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
