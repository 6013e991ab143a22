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
  DataplaneContents,
  DataplaneService,
  DataplaneZone,
  ForeignEntry,
  RealServerCounters,
  SnatCounters,
} from '../../schemas/dataplane.ts';
import { FleetError } from '../../schemas/errors.ts';
import { CONNECTIONS_LISTED_MAX } from '../../schemas/limits.ts';
import { serviceKey } from '../../schemas/names.ts';
import { admitContents } from '../admission.ts';
import { applyOps, applyToContents } from '../apply-ops.ts';
import { canonicalZone } from '../canonical.ts';
import { ConnectionTally, ZoneTally } from '../connection-count.ts';
import { connectionMatcher } from '../connection-match.ts';
import type { Dataplane } from '../contract.ts';

/** What happens to a dataplane from outside Sluice. */
export interface MemoryDoor {
  setForeign(entries: readonly ForeignEntry[]): void;
  /** Somebody edited our entries by hand. */
  setServices(services: Iterable<DataplaneService>): void;
  setZones(zones: readonly DataplaneZone[]): void;
  /** Every connection there is from now on; changes come out as events, packets included. */
  setConnections(connections: readonly Connection[]): void;
  setCounters(counters: readonly RealServerCounters[]): void;
  setSnatCounters(counters: SnatCounters): void;
  /** The next apply is refused with these words. */
  refuseNextApply(words: string): void;
}

export interface MemoryDataplane extends Dataplane {
  readonly door: MemoryDoor;
}

export function createMemoryDataplane(): MemoryDataplane {
  const state: State = {
    contents: NOTHING,
    foreign: [],
    connections: new Map(),
    counters: [],
    snatCounters: { zones: [], unmatched: 0, natFailures: 0 },
    refusal: undefined,
    events: new EventEmitter(),
  };
  const capabilities = CAPABILITIES.memory;
  return {
    door: doorOf(state),
    capabilities: () => capabilities,
    observe: async () => ({ ...state.contents, foreign: state.foreign }),
    apply: async (ops) => {
      const next = applyToContents(state.contents, ops);
      admitContents(state.contents, next, capabilities);
      const words = state.refusal;
      state.refusal = undefined;
      if (words !== undefined) throw new FleetError('E_DATAPLANE_APPLY', words);
      state.contents = next;
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
    zoneAddressCounts: async () => {
      const tally = new ZoneTally();
      for (const connection of ours(state)) tally.add(connection);
      return tally.counts();
    },
    connectionEvents: (signal) => untilAborted(on(state.events, 'event', { signal }), signal),
    counters: async () =>
      state.counters.filter(({ service }) => state.contents.services.has(service)),
    snatCounters: async () => {
      const { zones } = state.contents;
      const held = new Set(zones.map(({ key }) => key));
      const { snatCounters } = state;
      return { ...snatCounters, zones: snatCounters.zones.filter(({ zone }) => held.has(zone)) };
    },
    close: async () => {},
  };
}

const NOTHING: DataplaneContents = { services: new Map(), zones: [] };

interface State {
  contents: DataplaneContents;
  foreign: readonly ForeignEntry[];
  connections: ReadonlyMap<string, Connection>;
  counters: readonly RealServerCounters[];
  snatCounters: SnatCounters;
  refusal: string | undefined;
  readonly events: EventEmitter;
}

function doorOf(state: State): MemoryDoor {
  return {
    setForeign: (entries) => {
      state.foreign = entries;
    },
    setServices: (services) => {
      const ops = Array.from(services, (service) => ({ kind: 'addService', service }) as const);
      state.contents = { ...state.contents, services: applyOps(new Map(), ops) };
    },
    setZones: (zones) => {
      state.contents = { ...state.contents, zones: zones.map(canonicalZone) };
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
    setSnatCounters: (counters) => {
      state.snatCounters = counters;
    },
    refuseNextApply: (words) => {
      state.refusal = words;
    },
  };
}

function ours(state: State): Connection[] {
  return [...state.connections.values()].filter((connection) => isOurs(state, connection));
}

function isOurs({ contents }: State, { protocol, vip, zone }: Connection): boolean {
  if (zone !== undefined) return contents.zones.some(({ key }) => key === zone);
  if (protocol === 'icmp') return false;
  return contents.services.has(serviceKey(protocol, vip.address, vip.port));
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
