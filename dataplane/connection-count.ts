/**
 * Counting connections: per service and real server, and per zone and address, for status; and how
 * many moved between two looks, for the progress of a drain. A connection is told from another by
 * its client and VIP side.
 */
import { formatEndpoint } from '../schemas/address.ts';
import type { Connection, ConnectionCount, ZoneAddressCount } from '../schemas/dataplane.ts';
import { realServerKey, serviceKey } from '../schemas/names.ts';

/**
 * Adds one connection after the other; holds one number per service and real server. Connections
 * that a SNAT zone translated have neither and are passed over.
 */
export class ConnectionTally {
  readonly #counts = new Map<string, { count: ConnectionCount; connections: number }>();

  add(connection: Connection): void {
    const { vip, protocol, zone } = connection;
    if (zone !== undefined || protocol === 'icmp') return;
    const service = serviceKey(protocol, vip.address, vip.port);
    const realServer = realServerKey(connection.realServer);
    const id = `${service} ${realServer}`;
    const seen = this.#counts.get(id);
    if (seen !== undefined) seen.connections += 1;
    else {
      this.#counts.set(id, { count: { service, realServer, connections: 0 }, connections: 1 });
    }
  }

  counts(): ConnectionCount[] {
    return [...this.#counts.values()].map(({ count, connections }) => ({ ...count, connections }));
  }
}

/** As above, of connections that a SNAT zone translated and no others. */
export class ZoneTally {
  readonly #counts = new Map<string, { count: ZoneAddressCount; connections: number }>();

  add({ zone, local: { address } }: Connection): void {
    if (zone === undefined) return;
    const id = `${zone} ${address}`;
    const seen = this.#counts.get(id);
    if (seen !== undefined) seen.connections += 1;
    else this.#counts.set(id, { count: { zone, address, connections: 0 }, connections: 1 });
  }

  counts(): ZoneAddressCount[] {
    return [...this.#counts.values()].map(({ count, connections }) => ({ ...count, connections }));
  }
}

export interface ConnectionMovement {
  /** Connections in the later look. */
  readonly tracked: number;
  /**
   * Of those, the ones that this director carried packets of since the earlier look. An entry that
   * connection sync brought from the peer has none of its own and does not count.
   */
  readonly moving: number;
}

/**
 * Compares two looks at the same filter. A drain is done when nothing is tracked, and may be cut
 * short when nothing moves: what is left are entries of dead clients that wait for their timeout.
 */
export function movementBetween(
  earlier: Iterable<Connection>,
  later: Iterable<Connection>,
): ConnectionMovement {
  const packetsBefore = new Map<string, number>();
  for (const connection of earlier) packetsBefore.set(identity(connection), connection.packets);
  let tracked = 0;
  let moving = 0;
  for (const connection of later) {
    tracked += 1;
    if (connection.packets > (packetsBefore.get(identity(connection)) ?? 0)) moving += 1;
  }
  return { tracked, moving };
}

/** What the kernel tells two connections apart by: protocol and the client's side of both ends. */
function identity({ protocol, client, vip }: Connection): string {
  return [
    protocol,
    formatEndpoint(client.address, client.port),
    formatEndpoint(vip.address, vip.port),
  ].join(' ');
}
