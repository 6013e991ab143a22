/** The bus of a node agent: events up with an acknowledgement, statuses up, commands answered. */
import type { Logger } from 'pino';
import { nodeStatusCodec } from '../schemas/codec/bus-codec.ts';
import type { NodeEvent } from '../schemas/events.ts';
import { STATUS_BYTES_MAX } from '../schemas/limits.ts';
import type { NodeStatus } from '../schemas/status.ts';
import { type BusSubjects, busSubjects } from '../schemas/subjects.ts';
import { CommandServer } from './command-server.ts';
import type { AgentBus, CommandHandlers, Subscription } from './contract.ts';
import type { BusCredentials, BusTls } from './credentials.ts';
import { BusLink } from './link.ts';
import { publishEvent } from './publish-event.ts';

export interface AgentBusOptions {
  /** `nats://host:port` or `tls://host:port`, any number of one cluster. */
  readonly servers: readonly string[];
  readonly cell: string;
  readonly node: string;
  readonly credentials?: BusCredentials | undefined;
  readonly tls?: BusTls | undefined;
  readonly log: Logger;
}

/** Returns at once, whether NATS is there or not; it is dialled in the background until closed. */
export function openAgentBus(options: AgentBusOptions): NatsAgentBus {
  return new NatsAgentBus(options);
}

export class NatsAgentBus implements AgentBus {
  readonly #link: BusLink;
  readonly #subjects: BusSubjects;
  readonly #log: Logger;
  #statusesDropped = 0;

  constructor({ servers, cell, node, credentials, tls, log }: AgentBusOptions) {
    this.#subjects = busSubjects(cell);
    this.#log = log;
    this.#link = new BusLink({
      servers,
      clientName: `sluice-agent-${node}`,
      inboxPrefix: `_INBOX_${node}`,
      credentials,
      tls,
      log,
    });
  }

  isConnected(): boolean {
    return this.#link.session() !== undefined;
  }

  /** Statuses not sent since it was opened, because there was no connection. */
  statusesDropped(): number {
    return this.#statusesDropped;
  }

  /** @throws also E_TOO_LARGE (not retryable) for an event that the server takes from nobody */
  publishEvent(event: NodeEvent): Promise<void> {
    return publishEvent(this.#link, this.#subjects, event);
  }

  publishStatus(status: NodeStatus): void {
    const session = this.#link.session();
    if (session === undefined) {
      this.#statusesDropped += 1;
      return;
    }
    const bytes = nodeStatusCodec.encode(status);
    if (bytes.length > STATUS_BYTES_MAX) {
      this.#statusesDropped += 1;
      this.#log.error({ bytes: bytes.length, max: STATUS_BYTES_MAX }, 'status too large to send');
      return;
    }
    session.connection.publish(this.#subjects.status(status.cluster, status.node), bytes);
  }

  serveCommands(node: string, handlers: CommandHandlers): Promise<Subscription> {
    const server = new CommandServer(handlers, this.#log);
    return this.#link.subscribe(this.#subjects.commands(node), (message) => server.take(message));
  }

  close(): Promise<void> {
    return this.#link.close();
  }
}
