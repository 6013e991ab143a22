/** All real servers of a virtual service: those in its list and the resources that join it. */
import type { FleetIndex, Located } from './fleet-index.ts';
import type { LocatedResource, Path } from './located-resource.ts';

export interface DeclaredRealServer {
  readonly address: string;
  /** The service's only port when none is given; undefined when that is not clear. */
  readonly port: number | undefined;
  readonly at: LocatedResource;
  readonly path: Path;
}

export function realServersOf(
  fleet: FleetIndex,
  service: Located<'VirtualService'>,
): DeclaredRealServer[] {
  const { ports, realServers } = service.resource.spec;
  const onlyPort = ports.length === 1 ? ports[0] : undefined;
  return [
    ...realServers.map((realServer, position) => ({
      address: realServer.address,
      port: realServer.port ?? onlyPort,
      at: service,
      path: ['spec', 'realServers', position],
    })),
    ...fleet.joining(service.resource.metadata.name).map((at) => ({
      address: at.resource.spec.address,
      port: at.resource.spec.port ?? onlyPort,
      at,
      path: ['spec'],
    })),
  ];
}
