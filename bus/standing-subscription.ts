/**
 * A subscription that outlives connections: it is bound to each new one, and asked for again when
 * the server refused it. Within one connection the client library renews it after each loss.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Msg, NatsConnection, Subscription } from 'nats';
import type { Logger } from 'pino';
import { RESUBSCRIBE_MS, SUBSCRIBE_FLUSH_MS } from './limits.ts';

export class StandingSubscription {
  readonly #subject: string;
  readonly #onMessage: (message: Msg) => void;
  readonly #log: Logger;
  readonly #closing = new AbortController();
  #current: Subscription | undefined;

  constructor(subject: string, onMessage: (message: Msg) => void, log: Logger) {
    this.#subject = subject;
    this.#onMessage = onMessage;
    this.#log = log;
  }

  /** Resolves when the server has it, or after SUBSCRIBE_FLUSH_MS. Never throws. */
  async bind(connection: NatsConnection): Promise<void> {
    if (this.#closing.signal.aborted || connection.isClosed()) return;
    const subscription = connection.subscribe(this.#subject, {
      callback: (error, message) => {
        // A refusal comes this way, and the link has logged it.
        if (error === null) this.#deliver(message);
      },
    });
    this.#current = subscription;
    void this.#rebindWhenRefused(connection, subscription);
    const reached = connection.flush().catch(() => undefined); // lost again: renewed on return
    await Promise.race([reached, delay(SUBSCRIBE_FLUSH_MS, undefined, { ref: false })]);
  }

  close(): void {
    this.#closing.abort();
    this.#current?.unsubscribe();
  }

  /** An exception that reached the client library would end its reader, and with it the bus. */
  #deliver(message: Msg): void {
    try {
      this.#onMessage(message);
    } catch (error) {
      this.#log.error({ err: error, subject: message.subject }, 'message handler failed');
    }
  }

  async #rebindWhenRefused(connection: NatsConnection, current: Subscription): Promise<void> {
    await current.closed;
    const { signal } = this.#closing;
    await delay(RESUBSCRIBE_MS, undefined, { signal, ref: false }).catch(() => undefined);
    if (this.#current === current) await this.bind(connection);
  }
}
