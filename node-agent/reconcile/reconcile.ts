/**
 * One round: observe -> diff -> order -> apply, for services and SNAT zones, then for what attracts
 * traffic to them. Those come before addresses, so a director never holds a VIP that it cannot
 * serve; a round that finds everything right touches nothing. Whether it is in service or drained
 * makes no difference to them: that is for VRRP, and what is under way goes on.
 */

import type { Adoption, Surroundings } from '../../dataplane/adopt/contract.ts';
import type { Dataplane } from '../../dataplane/contract.ts';
import { orderOps } from '../../dataplane/order.ts';
import type { Vrrp } from '../../dataplane/vrrp/contract.ts';
import type { DataplaneService, ForeignEntry } from '../../schemas/dataplane.ts';
import type { ServiceKey } from '../../schemas/names.ts';
import type { CarriedAddress, ConnectionSync } from '../../schemas/plan/node-plan.ts';
import type { Assignment } from '../plan/assignment.ts';
import type { createSettledDiff } from './settled-diff.ts';

/** What one director is made of. A simulated one has only a dataplane. */
export interface DirectorParts {
  readonly dataplane: Dataplane;
  readonly staticAddresses?: {
    apply(addresses: readonly CarriedAddress[]): Promise<unknown>;
  };
  readonly connectionSync?: { apply(sync: ConnectionSync | undefined): Promise<unknown> };
  readonly vrrp?: Vrrp;
  /** What a real director has besides: looked at for drift, and taken over on request. */
  readonly surroundings?: Surroundings;
  readonly adoption?: Adoption;
}

export interface RoundResult {
  /** Ops that the dataplane took. */
  readonly ops: number;
  readonly foreign: readonly ForeignEntry[];
}

export async function reconcile(
  parts: DirectorParts,
  assignment: Assignment,
  desired: ReadonlyMap<ServiceKey, DataplaneService>,
  diff: ReturnType<typeof createSettledDiff>,
): Promise<RoundResult> {
  const observed = await parts.dataplane.observe();
  const ops = orderOps(diff({ services: desired, zones: assignment.zones }, observed));
  if (ops.length > 0) await parts.dataplane.apply(ops);
  const { node, ref } = assignment;
  await parts.staticAddresses?.apply(node.staticAddresses);
  // Before VRRP: a director that becomes master must already have the peers' connections.
  await parts.connectionSync?.apply(node.connectionSync);
  await parts.vrrp?.apply(node.vrrp, ref.adminState);
  return { ops: ops.length, foreign: observed.foreign };
}
