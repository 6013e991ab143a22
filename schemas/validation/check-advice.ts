/** Warnings: what works, but most likely is not what was meant. */
import ipaddr from 'ipaddr.js';
import { parsePrefix } from '../address.ts';
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import type { Fix, LocatedResource } from './located-resource.ts';

export function checkAdvice(fleet: FleetIndex): Finding[] {
  return [
    ...fleet
      .all('VirtualService')
      .flatMap((service) => [...serviceAdvice(fleet, service), ...singleDirector(fleet, service)]),
    ...fleet.all('Cluster').flatMap((cluster) => clusterAdvice(fleet, cluster)),
    ...fleet.all('VrrpInstance').flatMap(instanceAdvice),
    ...unusedPools(fleet),
    ...repeatedIds(fleet),
  ];
}

function serviceAdvice(fleet: FleetIndex, at: Located<'VirtualService'>): Finding[] {
  const { realServers, healthCheck } = at.resource.spec;
  const joining = fleet.joining(at.resource.metadata.name);
  const base = { at, involves: joining };
  if (realServers.length === 0 && joining.length === 0) {
    if (fleet.hasBroken('RealServer')) return [];
    const message = 'the service has no real servers: connections to it will be refused';
    const hint = 'list realServers under spec, or declare RealServer resources that name it';
    return [{ ...base, code: 'W_NO_REAL_SERVER', path: ['spec', 'realServers'], message, hint }];
  }
  if (healthCheck !== undefined) return [];
  const message = 'the service has no health check: dead real servers keep getting connections';
  const hint = 'add healthCheck: { type: tcp } to spec';
  const path = ['spec', 'healthCheck'];
  const fix: Fix = {
    description: 'check that the port accepts connections',
    do: 'insert',
    into: ['spec'],
    key: 'healthCheck',
    text: '{ type: tcp }',
  };
  return [{ ...base, code: 'W_NO_HEALTH_CHECK', path, message, hint, fix }];
}

/** Labels that say so: `environment: production`. */
const isProduction = (at: LocatedResource) =>
  ['production', 'prod'].includes(at.resource.metadata.labels?.['environment'] ?? '');

/** With failover W_SINGLE_DIRECTOR says it of the cluster. */
function singleDirector(fleet: FleetIndex, at: Located<'VirtualService'>): Finding[] {
  const { cluster } = at.resource.spec;
  const owner = fleet.find('Cluster', cluster);
  if (owner === undefined || owner.resource.spec.highAvailability !== 'none') return [];
  if (!isProduction(at) && !isProduction(owner)) return [];
  const nodes = fleet.inCluster('Node', cluster);
  if (nodes.length !== 1) return [];
  const message = `a production service on one director, ${nodes[0]?.resource.metadata.name}`;
  const hint = 'serve it by a cluster of two or more directors with failover';
  const involves = [owner, ...nodes];
  return [{ code: 'W_PRODUCTION_SINGLE', at, path: ['spec', 'cluster'], message, hint, involves }];
}

function unusedPools(fleet: FleetIndex): Finding[] {
  if (fleet.hasBroken('VirtualService')) return [];
  const services = fleet.all('VirtualService').map(({ resource }) => resource.spec);
  const used = new Set(services.map(({ localAddressPool }) => localAddressPool));
  return fleet.all('LocalAddressPool').flatMap((at): Finding[] => {
    if (used.has(at.resource.metadata.name)) return [];
    const message = 'no service draws from this pool';
    const hint = 'name it in spec.localAddressPool of a service, or delete it';
    const path = ['spec', 'perNode'];
    return [{ code: 'W_ADDRESS_UNUSED', at, path, message, hint, involves: [], isOfTouched: true }];
  });
}

/** Right as long as the two links are in different networks, which is not always known. */
function repeatedIds(fleet: FleetIndex): Finding[] {
  const seen = new Map<string, Located<'VrrpInstance'>>();
  return fleet.all('VrrpInstance').flatMap((at): Finding[] => {
    const { cluster, family, virtualRouterId, interface: link } = at.resource.spec;
    const key = `${cluster}/${family}/${virtualRouterId}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, at);
    if (first === undefined || first.resource.spec.interface === link) return [];
    const path = ['spec', 'virtualRouterId'];
    const message = `${placeText(first, path)} has id ${virtualRouterId} too, on another link`;
    const hint = 'give it another id: two links that meet in one switch would fight';
    return [{ code: 'W_VRID_TWICE', at, path, message, hint, involves: [first] }];
  });
}

function clusterAdvice(fleet: FleetIndex, at: Located<'Cluster'>): Finding[] {
  if (at.resource.spec.highAvailability !== 'vrrp' || fleet.hasBroken('Node')) return [];
  const nodes = fleet.inCluster('Node', at.resource.metadata.name);
  if (nodes.length !== 1) return [];
  const message = 'the cluster has one director: when it fails, its services fail';
  const hint = 'add a second Node, or say highAvailability: none';
  const path = ['spec', 'highAvailability'];
  return [{ code: 'W_SINGLE_DIRECTOR', at, path, message, hint, involves: nodes }];
}

/** RFC 9568 5.2.9: the first address of an IPv6 virtual router is its link-local one. */
function instanceAdvice(at: Located<'VrrpInstance'>): Finding[] {
  const { family, addresses } = at.resource.spec;
  if (family !== 'ipv6') return [];
  const first = parsePrefix(addresses[0]?.address ?? '')?.address;
  if (first !== undefined && ipaddr.parse(first).range() === 'linkLocal') return [];
  const message = 'the first address of an IPv6 VRRP instance should be link-local';
  const hint = 'begin spec.addresses with one like fe80::100/64';
  const path = first === undefined ? ['spec', 'addresses'] : ['spec', 'addresses', 0, 'address'];
  return [{ code: 'W_LINK_LOCAL_FIRST', at, path, message, hint, involves: [] }];
}
