/**
 * Assignment: what a director has been told last: its ref and the plan that the ref names. It is
 * kept on disk, so an agent starts from it with the whole control plane dead.
 */
import type { NodeObject, ServicePlan } from '../../schemas/plan/node-plan.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';

export interface Assignment {
  readonly ref: NodeRef;
  readonly node: NodeObject;
  /** One group a virtual service, by object name (`service/web`); a group is never changed. */
  readonly services: ReadonlyMap<string, readonly ServicePlan[]>;
}

export function assignedServices(assignment: Assignment): ServicePlan[] {
  return [...assignment.services.values()].flat();
}
