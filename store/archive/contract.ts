/**
 * An archive of events: what the log of etcd may be trimmed to because it is kept here. The same
 * events may be given more than once and by two keepers at once; what was taken stays. Beside them
 * it has the refs, which no event tells whole, for a store that must be rebuilt. A folder
 * (directory-archive.ts) is one; an object store or a JetStream stream can be others.
 */
import type { LogHead } from '../../schemas/codec/event-codec.ts';
import type { RevisionAt } from '../../schemas/codec/store-codec.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { LogName } from '../log-name.ts';

/** One event as it stands in etcd, which is what its successor's hash is taken over. */
export interface ArchivedEvent {
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** Packed changes of a large event. */
  readonly staged?: Uint8Array | undefined;
}

/** The spec right after event `head.seq`, packed as in a snapshot. */
export interface ArchivedSnapshot {
  readonly head: LogHead;
  readonly content: Uint8Array;
}

/** The refs as they stood at a revision of etcd: admin states, and how high tokens can be. */
export interface ArchivedRefs {
  readonly at: RevisionAt;
  readonly refs: readonly NodeRef[];
}

export interface EventArchive {
  /** The last event that is kept for good; seq 0 and hash '' when there is none. */
  end(log: LogName): Promise<{ readonly seq: number; readonly hash: string }>;
  /** The first of the events that are here without a gap up to the one before `seq`; else `seq`. */
  reachesBackTo(log: LogName, seq: number): Promise<number>;
  /**
   * Keeps events, in order and each following the one before it; durable when fulfilled. They
   * follow `end`, or begin anew behind a gap (another archive has what is between).
   * @throws E_STORE_CORRUPT when one does not follow, E_DISK
   */
  append(log: LogName, events: readonly ArchivedEvent[]): Promise<void>;
  /**
   * Events with `from <= seq <= to`, each proved to follow the one before it.
   * @throws E_NOT_FOUND at the first that is not here, E_STORE_CORRUPT
   */
  read(
    log: LogName,
    range: { readonly from: number; readonly to: number },
  ): AsyncIterable<ArchivedEvent>;
  putSnapshot(log: LogName, snapshot: ArchivedSnapshot): Promise<void>;
  /** The newest with `head.seq <= seq`. */
  snapshotBefore(log: LogName, seq: number): Promise<ArchivedSnapshot | undefined>;
  /** In the place of those that were kept before. */
  putRefs(refs: ArchivedRefs): Promise<void>;
  refs(): Promise<ArchivedRefs | undefined>;
}
