/**
 * The one spelling of a service: lists in key order. Lists of a service have no order of their own,
 * so two services are the same exactly when their canonical forms are equal in every field.
 */
import type { DataplaneRealServer, DataplaneService } from '../schemas/dataplane.ts';
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

function byRealServerKey(a: DataplaneRealServer, b: DataplaneRealServer): number {
  return byText(realServerKey(a), realServerKey(b));
}

/** Code unit order, so that no locale of a machine changes a digest. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
