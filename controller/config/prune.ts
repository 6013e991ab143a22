/**
 * What `apply --prune` deletes: resources of the clusters that the files speak of, which the files
 * do not have. Only of kinds whose loss is a service or a part of one, unless others are named:
 * a file that was left out must not take a director or a whole cluster away. Pure.
 */
import { FleetError } from '../../schemas/errors.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import {
  isKind,
  KINDS,
  type Kind,
  type Resource,
  resourceKey,
} from '../../schemas/resources/resource.ts';
import type { Spec } from '../../schemas/spec.ts';
import { clusterOf } from './cluster-of.ts';

/** Kinds that are pruned when none are named. */
const PRUNED_KINDS: readonly Kind[] = [
  'VrrpInstance',
  'SyncGroup',
  'LocalAddressPool',
  'SnatGateway',
  'VirtualService',
  'RealServer',
];

/** Keys to delete, in no order. @throws E_USAGE for a word that is no kind */
export function prunedBy(
  spec: Spec,
  declared: readonly Resource[],
  kinds: readonly string[] = PRUNED_KINDS,
): ResourceKey[] {
  const unknown = kinds.find((kind) => !isKind(kind));
  if (unknown !== undefined) {
    const hint = `kinds: ${KINDS.join(', ')}`;
    throw new FleetError('E_USAGE', `there is no kind ${unknown} to prune`, { hint });
  }
  const own = new Map(declared.map((resource) => [resourceKey(resource), resource]));
  const serviceCluster = (name: string) => {
    const key = `VirtualService/${name}`;
    const service = own.get(key) ?? spec.resources.get(key)?.resource;
    return service?.kind === 'VirtualService' ? service.spec.cluster : undefined;
  };
  const clusters = new Set(declared.map((resource) => clusterOf(resource, serviceCluster)));
  clusters.delete(undefined);
  const pruned: ResourceKey[] = [];
  for (const [key, { resource }] of spec.resources) {
    if (own.has(key) || !kinds.includes(resource.kind)) continue;
    if (clusters.has(clusterOf(resource, serviceCluster))) pruned.push(key);
  }
  return pruned;
}
