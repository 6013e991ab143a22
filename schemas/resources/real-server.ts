/**
 * RealServer: one real server declared on its own, for those who own the servers but not the
 * service. It joins the virtual service that it names, as if it stood in that service's list.
 */
import { z } from 'zod';
import { CONNECTIONS_LIMIT_MAX } from '../limits.ts';
import { address, name, port, weight } from './fields.ts';

const thresholds = z
  .strictObject({
    upper: z
      .int()
      .min(1)
      .max(CONNECTIONS_LIMIT_MAX)
      .describe('With so many connections it takes no new ones (ipvsadm -x).'),
    lower: z
      .int()
      .min(1)
      .max(CONNECTIONS_LIMIT_MAX)
      .describe('Below so many it takes new ones again (ipvsadm -y).'),
  })
  .refine(({ upper, lower }) => lower <= upper, {
    path: ['lower'],
    message: 'the lower threshold is above the upper one',
    params: { code: 'E_CONTRADICTION', hint: 'IPVS itself takes three quarters of the upper one' },
  });

/** What a real server is, wherever it is declared. */
export const realServerFields = {
  address: address.describe('Where it answers.'),
  port: port.optional().describe('The service’s port when absent; then it has exactly one port.'),
  weight: weight
    .default(1)
    .describe('Share of new connections under wrr; 0 takes no new ones and keeps the established.'),
  thresholds: thresholds.optional().meta({
    since: 2,
    description: 'Connections between which it stops and starts to take new ones.',
  }),
} as const;

export const realServerSpec = z.strictObject({
  virtualService: name.describe('The virtual service it joins.'),
  ...realServerFields,
});
