/**
 * Virtual services as keepalived.conf has them. One with several listeners is a group of that name
 * (one for each family: a group has one), so that its real servers are checked once.
 */
import { type Family, familyOf } from '../../schemas/address.ts';
import type { Forwarding } from '../../schemas/capabilities.ts';
import { type Flavour, isForkOf122 } from '../flavour.ts';
import type { Statement } from '../keepalived/tree.ts';
import { checkBlock } from './check-block.ts';
import { secondsText } from './check-remarks.ts';
import { hostOf } from './service-remarks.ts';
import { keepsPort, type Listener, type RealServerView, type ServiceView } from './service-view.ts';
import { block, line } from './statement-of.ts';

const METHODS: Readonly<Record<Forwarding, string>> = {
  nat: 'NAT',
  dr: 'DR',
  tun: 'TUN',
  fullnat: 'FNAT',
};

export function serviceBlocks(service: ServiceView, flavour: Flavour): Statement[] {
  const comment = [`VirtualService ${service.name}`];
  const body = serviceBody(service, flavour);
  const lists = accessLists(service, flavour);
  if (service.spec.fwmark !== undefined) {
    return [...lists, block(['virtual_server', 'fwmark', service.spec.fwmark], body, comment)];
  }
  const groups = listenerGroups(service);
  return [
    ...lists,
    ...groups.flatMap(({ name, listeners }) => {
      const [only] = listeners;
      if (only !== undefined && listeners.length === 1) {
        return [block(['virtual_server', only.address, only.port], body, comment)];
      }
      const lines = listeners.map(({ address, port }) => line(address, port));
      return [
        block(['virtual_server_group', name], lines),
        block(['virtual_server', 'group', name], body, comment),
      ];
    }),
  ];
}

function listenerGroups({ name, listeners }: ServiceView) {
  const families: readonly Family[] = ['ipv4', 'ipv6'];
  const groups = families
    .map((family) => ({ family, listeners: listeners.filter(of(family)) }))
    .filter((group) => group.listeners.length > 0);
  return groups.map((group) => ({
    name: groups.length > 1 ? `${name}.${group.family}` : name,
    listeners: group.listeners,
  }));
}

const of = (family: Family) => (listener: Listener) => familyOf(listener.address) === family;

function serviceBody(service: ServiceView, flavour: Flavour): Statement[] {
  const { spec, realServers, localAddresses } = service;
  const { healthCheck, fwmark, quorum, sorryServer, clientAddress } = spec;
  const host = healthCheck?.http?.host;
  const isIpv6Mark = fwmark !== undefined && service.families[0] === 'ipv6';
  return [
    ...(healthCheck === undefined
      ? []
      : [line('delay_loop', secondsText(healthCheck.intervalMs, flavour))]),
    line('lb_algo', spec.scheduler),
    line('lb_kind', METHODS[spec.forwarding]),
    ...persistenceLines(service),
    // A service by mark has no protocol of its own.
    ...(fwmark === undefined ? [line('protocol', spec.protocol.toUpperCase())] : []),
    ...(isIpv6Mark && !isForkOf122(flavour) ? [line('ip_family', 'inet6')] : []),
    ...(spec.onePacket ? [line('ops')] : []),
    ...(spec.synproxy ? [line('syn_proxy')] : []),
    ...(localAddresses === undefined ? [] : [line('laddr_group_name', localAddresses.group)]),
    ...(clientAddress === 'proxyV1' ? [line('proxy_protocol', 'v1')] : []),
    ...(clientAddress === 'proxyV2' ? [line('proxy_protocol', 'v2')] : []),
    ...(spec.expireQuiescent ? [line('expire_quiescent_conn')] : []),
    ...(spec.deny.length > 0 ? [line('daddr_group_name', listName(service, 'deny'))] : []),
    ...(spec.allow.length > 0 ? [line('waddr_group_name', listName(service, 'allow'))] : []),
    ...(host !== undefined && isForkOf122(flavour) ? [line('virtualhost', host)] : []),
    ...(quorum === undefined
      ? []
      : [
          line('quorum', (quorum.up + quorum.down) / 2),
          line('hysteresis', (quorum.up - quorum.down) / 2),
        ]),
    ...(sorryServer === undefined
      ? []
      : [line('sorry_server', sorryServer.address, sorryPort(spec))]),
    ...realServers.map((server) => realServerBlock(service, server, flavour)),
  ];
}

function sorryPort(spec: ServiceView['spec']): number {
  return keepsPort(spec) ? 0 : (spec.sorryServer?.port ?? spec.ports[0] ?? 0);
}

/** The granularity is a dotted mask for IPv4 and a prefix length for IPv6. */
function persistenceLines({ spec, families }: ServiceView): Statement[] {
  const { persistence } = spec;
  if (persistence === undefined) return [];
  const { timeoutS, mask } = persistence;
  const family = familyOf(spec.vips[0] ?? (families[0] === 'ipv6' ? '::' : '0.0.0.0'));
  const granularity = mask === undefined ? undefined : maskText(mask, family);
  return [
    line('persistence_timeout', timeoutS),
    ...(granularity === undefined ? [] : [line('persistence_granularity', granularity)]),
  ];
}

/** `255.255.255.0`, or a prefix length. */
export function maskText(length: number, family: Family): string {
  if (family === 'ipv6') return String(length);
  const bytes = [0, 8, 16, 24].map(
    (from) => 256 - 2 ** (8 - Math.min(8, Math.max(0, length - from))),
  );
  return bytes.join('.');
}

function realServerBlock(
  { spec }: ServiceView,
  { address, port, weight, thresholds }: RealServerView,
  flavour: Flavour,
): Statement {
  return block(
    ['real_server', address, port],
    [
      line('weight', weight),
      ...(spec.onFailure === 'quiesce' ? [line('inhibit_on_failure')] : []),
      ...(thresholds === undefined
        ? []
        : [line('uthreshold', thresholds.upper), line('lthreshold', thresholds.lower)]),
      ...(spec.healthCheck === undefined ? [] : [checkBlock(spec.healthCheck, flavour)]),
    ],
  );
}

function listName({ name }: ServiceView, list: 'allow' | 'deny'): string {
  return `${name}.${list}`;
}

/** DPVS only, one group a service; the other flavours refuse such a service. */
function accessLists(service: ServiceView, flavour: Flavour): Statement[] {
  if (flavour !== 'dpvs') return [];
  return (['deny', 'allow'] as const).flatMap((list) => {
    const addresses = service.spec[list].flatMap((network) => hostOf(network) ?? []);
    if (addresses.length === 0) return [];
    const lines = addresses.map((address) => line(address));
    return [block([`${list}_address_group`, listName(service, list)], lines)];
  });
}
