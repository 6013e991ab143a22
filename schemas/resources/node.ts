/** Node: one director, as its operator sees it: where it is managed, what links it has. */
import { z } from 'zod';
import {
  address,
  areDistinct,
  interfaceName,
  name,
  network,
  prefix,
  TWICE_IN_LIST,
  versionText,
} from './fields.ts';

const nodeInterface = z.strictObject({
  name: interfaceName.describe('Name of the link.'),
  addresses: z
    .array(prefix)
    .max(64)
    .default([])
    .describe('The director’s own, fixed addresses with prefix length; never a VIP or a LIP.'),
  network: name
    .optional()
    .describe('The layer-2 network the link is in; equal words mean one broadcast domain.'),
});

const bond = z
  .strictObject({
    name: interfaceName.describe('Name of the bond, usable wherever a link is named.'),
    mode: z
      .enum([
        'balance-rr',
        'active-backup',
        'balance-xor',
        'broadcast',
        '802.3ad',
        'balance-tlb',
        'balance-alb',
      ])
      .default('802.3ad')
      .describe('In the words of the kernel (modes 0 to 6).'),
    members: z
      .array(interfaceName)
      .min(1)
      .max(16)
      .refine(areDistinct, TWICE_IN_LIST)
      .describe('The links it is made of.'),
    primary: interfaceName
      .optional()
      .describe('The member that is used first; under DPVS the one that gives the MAC address.'),
  })
  .refine(({ members, primary }) => primary === undefined || members.includes(primary), {
    path: ['primary'],
    message: 'the primary is not a member of the bond',
    params: { code: 'E_CONTRADICTION', hint: 'name one of members' },
  });

const route = z
  .strictObject({
    to: network.describe('Where to; `0.0.0.0/0` or `::/0` for the default route.'),
    via: address.optional().describe('The next hop.'),
    interface: interfaceName.optional().describe('The link.'),
    source: address.optional().describe('Source address of the director’s own packets.'),
    metric: z.int().min(0).max(4_294_967_295).optional().describe('The lowest is taken.'),
    table: z.int().min(1).max(4_294_967_295).optional().describe('The main table when absent.'),
  })
  .refine(({ via, interface: link }) => via !== undefined || link !== undefined, {
    path: ['via'],
    message: 'the route leads nowhere',
    params: { code: 'E_CONTRADICTION', hint: 'give it a next hop (via), an interface, or both' },
  });

const overrides = z.strictObject({
  interfaces: z
    .record(interfaceName, interfaceName)
    .default({})
    .describe('What a link of the cluster’s resources is called here: `f0: eth2`.'),
  vrrpPriorities: z
    .record(name, z.int().min(1).max(254))
    .default({})
    .describe('VRRP instance -> priority, where it is another one than vrrpPriority.'),
});

export const nodeSpec = z.strictObject({
  cluster: name.describe('The cluster it belongs to.'),
  managementAddress: address.describe(
    'The address the node is managed by; no VIP and no LIP may take it.',
  ),
  interfaces: z.array(nodeInterface).max(64).default([]).describe('Its links.'),
  vrrpPriority: z
    .int()
    .min(1)
    .max(254) // 255 is for address owners
    .default(100)
    .describe('The highest healthy one is master.'),
  failureDomain: name.optional().meta({
    since: 2,
    description: 'What fails together: rack, power feed, zone. No two are disturbed at a time.',
  }),
  bonds: z.array(bond).max(16).default([]).meta({ since: 2, description: 'Bonded links.' }),
  routes: z.array(route).max(1_024).default([]).meta({ since: 2, description: 'Static routes.' }),
  kernelVersion: versionText.optional().meta({
    since: 2,
    description: 'The kernel it is to run, as `uname -r` says it.',
  }),
  dataplaneVersion: versionText.optional().meta({
    since: 2,
    description: 'The dataplane program it is to run.',
  }),
  overrides: overrides.optional().meta({
    since: 2,
    description: 'Where this director differs from what its cluster says.',
  }),
});
