/**
 * Stored events in stream order from one consumer, batch after batch. It never skips: a message
 * that should have come and did not, a consumer that is gone, a server that is silent and a lost
 * connection all end it with an error, and the reader opens another one behind the last event it
 * has seen. (The library's own ordered consumer retries inside, without end and without a word.)
 */
import { createInbox, type JetStreamManager, type Msg, nanos, type Subscription } from 'nats';
import { addConsumer, type EventSlice } from './event-stream.ts';
import {
  CONSUMER_IDLE_MS,
  PULL_EVENTS_MAX,
  PULL_EXPIRES_MS,
  PULL_HEARTBEAT_MS,
  PULL_SILENCE_MAX_MS,
} from './limits.ts';
import type { Session } from './link.ts';

export interface StoredMessage {
  readonly subject: string;
  readonly data: Uint8Array;
  readonly streamSequence: number;
  /** Matching messages that are stored behind this one. */
  readonly pending: number;
}

export class OrderedPull {
  /** Matching messages at and behind the start, when it was opened. */
  readonly pendingAtOpen: number;
  readonly #session: Session;
  readonly #manager: JetStreamManager;
  readonly #stream: string;
  readonly #consumer: string;
  readonly #inbox: string;
  readonly #subscription: Subscription;
  readonly #queue: StoredMessage[] = [];
  #consumerSequence = 0;
  /** Messages that the server still owes us of the current batch. */
  #outstanding = 0;
  #broken: Error | undefined;
  #wake: () => void = () => undefined;
  readonly #onLost = () => {
    this.#fail('the connection was lost');
    this.#wake();
  };

  static async open(
    session: Session,
    manager: JetStreamManager,
    slice: EventSlice,
    startSequence: number,
    inboxPrefix: string,
  ): Promise<OrderedPull> {
    const consumer = await addConsumer(manager, slice, startSequence, CONSUMER_IDLE_MS);
    return new OrderedPull(session, manager, slice.stream, consumer, createInbox(inboxPrefix));
  }

  private constructor(
    session: Session,
    manager: JetStreamManager,
    stream: string,
    consumer: { name: string; pending: number },
    inbox: string,
  ) {
    this.#session = session;
    this.#manager = manager;
    this.#stream = stream;
    this.#consumer = consumer.name;
    this.pendingAtOpen = consumer.pending;
    this.#inbox = inbox;
    session.ended.addEventListener('abort', this.#onLost);
    this.#subscription = session.connection.subscribe(inbox, {
      callback: (error, message) => {
        if (error === null) this.#take(message);
        else this.#fail(error.message);
      },
    });
  }

  /** The next message, waiting for it. Throws when order or liveness can no longer be vouched for. */
  async next(signal: AbortSignal): Promise<StoredMessage> {
    const stopWaiting = () => this.#wake();
    signal.addEventListener('abort', stopWaiting);
    try {
      for (;;) {
        const message = this.#queue.shift();
        if (message !== undefined) return message;
        signal.throwIfAborted();
        if (this.#session.ended.aborted) this.#onLost();
        if (this.#broken !== undefined) throw this.#broken;
        if (this.#outstanding === 0) this.#request();
        await this.#sign();
      }
    } finally {
      signal.removeEventListener('abort', stopWaiting);
    }
  }

  /** Removes the consumer, in the background: the server does so itself when it is not told. */
  close(): void {
    this.#session.ended.removeEventListener('abort', this.#onLost);
    this.#subscription.unsubscribe();
    if (this.#session.ended.aborted) return;
    this.#manager.consumers.delete(this.#stream, this.#consumer).catch(() => undefined);
  }

  #request(): void {
    this.#outstanding = PULL_EVENTS_MAX;
    const pull = {
      batch: PULL_EVENTS_MAX,
      expires: nanos(PULL_EXPIRES_MS),
      idle_heartbeat: nanos(PULL_HEARTBEAT_MS),
    };
    const subject = `$JS.API.CONSUMER.MSG.NEXT.${this.#stream}.${this.#consumer}`;
    this.#session.connection.publish(subject, JSON.stringify(pull), { reply: this.#inbox });
  }

  /** Until the server says something, the connection ends or the reader is told to stop. */
  async #sign(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const isSilent = await new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(true), PULL_SILENCE_MAX_MS);
      this.#wake = () => resolve(false);
    });
    clearTimeout(timer);
    if (isSilent) this.#fail(`the server was silent for ${PULL_SILENCE_MAX_MS} ms`);
  }

  #take(message: Msg): void {
    if (message.subject === this.#inbox) this.#takeControl(message);
    else this.#takeStored(message);
    this.#wake();
  }

  #takeStored(message: Msg): void {
    const { consumerSequence, streamSequence, pending } = deliveryOf(message.reply ?? '');
    this.#consumerSequence += 1;
    if (consumerSequence !== this.#consumerSequence) {
      this.#fail(`message ${consumerSequence} came in place of ${this.#consumerSequence}`);
    }
    if (this.#broken !== undefined) return;
    this.#outstanding -= 1;
    this.#queue.push({ subject: message.subject, data: message.data, streamSequence, pending });
  }

  /** Status lines of a pull, ADR-13 of nats-architecture-and-design. */
  #takeControl({ headers }: Msg): void {
    const code = headers?.code ?? 0;
    if (code === CONTROL_HEARTBEAT) return;
    if (code !== CONTROL_NO_MESSAGES && code !== CONTROL_EXPIRED) {
      this.#fail(`${code} ${headers?.description ?? ''}`);
      return;
    }
    const left = headers?.get('Nats-Pending-Messages') ?? '';
    if (left !== '' && Number(left) !== this.#outstanding) {
      this.#fail(`${this.#outstanding - Number(left)} messages were lost on the way`);
    }
    this.#outstanding = 0;
  }

  #fail(why: string): void {
    this.#broken ??= new Error(`reading ${this.#stream}: ${why}`);
  }
}

const CONTROL_HEARTBEAT = 100;
const CONTROL_NO_MESSAGES = 404;
const CONTROL_EXPIRED = 408;

/**
 * `$JS.ACK.<stream>.<consumer>.<deliveries>.<stream seq>.<consumer seq>.<time>.<pending>`, or with
 * `<domain>.<account hash>.` before the stream (ADR-15 of nats-architecture-and-design).
 */
function deliveryOf(reply: string): {
  streamSequence: number;
  consumerSequence: number;
  pending: number;
} {
  const tokens = reply.split('.');
  const numbers = (tokens.length === 9 ? tokens.slice(5) : tokens.slice(7)).map(Number);
  const [streamSequence = Number.NaN, consumerSequence = Number.NaN, , pending = 0] = numbers;
  return { streamSequence, consumerSequence, pending };
}
