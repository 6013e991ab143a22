/** Which cluster a resource belongs to. Pure. */
import type { Resource } from '../../schemas/resources/resource.ts';

/** `serviceCluster` knows the cluster of a VirtualService by its name. */
export function clusterOf(
  resource: Resource,
  serviceCluster: (name: string) => string | undefined,
): string | undefined {
  if (resource.kind === 'Cluster') return resource.metadata.name;
  if (resource.kind === 'RealServer') return serviceCluster(resource.spec.virtualService);
  return 'cluster' in resource.spec ? resource.spec.cluster : undefined;
}
