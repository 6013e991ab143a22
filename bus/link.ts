/**
 * One connection to NATS that is always being had: it is dialled in the background, comes back
 * after every loss, and is built anew when the client library has closed it for good. Invariant:
 * there is a session exactly while the server is believed to listen, so nothing is ever published
 * into a connection that silently drops it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { connect, type Msg, type NatsConnection, type Status } from 'nats';
import type { Logger } from 'pino';
import { FleetError } from '../schemas/errors.ts';
import type { Subscription } from './contract.ts';
import { type BusCredentials, type BusTls, identityOptions } from './credentials.ts';
import {
  DIAL_TIMEOUT_MS,
  DIAL_WAIT_MAX_MS,
  DIAL_WAIT_MIN_MS,
  PING_INTERVAL_MS,
  PINGS_UNANSWERED_MAX,
  RECONNECT_WAIT_MS,
} from './limits.ts';
import { StandingSubscription } from './standing-subscription.ts';

/** A stretch of time in which the server is there. `ended` is aborted at the first sign of loss. */
export interface Session {
  readonly connection: NatsConnection;
  readonly ended: AbortSignal;
}

export interface LinkOptions {
  readonly servers: readonly string[];
  /** Shown by the server's monitoring. */
  readonly clientName: string;
  /** Replies come to subjects below it, so that a permission can name them. */
  readonly inboxPrefix: string;
  readonly credentials?: BusCredentials | undefined;
  readonly tls?: BusTls | undefined;
  readonly log: Logger;
}

export class BusLink {
  readonly #options: LinkOptions;
  readonly #log: Logger;
  readonly #closing = new AbortController();
  readonly #subscriptions = new Set<StandingSubscription>();
  readonly #waiting = new Set<(session: Session) => void>();
  #session: { connection: NatsConnection; end: AbortController } | undefined;
  #connection: NatsConnection | undefined;
  #isAwayKnown = false;

  /** Returns at once; the first dial is under way. */
  constructor(options: LinkOptions) {
    this.#options = options;
    this.#log = options.log;
    void this.#supervise();
  }

  /** Aborted by close(). */
  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  session(): Session | undefined {
    const session = this.#session;
    return session && { connection: session.connection, ended: session.end.signal };
  }

