/**
 * The store as the rest of Sluice sees it: five narrow ports over one etcd. Everything is said in
 * the words of schemas; keys, transactions and watches stay inside this room. Every method throws
 * FleetError E_STORE_AWAY (retryable) when etcd does not answer within its deadline.
 */
import type { Lock } from '../schemas/codec/plan-codec.ts';
import type { ConfigEvent, Origin } from '../schemas/events.ts';
import type { NodeObject } from '../schemas/plan/node-plan.ts';
import type { AdminState, Generation, NodeRef, TreeEntry } from '../schemas/plan/node-ref.ts';
import type { ServiceObject } from '../schemas/plan/service-plan.ts';
import type { SnatObject } from '../schemas/plan/snat-plan.ts';
import type { ResourceChange, Spec } from '../schemas/spec.ts';
import type { LogName } from './log-name.ts';
import type { StoreUpkeep } from './upkeep/contract.ts';

export type { LogName };

/** Handle of something that goes on until closed. Closing is idempotent. */
export interface Subscription {
  close(): Promise<void>;
}

/** `seq`: the first event that is missing, unreadable or does not follow the one before it. */
export type ChainVerdict =
  /** `trimmed`: the last event that is not kept any more, where there is one. */
  | { readonly ok: true; readonly events: number; readonly trimmed?: number }
  | { readonly ok: false; readonly seq: number; readonly why: string };

/** A revision, or the one that was the newest at a time of the wall clock. */
export type SpecAt = { readonly revision: number } | { readonly timeMs: number };

/** The event-sourced spec: one log for the fleet, folded into one key a resource. */
export interface ConfigStore {
  /** The whole spec at one revision. */
  readSpec(): Promise<Spec>;

  /**
   * The spec as it was after a revision, or at a time; 0, or a time before the first event: empty.
   * @throws E_NOT_FOUND for a revision that is not yet or (and no archive has it) no longer there
   */
  readSpecAt(at: SpecAt): Promise<Spec>;

  /**
   * Appends one ConfigChanged event, moves the head and updates the folded spec in one transaction.
   * What does not fit one is staged first, up to RESOURCES_PER_COMMIT_MAX: readers still see all of
   * it or nothing, and the event that is returned or read names its changes all the same.
   * Same idempotency key: same answer as the first time, no second event. After an ambiguous
   * failure the same compare-and-swap is sent again, which tells for sure whether it was written.
   * Where even that gets no answer it throws E_STORE_AWAY: repeat with the same idempotency key.
   * @throws E_CONFLICT when the head is no longer at `expectRevision` (who moved it is in the
   * message); E_TOO_LARGE before anything is sent.
   */
  commit(change: {
    readonly expectRevision: number;
    readonly changes: readonly ResourceChange[];
    readonly origin: Origin;
    readonly idempotencyKey: string;
  }): Promise<ConfigEvent>;

  /** The event that an earlier commit with this key wrote, if any. */
  findCommit(idempotencyKey: string): Promise<ConfigEvent | undefined>;

  /**
   * Events with `from <= seq <= to`, oldest first, read in pages. Config log by default. Trimmed
   * ones come from the archive that the store was opened with. @throws E_NOT_FOUND without one
   */
  readEvents(range: {
    readonly from: number;
    readonly to: number;
    readonly log?: LogName;
  }): Promise<ConfigEvent[]>;

  /** Number of the newest event of a log; 0 when there is none. */
  readHead(log?: LogName): Promise<number>;

  /** Number of the oldest event that `readEvents` can give; beyond the head when there is none. */
  readFirst(log?: LogName): Promise<number>;

  /** Proves numbers, places and hashes of a whole log (the config log unless told). */
  verifyChain(log?: LogName): Promise<ChainVerdict>;

  /**
   * Calls `onEvent` for every config event after `after`, in order, each exactly once, over
   * reconnects, restarts of etcd and compaction. A handler that throws ends the subscription and
   * reaches `onFailed`. Like every `follow...` it does not wait for etcd, which may come later.
   */
  followEvents(options: {
    readonly after: number;
    readonly onEvent: (event: ConfigEvent) => void;
    readonly onFailed: (error: unknown) => void;
  }): Promise<Subscription>;
}

/** Compiled plans, stored as git stores files: by digest, shared, immutable. */
export interface PlanStore {
  /** Stores objects that are not there yet and returns their digests, in order. Idempotent. */
  putServiceObjects(objects: readonly ServiceObject[]): Promise<string[]>;
  putNodeObjects(objects: readonly NodeObject[]): Promise<string[]>;

  /**
   * Stores the tree of these entries and returns its root digest; writes only shards that are new.
   * Give `base` (root and the changed names) to touch only the shards of the changed names.
   */
  putTree(entries: Iterable<TreeEntry>): Promise<string>;
  updateTree(baseRoot: string, changes: ReadonlyMap<string, string | undefined>): Promise<string>;

  readTree(root: string): Promise<TreeEntry[]>;
  /** What changed from one tree to the other, reading only the shards that differ. */
  diffTrees(
    from: string | undefined,
    to: string,
  ): Promise<{ changed: TreeEntry[]; removed: string[] }>;
  /** Reads objects by digest; checks each against its digest (E_STORE_CORRUPT). */
  readServiceObjects(digests: readonly string[]): Promise<Map<string, ServiceObject>>;
  readSnatObjects(digests: readonly string[]): Promise<Map<string, SnatObject>>;
  readNodeObject(digest: string): Promise<NodeObject>;

