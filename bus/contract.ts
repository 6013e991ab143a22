/**
 * The bus as the rest of Sluice sees it: events up (JetStream, at least once), statuses up (core,
 * newest wins), commands down (request and reply). Subjects and streams stay inside this room.
 */
import type { CommandReply, CommandRequest, CommandVerb } from '../schemas/commands.ts';
import type { NodeEvent } from '../schemas/events.ts';
import type { NodeStatus } from '../schemas/status.ts';

export interface Subscription {
  close(): Promise<void>;
}

export type CommandHandlers = {
  [V in CommandVerb]: (request: CommandRequest<V>) => Promise<CommandReply<V>>;
};

/** What a node agent needs of the bus. */
export interface AgentBus {
  isConnected(): boolean;
  /**
   * Stores one event in JetStream; resolves when the server has it. The event's id de-duplicates,
   * so a repeat is harmless. @throws FleetError E_BUS_AWAY (retryable)
   */
  publishEvent(event: NodeEvent): Promise<void>;
  /** Sends and forgets; dropped while disconnected, because the next one says it all again. */
  publishStatus(status: NodeStatus): void;
  /** Answers commands for this node until closed. A FleetError of a handler reaches the caller. */
  serveCommands(node: string, handlers: CommandHandlers): Promise<Subscription>;
  close(): Promise<void>;
}

/** What the control plane needs of the bus. */
export interface ControlBus {
  isConnected(): boolean;
  /** Makes the event stream if it is not there or differs; idempotent. */
  ensureStreams(): Promise<void>;
  /** @throws E_NODE_SILENT when nobody answers in time, E_BUS_AWAY, or the agent's own refusal */
  command<V extends CommandVerb>(
    node: string,
    verb: V,
    request: CommandRequest<V>,
    timeoutMs?: number,
  ): Promise<CommandReply<V>>;
  /** As an agent's: for what the control plane itself has to tell. */
  publishEvent(event: NodeEvent): Promise<void>;
  followStatuses(onStatus: (status: NodeStatus) => void): Promise<Subscription>;
  /**
   * Events in stream order, de-duplicated by (node, boot id, seq); survives restarts of NATS.
   * `last`: start with the newest N; `follow: false` ends after what was there.
   */
  readEvents(options: {
    readonly last: number;
    readonly follow: boolean;
    readonly node?: string | undefined;
    readonly type?: NodeEvent['body']['type'] | undefined;
    readonly signal: AbortSignal;
  }): AsyncIterable<NodeEvent>;
  close(): Promise<void>;
}
