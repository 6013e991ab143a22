/**
 * Whether an agent may take an assignment over the one it has. Pure. Racing writers can only move
 * a director forward: an older generation is refused unless the ref says that going back is meant,
 * and nothing may take an address that the director is managed by.
 */
import { FleetError } from '../../schemas/errors.ts';
import { differingKeys } from '../../schemas/patched-map.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { Assignment } from './assignment.ts';

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
 * management address or one of its own. Some dataplanes deliver nothing locally for a VIP, so ssh
 * would die with the first packet (seeds row 0.9). Services that `accepted`, a plan that was taken,
 * has as they are are not looked at again.
 * @throws FleetError E_MANAGEMENT_LOCKOUT
 */
export function acceptPlan(
  next: Assignment,
  addressesInUse: readonly string[] = [],
  accepted?: Assignment,
): void {
  const { node, services } = next;
  const reserved = new Set([node.managementAddress, ...node.ownAddresses, ...addressesInUse]);
  const bare = (prefix: string) => prefix.slice(0, prefix.indexOf('/'));
  const isKnown = accepted !== undefined && accepted.node === node && addressesInUse.length === 0;
  const names = isKnown ? differingKeys(accepted.services, services) : services.keys();
  const taken = new Set<string>();
  const claim = (address: string) => {
    if (reserved.has(address)) taken.add(address);
  };
  for (const name of names) {
    for (const { address, localAddresses } of services.get(name) ?? []) {
      for (const one of [address, ...localAddresses]) claim(one);
    }
  }
  for (const one of next.zones.flatMap(({ addresses }) => addresses)) claim(one);
  for (const { addresses } of node.vrrp) for (const entry of addresses) claim(bare(entry.address));
  for (const entry of node.staticAddresses) claim(bare(entry.address));
  if (taken.size === 0) return;
  throw new FleetError(
    'E_MANAGEMENT_LOCKOUT',
    `the plan claims ${[...taken].join(', ')}, which ${node.node} needs for itself`,
    { hint: 'give the virtual service or the pool another address' },
  );
}
