/**
 * The twin: a dataplane in memory that keeps the whole contract and forwards nothing. It stands in
 * where there is no kernel (simulated agents, tests of the rooms above). What a kernel would bring
 * in by itself (traffic, foreign entries, a refusal) comes in through its door, which no code
 * outside tests and simulation holds.
 */
import { EventEmitter, on } from 'node:events';
import { CAPABILITIES } from '../../schemas/capabilities.ts';
import type {
  Connection,
  ConnectionEvent,
  DataplaneService,
  ForeignEntry,
  RealServerCounters,
} from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import { CONNECTIONS_LISTED_MAX } from '../../schemas/limits.ts';
import { type ServiceKey, serviceKey } from '../../schemas/names.ts';
import { admitServices } from '../admission.ts';
import { applyOps } from '../apply-ops.ts';
import { ConnectionTally } from '../connection-count.ts';
import { connectionMatcher } from '../connection-match.ts';
import type { Dataplane } from '../contract.ts';

/** What happens to a dataplane from outside Sluice. */
export interface MemoryDoor {
  setForeign(entries: readonly ForeignEntry[]): void;
  /** Somebody edited our entries by hand. */
  setServices(services: Iterable<DataplaneService>): void;
  /** Every connection there is from now on; changes come out as events, packets included. */
  setConnections(connections: readonly Connection[]): void;
  setCounters(counters: readonly RealServerCounters[]): void;
  /** The next apply is refused with these words. */
  refuseNextApply(words: string): void;
}

export interface MemoryDataplane extends Dataplane {
  readonly door: MemoryDoor;
}

export function createMemoryDataplane(): MemoryDataplane {
  const state: State = {
    services: new Map(),
    foreign: [],
    connections: new Map(),
    counters: [],
    refusal: undefined,
    events: new EventEmitter(),
  };
  const capabilities = CAPABILITIES.memory;
  return {
    door: doorOf(state),
    capabilities: () => capabilities,
    observe: async () => ({ services: new Map(state.services), foreign: state.foreign }),
    apply: async (ops) => {
      const next = applyOps(state.services, ops);
      admitServices(changed(state.services, next), capabilities);
      const words = state.refusal;
      state.refusal = undefined;
      if (words !== undefined) throw new FleetError('E_DATAPLANE_APPLY', words);
      state.services = next;
    },
    connections: async (filter) => {
      const matches = ours(state).filter(connectionMatcher(filter));
      const { limit = CONNECTIONS_LISTED_MAX } = filter;
      return { connections: matches.slice(0, limit), total: matches.length };
    },
    connectionCounts: async () => {
      const tally = new ConnectionTally();
      for (const connection of ours(state)) tally.add(connection);
      return tally.counts();
    },
    connectionEvents: (signal) => untilAborted(on(state.events, 'event', { signal }), signal),
    counters: async () => state.counters.filter(({ service }) => state.services.has(service)),
    close: async () => {},
  };
}

interface State {
  services: ReadonlyMap<ServiceKey, DataplaneService>;
  foreign: readonly ForeignEntry[];
  connections: ReadonlyMap<string, Connection>;
  counters: readonly RealServerCounters[];
  refusal: string | undefined;
  readonly events: EventEmitter;
}

function doorOf(state: State): MemoryDoor {
  return {
    setForeign: (entries) => {
      state.foreign = entries;
    },
    setServices: (services) => {
      state.services = applyOps(
        new Map(),
        Array.from(services, (service) => ({ kind: 'addService', service }) as const),
      );
    },
    setConnections: (connections) => {
      const before = state.connections;
      const after = new Map(connections.map((one) => [identity(one), one]));
      state.connections = after;
      const tell = (kind: ConnectionEvent['kind'], connection: Connection) => {
        if (isOurs(state, connection)) state.events.emit('event', { kind, connection });
      };
      for (const [id, connection] of after) {
        const old = before.get(id);
        if (old === undefined) tell('new', connection);
        else if (old.state !== connection.state) tell('update', connection);
      }
      for (const [id, connection] of before) if (!after.has(id)) tell('destroy', connection);
    },
    setCounters: (counters) => {
      state.counters = counters;
    },
    refuseNextApply: (words) => {
      state.refusal = words;
    },
  };
}

function changed(
  before: ReadonlyMap<ServiceKey, DataplaneService>,
  after: ReadonlyMap<ServiceKey, DataplaneService>,
): DataplaneService[] {
  return [...after.values()].filter((service) => before.get(service.key) !== service);
}

function ours(state: State): Connection[] {
  return [...state.connections.values()].filter((connection) => isOurs(state, connection));
}

function isOurs(state: State, { protocol, vip }: Connection): boolean {
  return state.services.has(serviceKey(protocol, vip.address, vip.port));
}

function identity({ protocol, client, vip }: Connection): string {
  return JSON.stringify([protocol, client, vip]);
}

/** Ends the iteration at the abort instead of throwing: an abort is how a listener says enough. */
async function* untilAborted(
  events: AsyncIterable<unknown[]>,
  signal: AbortSignal,
): AsyncIterable<ConnectionEvent> {
  try {
    for await (const [event] of events) yield event as ConnectionEvent;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
