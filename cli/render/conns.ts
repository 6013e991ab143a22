/** Connections as both sides see them: client -> VIP, and local address -> real server. */

import { formatEndpoint } from '../../schemas/address.ts';
import type { ConnsReply } from '../../schemas/api.ts';
import type { Colors } from '../session.ts';
import { table } from './table.ts';

type Conn = ConnsReply['nodes'][number]['connections'][number];

export function connsText({ nodes }: ConnsReply, colors: Colors): string {
  const rows = nodes.flatMap(({ node, connections }) => connections.map((conn) => row(node, conn)));
  const head = [
    'NODE',
    'PROTO',
    'CLIENT',
    'VIP',
    'LOCAL',
    'REAL SERVER',
    'STATE',
    'TTL',
    'PACKETS',
    'BYTES',
  ];
  const foot = nodes.map(({ node, total, connections, error }) =>
    error === undefined
      ? `${node}: ${connections.length} of ${total} shown`
      : colors.red(`${node}: ${error.code} ${error.message}`),
  );
  const body = rows.length === 0 ? 'No connections.' : table(head, rows, colors);
  return [body, '', ...foot].join('\n');
}

function row(node: string, conn: Conn): (string | number)[] {
  const at = ({ address, port }: Conn['client']) => formatEndpoint(address, port);
  return [
    node,
    conn.protocol,
    at(conn.client),
    at(conn.vip),
    at(conn.local),
    at(conn.realServer),
    conn.state || '-',
    `${conn.timeoutS}s`,
    conn.packets,
    conn.bytes,
  ];
}
