/**
 * What a failed activity means to the rules: refused for good, overtaken by another owner of the
 * lock, or tried to the end of its patience.
 */
import { type ActivityFailure, ApplicationFailure } from '@temporalio/workflow';
import type { Failure } from './command.ts';

export function toFailure(error: ActivityFailure): Failure {
  const { cause, activityType } = error;
  if (!(cause instanceof ApplicationFailure)) {
    const message = `${activityType} had no answer in time`;
    return { code: 'timeout', message, kind: 'transient' };
  }
  const code = cause.type ?? 'E_INTERNAL';
  const refused = code === 'E_FENCED' ? 'fenced' : 'precondition';
  return { code, message: cause.message, kind: cause.nonRetryable ? refused : 'transient' };
}
