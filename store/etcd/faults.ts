/**
 * What an error of etcd3 means to us. Three kinds matter: the server or the link is away (the
 * outcome of a write is then unknown), the revision asked for is compacted, and everything else,
 * which the server said no to, so nothing was written.
 */
import { isBrokenCircuitError } from 'cockatiel';
import {
  ClientClosedError,
  EtcdAuthenticationFailedError,
  EtcdInvalidAuthTokenError,
  EtcdLeaseInvalidError,
  EtcdPermissionDeniedError,
  GRPCAbortedError,
  GRPCCancelledError,
  GRPCDeadlineExceededError,
  GRPCInternalError,
  GRPCOutOfRangeError,
  GRPCResourceExhastedError,
  GRPCUnavailableError,
  GRPCUnknownError,
} from 'etcd3';
import { FleetError } from '../../schemas/errors.ts';

const AWAY = [
  GRPCUnavailableError,
  GRPCDeadlineExceededError,
  GRPCCancelledError,
  GRPCAbortedError,
  GRPCInternalError,
  GRPCUnknownError,
  // The token died with the server that gave it; the client gets a new one for the next attempt.
  EtcdInvalidAuthTokenError,
];

/** No definite answer came; a repeat may get one. The request may have been carried out. */
export function isAway(error: unknown): boolean {
  return (
    AWAY.some((kind) => error instanceof kind) ||
    (error instanceof Error && isBrokenCircuitError(error))
  );
}

/** A fault of ours whose cause is that the history asked for is gone: a list begins anew. */
export function isCompactedFault(error: unknown): boolean {
  return error instanceof FleetError && error.cause instanceof GRPCOutOfRangeError;
}

/** A fault of ours whose cause is that the lease of a put has ended. */
export function isLeaseGoneFault(error: unknown): boolean {
  return error instanceof FleetError && error.cause instanceof EtcdLeaseInvalidError;
}

/** An error of the client as the rest of Sluice knows it. FleetErrors pass unchanged. */
export function toFleetError(error: unknown, doing: string): FleetError {
  if (error instanceof FleetError) return error;
  if (error instanceof ClientClosedError) {
    return new FleetError('E_STORE_AWAY', `this program has closed its store: ${doing}`, {
      cause: error,
    });
  }
  if (isAway(error)) {
    return new FleetError('E_STORE_AWAY', `etcd does not answer: ${doing}`, {
      retryable: true,
      hint: 'the fleet runs on as it is; check the etcd servers and the network, then try again',
      cause: error,
    });
  }
  if (
    error instanceof EtcdPermissionDeniedError ||
    error instanceof EtcdAuthenticationFailedError
  ) {
    return new FleetError('E_STORE_AWAY', `etcd refuses this program: ${doing}`, {
      hint: 'check its certificate or password, and the role that etcd gives it',
      cause: error,
    });
  }
  if (error instanceof GRPCResourceExhastedError) {
    return new FleetError('E_STORE_AWAY', `etcd has no room: ${doing}`, {
      retryable: true,
      hint: 'see "etcdctl endpoint status": compact, defragment and disarm a NOSPACE alarm',
      cause: error,
    });
  }
  return new FleetError('E_INTERNAL', `etcd refused a request: ${doing}`, { cause: error });
}

/** A fault of ours that another attempt may mend. */
export function isAwayFault(error: unknown): boolean {
  return error instanceof FleetError && error.code === 'E_STORE_AWAY';
}
