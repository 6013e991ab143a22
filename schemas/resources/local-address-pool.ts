/**
 * LocalAddressPool: the source addresses (LIPs) that a FULLNAT director shows to real servers.
 * Every director draws from its own list, so two directors never give out the same LIP and port;
 * all lists travel with VRRP mastership, so connections that were synced to the peer live on.
 */
import { z } from 'zod';
import { address, interfaceName, name } from './fields.ts';

export const localAddressPoolSpec = z.strictObject({
  cluster: name,
  /** The link towards the real servers, on which the LIPs are put. */
  interface: interfaceName,
  /** Node name -> its LIPs. */
  perNode: z.record(name, z.array(address).min(1).max(256)),
  /** Which VRRP instance carries the LIPs; the cluster's only one of that family if absent. */
  vrrpInstance: name.optional(),
});

export type LocalAddressPoolSpec = z.infer<typeof localAddressPoolSpec>;