  /** @throws FleetError E_BUS_AWAY when there is none before the signal is aborted */
  async waitForSession(signal: AbortSignal): Promise<Session> {
    const now = this.session();
    if (now !== undefined) return now;
    const either = AbortSignal.any([signal, this.#closing.signal]);
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.delete(arrive);
        reject(busAway());
      };
      const arrive = (session: Session) => {
        either.removeEventListener('abort', giveUp);
        resolve(session);
      };
      if (either.aborted) return giveUp();
      either.addEventListener('abort', giveUp, { once: true });
      this.#waiting.add(arrive);
    });
  }

  /**
   * Calls `onMessage` for each message until closed, across losses and new connections. Resolves
   * when the server has the subscription, or soon when it is away.
   */
  async subscribe(subject: string, onMessage: (message: Msg) => void): Promise<Subscription> {
    const standing = new StandingSubscription(subject, onMessage, this.#log);
    this.#subscriptions.add(standing);
    if (this.#connection !== undefined) await standing.bind(this.#connection);
    return {
      close: async () => {
        this.#subscriptions.delete(standing);
        standing.close();
      },
    };
  }

  /** Idempotent. What is still unacknowledged fails. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const standing of this.#subscriptions) standing.close();
    this.#subscriptions.clear();
    await this.#connection?.close();
  }

  async #supervise(): Promise<void> {
    const closing = this.#closing.signal;
    for (let failures = 0; !closing.aborted; ) {
      const connection = await this.#dial();
      if (connection === undefined) {
        await delay(dialWaitMs(failures++), undefined, { signal: closing }).catch(() => undefined);
      } else if (closing.aborted) {
        await connection.close();
      } else {
        failures = 0;
        await this.#use(connection);
      }
    }
  }

  async #dial(): Promise<NatsConnection | undefined> {
    const { servers, clientName, inboxPrefix, credentials, tls } = this.#options;
    try {
      return await connect({
        ...identityOptions(credentials, tls),
        servers: [...servers],
        name: clientName,
        inboxPrefix,
        timeout: DIAL_TIMEOUT_MS,
        maxReconnectAttempts: -1,
        reconnectTimeWait: RECONNECT_WAIT_MS,
        reconnectJitter: RECONNECT_WAIT_MS,
        reconnectJitterTLS: RECONNECT_WAIT_MS,
        pingInterval: PING_INTERVAL_MS,
        maxPingOut: PINGS_UNANSWERED_MAX,
        // Credentials that are being rotated are refused for a moment; giving up would strand us.
        ignoreAuthErrorAbort: true,
        noAsyncTraces: true,
      });
    } catch (error) {
      // Once per absence: the dial is repeated for as long as it takes.
      if (!this.#isAwayKnown) this.#log.warn({ err: error, servers }, 'nats cannot be reached');
      this.#isAwayKnown = true;
      return undefined;
    }
  }

  /** Until the connection is closed for good, by us or by the library. */
  async #use(connection: NatsConnection): Promise<void> {
    this.#connection = connection;
    for (const standing of this.#subscriptions) void standing.bind(connection);
    this.#begin(connection);
    void this.#watch(connection);
    const why = await connection.closed();
    this.#connection = undefined;
    this.#end();
    if (this.#closing.signal.aborted) return;
    this.#log.warn({ err: why ?? undefined }, 'nats connection closed for good, building another');
  }

  async #watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (connection !== this.#connection) return;
      this.#note(connection, status);
    }
  }

  #note(connection: NatsConnection, { type, data, permissionContext }: Status): void {
    switch (type) {
      case 'disconnect':
        this.#end();
        return;
      case 'reconnect':
        this.#begin(connection);
        return;
      case 'error':
        // The only sign of a refused publish or subscription: the server answers nothing else.
        this.#log.error({ code: data, ...permissionContext }, 'nats refused');
        return;
      case 'staleConnection':
      case 'ldm':
        this.#log.warn({ status: type, server: data }, 'nats connection is in danger');
        return;
      default:
        return;
    }
  }

  #begin(connection: NatsConnection): void {
    this.#session?.end.abort();
    this.#session = { connection, end: new AbortController() };
    this.#isAwayKnown = false;
    this.#log.info({ server: connection.getServer() }, 'nats connected');
    const session = { connection, ended: this.#session.end.signal };
    for (const arrive of this.#waiting) arrive(session);
    this.#waiting.clear();
  }

  #end(): void {
    if (this.#session === undefined) return;
    this.#session.end.abort();
    this.#session = undefined;
    if (!this.#closing.signal.aborted) this.#log.warn({}, 'nats connection lost');
  }
}

/**
 * The outcome of `work`, or E_BUS_AWAY as soon as the session ends: the library would let a request
 * that the dead server will never answer wait for its whole timeout.
 */
export async function whileUp<T>({ ended }: Session, work: Promise<T>): Promise<T> {
  let onEnd: () => void = () => undefined;
  const end = new Promise<never>((_, reject) => {
    onEnd = () => reject(busAway());
    ended.addEventListener('abort', onEnd, { once: true });
    if (ended.aborted) onEnd();
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    ended.removeEventListener('abort', onEnd);
  }
}

/** E_BUS_AWAY; `what` says which call of ours failed. */
export function busAway(cause?: unknown, what = 'NATS does not answer'): FleetError {
  return new FleetError('E_BUS_AWAY', what, {
    cause,
    retryable: true,
    hint: 'check the NATS servers and the network; events wait on disk meanwhile',
  });
}

function dialWaitMs(failures: number): number {
  const top = Math.min(DIAL_WAIT_MAX_MS, DIAL_WAIT_MIN_MS * 2 ** Math.min(failures, 10));
  return top / 2 + (Math.random() * top) / 2;
}
