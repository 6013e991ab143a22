/**
 * Adoption as the agent sees it: what else balances on this director, and the step from those rules
 * to ours and back. Only the take-over and its undo change anything, in an order in which every new
 * connection meets one of both; established ones keep their translation, which conntrack holds.
 */
import type { LiveConfig, TakeOverReply, UndoTakeOverReply } from '../../schemas/adopt.ts';
import type { DataplaneContents, DataplaneService } from '../../schemas/dataplane.ts';
import type { Foreign } from '../../schemas/drift.ts';
import type { CarriedAddress, NodeObject } from '../../schemas/plan/node-plan.ts';

/** The plan that the director has in hand. */
export interface PlannedDirector {
  readonly node: NodeObject;
  /** As the plan says, before health has a word. */
  readonly services: readonly DataplaneService[];
}

export interface TakeOverOrder extends PlannedDirector {
  /** As the plan and health say: what our rules are to hold afterwards. */
  readonly desired: DataplaneContents;
  /** '' for whatever is there. */
  readonly fingerprint: string;
  readonly onlyUnderstood: boolean;
}

export interface Adoption {
  /**
   * What is live now, compared with the plan if there is one.
   * @throws FleetError E_DATAPLANE_OBSERVE, E_TOO_LARGE
   */
  live(plan: PlannedDirector | undefined): Promise<Omit<LiveConfig, 'plan'>>;

  /**
   * Loads ours, then removes theirs; a repeat after a success gives the same reply.
   * @throws FleetError E_ADOPT_REFUSED with every reason, E_DATAPLANE_APPLY; nothing was changed
   */
  takeOver(order: TakeOverOrder): Promise<TakeOverReply>;

  /**
   * Puts the old rules back and removes ours, while ours are what the take-over made.
   * @throws FleetError E_ADOPT_REFUSED, E_DATAPLANE_APPLY; nothing was changed
   */
  undo(): Promise<UndoTakeOverReply>;

  /**
   * Refuses services that other rules serve: two owners of one VIP would take turns by chance.
   * @throws FleetError E_NOT_ADOPTED
   */
  assertFree(services: readonly DataplaneService[]): Promise<void>;
}

/** What is on the director besides the dataplane's own contents. */
export interface Surroundings {
  /** Addresses on all links. @throws FleetError E_DATAPLANE_OBSERVE */
  linkAddresses(): Promise<CarriedAddress[]>;
  /**
   * What is not ours and touches the addresses of the plan (`claimed`, without prefix length) or
   * could interfere. Looked at, never touched.
   */
  foreign(node: NodeObject, claimed: ReadonlySet<string>): Promise<Foreign[]>;
}
