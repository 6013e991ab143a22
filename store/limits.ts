/**
 * Bounds of this room: deadlines, pages, retries, caches. What one change may hold is bounded in
 * schemas/limits.ts, because the API says it to people.
 */
import { OBJECT_BYTES_MAX, RESOURCES_PER_COMMIT_MAX } from '../schemas/limits.ts';

/**
 * A public method answers or fails within this, and one that reads or writes many pages within
 * this for each; workflows give a port call the same time.
 */
export const CALL_DEADLINE_MS = 5_000;
/** One request of a call. Shorter, so that a dead link is left for a new one within the call. */
export const ATTEMPT_DEADLINE_MS = 2_000;
/** `isReachable` is asked by health endpoints, which are polled about every second. */
export const REACHABLE_DEADLINE_MS = 1_000;
/** Pause between attempts: short, since a restart of etcd takes about a second. */
export const RETRY_PAUSE_MIN_MS = 20;
export const RETRY_PAUSE_MAX_MS = 250;

/** Keys of one page; with the largest values allowed a page is half of RECEIVE_BYTES_MAX. */
export const PAGE_KEYS = 1_000;
/** Keys of one page when their values are not asked for: about 1 MiB. */
export const KEYS_PAGE = 10_000;
/** gRPC's default of 4 MiB makes etcd3 lose watch batches silently (packages.md 2.2 B). */
export const RECEIVE_BYTES_MAX = 64 * 1024 * 1024;
/** A list that is compacted away under its reader starts over; three times is bad luck enough. */
export const LIST_STARTS_MAX = 3;
/** Requests in flight when many small batches are read or written. */
export const BATCHES_AT_ONCE = 4;

/** etcd creates a watch in milliseconds; after this the stream is taken for dead. */
export const WATCH_CREATE_TIMEOUT_MS = 5_000;
/** Pause before a broken watch is made again; doubles up to the maximum, with jitter. */
export const WATCH_PAUSE_MIN_MS = 50;
export const WATCH_PAUSE_MAX_MS = 1_000;
/** A watch that lasted so long was well: the next pause is the shortest again. */
export const WATCH_STEADY_MS = 5_000;

/** Writers of one ref are a controller and a workflow; each lost race is one attempt. */
export const CAS_ATTEMPTS_MAX = 64;
/** Refs moved by one transaction: each is a guard and a put, beside the generation's own. */
export const REFS_PER_TXN = 100;

/** How long a repeated command finds its first answer (operations 6.2). */
export const IDEMPOTENCY_HOURS = 72;

/** An active controller that dies is followed by another after this at the latest. */
export const ELECTION_TTL_S = 9;

/** Decoded shards and roots kept: the shards of a handful of trees. About 20 MiB at most. */
export const CACHED_SHARDS_MAX = 1_024;
export const CACHED_ROOTS_MAX = 32;

/** Content in chunks, unpacked: 20,000 of the largest resources. Memory of a reader. */
export const CONTENT_BYTES_MAX = RESOURCES_PER_COMMIT_MAX * OBJECT_BYTES_MAX;
/** Snapshots kept beside the one that a trimmed log begins with: the newest may be half read. */
export const SNAPSHOTS_KEPT = 2;
/** Resources worked on before other work of the process gets its turn: about a millisecond. */
export const YIELD_EVERY = 200;
/** Events deleted by one transaction of a trim: etcd applies it while nothing else is applied. */
export const TRIM_EVENTS_PER_TXN = 1_000;
/** Keys of one transaction of a sweep: each is a guard and a deletion beside the fence. */
export const SWEEP_KEYS_PER_TXN = 100;
/** A commit that finds a large one half folded finishes it; this many in a row is a defect. */
export const UNFOLDED_IN_A_ROW_MAX = 64;
/** Times a publication is prepared again because a sweep began under it: they begin minutes apart. */
export const SWEEPS_MET_MAX = 4;
/** A member writes its whole file anew: about 100 MB a second on a slow disk, and 8 GiB at most. */
export const DEFRAGMENT_DEADLINE_MS = 120_000;
