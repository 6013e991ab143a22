/**
 * How long each kind of activity is tried (operations.md: transient, precondition, fenced). What
 * is refused for good is marked by the activity itself (map-fault.ts). Bundled with the workflows:
 * imports nothing with I/O.
 */
import type { ActivityOptions } from '@temporalio/common';

/** Twice PORT_CALL_MAX_MS: an attempt is over before the next one starts. */
const EFFECT_START_TO_CLOSE_MS = 10_000;
/** Up to four calls: to take over a dead owner's lock it is asked for, judged, freed and taken. */
const ACQUIRE_START_TO_CLOSE_MS = 25_000;
/** Both questions of a look go out at once; an agent is asked twice before it is called silent. */
const SURVEY_START_TO_CLOSE_MS = 20_000;
const SURVEY_HEARTBEAT_TIMEOUT_MS = 5_000;

/** 1 + 2 + 4 + 8 s of pauses: rides out the restart of a server. */
const TRANSIENT = {
  initialInterval: 1_000,
  backoffCoefficient: 2,
  maximumInterval: 30_000,
  maximumAttempts: 5,
};

export const SURVEY: ActivityOptions = {
  startToCloseTimeout: SURVEY_START_TO_CLOSE_MS,
  heartbeatTimeout: SURVEY_HEARTBEAT_TIMEOUT_MS,
  retry: TRANSIENT,
};

export const EFFECT: ActivityOptions = {
  startToCloseTimeout: EFFECT_START_TO_CLOSE_MS,
  retry: TRANSIENT,
};

export const ACQUIRE: ActivityOptions = {
  startToCloseTimeout: ACQUIRE_START_TO_CLOSE_MS,
  retry: TRANSIENT,
};

/**
 * Taking back is not given up for a server that is away for a while: an hour is longer than an
 * outage that nobody looks at, and shorter than a shift.
 */
const UNDO_GIVE_UP_MS = 3_600_000;

export const UNDO: ActivityOptions = {
  startToCloseTimeout: EFFECT_START_TO_CLOSE_MS,
  scheduleToCloseTimeout: UNDO_GIVE_UP_MS,
  retry: { initialInterval: 1_000, backoffCoefficient: 2, maximumInterval: 30_000 },
};
