/**
 * Operating faults: things that go wrong in a well-written system (a server is away, a writer lost
 * a race, a kernel refuses). Each carries a stable code that people and programs may rely on; the
 * list of codes is docs/errors.md, held equal to the code by a test. Programmer errors are plain
 * assertions and stay on in production.
 */
export class FleetError extends Error {
  readonly code: ErrorCode;
  /** How to mend it, one sentence for a person; empty when there is nothing to add. */
  readonly hint: string;
  /** True when the same call may succeed later without a change of its input. */
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: FleetErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'FleetError';
    this.code = code;
    this.hint = options.hint ?? '';
    this.retryable = options.retryable ?? false;
  }
}

export interface FleetErrorOptions {
  readonly hint?: string;
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/** Every stable code with what it means. A code is never reused for another meaning. */
export const ERROR_CODES = {
  E_INVALID: 'The input has problems; they are listed, and nothing was stored.',
  E_CONFLICT: 'Somebody else changed the same thing first; nothing of this change was stored.',
  E_REVISION: 'The fleet is no longer at the revision that the caller named.',
  E_TOO_LARGE: 'The change is larger than one event may be, or a director’s plan than one object.',
  E_NOT_FOUND: 'The named thing does not exist.',
  E_STORE_AWAY: 'etcd does not answer.',
  E_STORE_CORRUPT: 'The store holds something that breaks its own rules (digest, chain, sequence).',
  E_SCHEMA_NEWER: 'The stored object is of a newer schema than this program understands.',
  E_BUS_AWAY: 'NATS does not answer.',
  E_TEMPORAL_AWAY: 'Temporal does not answer.',
  E_NODE_SILENT: 'The node agent does not answer.',
  E_PLAN_STALE: 'The plan is older than the one that the node already runs.',
  E_FENCED: 'The command carries an older fencing token than the node has already seen.',
  E_DATAPLANE_APPLY: 'The dataplane refused a transaction; nothing of it took effect.',
  E_DATAPLANE_OBSERVE: 'The dataplane could not be read.',
  E_CAPABILITY: 'The driver of the cluster, or a rollout, cannot do what is asked.',
  E_MANAGEMENT_LOCKOUT: 'The plan would take an address that the node is managed by.',
  E_NOT_ADOPTED: 'Rules that are not of Sluice serve on the director what the plan is to serve.',
  E_ADOPT_REFUSED:
    'The director cannot be taken over, or given back, as it is; nothing was changed.',
  E_DRAIN_REFUSED: 'The drain would leave the service without a healthy director.',
  E_FROZEN: 'A Freeze is in the way; it says who, why and until when.',
  E_LOCK_HELD: 'Another procedure holds the lock.',
  E_PORT_TAKEN: 'The address and port are in use by another process.',
  E_NOT_ROOT: 'The step needs root.',
  E_PACKAGE_MISSING: 'A program that the step needs is not installed.',
  E_LAB: 'The lab could not do what was asked.',
  E_DISK: 'The disk refuses to take or to give back what must be kept.',
  E_USAGE: 'The command line is wrong.',
  E_API_AWAY: 'The Sluice API does not answer.',
  E_INTERNAL: 'A defect in Sluice; please report it with the log.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The chain of messages of an error and its causes, outermost first, for one print at the edge. */
export function causeChain(error: unknown): string[] {
  const chain: string[] = [];
  const DEPTH_MAX = 10; // a cause chain may hold a cycle made by a library
  for (let e: unknown = error; e !== undefined && e !== null && chain.length < DEPTH_MAX; ) {
    chain.push(e instanceof Error ? e.message : String(e));
    e = e instanceof Error ? e.cause : undefined;
  }
  return chain;
}

/** For switches that must cover every case: a new case fails the type check here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
