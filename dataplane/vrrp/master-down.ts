/**
 * VRRP timing (RFC 9568, 6.1), for bounds and for people. Pure.
 */

/**
 * Time, in whole milliseconds rounded up, after which a backup with that priority takes over from a
 * master that fell silent: 3 x interval + skew, skew = (256 - priority) x interval / 256.
 */
export function masterDownMs(instance: {
  readonly advertIntervalMs: number;
  readonly priority: number;
}): number {
  const { advertIntervalMs, priority } = instance;
  const skewMs = ((256 - priority) * advertIntervalMs) / 256;
  return Math.ceil(3 * advertIntervalMs + skewMs);
}
