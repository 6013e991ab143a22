/**
 * What is checked and what comes of it, and what errors of the kernel are called in people's words.
 */
import type { HealthCheck } from '../../schemas/resources/health-check.ts';
import { STALL_MS } from './limits.ts';

export interface CheckTarget {
  readonly address: string;
  readonly port: number;
  readonly check: HealthCheck;
  /** The director's address to check from; the kernel's choice when absent. */
  readonly sourceAddress?: string | undefined;
}

export interface CheckResult {
  readonly verdict: 'success' | 'failure' | 'inconclusive';
  readonly reason: string;
}

export const success = (reason: string): CheckResult => ({ verdict: 'success', reason });
export const failure = (reason: string): CheckResult => ({ verdict: 'failure', reason });
export const inconclusive = (reason: string): CheckResult => ({ verdict: 'inconclusive', reason });

export const timedOut = ({ check }: CheckTarget) => failure(`timeout after ${check.timeoutMs} ms`);
export const CANCELLED = inconclusive('cancelled');

/** What the network or the real server did (connect(2), tcp(7)). */
const THEIR_FAULTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection reset',
  EHOSTUNREACH: 'no route to host',
  EHOSTDOWN: 'host is down',
  ENETUNREACH: 'network unreachable',
  ETIMEDOUT: 'timeout of the kernel',
  EACCES: 'forbidden by a firewall rule',
  EPERM: 'forbidden by a firewall rule',
};

/** Undefined codes count as the director's own fault: they must not take a real server down. */
export function ofError(error: NodeJS.ErrnoException): CheckResult {
  const code = error.code ?? '';
  const words = THEIR_FAULTS[code];
  if (words !== undefined) return failure(words);
  if (code.startsWith('HPE_')) return failure('the answer is not HTTP');
  return inconclusive(`the check itself failed: ${code === '' ? error.message : code}`);
}

/** An agent that stood still itself has not waited for the real server, so it cannot judge it. */
function afterTime(target: CheckTarget, lateMs: number): CheckResult {
  const isStalled = lateMs > Math.min(target.check.timeoutMs / 2, STALL_MS);
  return isStalled
    ? inconclusive(`the agent stood still for ${Math.round(lateMs)} ms`)
    : timedOut(target);
}

/**
 * Runs `start` and settles once: by its own verdict, after the check's timeout, or when aborted.
 * `stop` is called exactly once, whatever ended it.
 */
export function settleOnce(
  target: CheckTarget,
  signal: AbortSignal,
  start: (settle: (result: CheckResult) => void) => () => void,
): Promise<CheckResult> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(CANCELLED);
    let isSettled = false;
    let stop: (() => void) | undefined;
    const cancel = () => settle(CANCELLED);
    const startMs = performance.now();
    const timer = setTimeout(() => {
      const lateMs = performance.now() - startMs - target.check.timeoutMs;
      // First what has arrived meanwhile: Node runs late timers before the sockets' events.
      setImmediate(() => settle(afterTime(target, lateMs)));
    }, target.check.timeoutMs);
    const settle = (result: CheckResult) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      stop?.();
      resolve(result);
    };
    signal.addEventListener('abort', cancel, { once: true });
    stop = start(settle);
    if (isSettled) stop();
  });
}
