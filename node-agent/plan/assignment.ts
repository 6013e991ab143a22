/**
 * Assignment: what a director has been told last: its ref and the plan that the ref names. It is
 * kept on disk, so an agent starts from it with the whole control plane dead.
 */
import type { DataplaneZone } from '../../schemas/dataplane.ts';
import type { NodeObject, ServicePlan } from '../../schemas/plan/node-plan.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { SnatObjects } from '../../schemas/plan/snat-plan.ts';

export interface Assignment {
  readonly ref: NodeRef;
  readonly node: NodeObject;
  /** One group a virtual service, by object name (`service/web`); a group is never changed. */
  readonly services: ReadonlyMap<string, readonly ServicePlan[]>;
  /** Gateways and zones as they were fetched. */
  readonly snat: SnatObjects;
  /** What they come to, in the order in which zones are tried; never changed. */
  readonly zones: readonly DataplaneZone[];
}

export function assignedServices(assignment: Assignment): ServicePlan[] {
  return [...assignment.services.values()].flat();
}
