/**
 * The words between a plan and a kernel: what is to be forwarded, what was observed, and the ops
 * that lead from one to the other. No driver adds a word of its own.
 */
import type { Forwarding, Rotation, Scheduler } from './capabilities.ts';
import type { FlowProtocol, Protocol, RealServerKey, ServiceKey, ZoneKey } from './names.ts';

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

/**
 * One SNAT zone as a dataplane holds it. The zones of a director are an ordered list: the first one
 * that a new connection matches translates it; what matches none is forwarded as it is and counted.
 * The lists inside a zone have no order, hold nothing twice, and speak of the same families.
 */
export interface DataplaneZone {
  readonly key: ZoneKey;
  /** Networks (`10.0.0.0/8`, no host bits); at least one. */
  readonly sources: readonly string[];
  /** Networks; empty for any destination. */
  readonly destinations: readonly string[];
  /** At least one of each family that `sources` speaks of. */
  readonly addresses: readonly string[];
  readonly rotation: Rotation;
  /** Source ports that TCP and UDP connections get, both included; the kernel's choice if absent. */
  readonly portRange?: { readonly first: number; readonly last: number } | undefined;
  /** Only what leaves by this link is of the zone. */
  readonly egressInterface: string;
  readonly nextHop?: string | undefined;
  /** At least one; what is of no listed protocol is not of the zone. */
  readonly protocols: readonly FlowProtocol[];
}

/** Something in the dataplane that Sluice did not make; reported, never removed. */
export interface ForeignEntry {
  readonly where: string;
  readonly what: string;
}

/** All that a dataplane holds of ours, or is to hold. */
export interface DataplaneContents {
  readonly services: ReadonlyMap<ServiceKey, DataplaneService>;
  /** In the order they are tried. */
  readonly zones: readonly DataplaneZone[];
}

export interface Observed extends DataplaneContents {
  readonly foreign: readonly ForeignEntry[];
}

/** One step. A list of them is applied as one transaction: all of it or nothing. */
export type Op = ServiceOp | ZoneOp;

export type ServiceOp =
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

/** `after`: the zone it comes right behind; undefined for the first place. */
export type ZoneOp =
  | {
      readonly kind: 'addZone';
      readonly zone: DataplaneZone;
      readonly after: ZoneKey | undefined;
    }
  | { readonly kind: 'moveZone'; readonly key: ZoneKey; readonly after: ZoneKey | undefined }
  /** All of it but its place. */
  | { readonly kind: 'editZone'; readonly zone: DataplaneZone }
  | { readonly kind: 'removeZone'; readonly key: ZoneKey };

/**
 * One tracked connection, addresses as seen on both sides of the director. One that a SNAT zone
 * translated has its destination as `vip` and `realServer` alike. Under ICMP the ports of `client`
 * and `local` are echo identifiers, the others 0.
 */
export interface Connection {
  readonly protocol: FlowProtocol;
  readonly client: { readonly address: string; readonly port: number };
  readonly vip: { readonly address: string; readonly port: number };
  /** The source address the real server sees: the LIP; the client's own under `nat`. */
  readonly local: { readonly address: string; readonly port: number };
  readonly realServer: { readonly address: string; readonly port: number };
  /** TCP state in the words of conntrack(8) (`ESTABLISHED`, `TIME_WAIT`); '' for others. */
  readonly state: string;
  /** Seconds until the entry is dropped when no packet comes. */
  readonly timeoutS: number;
  /** Both directions together; 0 where accounting is off. */
  readonly packets: number;
  readonly bytes: number;
  /** Of connections that a SNAT zone translated. */
  readonly zone?: ZoneKey | undefined;
}

/** All given must match; an address without a port matches every port. */
export interface ConnectionFilter {
  readonly client?: string | undefined;
  readonly vip?: string | undefined;
  readonly realServer?: string | undefined;
  readonly local?: string | undefined;
  readonly zone?: ZoneKey | undefined;
  readonly protocol?: FlowProtocol | undefined;
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

/**
 * Tracked connections that one address of a SNAT zone stands for. An address has one source port
 * for each of them towards the same destination, so this is what tells how full it is.
 */
export interface ZoneAddressCount {
  readonly zone: ZoneKey;
  readonly address: string;
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

/** What one SNAT zone translated, since the entry was made. */
export interface ZoneCounters {
  readonly zone: ZoneKey;
  /** Connections begun. */
  readonly connections: number;
  /** To the outside. */
  readonly packetsOut: number;
  readonly bytesOut: number;
  readonly packetsIn: number;
  readonly bytesIn: number;
}

export interface SnatCounters {
  readonly zones: readonly ZoneCounters[];
  /** Connections that left by the egress link of a zone and matched none: not translated. */
  readonly unmatched: number;
  /**
   * Packets dropped since the director started because no source port was free for their new
   * connection, or two began in the same way at once. Of the whole director, services included.
   */
  readonly natFailures: number;
}
