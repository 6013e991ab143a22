/**
 * What keeps the store from growing for ever: archive, snapshots, trim, sweep, compaction, and a
 * look at how full etcd is. Each step may be repeated, and killed at any point; each write of the
 * keeper is fenced by its role.
 */
import type { KeeperReport } from '../../schemas/keeper.ts';
import type { EventArchive } from '../archive/contract.ts';
import type { Fence } from '../fence.ts';

export interface KeepPolicy {
  /** Events older than this may go from etcd, once archived. */
  readonly keepMs: number;
  /** So may those beyond this many, however young. */
  readonly keepEvents: number;
  /** A trim of fewer events is not worth its snapshot. */
  readonly trimAtLeast: number;
  /** A snapshot is taken after this many events, or when this old and there are any. */
  readonly snapshotEvents: number;
  readonly snapshotMs: number;
  /** Generations kept of each cluster, beside those that a ref names. */
  readonly keepGenerations: number;
  /** What was written since then is never swept, and its etcd history never compacted. */
  readonly sweepGraceMs: number;
  readonly compactGraceMs: number;
  /** etcd's `--quota-backend-bytes`, which it does not tell. */
  readonly quotaBytes: number;
}

export interface StoreUsage {
  /** Of the fullest member: bytes of its file, and those of them in use. */
  readonly dbBytes: number;
  readonly inUseBytes: number;
  /** etcd takes no writes any more. */
  readonly isOutOfSpace: boolean;
  /** Members that did not answer. */
  readonly silent: number;
}

export interface SweepReport {
  readonly generations: number;
  readonly objects: number;
  readonly trees: number;
  /** What the sweep looked at and left. */
  readonly kept: number;
}

export interface StoreUpkeep {
  /**
   * Archives what is new of the config log, and the refs; how many events that were.
   * @throws E_STORE_CORRUPT when the archive is ahead of the log, so of another one
   */
  archiveEvents(archive: EventArchive): Promise<number>;
  /**
   * Takes a snapshot if the policy says that one is due; its revision.
   * @throws E_STORE_CORRUPT when the folded spec is not the fold of the log
   */
  snapshot(policy: KeepPolicy, fence?: Fence): Promise<number | undefined>;
  /**
   * Deletes events that the policy does not keep, after they were read back from the archive and
   * proved; how many were given up. @throws E_STORE_CORRUPT, E_NOT_FOUND and deletes nothing
   */
  trim(archive: EventArchive, policy: KeepPolicy, fence?: Fence): Promise<number>;
  /** Notes which revision etcd is at now; `sweep` and `compact` go by these notes. */
  noteRevision(policy: KeepPolicy, fence?: Fence): Promise<void>;
  /** Deletes objects, trees and generations that nothing kept reaches. */
  sweep(policy: KeepPolicy, fence?: Fence): Promise<SweepReport>;
  /** Lets etcd forget how keys were before the grace; the revision, if there was one to go to. */
  compact(policy: KeepPolicy): Promise<number | undefined>;
  readUsage(): Promise<StoreUsage>;
  /**
   * Gives the free pages of one member after another back to its disk. A member answers nothing
   * meanwhile (about a second for 100 MB in use), so one that is alone stands still.
   */
  defragment(): Promise<void>;
  /** Leaves what was found for `readReport`, with how far the log is archived and trimmed. */
  report(
    found: Pick<KeeperReport, 'dbBytes' | 'quotaBytes' | 'alarms'> & {
      readonly archive: EventArchive | undefined;
    },
    fence?: Fence,
  ): Promise<void>;
  /** The keeper's last report; whether etcd is out of space is asked now. Within a second. */
  readReport(): Promise<KeeperReport | undefined>;
  /**
   * Fills an empty cell from an archive; the revision it is at then. For a store that is lost.
   * `generationsAbove`: the highest generation that any director runs, where the archived refs do
   * not tell; agents refuse older ones.
   * @throws E_CONFLICT when the cell has a log, or etcd's revision is not above the old one's;
   * E_NOT_FOUND, E_STORE_CORRUPT
   */
  rebuild(archive: EventArchive, generationsAbove: number): Promise<number>;
  /**
   * After etcd was put back from an older snapshot: numbers generations and the refs' tokens above
   * what agents can have seen since; how many refs there are. For when no controller runs.
   * @throws E_CONFLICT when somebody writes meanwhile
   */
  raise(generationsAbove: number): Promise<number>;
}
