/** Directors: one a line, or one in full. */
import type { NodeView } from '../../schemas/api.ts';
import { durationText, timeText } from '../duration.ts';
import type { Colors } from '../session.ts';
import { table } from './table.ts';

export function nodesText(nodes: readonly NodeView[], colors: Colors): string {
  if (nodes.length === 0) return 'No directors.';
  const head = [
    'NODE',
    'CLUSTER',
    'CONTACT',
    'ADMIN',
    'GENERATION',
    'DATAPLANE',
    'VRRP',
    'UP',
    'CONNECTIONS',
  ];
  return table(
    head,
    nodes.map((node) => nodeRow(node, colors)),
    colors,
  );
}

function nodeRow({ node, cluster, contact, adminState, wanted, status }: NodeView, colors: Colors) {
  const contactText = contact === 'fresh' ? contact : colors.red(contact);
  const admin = adminState === 'active' ? adminState : colors.yellow(adminState);
  if (status === undefined) {
    return [
      node,
      cluster,
      contactText,
      admin,
      `- / ${wanted?.generation ?? '-'}`,
      '-',
      '-',
      '-',
      '-',
    ];
  }
  const isBehind = status.applied?.digest !== wanted?.digest;
  const generation = `${status.applied?.generation ?? '-'} / ${wanted?.generation ?? '-'}`;
  const connections = status.services.reduce((sum, service) => sum + service.connections, 0);
  return [
    node,
    cluster,
    contactText,
    admin,
    isBehind ? colors.yellow(generation) : generation,
    status.convergence === 'failing' ? colors.red('failing') : status.convergence,
    status.vrrp.map(({ instance, state }) => `${instance} ${state}`).join(', ') || '-',
    `${status.realServersUp}/${status.realServersTotal}`,
    connections,
  ];
}

/** Everything that is known of one director. `nowMs` tells how old it is. */
export function nodeText(view: NodeView, nowMs: number, colors: Colors): string {
  const { node, cluster, contact, adminState, wanted, status } = view;
  const rows: [string, string][] = [
    ['cluster', cluster],
    ['contact', contact],
    ['admin state', adminState],
    ['wanted', wanted === undefined ? '-' : refText(wanted)],
  ];
  if (status === undefined) {
    return block(node, rows, [], colors);
  }
  rows.push(
    ['applied', status.applied === undefined ? '-' : refText(status.applied)],
    ['dataplane', status.convergence],
    ...(status.problem === undefined ? [] : [['problem', status.problem] as [string, string]]),
    ['heard of', `${durationText(nowMs - status.timeMs)} ago`],
    ['agent', `${status.agentVersion}, since ${timeText(status.agentStartedAtMs)}`],
    ['kernel', `${status.kernelVersion}, boot ${status.bootId}`],
    ['store, bus', `${connected(status.storeConnected)}, ${connected(status.busConnected)}`],
    ['events', `${status.eventsWaiting} waiting, ${status.eventsLost} lost`],
    ['holds', status.ownedAddresses.join(', ') || 'no VIP or local address'],
    ['real servers', `${status.realServersUp} of ${status.realServersTotal} up`],
    ['foreign', `${status.foreign} entries in the kernel that Sluice did not make`],
  );
  const vrrp = status.vrrp.map(
    ({ instance, state, priority, sinceMs, masterDownMs }) =>
      `  ${instance}: ${state} since ${timeText(sinceMs)}, priority ${priority}, ` +
      `a peer takes over within ${durationText(masterDownMs)}`,
  );
  const services = status.services.map(
    ({ name, realServersUp, realServersTotal, connections }) =>
      `  ${name}: ${realServersUp} of ${realServersTotal} up, ${connections} connections`,
  );
  const unlisted = status.servicesTotal - status.services.length;
  if (unlisted > 0) services.push(`  and ${unlisted} more`);
  const down = status.notUp.map(({ service, realServer, state, reason }) =>
    colors.red(`  ${realServer} of ${service}: ${state}${reason === '' ? '' : ` (${reason})`}`),
  );
  const parts = [
    { title: 'VRRP', lines: vrrp },
    { title: 'Services', lines: services },
    { title: 'Not up', lines: down },
  ];
  return block(node, rows, parts, colors);
}

const connected = (isConnected: boolean) => (isConnected ? 'connected' : 'away');
const refText = ({ generation, digest }: { generation: number; digest: string }) =>
  `generation ${generation} (${digest.slice(0, 12)})`;

function block(
  title: string,
  rows: readonly (readonly [string, string])[],
  parts: readonly { title: string; lines: readonly string[] }[],
  colors: Colors,
): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    colors.bold(title),
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...parts
      .filter(({ lines }) => lines.length > 0)
      .flatMap((part) => ['', colors.bold(part.title), ...part.lines]),
  ].join('\n');
}
