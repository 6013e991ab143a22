/** Services and zones out of keepalived.conf. */
import { formatEndpoint } from '../../schemas/address.ts';
import { hasZones } from '../flavour.ts';
import { headSpan } from '../keepalived/tree.ts';
import type { KeepalivedConfig } from '../keepalived/views/config.ts';
import type { RealServer, VirtualServer } from '../keepalived/views/virtual-server.ts';
import { optional } from '../text/optional.ts';
import type { Word } from '../text/span.ts';
import type { LintNode } from './bundle.ts';
import type { LocalAddressFact, ServerFact, ServiceFact, ZoneFact } from './fact.ts';

export function keepalivedServices(node: LintNode): ServiceFact[] {
  return node.keepalived.flatMap(({ config }) => {
    // The forks with zones do not read laddr_group_name in a service.
    const groups = hasZones(node.flavour) ? new Map() : localAddresses(config);
    const listeners = new Map(config.serverGroups.map((group) => [group.name, group]));
    return config.virtualServers.map((server) => toService(server, groups, listeners));
  });
}

type Listeners = ReadonlyMap<string, KeepalivedConfig['serverGroups'][number]>;

function toService(
  server: VirtualServer,
  groups: ReadonlyMap<string, LocalAddressFact[]>,
  listeners: Listeners,
): ServiceFact {
  const { key, statement } = server;
  const group = key.kind === 'group' ? listeners.get(key.name) : undefined;
  const ports = new Set(group?.entries.map(({ port }) => port ?? 0) ?? []);
  const port = key.kind === 'address' ? key.port : ports.size === 1 ? [...ports][0] : undefined;
  const addresses =
    key.kind === 'address' ? [key.address] : (group?.entries.flatMap((e) => e.addresses) ?? []);
  const isSnat =
    key.kind === 'match' ||
    (key.kind === 'address' && key.port === 0 && /^(0\.0\.0\.0|::)$/.test(key.address));
  return {
    source: 'keepalived',
    name: nameOf(server),
    protocol: server.protocol.toLowerCase(),
    addresses,
    key: key.kind === 'unreadable' ? '' : `${server.protocol} ${JSON.stringify(key)}`,
    servers: server.realServers.flatMap(toServer),
    localAddresses: groups.get(server.localAddressGroup?.text ?? '') ?? [],
    isSnat,
    isPersistent: server.persistenceTimeout !== undefined,
    at: headSpan(statement),
    ...optional('port', port),
    ...optional('method', server.method),
    ...optional('methodWord', server.methodWord),
    ...optional('scheduler', server.scheduler),
    ...optional('localAddressGroup', server.localAddressGroup),
  };
}

function nameOf({ key, protocol }: VirtualServer): string {
  if (key.kind === 'address') {
    return `${protocol.toLowerCase()} ${formatEndpoint(key.address, key.port)}`;
  }
  if (key.kind === 'fwmark') return `fwmark ${key.mark}`;
  return key.kind === 'unreadable' ? 'a service that cannot be read' : `${key.kind} ${key.name}`;
}

function toServer({ address, port, method, statement }: RealServer): ServerFact[] {
  if (address === undefined) return [];
  const at = headSpan(statement);
  return [{ address, at, ...optional('port', port), ...optional('method', method) }];
}

function localAddresses(config: KeepalivedConfig): Map<string, LocalAddressFact[]> {
  return new Map(
    config.localAddressGroups.map(({ name, lines }) => [
      name,
      lines.flatMap(({ addresses, word }) =>
        addresses.map((address) => ({ address, at: word.span })),
      ),
    ]),
  );
}

/** Zones with the addresses of their groups, in the order of the file. */
export function keepalivedZones(node: LintNode): ZoneFact[] {
  if (!hasZones(node.flavour)) return [];
  return node.keepalived.flatMap(({ config }) => {
    const groups = localAddresses(config);
    return config.zones.flatMap((zone): ZoneFact[] => {
      if (zone.network === undefined) return [];
      const name: Word | undefined = zone.localAddressGroup;
      return [
        {
          source: 'keepalived',
          network: zone.network,
          localAddresses: groups.get(name?.text ?? '') ?? [],
          at: headSpan(zone.statement),
        },
      ];
    });
  });
}
