/**
 * Answers of commands by idempotency key. The key is written in the transaction of the command
 * itself, so it is there exactly when the command took effect. It holds the place of the event in
 * the log, not a copy.
 *
 * Keys end by lease after IDEMPOTENCY_HOURS. A lease costs etcd memory and a timer, so one lease
 * serves all commands of an hour of this process and lives an hour longer than promised.
 */
import type { StoreContext } from './context.ts';
import type { EtcdCall } from './etcd/call.ts';
import { IDEMPOTENCY_HOURS } from './limits.ts';

export interface IdempotencyLease {
  /** Id of a lease with at least IDEMPOTENCY_HOURS to live. */
  current(call: EtcdCall): Promise<string>;
  /** Etcd does not know that lease any more: the next one is new. */
  forget(lease: string): Promise<void>;
}

const HOUR_S = 3_600;

interface Granted {
  readonly lease: Promise<string>;
  readonly at: number;
}

export function makeIdempotencyLease({ clients }: StoreContext): IdempotencyLease {
  let granted: Granted | undefined;
  const grant = async (call: EtcdCall) => {
    const answer = await call.repeatable((deadline) =>
      clients.unary.leaseClient.leaseGrant(
        { TTL: (IDEMPOTENCY_HOURS + 1) * HOUR_S, ID: 0 },
        { deadline },
      ),
    );
    return answer.ID;
  };
  return {
    current: (call) => {
      if (granted !== undefined && performance.now() - granted.at < HOUR_S * 1_000) {
        return granted.lease;
      }
      const mine: Granted = { lease: grant(call), at: performance.now() };
      granted = mine;
      // A grant that failed is not kept; those who wait for it hear of the failure themselves.
      mine.lease.catch(() => {
        if (granted === mine) granted = undefined;
      });
      return mine.lease;
    },
    forget: async (lease) => {
      const known = granted;
      if ((await known?.lease) === lease && granted === known) granted = undefined;
    },
  };
}
