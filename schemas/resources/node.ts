/** Node: one director, as its operator sees it: where it is managed, what links it has. */
import { z } from 'zod';
import { address, interfaceName, name, prefix } from './fields.ts';

const nodeInterface = z.strictObject({
  name: interfaceName,
  /** The director's own, fixed addresses with prefix length; never a VIP or a LIP. */
  addresses: z.array(prefix).max(64).default([]),
  /** The layer-2 network the link is in; equal words mean the same broadcast domain. */
  network: name.optional(),
});

export const nodeSpec = z.strictObject({
  cluster: name,
  /** The address the node is managed by; no VIP and no LIP may take it. */
  managementAddress: address,
  interfaces: z.array(nodeInterface).max(64).default([]),
  /** VRRP priority, 1-254; the highest healthy one is master. 255 is for address owners. */
  vrrpPriority: z.int().min(1).max(254).default(100),
});

export type NodeSpec = z.infer<typeof nodeSpec>;
