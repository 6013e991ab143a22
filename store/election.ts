/**
 * One holder of a role at a time. The role is a key on a lease; its create revision is the token
 * that fences the holder's writes. The lease only decides when a successor may come: a holder
 * believes in its own election until two thirds of the TTL have passed since the last renewal that
 * it knows of began, by a clock that never jumps, so it has stopped before the key can be gone.
 * (etcd3's own election notices a lost lease up to a TTL too late.)
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { StoreContext } from './context.ts';
import type { Election } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import { isAwayFault, isLeaseGoneFault } from './etcd/faults.ts';
import { renewLease } from './etcd/renew-lease.ts';
import { absent, keyRange, putOp } from './etcd/requests.ts';
import { watchSnapshot } from './etcd/snapshot-watch.ts';
import { CALL_DEADLINE_MS, WATCH_PAUSE_MAX_MS } from './limits.ts';
import { watchLog } from './watch-log.ts';

type Campaign = Parameters<Election['campaign']>[0];

/** A role that was won. */
interface Won {
  readonly token: number;
  readonly lease: string;
  /** performance.now() before the lease was granted. */
  readonly since: number;
}

export function makeElection(context: StoreContext, ttlSeconds: number): Election {
  return { campaign: (options) => campaign(context, ttlSeconds, options) };
}

async function campaign(
  context: StoreContext,
  ttlSeconds: number,
  options: Campaign,
): Promise<void> {
  const { role, candidate } = options;
  const { log, clients } = context;
  const signal = AbortSignal.any([options.signal, clients.closing]);
  while (!signal.aborted) {
    try {
      await untilFree(context, role, signal);
      if (signal.aborted) return;
      const won = await tryWin(context, ttlSeconds, options);
      if (won === undefined) continue;
      log.info({ role, candidate, token: won.token }, 'elected');
      options.onElected(won.token);
      try {
        await hold(context, ttlSeconds, won, { ...options, signal });
      } finally {
        log.warn({ role, candidate, token: won.token }, 'no longer elected');
        options.onLost();
      }
      await revoke(context, won.lease);
    } catch (error) {
      if (!isAwayFault(error)) throw error;
      log.warn({ role, candidate, err: error }, 'the campaign waits for etcd');
      await pause(WATCH_PAUSE_MAX_MS, signal);
    }
  }
}

/** Resolves when nobody holds the role, or the signal aborts. */
async function untilFree(context: StoreContext, role: string, signal: AbortSignal) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const watch = watchSnapshot({
    clients: context.clients,
    range: keyRange(context.keys.election(role)),
    onSnapshot: (values) => {
      if (values.length === 0) resolve();
    },
    onChanges: (changes) => {
      if (changes.at(-1)?.value === undefined) resolve();
    },
    onFailed: reject,
    ...watchLog(context, `role ${role}`),
  });
  const stop = () => resolve();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    await promise;
  } finally {
    signal.removeEventListener('abort', stop);
    await watch.close();
  }
}

async function tryWin(
  { clients, keys }: StoreContext,
  ttlSeconds: number,
  { role, candidate }: Campaign,
): Promise<Won | undefined> {
  const call = beginCall(clients.unary, `campaigning for ${role}`);
  const since = performance.now();
  const { ID: lease } = await call.repeatable((deadline) =>
    clients.unary.leaseClient.leaseGrant({ TTL: ttlSeconds, ID: 0 }, { deadline }),
  );
  const key = keys.election(role);
  const answer = await call.cas({
    compare: [absent(key)],
    success: [putOp(key, Buffer.from(candidate), lease)],
    failure: [],
  });
  if (answer.succeeded) return { token: answer.revision, lease, since };
  // Another was first, or an attempt of ours whose answer was lost: with the lease the key goes.
  await revoke({ clients }, lease);
  return undefined;
}

/** Renews the lease; resolves when the role is lost or the signal aborts. */
async function hold(
  context: StoreContext,
  ttlSeconds: number,
  won: Won,
  { role, signal }: Campaign,
): Promise<void> {
  const { clients, keys } = context;
  const beliefMs = (ttlSeconds * 1_000 * 2) / 3;
  const everyMs = (ttlSeconds * 1_000) / 3;
  const RETRY_MS = 100;
  let renewedAt = won.since;
  let waitMs = everyMs;
  for (;;) {
    const leftMs = renewedAt + beliefMs - performance.now();
    if (leftMs <= 0) return;
    await pause(Math.min(waitMs, leftMs), signal);
    if (signal.aborted) return;
    const startedAt = performance.now();
    const timeoutMs = renewedAt + beliefMs - startedAt;
    if (timeoutMs <= 0) return;
    try {
      await renewLease(clients.unary, won.lease, timeoutMs);
      const call = beginCall(clients.unary, `checking the role ${role}`, timeoutMs);
      const { value } = await call.get(keys.election(role));
      // Deleted by a person, who wants another to take over.
      if (value?.createRevision !== won.token) return;
      renewedAt = startedAt;
      waitMs = everyMs;
    } catch (error) {
      if (isLeaseGoneFault(error)) return;
      if (!isAwayFault(error)) throw error;
      waitMs = RETRY_MS;
    }
  }
}

/** So that a successor need not wait for the end of the lease. It ends by itself anyway. */
async function revoke({ clients }: Pick<StoreContext, 'clients'>, lease: string): Promise<void> {
  const call = beginCall(clients.unary, 'giving a role back', CALL_DEADLINE_MS);
  try {
    await call.repeatable((deadline) =>
      clients.unary.leaseClient.leaseRevoke({ ID: lease }, { deadline }),
    );
  } catch (error) {
    if (!isAwayFault(error) && !isLeaseGoneFault(error)) throw error;
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
