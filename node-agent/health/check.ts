/**
 * One check of one real server: what is asked, and what came of it in people's words. A fault of
 * the director itself (no file handles, no memory) is inconclusive: it says nothing about the real
 * server, and counting it would empty every service at once.
 */
import type { CheckResult, CheckTarget } from './check-result.ts';
import { checkHttp } from './http-check.ts';
import { checkTcp } from './tcp-check.ts';

/** Never rejects; ends within the check's timeout, and at once (inconclusive) when aborted. */
export function runCheck(target: CheckTarget, signal: AbortSignal): Promise<CheckResult> {
  return target.check.type === 'http' ? checkHttp(target, signal) : checkTcp(target, signal);
}
