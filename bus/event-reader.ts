/**
 * Events in stream order, each once. The reader's own position (the last stream sequence it gave
 * out) is the only memory that counts: after any trouble a new consumer starts right behind it, so
 * a killed server, a lost connection or a vanished consumer can neither skip nor repeat an event.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { JetStreamManager } from 'nats';
import type { Logger } from 'pino';
import { nodeEventCodec } from '../schemas/codec/event-codec.ts';
import { FleetError } from '../schemas/errors.ts';
import type { NodeEvent } from '../schemas/events.ts';
import type { BusSubjects } from '../schemas/subjects.ts';
import { type EventSlice, managerOf, startOfLast } from './event-stream.ts';
import { CONNECT_PATIENCE_MS, READER_FAILURES_MAX, READER_WAIT_MS } from './limits.ts';
import { type BusLink, busAway } from './link.ts';
import { OrderedPull, type StoredMessage } from './ordered-pull.ts';
import { SeenEvents } from './seen-events.ts';

export interface EventReaderOptions {
  readonly link: BusLink;
  readonly subjects: BusSubjects;
  readonly slice: EventSlice;
  readonly inboxPrefix: string;
  readonly last: number;
  readonly follow: boolean;
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** Where the reader stands; `made` tells a stream from a later one of the same name. */
interface Position {
  made: string;
  next: number;
  /** Without follow: the last sequence to give out. */
  readonly end: number;
}

/** @throws E_BUS_AWAY when it does not follow and cannot get on; never when it follows */
export async function* readStoredEvents(options: EventReaderOptions): AsyncGenerator<NodeEvent> {
  const { link, slice, follow, signal, log } = options;
  const seen = new SeenEvents();
  let position: Position | undefined;
  for (let failures = 0; !signal.aborted; ) {
    let pull: OrderedPull | undefined;
    try {
      const session = await link.waitForSession(patience(options));
      const manager = await managerOf(session.connection);
      position = await reposition(manager, position, options);
      pull = await OrderedPull.open(session, manager, slice, position.next, options.inboxPrefix);
      if (failures > 0) log.info({ sequence: position.next }, 'event stream is read again');
      let isMore = pull.pendingAtOpen > 0;
      while (follow || (isMore && position.next <= position.end)) {
        const message = await pull.next(signal);
        failures = 0;
        position.next = message.streamSequence + 1;
        isMore = message.pending > 0;
        const event = eventOf(message, options);
        if (event !== undefined && seen.isNew(event)) yield event;
      }
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!follow && error instanceof FleetError) throw error; // waited long enough for NATS
      if (!follow && failures >= READER_FAILURES_MAX) {
        throw busAway(error, 'the event stream cannot be read');
      }
      // Once per absence: the same failure follows every READER_WAIT_MS until it is mended.
      if (failures++ === 0) log.warn({ err: error }, 'event stream cannot be read');
      await delay(READER_WAIT_MS, undefined, { signal }).catch(() => undefined);
    } finally {
      pull?.close();
    }
  }
}

/** A follower waits as long as it takes, others until it is clear that NATS is away. */
function patience({ follow, signal }: EventReaderOptions): AbortSignal {
  return follow ? signal : AbortSignal.any([signal, AbortSignal.timeout(CONNECT_PATIENCE_MS)]);
}

async function reposition(
  manager: JetStreamManager,
  position: Position | undefined,
  { slice, last, log }: EventReaderOptions,
): Promise<Position> {
  const { created, state } = await manager.streams.info(slice.stream);
  const made = String(created);
  if (position === undefined) {
    return { made, next: await startOfLast(manager, slice, last), end: state.last_seq };
  }
  if (position.made !== made || position.next > state.last_seq + 1) {
    log.warn({ sequence: position.next, found: state.last_seq }, 'event stream was made anew');
    return { ...position, made, next: state.first_seq };
  }
  if (position.next < state.first_seq) {
    log.warn({ sequence: position.next, first: state.first_seq }, 'events expired before read');
  }
  return position;
}

/**
 * The event, or undefined for what is none: a reader must not stand still before one bad message.
 * An event under another director's subject is refused, since only subjects are guarded by NATS.
 */
function eventOf(message: StoredMessage, options: EventReaderOptions): NodeEvent | undefined {
  const { subjects, log } = options;
  const at = { subject: message.subject, sequence: message.streamSequence };
  try {
    const event = nodeEventCodec.decode(message.data);
    if (message.subject === subjects.event(event.cluster, event.node, event.body.type)) {
      return event;
    }
    log.error({ ...at, node: event.node }, 'event under a subject that is not its own');
  } catch (error) {
    if (!(error instanceof FleetError)) throw error;
    log.error({ ...at, err: error }, 'event cannot be read');
  }
  return undefined;
}
