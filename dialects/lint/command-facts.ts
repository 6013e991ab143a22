/** Services and zones out of commands of ipvsadm, in their order. */

import { formatEndpoint } from '../../schemas/address.ts';
import { hasZones } from '../flavour.ts';
import { type IpvsadmCommand, optionOf, type ServiceRef, serviceKey } from '../ipvsadm/command.ts';
import type { ForwardingMethod } from '../keepalived/views/virtual-server.ts';
import { formatNetwork } from '../text/network.ts';
import { optional } from '../text/optional.ts';
import type { LintNode } from './bundle.ts';
import type { LocalAddressFact, ServerFact, ServiceFact, ZoneFact } from './fact.ts';

type Building = ServiceFact & { servers: ServerFact[]; localAddresses: LocalAddressFact[] };

const METHOD_OPTIONS: Readonly<Record<string, ForwardingMethod>> = {
  masquerading: 'nat',
  gatewaying: 'dr',
  ipip: 'tun',
  fullnat: 'fullnat',
  snat: 'snat',
};

export function commandServices(node: LintNode): ServiceFact[] {
  const services: Building[] = [];
  const byKey = new Map<string, Building>();
  for (const command of node.ipvsadm) {
    const { service, name } = command;
    if (service === undefined) continue;
    const key = serviceKey(service);
    if (name === 'add-service') {
      const fact = newService(command, service, key);
      services.push(fact);
      if (!byKey.has(key)) byKey.set(key, fact);
      continue;
    }
    const owner = byKey.get(key);
    const server = readServer(command);
    if (name === 'add-server' && server !== undefined) owner?.servers.push(server);
    const address = optionOf(command, 'laddr')?.value;
    if (name === 'add-laddr' && address !== undefined) {
      owner?.localAddresses.push({ address: address.text, at: address.span });
    }
  }
  return services;
}

function newService(command: IpvsadmCommand, service: ServiceRef, key: string): Building {
  const isAddress = service.kind !== 'fwmark' && service.kind !== 'match';
  const isSnat =
    service.kind === 'match' ||
    (isAddress && service.port === 0 && /^(0\.0\.0\.0|::)$/.test(service.address));
  return {
    source: 'commands',
    name: serviceName(service),
    protocol: isAddress ? service.kind : '',
    addresses: isAddress ? [service.address] : [],
    key,
    servers: [],
    localAddresses: [],
    isSnat,
    isPersistent: optionOf(command, 'persistent') !== undefined,
    at: command.span,
    ...optional('port', isAddress ? service.port : undefined),
    ...optional('scheduler', optionOf(command, 'scheduler')?.value),
  };
}

function serviceName(service: ServiceRef): string {
  if (service.kind === 'fwmark') return `fwmark ${service.mark}`;
  if (service.kind === 'match') return `match ${service.match}`;
  return `${service.kind} ${formatEndpoint(service.address, service.port)}`;
}

function readServer(command: IpvsadmCommand): ServerFact | undefined {
  const { server, options } = command;
  if (server === undefined) return undefined;
  const given = options.find(({ name }) => METHOD_OPTIONS[name] !== undefined)?.name ?? '';
  const { address, port, word } = server;
  // Every ipvsadm takes direct routing when no method is given.
  const method = METHOD_OPTIONS[given] ?? 'dr';
  const fact = { address, method, word, at: command.span };
  return port === undefined ? fact : { ...fact, port };
}

/** Zones as they were made; local addresses that went to a zone that exists. */
export function commandZones(node: LintNode): ZoneFact[] {
  if (!hasZones(node.flavour)) return [];
  const zones = new Map<string, ZoneFact & { localAddresses: LocalAddressFact[] }>();
  for (const { name, zone, span, options } of node.ipvsadm) {
    if (zone === undefined) continue;
    const key = formatNetwork(zone.network);
    if (name === 'add-zone' && !zones.has(key)) {
      zones.set(key, { source: 'commands', network: zone.network, localAddresses: [], at: span });
    }
    const address = options.find((option) => option.name === 'laddr')?.value;
    if (/^add-laddr/.test(name) && address !== undefined) {
      zones.get(key)?.localAddresses.push({ address: address.text, at: address.span });
    }
  }
  return [...zones.values()];
}
