/**
 * The three sides of a drift: what a director is to hold by a plan, and what it is seen to hold.
 * Addresses of VRRP follow the election: they belong on the links of the master and nowhere else.
 */
import { bareAddress, carriedKey } from '../../dataplane/addresses/link-addresses.ts';
import type { VrrpObserved } from '../../dataplane/vrrp/contract.ts';
import { advertisedPriority } from '../../dataplane/vrrp/render.ts';
import type { DataplaneContents } from '../../schemas/dataplane.ts';
import type { CarriedAddress, NodeObject } from '../../schemas/plan/node-plan.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { DirectorContents } from './three-way.ts';

/** What a round makes of a plan: kept, it is what was last applied. */
export interface Made {
  readonly contents: DataplaneContents;
  readonly node: NodeObject;
  readonly adminState: AdminState;
}

export function wantedContents(made: Made, election: VrrpObserved): DirectorContents {
  const { contents, node, adminState } = made;
  const masters = new Set(
    election.instances.filter(({ state }) => state === 'master').map(({ instance }) => instance),
  );
  const carried = node.vrrp.filter(({ name }) => masters.has(name));
  const addresses = [...node.staticAddresses, ...carried.flatMap((one) => one.addresses)];
  const own = new Set([node.managementAddress, ...node.ownAddresses]);
  return {
    ...contents,
    addresses: new Set(addresses.filter((one) => !own.has(bareAddress(one))).map(carriedKey)),
    vrrp: new Map(
      node.vrrp.map((one) => [one.name, priorityWords(advertisedPriority(one, adminState))]),
    ),
  };
}

/** `links`: what is on them; undefined where there are none to look at. */
export function seenContents(
  observed: DataplaneContents,
  links: readonly CarriedAddress[] | undefined,
  election: VrrpObserved,
  sides: readonly Made[],
): DirectorContents {
  const spoken = new Set(sides.flatMap(({ node }) => carriedOf(node)).map(carriedKey));
  // A director without links (a simulated one) has whatever it is to have.
  const expected = sides.flatMap((made) => [...wantedContents(made, election).addresses]);
  const present = links === undefined ? expected : links.map(carriedKey);
  const { services, zones } = observed;
  return {
    services,
    zones,
    addresses: new Set(present.filter((key) => spoken.has(key))),
    vrrp: new Map(
      election.instances.map(({ instance, state, priority }) => [
        instance,
        state === 'down' ? 'not running' : priorityWords(priority),
      ]),
    ),
  };
}

/** Addresses that a plan claims for the director, without prefix length. */
export function claimedAddresses({ contents, node }: Made): Set<string> {
  const services = [...contents.services.values()];
  return new Set([
    ...services.flatMap(({ address, localAddresses }) => [address, ...localAddresses]),
    ...contents.zones.flatMap(({ addresses }) => addresses),
    ...carriedOf(node).map(bareAddress),
  ]);
}

function carriedOf(node: NodeObject): CarriedAddress[] {
  return [...node.staticAddresses, ...node.vrrp.flatMap(({ addresses }) => addresses)];
}

function priorityWords(priority: number): string {
  return `priority ${priority}`;
}
