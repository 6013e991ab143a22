/** Resources for `get` and `describe`. */
import { stringify } from 'yaml';
import { formatEndpoint } from '../../schemas/address.ts';
import type { HistoryEntry, NodeView, StoredView } from '../../schemas/api.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import { timeText } from '../duration.ts';
import type { Colors } from '../session.ts';
import { counted } from './counted.ts';
import { historyText } from './history.ts';
import { table } from './table.ts';

export function resourcesText(resources: readonly StoredView[], colors: Colors): string {
  if (resources.length === 0) return 'No resources.';
  const rows = resources.map(({ resource, generation, revision }) => [
    `${resource.kind}/${resource.metadata.name}`,
    ('cluster' in resource.spec ? resource.spec.cluster : undefined) ?? '-',
    summary(resource),
    generation,
    revision,
  ]);
  return table(['RESOURCE', 'CLUSTER', 'WHAT', 'GENERATION', 'REVISION'], rows, colors);
}

/** Documents that can be applied again as they are. */
export function resourceDocuments(resources: readonly StoredView[]): string {
  return resources.map(({ resource }) => stringify(resource).trimEnd()).join('\n---\n');
}

/** The resource in one line, without its name and cluster. */
export function summary(resource: Resource): string {
  switch (resource.kind) {
    case 'Cluster': {
      const { dataplane, highAvailability, connectionSync } = resource.spec;
      const sync = connectionSync === undefined ? '' : `, sync on ${connectionSync.interface}`;
      return `${dataplane}, ${highAvailability}${sync}`;
    }
    case 'Node':
      return `${resource.spec.managementAddress}, priority ${resource.spec.vrrpPriority}`;
    case 'VrrpInstance': {
      const { virtualRouterId, interface: link, family } = resource.spec;
      return `id ${virtualRouterId} on ${link}, ${family}`;
    }
    case 'LocalAddressPool': {
      const lists = Object.values(resource.spec.perNode);
      const count = lists.reduce((sum, lips) => sum + lips.length, 0);
      return `${counted(count, 'address', 'addresses')} for ${counted(lists.length, 'director')}`;
    }
    case 'VirtualService': {
      const { vips, ports, protocol, forwarding, scheduler, realServers } = resource.spec;
      const [first] = vips.flatMap((vip) => ports.map((port) => formatEndpoint(vip, port)));
      const more = vips.length * ports.length - 1;
      const listeners = more > 0 ? `${first} and ${more} more` : first;
      const servers = counted(realServers.length, 'real server');
      return `${protocol} ${listeners}, ${forwarding} ${scheduler}, ${servers}`;
    }
    case 'RealServer': {
      const { virtualService, address, port, weight } = resource.spec;
      const endpoint = port === undefined ? address : formatEndpoint(address, port);
      return `${endpoint} of ${virtualService}, weight ${weight}`;
    }
    case 'SnatGateway': {
      const { zones, protocols } = resource.spec;
      return `${counted(zones.length, 'zone')}, ${protocols.join(' ')}`;
    }
    default:
      return policySummary(resource);
  }
}

type Policy = 'SyncGroup' | 'RolloutPolicy' | 'Freeze' | 'Role' | 'RoleBinding' | 'ChatBinding';

/** Of the kinds that say how things are done, and by whom. */
function policySummary(resource: Extract<Resource, { kind: Policy }>): string {
  switch (resource.kind) {
    case 'SyncGroup':
      return `${resource.spec.instances.join(', ')} together`;
    case 'RolloutPolicy': {
      const { waves, onFailedGate } = resource.spec;
      return `${counted(waves.length, 'wave')}, a failed gate: ${onFailedGate}`;
    }
    case 'Freeze': {
      const { scope, reason, until } = resource.spec;
      const end = until === undefined ? '' : ` until ${timeText(Date.parse(until))}`;
      return `${scope}${end}: ${reason}`;
    }
    case 'Role':
      return counted(resource.spec.rules.length, 'rule');
    case 'RoleBinding':
      return `${resource.spec.role} for ${counted(resource.spec.subjects.length, 'subject')}`;
    case 'ChatBinding':
      return `${resource.spec.platform}, ${counted(resource.spec.users.length, 'user')}`;
  }
}

export interface Description {
  readonly stored: StoredView;
  readonly history: readonly HistoryEntry[];
  readonly nodes: readonly NodeView[];
}

/** The resource in full, what the directors say of it, and its last changes. */
export function descriptionText({ stored, history, nodes }: Description, colors: Colors): string {
  const { resource, generation, revision, createdRevision } = stored;
  const title = `${resource.kind}/${resource.metadata.name}`;
  const made = `generation ${generation}, revision ${revision}, created in ${createdRevision}`;
  const seen = observedLines(resource, nodes, colors);
  return [
    `${colors.bold(title)} (${made})`,
    '',
    stringify(resource.spec).trimEnd(),
    ...(seen.length === 0 ? [] : ['', colors.bold('Seen on the directors:'), ...seen]),
    ...(history.length === 0
      ? []
      : ['', colors.bold('Last changes:'), historyText(history, 'brief', colors)]),
  ].join('\n');
}

/** The directors of a cluster, one a line. */
function directorLines(cluster: string, nodes: readonly NodeView[], colors: Colors): string[] {
  return nodes
    .filter((node) => node.cluster === cluster)
    .map(({ node, contact, adminState, wanted, status }) => {
      const state = `  ${node}: ${contact}, ${adminState}`;
      if (status === undefined) return colors.red(state);
      const generation = `generation ${status.applied?.generation ?? '-'}`;
      const behind = status.applied?.digest === wanted?.digest ? '' : ` of ${wanted?.generation}`;
      const roles = status.vrrp.map(({ instance, state: role }) => `${instance} ${role}`);
      const why = status.problem === undefined ? '' : `: ${status.problem}`;
      const text = [state, generation + behind, status.convergence + why, ...roles].join(', ');
      return contact === 'fresh' && why === '' ? text : colors.red(text);
    });
}

function observedLines(resource: Resource, nodes: readonly NodeView[], colors: Colors): string[] {
  if (resource.kind === 'Cluster') return directorLines(resource.metadata.name, nodes, colors);
  if (resource.kind !== 'VirtualService') return [];
  const { cluster, vips, ports, protocol } = resource.spec;
  const keys = new Set(
    vips.flatMap((vip) => ports.map((port) => `${protocol}/${formatEndpoint(vip, port)}`)),
  );
  return nodes
    .filter((node) => node.cluster === cluster)
    .flatMap(({ node, contact, status }) => {
      if (status === undefined) return [`  ${node}: nothing is known (${contact})`];
      const owned = vips.filter((vip) => status.ownedAddresses.includes(vip));
      const service = status.services.find(({ name }) => name === resource.metadata.name);
      const up =
        service === undefined
          ? 'not listed in its status'
          : `${service.realServersUp} of ${service.realServersTotal} real servers up, ` +
            counted(service.connections, 'connection');
      const holds = owned.length > 0 ? `, holds ${owned.join(', ')}` : '';
      const down = status.notUp.filter((real) => keys.has(real.service));
      return [
        `  ${node}: ${up}${holds}${contact === 'fresh' ? '' : ` (${contact})`}`,
        ...down.map(({ realServer, state, reason }) =>
          colors.red(`    ${realServer} is ${state}${reason === '' ? '' : `: ${reason}`}`),
        ),
      ];
    });
}
