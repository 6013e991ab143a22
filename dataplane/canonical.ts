/**
 * The one spelling of a service and of a SNAT zone: lists in key order. Lists of either have no
 * order of their own, so two are the same exactly when their canonical forms are equal in every
 * field.
 */
import type { DataplaneRealServer, DataplaneService, DataplaneZone } from '../schemas/dataplane.ts';
import { realServerKey } from '../schemas/names.ts';

/** The same service with its lists sorted by key. */
export function canonicalService(service: DataplaneService): DataplaneService {
  return {
    key: service.key,
    name: service.name,
    address: service.address,
    port: service.port,
    protocol: service.protocol,
    scheduler: service.scheduler,
    forwarding: service.forwarding,
    localAddresses: [...service.localAddresses].sort(byText),
    realServers: [...service.realServers]
      .map(({ address, port, weight }) => ({ address, port, weight }))
      .sort(byRealServerKey),
  };
}

/** The same zone with its lists sorted; ports of a zone that translates ICMP only say nothing. */
export function canonicalZone(zone: DataplaneZone): DataplaneZone {
  const { portRange, nextHop, protocols } = zone;
  const hasPorts = protocols.some((one) => one !== 'icmp');
  return {
    key: zone.key,
    sources: [...zone.sources].sort(byText),
    destinations: [...zone.destinations].sort(byText),
    addresses: [...zone.addresses].sort(byText),
    rotation: zone.rotation,
    ...(portRange && hasPorts
      ? { portRange: { first: portRange.first, last: portRange.last } }
      : {}),
    egressInterface: zone.egressInterface,
    ...(nextHop === undefined ? {} : { nextHop }),
    protocols: [...protocols].sort(byText),
  };
}

function byRealServerKey(a: DataplaneRealServer, b: DataplaneRealServer): number {
  return byText(realServerKey(a), realServerKey(b));
}

/** Code unit order, so that no locale of a machine changes a digest. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
