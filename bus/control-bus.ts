/** The bus of the control plane: events and statuses read, commands sent. */
import { ErrorCode, NatsError } from 'nats';
import type { Logger } from 'pino';
import { commandCodecs, commandErrorCodec, nodeStatusCodec } from '../schemas/codec/bus-codec.ts';
import { frameType } from '../schemas/codec/frame.ts';
import type { CommandReply, CommandRequest, CommandVerb } from '../schemas/commands.ts';
import { ERROR_CODES, FleetError, type ErrorCode as FleetErrorCode } from '../schemas/errors.ts';
import type { NodeEvent, NodeEventType } from '../schemas/events.ts';
import { isName } from '../schemas/names.ts';
import type { NodeStatus } from '../schemas/status.ts';
import { type BusSubjects, busSubjects } from '../schemas/subjects.ts';
import type { ControlBus, Subscription } from './contract.ts';
import type { BusCredentials, BusTls } from './credentials.ts';
import { readStoredEvents } from './event-reader.ts';
import { type EventStreamLimits, ensureEventStream, managerOf } from './event-stream.ts';
import { COMMAND_TIMEOUT_MS, CONNECT_PATIENCE_MS } from './limits.ts';
import { BusLink, busAway, whileUp } from './link.ts';
import { publishEvent } from './publish-event.ts';

export interface ControlBusOptions {
  readonly servers: readonly string[];
  readonly cell: string;
  readonly credentials?: BusCredentials | undefined;
  readonly tls?: BusTls | undefined;
  /** Size and copies of the event stream, where they are not the defaults. */
  readonly eventStream?: EventStreamLimits | undefined;
  readonly log: Logger;
}

/** Returns at once, whether NATS is there or not; it is dialled in the background until closed. */
export function openControlBus(options: ControlBusOptions): ControlBus {
  return new NatsControlBus(options);
}

/** Upper case, so that it is the inbox of no director: their names are lower case. */
const INBOX_PREFIX = '_INBOX_CONTROL';

class NatsControlBus implements ControlBus {
  readonly #link: BusLink;
  readonly #subjects: BusSubjects;
  readonly #streamLimits: EventStreamLimits;
  readonly #log: Logger;

  constructor({ servers, cell, credentials, tls, eventStream, log }: ControlBusOptions) {
    this.#subjects = busSubjects(cell);
    this.#streamLimits = eventStream ?? {};
    this.#log = log;
    this.#link = new BusLink({
      servers,
      clientName: 'sluice-control',
      inboxPrefix: INBOX_PREFIX,
      credentials,
      tls,
      log,
    });
  }

  isConnected(): boolean {
    return this.#link.session() !== undefined;
  }

  async ensureStreams(): Promise<void> {
    const patience = AbortSignal.timeout(CONNECT_PATIENCE_MS);
    const { connection } = await this.#link.waitForSession(patience);
    try {
      const manager = await managerOf(connection);
      await ensureEventStream(manager, this.#subjects, this.#streamLimits);
    } catch (cause) {
      throw busAway(cause, 'the event stream cannot be made');
    }
  }

  async command<V extends CommandVerb>(
    node: string,
    verb: V,
    request: CommandRequest<V>,
    timeoutMs = COMMAND_TIMEOUT_MS,
  ): Promise<CommandReply<V>> {
    const subject = this.#subjects.command(nodeToken(node), verb);
    const bytes = commandCodecs(verb).request.encode(request);
    const deadline = performance.now() + timeoutMs;
    const session = await this.#link.waitForSession(AbortSignal.timeout(timeoutMs));
    const timeout = Math.max(1, deadline - performance.now());
    try {
      const asking = session.connection.request(subject, bytes, { timeout });
      return readReply(verb, (await whileUp(session, asking)).data);
    } catch (error) {
      throw commandFailure(error, node, verb, timeoutMs);
    }
  }

  publishEvent(event: NodeEvent): Promise<void> {
    return publishEvent(this.#link, this.#subjects, event);
  }

  followStatuses(onStatus: (status: NodeStatus) => void): Promise<Subscription> {
    return this.#link.subscribe(this.#subjects.statuses, ({ subject, data }) => {
      const status = this.#readStatus(subject, data);
      if (status !== undefined) onStatus(status);
    });
  }

  readEvents(options: {
    readonly last: number;
    readonly follow: boolean;
    readonly node?: string | undefined;
    readonly type?: NodeEventType | undefined;
    readonly signal: AbortSignal;
  }): AsyncIterable<NodeEvent> {
    const { last, follow, node, type, signal } = options;
    const isWhole = node === undefined && type === undefined;
    const nodes = node === undefined ? '*' : nodeToken(node);
    const filter = this.#subjects.event('*', nodes, (type ?? '*') as NodeEventType);
    return readStoredEvents({
      link: this.#link,
      subjects: this.#subjects,
      slice: {
        stream: this.#subjects.eventStream,
        filterSubject: isWhole ? undefined : filter,
      },
      inboxPrefix: INBOX_PREFIX,
      last,
      follow,
      signal: AbortSignal.any([signal, this.#link.closed]),
      log: this.#log,
    });
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  /** Undefined for what is none, or what one director says in the name of another. */
  #readStatus(subject: string, data: Uint8Array): NodeStatus | undefined {
    try {
      const status = nodeStatusCodec.decode(data);
      if (subject === this.#subjects.status(status.cluster, status.node)) return status;
      this.#log.error({ subject, node: status.node }, 'status under a subject not its own');
    } catch (error) {
      if (!(error instanceof FleetError)) throw error;
      this.#log.error({ subject, err: error }, 'status cannot be read');
    }
    return undefined;
  }
}

/** A name is one token; anything else could widen a subject by a wildcard. */
function nodeToken(node: string): string {
  if (isName(node)) return node;
  throw new FleetError('E_NOT_FOUND', `"${node}" is not the name of a node`);
}

function readReply<V extends CommandVerb>(verb: V, data: Uint8Array): CommandReply<V> {
  if (frameType(data) !== commandErrorCodec.type) return commandCodecs(verb).reply.decode(data);
  const { code, message, hint } = commandErrorCodec.decode(data);
  // An agent of a later version may know codes that this program does not.
  const known = Object.hasOwn(ERROR_CODES, code) ? (code as FleetErrorCode) : 'E_INTERNAL';
  throw new FleetError(known, message, { hint });
}

function commandFailure(error: unknown, node: string, verb: string, timeoutMs: number): unknown {
  if (!(error instanceof NatsError)) return error;
  const isSilent = error.code === ErrorCode.NoResponders || error.code === ErrorCode.Timeout;
  if (!isSilent) return busAway(error);
  const how =
    error.code === ErrorCode.NoResponders ? 'no agent listens' : `no answer in ${timeoutMs} ms`;
  return new FleetError('E_NODE_SILENT', `${node} does not answer ${verb}: ${how}`, {
    cause: error,
    retryable: true,
    hint: `check that the agent of ${node} runs and reaches NATS`,
  });
}