  /**
   * Records a generation if the cluster's newest is its parent, else E_CONFLICT: two controllers
   * cannot both number the same one.
   */
  putGeneration(generation: Generation): Promise<void>;

  /**
   * All of a publication in as few round trips as it allows (two for a changed weight): stores the
   * objects and the tree, records generation `parent + 1` and moves the refs, in this order or in
   * one transaction. `nextRef` is asked for each of `nodes`; see `RefStore.updateRef`. Repeating
   * it with the same content is harmless.
   * @throws E_CONFLICT when the cluster's newest generation is not `parent`; E_FENCED when `fence`
   * is given and that role has another holder now.
   */
  commitGeneration(publication: {
    readonly cluster: string;
    /** Spec revision it was compiled from. */
    readonly revision: number;
    /** 0 and no `baseRoot` for the first generation. */
    readonly parent: number;
    readonly baseRoot: string | undefined;
    /** Names of tree entries with their new digests; undefined: removed. */
    readonly treeChanges: ReadonlyMap<string, string | undefined>;
    readonly services: readonly ServiceObject[];
    /** Gateways and zones. */
    readonly snatObjects?: readonly SnatObject[] | undefined;
    readonly nodeObjects: readonly NodeObject[];
    readonly nodes: readonly string[];
    readonly nextRef: (
      node: string,
      current: NodeRef | undefined,
      generation: Generation,
    ) => NodeRef | undefined;
    readonly fence?: { readonly role: string; readonly token: number } | undefined;
  }): Promise<Generation>;
  newestGeneration(cluster: string): Promise<Generation | undefined>;
  /** Undefined when there never was such a one, or it is not kept any more. */
  readGeneration(cluster: string, generation: number): Promise<Generation | undefined>;
}

/** The refs: what each director is to run, and whether it is to be in service. */
export interface RefStore {
  readRef(node: string): Promise<NodeRef | undefined>;
  readRefs(): Promise<NodeRef[]>;
  /**
   * Changes one ref by compare-and-swap, retried while others write (bounded). `change` gets the
   * current ref and returns the next, or undefined to leave it; it may be asked several times.
   * Returns what then stands.
   */
  updateRef(
    node: string,
    change: (current: NodeRef | undefined) => NodeRef | undefined,
  ): Promise<NodeRef | undefined>;
  /**
   * The same for a procedure, in one transaction with the proof that the cluster's lock is held:
   * E_FENCED unless `token` is the create revision of the lock right now and not older than the
   * ref's, also when `change` leaves the ref. The ref gets the token, the time of writing and,
   * unless it is a revert, the generation that this holder found, which is kept from the sweep.
   * E_NOT_FOUND when the generation is not kept.
   */
  moveRef(move: {
    readonly node: string;
    readonly lockDomain: string;
    readonly token: number;
    readonly change: (current: NodeRef | undefined) => NodeRef | undefined;
  }): Promise<NodeRef | undefined>;
  deleteRef(node: string): Promise<void>;
  /**
   * Sets the admin state and appends the AdminStateChanged event to the node's log in one
   * transaction, guarded by the lock: E_FENCED unless `token` is the create revision of the
   * cluster's lock right now and not older than the ref's. Already so: no event. E_NOT_FOUND
   * without a ref; E_CONFLICT when it is in none of `expectFrom`.
   */
  setAdminState(change: {
    readonly node: string;
    readonly to: AdminState;
    readonly expectFrom?: readonly AdminState[] | undefined;
    readonly lockDomain: string;
    readonly token: number;
    readonly origin: Origin;
  }): Promise<{ readonly from: AdminState }>;
  /** The ref now and at each change (undefined: none), newest wins, none stale. */
  followRef(options: {
    readonly node: string;
    readonly onRef: (ref: NodeRef | undefined) => void;
    /** Connected or not; for the agent's status. */
    readonly onConnection?: (connected: boolean) => void;
    readonly onFailed: (error: unknown) => void;
  }): Promise<Subscription>;
  followRefs(options: {
    readonly onRefs: (refs: ReadonlyMap<string, NodeRef>) => void;
    readonly onFailed: (error: unknown) => void;
  }): Promise<Subscription>;
}

/** Locks owned by workflows, without lease (operations I8-I11). */
export interface LockStore {
  /** Takes the lock or says who has it. The same owner gets the same token again. */
  acquire(lock: {
    readonly domain: string;
    readonly owner: string;
    readonly reason: string;
  }): Promise<{ readonly token: number } | { readonly heldBy: Lock }>;
  /** Frees it if the owner holds it; otherwise nothing happens. Returns whether it was held. */
  release(domain: string, owner: string): Promise<boolean>;
  readLocks(): Promise<Array<Lock & { readonly token: number }>>;
}

/** One holder of a role at a time (the active controller); writes are fenced by `token`. */
export interface Election {
  /**
   * Campaigns until `signal` aborts. Each `onElected` is followed by one `onLost`, within the TTL
   * and before anybody else can be elected, also when the signal aborts. Rejects only on a defect.
   */
  campaign(options: {
    readonly role: string;
    readonly candidate: string;
    readonly signal: AbortSignal;
    readonly onElected: (token: number) => void;
    readonly onLost: () => void;
  }): Promise<void>;
}

export interface Store extends ConfigStore, PlanStore, RefStore, LockStore, Election, StoreUpkeep {
  /** Whether etcd answers a linearizable read within a second. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}
