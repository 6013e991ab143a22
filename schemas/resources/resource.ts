/**
 * A resource is one thing that people declare: `apiVersion`, `kind`, `metadata.name` and a `spec`
 * of that kind. The table below is the list of kinds; everything that works on all of them walks
 * this table.
 */
import { z } from 'zod';
import type { ResourceKey } from '../names.ts';
import { clusterSpec } from './cluster.ts';
import { name } from './fields.ts';
import { localAddressPoolSpec } from './local-address-pool.ts';
import { nodeSpec } from './node.ts';
import { realServerSpec } from './real-server.ts';
import { virtualServiceSpec } from './virtual-service.ts';
import { vrrpInstanceSpec } from './vrrp-instance.ts';

export const API_VERSION = 'sluice/v1';

const metadata = z.strictObject({
  name,
  labels: z.record(z.string().min(1).max(63), z.string().max(253)).optional(),
});

function resourceOf<K extends string, S extends z.ZodType>(kind: K, spec: S) {
  return z.strictObject({
    apiVersion: z.literal(API_VERSION),
    kind: z.literal(kind),
    metadata,
    spec,
  });
}

/** Kinds in the order in which they are shown and applied: what is named comes first. */
export const RESOURCE_SCHEMAS = {
  Cluster: resourceOf('Cluster', clusterSpec),
  Node: resourceOf('Node', nodeSpec),
  VrrpInstance: resourceOf('VrrpInstance', vrrpInstanceSpec),
  LocalAddressPool: resourceOf('LocalAddressPool', localAddressPoolSpec),
  VirtualService: resourceOf('VirtualService', virtualServiceSpec),
  RealServer: resourceOf('RealServer', realServerSpec),
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
