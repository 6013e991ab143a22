/**
 * The JetStream stream that keeps the events of a cell, and where in it a reader has to start.
 */
import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  type JetStreamManager,
  type NatsConnection,
  NatsError,
  nanos,
  ReplayPolicy,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from 'nats';
import type { BusSubjects } from '../schemas/subjects.ts';
import {
  CONNECT_PATIENCE_MS,
  DUPLICATE_WINDOW_MS,
  EVENTS_AGE_MAX_MS,
  EVENTS_BYTES_MAX,
  LAST_EVENTS_MAX,
} from './limits.ts';

export interface EventStreamLimits {
  readonly bytesMax?: number | undefined;
  /** Servers that hold a copy: 1, 3 or 5. What is there stays when absent. */
  readonly replicas?: number | undefined;
}

/** Makes the stream, or brings one that differs into line. Idempotent. */
export async function ensureEventStream(
  manager: JetStreamManager,
  subjects: BusSubjects,
  { bytesMax = EVENTS_BYTES_MAX, replicas }: EventStreamLimits,
): Promise<void> {
  const wanted: Partial<StreamConfig> = {
    subjects: [subjects.events],
    max_age: nanos(EVENTS_AGE_MAX_MS),
    max_bytes: bytesMax,
    duplicate_window: nanos(DUPLICATE_WINDOW_MS),
    discard: DiscardPolicy.Old,
    ...(replicas === undefined ? {} : { num_replicas: replicas }),
  };
  const found = await findStream(manager, subjects.eventStream);
  if (found === undefined) {
    await manager.streams.add({
      ...wanted,
      name: subjects.eventStream,
      description: 'Sluice: events of the directors',
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
    });
  } else if (differs(found, wanted)) {
    await manager.streams.update(subjects.eventStream, { ...found, ...wanted });
  }
}

async function findStream(
  manager: JetStreamManager,
  name: string,
): Promise<StreamConfig | undefined> {
  try {
    return (await manager.streams.info(name)).config;
  } catch (error) {
    if (error instanceof NatsError && error.api_error?.err_code === STREAM_NOT_FOUND) {
      return undefined;
    }
    throw error;
  }
}

/** JSStreamNotFoundErr of nats-server's errors.json. */
const STREAM_NOT_FOUND = 10_059;

function differs(found: StreamConfig, wanted: Partial<StreamConfig>): boolean {
  const entries = Object.entries(wanted) as [keyof StreamConfig, unknown][];
  return entries.some(([key, value]) => JSON.stringify(found[key]) !== JSON.stringify(value));
}

export function managerOf(connection: NatsConnection): Promise<JetStreamManager> {
  return connection.jetstreamManager({ checkAPI: false, timeout: CONNECT_PATIENCE_MS });
}

/** What of the stream a reader wants; the whole stream without a filter. */
export interface EventSlice {
  readonly stream: string;
  readonly filterSubject?: string | undefined;
}

/**
 * The sequence from which on the slice holds its newest `last` events. With a filter it is found
 * by bisection: a consumer that starts at a sequence is told at its creation how many matching
 * events are ahead, and that number only falls as the start moves on. At most 53 steps.
 */
export async function startOfLast(
  manager: JetStreamManager,
  slice: EventSlice,
  last: number,
): Promise<number> {
  const { state } = await manager.streams.info(slice.stream);
  const wanted = Math.min(last, LAST_EVENTS_MAX);
  if (wanted <= 0) return state.last_seq + 1;
  if (slice.filterSubject === undefined) {
    return Math.max(state.first_seq, state.last_seq - wanted + 1);
  }
  let low = state.first_seq; // invariant: at least `wanted` from here on, unless it is the first
  let high = state.last_seq + 1; // invariant: fewer than `wanted` from here on
  if ((await countFrom(manager, slice, low)) <= wanted) return low;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((await countFrom(manager, slice, middle)) >= wanted) low = middle;
    else high = middle;
  }
  return low;
}

async function countFrom(
  manager: JetStreamManager,
  slice: EventSlice,
  sequence: number,
): Promise<number> {
  const consumer = await addConsumer(manager, slice, sequence);
  await manager.consumers.delete(slice.stream, consumer.name);
  return consumer.pending;
}

/** A consumer in the server's memory, without acknowledgements, gone by itself when not used. */
export async function addConsumer(
  manager: JetStreamManager,
  slice: EventSlice,
  sequence: number,
  idleMs = CONNECT_PATIENCE_MS,
): Promise<{ name: string; pending: number }> {
  const { name, num_pending: pending } = await manager.consumers.add(slice.stream, {
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: Math.max(1, sequence),
    replay_policy: ReplayPolicy.Instant,
    inactive_threshold: nanos(idleMs),
    mem_storage: true,
    num_replicas: 1,
    ...(slice.filterSubject === undefined ? {} : { filter_subject: slice.filterSubject }),
  });
  return { name, pending };
}
