/** Faults of the Temporal client in the words of Sluice. Away is an ordinary fault, and retryable. */
import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { FleetError } from '../../schemas/errors.ts';

/** `notFound` says what there is none of. @throws FleetError, or the error if it is a defect */
export function translateFault(error: unknown, notFound: string): never {
  if (error instanceof FleetError) throw error;
  if (error instanceof WorkflowNotFoundError) {
    throw new FleetError('E_NOT_FOUND', notFound, { cause: error });
  }
  if (isAway(error)) {
    // Not "nothing was started": an answer that did not come may have been a yes.
    throw new FleetError('E_TEMPORAL_AWAY', 'Temporal does not answer', {
      cause: error,
      hint:
        'the fleet runs on as it is; see that the Temporal server and the worker run, then try ' +
        'again: a procedure that was started after all is joined',
      retryable: true,
    });
  }
  throw error;
}

/** gRPC codes of a server that is not there, too slow or too busy (grpc/status.md). */
const AWAY_CODES: readonly number[] = [
  1, // CANCELLED: the connection went down under the call
  4, // DEADLINE_EXCEEDED: also a query that no worker answers
  8, // RESOURCE_EXHAUSTED
  14, // UNAVAILABLE
];
/** A query of a task queue that no worker has polled lately (FAILED_PRECONDITION). */
const NO_WORKER = { code: 9, text: /no poller|worker/i } as const;
/** The client wraps the error of the call as the cause of its own, once or twice. */
const CAUSES_MAX = 5;

function isAway(error: unknown): boolean {
  let seen = error;
  for (let depth = 0; depth < CAUSES_MAX && seen instanceof Error; depth += 1) {
    // An update that no worker took up in time.
    if (seen instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
    if (isGrpcServiceError(seen)) {
      const { code, details } = seen;
      return AWAY_CODES.includes(code) || (code === NO_WORKER.code && NO_WORKER.text.test(details));
    }
    seen = seen.cause;
  }
  return false;
}
