/**
 * LocalAddressPool: the source addresses (LIPs) that a FULLNAT director shows to real servers.
 * Every director draws from its own list, so two directors never give out the same LIP and port;
 * all lists travel with VRRP mastership, so connections that were synced to the peer live on.
 */
import { z } from 'zod';
import { address, interfaceName, name, port } from './fields.ts';

/** Source ports that may be drawn of one address. */
export const portRange = z
  .strictObject({
    first: port.default(1_024).describe('The lowest port.'),
    last: port.default(65_535).describe('The highest port.'),
  })
  .refine(({ first, last }) => first <= last, {
    path: ['first'],
    message: 'the first port is above the last',
    params: { code: 'E_RANGE', hint: 'write the lower port first' },
  });

export const exhaustionPercent = z.int().min(1).max(100);

export const localAddressPoolSpec = z.strictObject({
  cluster: name.describe('The cluster it belongs to.'),
  interface: interfaceName.describe(
    'The link towards the real servers, which the LIPs are put on.',
  ),
  perNode: z
    .record(name, z.array(address).min(1).max(256))
    .describe('Node name -> its LIPs, of one family or of both.'),
  vrrpInstance: name
    .optional()
    .describe('Which VRRP instance carries the LIPs; the only one of that family if absent.'),
  portRange: portRange.optional().meta({
    since: 2,
    description: 'Source ports that may be used; the driver’s own range when absent.',
  }),
  exhaustionPercent: exhaustionPercent.optional().meta({
    since: 2,
    description: 'Warn when so much of an address’s ports is in use.',
  }),
});
