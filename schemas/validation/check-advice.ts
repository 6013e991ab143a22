/** Warnings: what works, but most likely is not what was meant. */
import ipaddr from 'ipaddr.js';
import { parsePrefix } from '../address.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';

export function checkAdvice(fleet: FleetIndex): Finding[] {
  return [
    ...fleet.all('VirtualService').flatMap((service) => serviceAdvice(fleet, service)),
    ...fleet.all('Cluster').flatMap((cluster) => clusterAdvice(fleet, cluster)),
    ...fleet.all('VrrpInstance').flatMap(instanceAdvice),
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
  return [{ ...base, code: 'W_NO_HEALTH_CHECK', path: ['spec', 'healthCheck'], message, hint }];
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
