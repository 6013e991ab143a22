/** The whole fleet on one screen: is the control plane well, are the directors, who holds what. */
import type { HealthReply, NodeView, RolloutView } from '../../schemas/api.ts';
import type { KeeperReport } from '../../schemas/keeper.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import { timeText } from '../duration.ts';
import { rolloutOutcome } from '../rollout-outcome.ts';
import type { Colors } from '../session.ts';
import { nodesText } from './nodes.ts';
import { rolloutLine } from './rollouts.ts';

export function healthText(health: HealthReply, colors: Colors): string {
  const part = (name: string, isWell: boolean) =>
    `${name} ${isWell ? colors.green('ok') : colors.red('away')}`;
  const parts = [
    part('store', health.store),
    part('bus', health.bus),
    part('temporal', health.temporal),
  ];
  const { version, cell, revision, keeper } = health;
  const line = `cell ${cell}, revision ${revision}, version ${version}: ${parts.join(', ')}`;
  return [line, ...(keeper === undefined ? [] : keeperLines(keeper, colors))].join('\n');
}

/** How full etcd is, how far it is archived, and what stands in the way of keeping it so. */
function keeperLines(keeper: KeeperReport, colors: Colors): string[] {
  const { archivedTo, trimmedTo, dbBytes, quotaBytes, alarms } = keeper;
  const percent = Math.ceil((dbBytes / quotaBytes) * 100);
  const archive = archivedTo === undefined ? 'not archived' : `archived to event ${archivedTo}`;
  const trimmed = trimmedTo === 0 ? '' : `, trimmed to ${trimmedTo}`;
  return [
    `etcd ${percent} % full, ${archive}${trimmed}`,
    ...alarms.map(({ message }) => colors.red(`  store: ${message}`)),
  ];
}

export interface FleetStatus {
  readonly health: HealthReply;
  readonly nodes: readonly NodeView[];
  /** Absent while Temporal is away. */
  readonly rollouts?: readonly RolloutView[];
  readonly freezes: readonly ResourceOf<'Freeze'>[];
}

export function fleetText(fleet: FleetStatus, nowMs: number, colors: Colors): string {
  const { health, nodes, freezes } = fleet;
  const rollouts = (fleet.rollouts ?? []).filter((view) => rolloutOutcome(view) !== 'good');
  const owners = ownerLines(nodes, colors);
  const problems = nodes.flatMap(({ node, status }) =>
    status?.problem === undefined ? [] : [colors.red(`  ${node}: ${status.problem}`)],
  );
  return [
    healthText(health, colors),
    '',
    nodesText(nodes, colors),
    ...(owners.length === 0 ? [] : ['', colors.bold('Addresses:'), ...owners]),
    ...(problems.length === 0 ? [] : ['', colors.bold('Problems:'), ...problems]),
    ...(rollouts.length === 0
      ? []
      : ['', colors.bold('Rollouts:'), ...rollouts.map((view) => `  ${rolloutLine(view, nowMs)}`)]),
    ...(freezes.length === 0 ? [] : ['', colors.bold('Frozen:'), ...freezes.map(freezeLine)]),
  ].join('\n');
}

/** `  cluster edge by bob until 2026-11-21 08:00:00Z: sales`. */
function freezeLine({ spec }: ResourceOf<'Freeze'>): string {
  const what = [spec.scope, spec.cluster ?? spec.node].filter((word) => word !== undefined);
  const end = spec.until === undefined ? '' : ` until ${timeText(Date.parse(spec.until))}`;
  return `  ${what.join(' ')} by ${spec.who}${end}: ${spec.reason}`;
}

/** Who holds an address right now; with VRRP, two at once is what must never be. */
function ownerLines(nodes: readonly NodeView[], colors: Colors): string[] {
  const owners = new Map<string, NodeView[]>();
  for (const view of nodes) {
    if (view.contact !== 'fresh') continue; // what a silent director held says nothing of now
    for (const address of view.status?.ownedAddresses ?? []) {
      owners.set(address, [...(owners.get(address) ?? []), view]);
    }
  }
  return [...owners].map(([address, holders]) => {
    const names = holders.map(({ node }) => node).join(' and ');
    const isElected = holders.every(({ status }) => (status?.vrrp.length ?? 0) > 0);
    const isTwice = holders.length > 1 && isElected;
    return isTwice ? colors.red(`  ${address} on ${names} AT ONCE`) : `  ${address} on ${names}`;
  });
}
