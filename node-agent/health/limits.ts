/** Bounds and times of the health checks. Each says why it is that number. */

/**
 * Checks under way at the same time. A real server that swallows packets holds a slot for its
 * whole timeout: 1,000 of them at 1 s each still leave every one a check a second.
 */
export const CHECKS_IN_FLIGHT_MAX = 1_000;
/** A fresh target gets its first check within this, however long its interval is. */
export const FIRST_CHECK_WITHIN_MS = 2_000;
/** A fresh target that fails is checked again this soon, so that its verdict comes fast. */
export const FRESH_INTERVAL_MS = 250;
/** Share of the interval by which a check may come early or late, so that none fall in step. */
export const JITTER_SHARE = 0.05;
/** How much of a body is searched for the expected text; the schema promises it. */
export const BODY_BYTES_MAX = 64 * 1024;
/** A timer that is later than this shows that the agent stood still; a busy machine stays below. */
export const STALL_MS = 500;
/** Checks that run an interval late or more are told of, no more often than this. */
export const LATE_REPORT_EVERY_MS = 60_000;
