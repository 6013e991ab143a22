/**
 * RealServer: one real server declared on its own, for those who own the servers but not the
 * service. It joins the virtual service that it names, as if it stood in that service's list.
 */
import { z } from 'zod';
import { address, name, port, weight } from './fields.ts';

export const realServerSpec = z.strictObject({
  virtualService: name,
  address,
  /** The service's port when absent; then the service has exactly one port. */
  port: port.optional(),
  weight: weight.default(1),
});

export type RealServerSpec = z.infer<typeof realServerSpec>;
