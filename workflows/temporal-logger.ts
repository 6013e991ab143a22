/**
 * Temporal's log lines into ours: one JSON line each, with the fields that the SDK binds. Lines of
 * its native core come the same way (Runtime, log forwarding).
 */
import type { Logger as TemporalLogger } from '@temporalio/common';
import type { Logger } from 'pino';

export function toTemporalLogger(logger: Logger): TemporalLogger {
  const own = logger.child({ part: 'temporal' });
  const line =
    (level: 'trace' | 'debug' | 'info' | 'warn' | 'error'): TemporalLogger['info'] =>
    (message, fields) =>
      own[level](fields ?? {}, message);
  const byLevel = {
    trace: line('trace'),
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
  };
  return {
    ...byLevel,
    log: (level, message, fields) =>
      byLevel[level.toLowerCase() as keyof typeof byLevel](message, fields),
  };
}
