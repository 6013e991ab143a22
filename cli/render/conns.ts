/**
 * Connections as both sides see them: client -> VIP, and local address -> real server. Of one that
 * a SNAT zone translated the VIP and the real server are the same: what it went to.
 */
import { formatEndpoint } from '../../schemas/address.ts';
import type { ConnsReply } from '../../schemas/api.ts';
import type { Colors } from '../session.ts';
import { table } from './table.ts';

type Conn = ConnsReply['nodes'][number]['connections'][number];

const HEAD = ['NODE', 'PROTO', 'CLIENT', 'VIP', 'LOCAL', 'REAL SERVER'];
const FIGURES = ['STATE', 'TTL', 'PACKETS', 'BYTES'];

export function connsText({ nodes }: ConnsReply, colors: Colors): string {
  const all = nodes.flatMap(({ node, connections }) => connections.map((conn) => ({ node, conn })));
  // A fleet without SNAT has no use for the column.
  const hasZones = all.some(({ conn }) => conn.zone !== undefined);
  const rows = all.map(({ node, conn }) => [
    ...[node, conn.protocol, ...endpoints(conn)],
    ...(hasZones ? [conn.zone ?? '-'] : []),
    ...[conn.state || '-', `${conn.timeoutS}s`, conn.packets, conn.bytes],
  ]);
  const head = [...HEAD, ...(hasZones ? ['ZONE'] : []), ...FIGURES];
  const foot = nodes.map(({ node, total, connections, error }) =>
    error === undefined
      ? `${node}: ${connections.length} of ${total} shown`
      : colors.red(`${node}: ${error.code} ${error.message}`),
  );
  const body = rows.length === 0 ? 'No connections.' : table(head, rows, colors);
  return [body, '', ...foot].join('\n');
}

/** ICMP has no ports: an echo is known by its identifier, which a zone translates like a port. */
function endpoints({ protocol, client, vip, local, realServer }: Conn): string[] {
  if (protocol !== 'icmp') {
    return [client, vip, local, realServer].map((at) => formatEndpoint(at.address, at.port));
  }
  const echo = ({ address, port }: Conn['client']) => `${address} id ${port}`;
  return [echo(client), vip.address, echo(local), realServer.address];
}
