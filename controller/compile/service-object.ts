/**
 * Compiles one VirtualService, with the RealServers that join it, into the object that directors
 * fetch. Pure; the order of the inputs does not matter, so equal wishes are equal bytes.
 */

import { realServerKey } from '../../schemas/names.ts';
import type { RealServerPlan, ServiceObject } from '../../schemas/plan/service-plan.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';

export function compileService(
  service: ResourceOf<'VirtualService'>,
  joining: readonly ResourceOf<'RealServer'>[],
): ServiceObject {
  const { spec } = service;
  const listed = [...spec.realServers, ...joining.map((realServer) => realServer.spec)];
  const realServers = listed.map((realServer) => resolvePort(service, realServer));
  const pool = spec.forwarding === 'fullnat' ? spec.localAddressPool : undefined;
  return {
    name: service.metadata.name,
    listeners: spec.vips
      .flatMap((address) => spec.ports.map((port) => ({ address, port })))
      .sort(byEndpoint),
    protocol: spec.protocol,
    scheduler: spec.scheduler,
    forwarding: spec.forwarding,
    ...(pool === undefined ? {} : { localAddressPool: pool }),
    realServers: realServers.sort(byEndpoint),
    ...(spec.healthCheck === undefined ? {} : { healthCheck: spec.healthCheck }),
    onFailure: spec.onFailure,
  };
}

/** Validation guarantees a port: its own, or the only one of the service. */
function resolvePort(
  service: ResourceOf<'VirtualService'>,
  realServer: { address: string; port?: number | undefined; weight: number },
): RealServerPlan {
  const port = realServer.port ?? service.spec.ports[0];
  if (port === undefined) throw new Error(`${service.metadata.name}: no port`);
  return { address: realServer.address, port, weight: realServer.weight };
}

function byEndpoint(
  a: { address: string; port: number },
  b: { address: string; port: number },
): number {
  const [left, right] = [realServerKey(a), realServerKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
