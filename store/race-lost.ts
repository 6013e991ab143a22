/**
 * The end of a compare-and-swap that others won every time. Attempts follow each other without a
 * pause: each begins with what the transaction that refused the last one has read, and a pause
 * would only make that old.
 */
import { FleetError } from '../schemas/errors.ts';

export function raceLost(what: string): FleetError {
  return new FleetError('E_CONFLICT', `others change ${what} without end`, { retryable: true });
}
