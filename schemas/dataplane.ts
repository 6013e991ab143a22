/**
 * The words between a plan and a kernel: what is to be forwarded, what was observed, and the ops
 * that lead from one to the other. No driver adds a word of its own.
 */
import type { Forwarding, Scheduler } from './capabilities.ts';
import type { Protocol, RealServerKey, ServiceKey } from './names.ts';

export interface DataplaneRealServer {
  readonly address: string;
  readonly port: number;
  /** 0: takes no new connections, keeps the established ones. */
  readonly weight: number;
}

/** One listener as a dataplane holds it. Lists have no order; keys in them are unique. */
export interface DataplaneService {
  readonly key: ServiceKey;
  /** Name of the virtual service it belongs to, kept for people who look into the kernel. */
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly scheduler: Scheduler;
  readonly forwarding: Forwarding;
  /** Used by `fullnat`, in turn; a fullnat service without one takes no new connections. */
  readonly localAddresses: readonly string[];
  readonly realServers: readonly DataplaneRealServer[];
}

/** Something in the dataplane that Sluice did not make; reported, never removed. */
export interface ForeignEntry {
  readonly where: string;
  readonly what: string;
}

export interface Observed {
  readonly services: ReadonlyMap<ServiceKey, DataplaneService>;
  readonly foreign: readonly ForeignEntry[];
}

/** One step. A list of them is applied as one transaction: all of it or nothing. */
export type Op =
  | { readonly kind: 'addService'; readonly service: DataplaneService }
  | { readonly kind: 'removeService'; readonly key: ServiceKey }
  | {
      readonly kind: 'editService';
      readonly key: ServiceKey;
      readonly name: string;
      readonly scheduler: Scheduler;
      readonly forwarding: Forwarding;
    }
  | { readonly kind: 'addLocalAddress'; readonly key: ServiceKey; readonly address: string }
  | { readonly kind: 'removeLocalAddress'; readonly key: ServiceKey; readonly address: string }
  | {
      readonly kind: 'addRealServer';
      readonly key: ServiceKey;
      readonly realServer: DataplaneRealServer;
    }
  | {
      readonly kind: 'setWeight';
      readonly key: ServiceKey;
      readonly realServer: DataplaneRealServer;
    }
  | {
      readonly kind: 'removeRealServer';
      readonly key: ServiceKey;
      readonly realServer: RealServerKey;
    };

/** One tracked connection, addresses as seen on both sides of the director. */
export interface Connection {
  readonly protocol: Protocol;
  readonly client: { readonly address: string; readonly port: number };
  readonly vip: { readonly address: string; readonly port: number };
  /** The source address the real server sees; the client's own under `nat`. */
  readonly local: { readonly address: string; readonly port: number };
  readonly realServer: { readonly address: string; readonly port: number };
  /** TCP state in the words of conntrack(8) (`ESTABLISHED`, `TIME_WAIT`); '' for UDP. */
  readonly state: string;
  /** Seconds until the entry is dropped when no packet comes. */
  readonly timeoutS: number;
  /** Both directions together; 0 where accounting is off. */
  readonly packets: number;
  readonly bytes: number;
}

/** All given must match; an address without a port matches every port. */
export interface ConnectionFilter {
  readonly client?: string | undefined;
  readonly vip?: string | undefined;
  readonly realServer?: string | undefined;
  readonly protocol?: Protocol | undefined;
  /** At most this many are returned (CONNECTIONS_LISTED_MAX if not given); `total` counts all. */
  readonly limit?: number | undefined;
}

export interface ConnectionPage {
  readonly connections: readonly Connection[];
  readonly total: number;
}

/** Tracked connections of one real server in one service. */
export interface ConnectionCount {
  readonly service: ServiceKey;
  readonly realServer: RealServerKey;
  readonly connections: number;
}

export interface ConnectionEvent {
  readonly kind: 'new' | 'update' | 'destroy';
  readonly connection: Connection;
}

/** Counters of one real server in one service, since the entry was made. */
export interface RealServerCounters {
  readonly service: ServiceKey;
  readonly realServer: RealServerKey;
  readonly packetsIn: number;
  readonly bytesIn: number;
  readonly packetsOut: number;
  readonly bytesOut: number;
}
