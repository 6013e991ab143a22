/**
 * Whether an agent may take an assignment over the one it has. Pure. Racing writers can only move
 * a director forward: an older generation is refused unless the ref says that going back is meant,
 * and nothing may take an address that the director is managed by.
 */
import { FleetError } from '../../schemas/errors.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import { type Assignment, assignedServices } from './assignment.ts';

/** @throws FleetError E_PLAN_STALE, E_FENCED */
export function acceptRef(current: NodeRef | undefined, next: NodeRef): void {
  if (current === undefined || current.plan.cluster !== next.plan.cluster) return;
  if (next.plan.generation < current.plan.generation && !next.revert) {
    throw new FleetError(
      'E_PLAN_STALE',
      `generation ${next.plan.generation} is older than ${current.plan.generation}, which runs`,
      { hint: 'a revert must be marked as one' },
    );
  }
  if (next.token < current.token) {
    throw new FleetError(
      'E_FENCED',
      `fencing token ${next.token} is older than ${current.token}, which was seen`,
    );
  }
}

/**
 * The plan must leave the director reachable: no VIP, LIP, SNAT or carried address may be its
 * management address or one of its own. Some dataplanes deliver nothing locally for a VIP, so ssh would die
 * with the first packet (seeds row 0.9).
 * @throws FleetError E_MANAGEMENT_LOCKOUT
 */
export function acceptPlan(next: Assignment, addressesInUse: readonly string[] = []): void {
  const { node } = next;
  const reserved = new Set([node.managementAddress, ...node.ownAddresses, ...addressesInUse]);
  const bare = (prefix: string) => prefix.slice(0, prefix.indexOf('/'));
  const claimed = [
    ...assignedServices(next).flatMap(({ address, localAddresses }) => [
      address,
      ...localAddresses,
    ]),
    ...next.zones.flatMap(({ addresses }) => addresses),
    ...node.vrrp.flatMap(({ addresses }) => addresses.map((entry) => bare(entry.address))),
    ...node.staticAddresses.map((entry) => bare(entry.address)),
  ];
  const taken = [...new Set(claimed)].filter((address) => reserved.has(address));
  if (taken.length === 0) return;
  throw new FleetError(
    'E_MANAGEMENT_LOCKOUT',
    `the plan claims ${taken.join(', ')}, which ${node.node} needs for itself`,
    { hint: 'give the virtual service or the pool another address' },
  );
}
