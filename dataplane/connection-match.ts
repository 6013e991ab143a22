/**
 * Which connections a filter means. A filter names an endpoint as an address (every port) or as
 * address and port; an endpoint that is neither matches nothing and is refused.
 */
import { formatEndpoint, parseAddress } from '../schemas/address.ts';
import type { Connection, ConnectionFilter } from '../schemas/dataplane.ts';
import { FleetError } from '../schemas/errors.ts';
import { isZoneKey } from '../schemas/names.ts';

/**
 * A predicate for one filter; `limit` plays no part in it.
 * @throws FleetError E_INVALID when an endpoint or the zone of the filter cannot be read
 */
export function connectionMatcher(filter: ConnectionFilter): (connection: Connection) => boolean {
  const client = endpointMatcher('client', filter.client);
  const vip = endpointMatcher('vip', filter.vip);
  const realServer = endpointMatcher('realServer', filter.realServer);
  const local = endpointMatcher('local', filter.local);
  const { protocol, zone } = filter;
  if (zone !== undefined && !isZoneKey(zone)) {
    throw new FleetError('E_INVALID', `zone: ${JSON.stringify(zone)} is no zone`, {
      hint: 'Write the gateway and the zone: office/default.',
    });
  }
  return (connection) =>
    (protocol === undefined || connection.protocol === protocol) &&
    (zone === undefined || connection.zone === zone) &&
    local(connection.local) &&
    client(connection.client) &&
    vip(connection.vip) &&
    realServer(connection.realServer);
}

type Endpoint = { readonly address: string; readonly port: number };

function endpointMatcher(field: string, text: string | undefined): (seen: Endpoint) => boolean {
  if (text === undefined) return () => true;
  const address = parseAddress(text);
  if (address !== undefined) return (seen) => seen.address === address;
  const endpoint = parseEndpoint(text);
  if (endpoint !== undefined) {
    return (seen) => formatEndpoint(seen.address, seen.port) === endpoint;
  }
  throw new FleetError('E_INVALID', `${field}: ${JSON.stringify(text)} is no address`, {
    hint: 'Write 10.0.0.1, 10.0.0.1:80, 2001:db8::1 or [2001:db8::1]:80.',
  });
}

/** Canonical `address:port` text, or undefined. */
function parseEndpoint(text: string): string | undefined {
  const parts = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const address = parseAddress(parts?.[1] ?? parts?.[2] ?? '');
  const port = Number(parts?.[3]);
  return address !== undefined && port <= 65_535 ? formatEndpoint(address, port) : undefined;
}
