/**
 * Watches over what is ours: remembers what the last round made, finds what somebody changed since,
 * and counts what was mended. The rounds mend; this only says so. A weight that health set is part
 * of what the round made, so it is no drift.
 */
import { bareAddress, carriedKey } from '../../dataplane/addresses/link-addresses.ts';
import type { Surroundings } from '../../dataplane/adopt/contract.ts';
import type { Dataplane } from '../../dataplane/contract.ts';
import type { VrrpObserved } from '../../dataplane/vrrp/contract.ts';
import type { DataplaneContents } from '../../schemas/dataplane.ts';
import {
  DRIFT_ENTRIES_MAX,
  type DriftEntry,
  type DriftReply,
  FOREIGN_ENTRIES_MAX,
  type Foreign,
} from '../../schemas/drift.ts';
import type { CarriedAddress } from '../../schemas/plan/node-plan.ts';
import { createSettledDiff } from '../reconcile/settled-diff.ts';
import { claimedAddresses, type Made, seenContents, wantedContents } from './director-contents.ts';
import { threeWay } from './three-way.ts';

/** The parts of a director that are looked at. */
export interface WatchedParts {
  readonly dataplane: Dataplane;
  readonly surroundings?: Surroundings | undefined;
}

/** What the agent knows besides; the reply carries it on. */
export type DriftContext = Pick<DriftReply, 'wanted' | 'applied' | 'problem'>;

export class DriftWatch {
  readonly #diff = createSettledDiff();
  #made: Made | undefined;
  #repaired = 0;

  /** Things of ours that were mended in this life. */
  repaired(): number {
    return this.#repaired;
  }

  /** A round went through: this is what it made, and so much of it was mending. */
  settle(made: Made, repairs: number): void {
    this.#made = made;
    this.#repaired += repairs;
  }

  /** Somebody else has the director now: what was made is no measure any more. */
  forget(): void {
    this.#made = undefined;
  }

  /**
   * What somebody changed since the last round and the next one, which makes `next`, will mend. Who
   * moved the addresses of VRRP is the election's affair, not a round's.
   */
  async repairsDue(parts: WatchedParts, next: Made, election: VrrpObserved): Promise<DriftEntry[]> {
    const made = this.#made;
    if (made === undefined) return [];
    const observed = await parts.dataplane.observe();
    const fixed = new Set(next.node.staticAddresses.map(carriedKey));
    const links = await fixedLinks(parts, made);
    if (isEachThere(made, links) && !this.#isChanged(made.contents, observed)) return [];
    return compare(next, made, observed, links, election).filter(
      ({ kind, what, subject, of }) =>
        kind === 'drifted' &&
        what !== 'vrrp' &&
        (what !== 'address' || fixed.has(`${subject} dev ${of}`)),
    );
  }

  /** Whether the director holds something else than the last round made. Cheap when it does not. */
  async isDisturbed(parts: WatchedParts): Promise<boolean> {
    const made = this.#made;
    if (made === undefined) return false;
    if (this.#isChanged(made.contents, await parts.dataplane.observe())) return true;
    return !isEachThere(made, await fixedLinks(parts, made));
  }

  /**
   * The three-way view as of now. Before a round went through nothing is known to be made by us, so
   * what differs is what the plan still has to bring.
   */
  async reply(
    parts: WatchedParts,
    desired: Made,
    election: VrrpObserved,
    context: DriftContext,
  ): Promise<DriftReply> {
    const observed = await parts.dataplane.observe();
    const links = await parts.surroundings?.linkAddresses();
    const entries = compare(desired, this.#made, observed, links, election);
    const foreign = await foreignOf(parts, desired, observed.foreign);
    const drifted = entries.filter(({ kind }) => kind === 'drifted').length;
    return {
      ...context,
      pending: entries.length - drifted,
      drifted,
      foreignTotal: foreign.length,
      entries: entries.slice(0, DRIFT_ENTRIES_MAX),
      foreign: foreign.slice(0, FOREIGN_ENTRIES_MAX),
      repaired: this.#repaired,
    };
  }

  #isChanged(made: DataplaneContents, observed: DataplaneContents): boolean {
    return this.#diff(made, observed).length > 0;
  }
}

function compare(
  desired: Made,
  applied: Made | undefined,
  observed: DataplaneContents,
  links: readonly CarriedAddress[] | undefined,
  election: VrrpObserved,
): DriftEntry[] {
  const sides = applied === undefined ? [desired] : [desired, applied];
  const seen = seenContents(observed, links, election, sides);
  const made = applied === undefined ? seen : wantedContents(applied, election);
  return threeWay(wantedContents(desired, election), made, seen);
}

/** The dataplane's own finds first: they may take our packets right now. */
async function foreignOf(
  { surroundings }: WatchedParts,
  desired: Made,
  found: readonly { readonly where: string; readonly what: string }[],
): Promise<Foreign[]> {
  const around = await surroundings?.foreign(desired.node, claimedAddresses(desired));
  return [...found.map((entry): Foreign => ({ kind: 'nat', ...entry })), ...(around ?? [])];
}

/** Undefined where no address is to stay, so that nothing is read for nothing. */
async function fixedLinks({ surroundings }: WatchedParts, { node }: Made) {
  return node.staticAddresses.length === 0 ? undefined : surroundings?.linkAddresses();
}

/** The director's own addresses are never ours to put, so they are not missed either. */
function isEachThere({ node }: Made, links: readonly CarriedAddress[] | undefined): boolean {
  if (links === undefined) return true;
  const present = new Set(links.map(carriedKey));
  const own = new Set([node.managementAddress, ...node.ownAddresses]);
  return node.staticAddresses.every(
    (one) => own.has(bareAddress(one)) || present.has(carriedKey(one)),
  );
}
