/**
 * A resource is one thing that people declare: `apiVersion`, `kind`, `metadata.name` and a `spec`
 * of that kind. The table below is the list of kinds; everything that works on all of them walks
 * this table.
 */
import { z } from 'zod';
import type { ResourceKey } from '../names.ts';
import { chatBindingSpec } from './chat-binding.ts';
import { clusterSpec } from './cluster.ts';
import { labelKey, name } from './fields.ts';
import { freezeSpec } from './freeze.ts';
import { localAddressPoolSpec } from './local-address-pool.ts';
import { nodeSpec } from './node.ts';
import { realServerSpec } from './real-server.ts';
import { roleSpec } from './role.ts';
import { roleBindingSpec } from './role-binding.ts';
import { rolloutPolicySpec } from './rollout-policy.ts';
import { snatGatewaySpec } from './snat-gateway.ts';
import { syncGroupSpec } from './sync-group.ts';
import { virtualServiceSpec } from './virtual-service.ts';
import { vrrpInstanceSpec } from './vrrp-instance.ts';

export const API_VERSION = 'sluice/v1';

const metadata = z.strictObject({
  name: name.describe('Unique among resources of one kind.'),
  labels: z
    .record(labelKey, z.string().max(253))
    .optional()
    .describe('Words of your own, to select by.'),
});

/** `since` is the schema version that brought the kind: an older reader refuses it. */
function resourceOf<K extends string, S extends z.ZodType>(kind: K, spec: S, since = 1) {
  return z
    .strictObject({
      apiVersion: z.literal(API_VERSION),
      kind: z.literal(kind),
      metadata,
      spec,
    })
    .meta({ since });
}

/** Kinds in the order in which they are shown: what others build on comes first. */
export const RESOURCE_SCHEMAS = {
  Cluster: resourceOf('Cluster', clusterSpec),
  Node: resourceOf('Node', nodeSpec),
  VrrpInstance: resourceOf('VrrpInstance', vrrpInstanceSpec),
  SyncGroup: resourceOf('SyncGroup', syncGroupSpec, 2),
  LocalAddressPool: resourceOf('LocalAddressPool', localAddressPoolSpec),
  SnatGateway: resourceOf('SnatGateway', snatGatewaySpec, 2),
  VirtualService: resourceOf('VirtualService', virtualServiceSpec),
  RealServer: resourceOf('RealServer', realServerSpec),
  RolloutPolicy: resourceOf('RolloutPolicy', rolloutPolicySpec, 2),
  Freeze: resourceOf('Freeze', freezeSpec, 2),
  Role: resourceOf('Role', roleSpec, 2),
  RoleBinding: resourceOf('RoleBinding', roleBindingSpec, 2),
  ChatBinding: resourceOf('ChatBinding', chatBindingSpec, 2),
} as const;

export type Kind = keyof typeof RESOURCE_SCHEMAS;
export const KINDS = Object.keys(RESOURCE_SCHEMAS) as readonly Kind[];

/** The resource of one kind, defaults filled in and addresses canonical. */
export type ResourceOf<K extends Kind> = z.infer<(typeof RESOURCE_SCHEMAS)[K]>;
export type Resource = { [K in Kind]: ResourceOf<K> }[Kind];

export function resourceKey(resource: Resource): ResourceKey {
  return `${resource.kind}/${resource.metadata.name}`;
}

export function isKind(word: string): word is Kind {
  return Object.hasOwn(RESOURCE_SCHEMAS, word);
}
