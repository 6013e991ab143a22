/**
 * A director that is balanced by rules which are not ours is left as it is until it is adopted: a
 * plan that would serve the same VIPs is held back as a whole, and says so.
 */
import type { Adoption } from '../../dataplane/adopt/contract.ts';
import type { Dataplane } from '../../dataplane/contract.ts';
import type { DataplaneContents } from '../../schemas/dataplane.ts';

/**
 * Costs a look at the rules of others only while a service is to be added and there are such rules.
 * @throws FleetError E_NOT_ADOPTED
 */
export async function assertUnclaimed(
  parts: { readonly dataplane: Dataplane; readonly adoption?: Adoption | undefined },
  desired: DataplaneContents,
): Promise<void> {
  if (parts.adoption === undefined) return;
  const { services, foreign } = await parts.dataplane.observe();
  if (foreign.length === 0) return;
  const missing = [...desired.services.values()].filter(({ key }) => !services.has(key));
  if (missing.length > 0) await parts.adoption.assertFree(missing);
}
