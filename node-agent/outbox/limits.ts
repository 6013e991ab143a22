/** Bounds and times of the outbox. Each says why it is that number. */

export interface OutboxLimits {
  /** Bytes on disk: about 200,000 events of 300 bytes, days of a director that flaps. */
  readonly bytesMax: number;
  /** A file is deleted as a whole when it is sent or dropped, so this is the grain of both. */
  readonly segmentBytes: number;
  /** One event; what is larger is replaced by an EventsLost that says so. NATS takes 1 MiB. */
  readonly eventBytesMax: number;
  /** Events that wait for the disk; a disk that hangs must not eat the agent's memory. */
  readonly queueMax: number;
  /** Waits between tries to send, doubling; a server that comes back is found within the last. */
  readonly retryMinMs: number;
  readonly retryMaxMs: number;
  /** How long close() goes on sending, so that an orderly stop is heard of. */
  readonly closeDrainMs: number;
}

export const OUTBOX_LIMITS: OutboxLimits = {
  bytesMax: 64 * 1024 * 1024,
  segmentBytes: 1024 * 1024,
  eventBytesMax: 256 * 1024,
  queueMax: 10_000,
  retryMinMs: 100,
  retryMaxMs: 5_000,
  closeDrainMs: 1_000,
};

/** Events of one write and one fsync: an fsync costs milliseconds, a burst must not pay each. */
export const BATCH_MAX = 500;
