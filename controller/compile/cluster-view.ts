/**
 * The resources of one cluster, sorted into what compile asks of them. A view is made from the
 * folded spec and never changed.
 */
import { type DriverName, hasDriver } from '../../schemas/capabilities.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import type { Spec } from '../../schemas/spec.ts';

export interface ClusterView {
  readonly cluster: ResourceOf<'Cluster'>;
  readonly driver: DriverName;
  readonly nodes: readonly ResourceOf<'Node'>[];
  readonly instances: readonly ResourceOf<'VrrpInstance'>[];
  readonly pools: readonly ResourceOf<'LocalAddressPool'>[];
  readonly gateways: readonly ResourceOf<'SnatGateway'>[];
  readonly services: readonly ResourceOf<'VirtualService'>[];
  /** VirtualService name -> the RealServers that join it. */
  readonly joining: ReadonlyMap<string, readonly ResourceOf<'RealServer'>[]>;
}

/**
 * Every cluster whose dataplane has a driver, by name: no agent could run a plan of another. One
 * pass over the resources.
 */
export function clusterViews(spec: Spec): Map<string, ClusterView> {
  const views = new Map<string, MutableView>();
  const resources = [...spec.resources.values()].map((stored) => stored.resource);
  for (const resource of resources) {
    if (resource.kind !== 'Cluster') continue;
    const { dataplane } = resource.spec;
    if (hasDriver(dataplane)) views.set(resource.metadata.name, emptyView(resource, dataplane));
  }
  const clusterOfService = new Map<string, string>();
  for (const resource of resources) {
    // Kinds that only the control plane reads, or that no driver can do yet, compile to nothing.
    if (resource.kind === 'Node') views.get(resource.spec.cluster)?.nodes.push(resource);
    else if (resource.kind === 'VrrpInstance') {
      views.get(resource.spec.cluster)?.instances.push(resource);
    } else if (resource.kind === 'LocalAddressPool') {
      views.get(resource.spec.cluster)?.pools.push(resource);
    } else if (resource.kind === 'SnatGateway') {
      views.get(resource.spec.cluster)?.gateways.push(resource);
    } else if (resource.kind === 'VirtualService') {
      views.get(resource.spec.cluster)?.services.push(resource);
      clusterOfService.set(resource.metadata.name, resource.spec.cluster);
    }
  }
  for (const resource of resources) {
    if (resource.kind !== 'RealServer') continue;
    const service = resource.spec.virtualService;
    const joining = views.get(clusterOfService.get(service) ?? '')?.joining;
    if (joining !== undefined) joining.set(service, [...(joining.get(service) ?? []), resource]);
  }
  return views;
}

interface MutableView extends ClusterView {
  readonly nodes: ResourceOf<'Node'>[];
  readonly instances: ResourceOf<'VrrpInstance'>[];
  readonly pools: ResourceOf<'LocalAddressPool'>[];
  readonly gateways: ResourceOf<'SnatGateway'>[];
  readonly services: ResourceOf<'VirtualService'>[];
  readonly joining: Map<string, readonly ResourceOf<'RealServer'>[]>;
}

function emptyView(cluster: ResourceOf<'Cluster'>, driver: DriverName): MutableView {
  const empty = { nodes: [], instances: [], pools: [], gateways: [], services: [] };
  return { cluster, driver, ...empty, joining: new Map() };
}
