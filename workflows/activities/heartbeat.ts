/**
 * Tells the server that a long activity is alive, so that a killed worker is noticed at once and
 * not at the end of the activity's whole time.
 */
import { Context } from '@temporalio/activity';

/** A third of SURVEY_HEARTBEAT_TIMEOUT_MS and more: two may be late on a busy machine. */
const HEARTBEAT_EVERY_MS = 1_500;

export async function withHeartbeat<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), HEARTBEAT_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
