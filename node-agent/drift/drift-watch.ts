/**
 * Watches over what is ours: remembers what the last round made, finds what somebody changed since,
 * and counts what was mended. The rounds mend; this only says so. A weight that health set is part
 * of what the round made, so it is no drift.
 */
import { carriedKey } from '../../dataplane/addresses/link-addresses.ts';
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
    const links = fixed.size === 0 ? undefined : await parts.surroundings?.linkAddresses();
    const isUnmoved = links === undefined || includesAll(links.map(carriedKey), fixed);
    if (isUnmoved && !this.#isChanged(made.contents, observed)) return [];
    return compare(next, made, observed, links, election).filter(
      ({ kind, what, subject, of }) =>
        kind === 'drifted' &&
        what !== 'vrrp' &&
        (what !== 'address' || fixed.has(`${subject} dev ${of}`)),
    );
  }

  /** Whether the dataplane holds something else than the last round made. Cheap when it does not. */
  async isDisturbed({ dataplane }: WatchedParts): Promise<boolean> {
    const made = this.#made;
    return made !== undefined && this.#isChanged(made.contents, await dataplane.observe());
  }

  /** The three-way view as of now; before the first round the plan itself counts as applied. */
  async reply(
    parts: WatchedParts,
    desired: Made,
    election: VrrpObserved,
    context: DriftContext,
  ): Promise<DriftReply> {
    const observed = await parts.dataplane.observe();
    const links = await parts.surroundings?.linkAddresses();
    const entries = compare(desired, this.#made ?? desired, observed, links, election);
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
  applied: Made,
  observed: DataplaneContents,
  links: Awaited<ReturnType<Surroundings['linkAddresses']>> | undefined,
  election: VrrpObserved,
): DriftEntry[] {
  return threeWay(
    wantedContents(desired, election),
    wantedContents(applied, election),
    seenContents(observed, links, election, [desired, applied]),
  );
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

function includesAll(list: readonly string[], wanted: ReadonlySet<string>): boolean {
  const present = new Set(list);
  return [...wanted].every((one) => present.has(one));
}
