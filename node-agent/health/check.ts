/**
 * One check of one real server: what is asked, and what came of it in people's words. A fault of
 * the director itself (no file handles, no memory) is inconclusive: it says nothing about the real
 * server, and counting it would empty every service at once.
 */
import type { HealthCheck } from '../../schemas/resources/health-check.ts';
import { checkHttp } from './http-check.ts';
import { checkTcp } from './tcp-check.ts';

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

/** Never rejects; ends within the check's timeout, and at once (inconclusive) when aborted. */
export function runCheck(target: CheckTarget, signal: AbortSignal): Promise<CheckResult> {
  return target.check.type === 'http' ? checkHttp(target, signal) : checkTcp(target, signal);
}
