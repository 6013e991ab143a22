/**
 * What a service asks of its real servers: ports that its forwarding method cannot rewrite, a
 * quorum that their weights can reach, checks that see what a client sees, and enough source
 * ports for the connections that it allows.
 */
import { familyOf } from '../address.ts';
import { PORTS_DEFAULT } from './check-zones.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import { realServersOf } from './real-servers-of.ts';

type Service = Located<'VirtualService'>;

export function checkServiceShape(fleet: FleetIndex): Finding[] {
  return fleet
    .all('VirtualService')
    .flatMap((at) => [
      ...rewrittenPorts(fleet, at),
      ...unreachableQuorum(fleet, at),
      ...blindCheck(at),
      ...fewPorts(fleet, at),
      ...maskTooLong(at),
    ]);
}

/** Direct routing and tunnels leave the packet as it is, port included. */
function rewrittenPorts(fleet: FleetIndex, service: Service): Finding[] {
  const { forwarding, ports } = service.resource.spec;
  if (forwarding !== 'dr' && forwarding !== 'tun') return [];
  return realServersOf(fleet, service).flatMap(({ port, address, at, path }): Finding[] => {
    if (port === undefined || (ports.length === 1 && ports[0] === port)) return [];
    const message = `${forwarding} cannot send connections to port ${port} of ${address}`;
    const hint = 'leave the port out, or forward by nat or fullnat';
    const place = [...path, 'port'];
    return [{ code: 'E_PORT_REWRITE', at, path: place, message, hint, involves: [service] }];
  });
}

function unreachableQuorum(fleet: FleetIndex, at: Service): Finding[] {
  const { quorum, realServers } = at.resource.spec;
  if (quorum === undefined) return [];
  const joining = fleet.joining(at.resource.metadata.name);
  const weights = [...realServers, ...joining.map(({ resource }) => resource.spec)];
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  if (total >= quorum.up) return [];
  const message = `the quorum is ${quorum.up} and all weights together are ${total}: it is never up`;
  const hint = 'lower the quorum, or raise the weights';
  const path = ['spec', 'quorum', 'up'];
  return [{ code: 'E_QUORUM', at, path, message, hint, involves: joining }];
}

/** Ports on which a web server answers; one that answers errors still accepts connections. */
const HTTP_PORTS: ReadonlySet<number> = new Set([80, 8_000, 8_080, 8_888]);

function blindCheck(at: Service): Finding[] {
  const { healthCheck, ports, protocol } = at.resource.spec;
  if (healthCheck?.type !== 'tcp' || protocol !== 'tcp') return [];
  const checked = healthCheck.port === undefined ? ports : [healthCheck.port];
  const port = checked.find((number) => HTTP_PORTS.has(number));
  if (port === undefined) return [];
  return [
    {
      code: 'W_TCP_CHECK_HTTP',
      at,
      path: ['spec', 'healthCheck', 'type'],
      message: `a tcp check of port ${port} does not see a web server that answers only errors`,
      hint: 'write type: http, with the path of a page that tells',
      involves: [],
      fix: { description: 'check by HTTP', do: 'replace', text: 'http' },
    },
  ];
}

/** A local address and port serve one connection to each real server at a time. */
function fewPorts(fleet: FleetIndex, at: Service): Finding[] {
  const { limits, localAddressPool, forwarding } = at.resource.spec;
  const wanted = limits?.connections;
  if (wanted === undefined || localAddressPool === undefined || forwarding !== 'fullnat') return [];
  const pool = fleet.find('LocalAddressPool', localAddressPool);
  const servers = realServersOf(fleet, at);
  if (pool === undefined || servers.length === 0) return [];
  const { perNode, portRange = PORTS_DEFAULT } = pool.resource.spec;
  const ports = portRange.last - portRange.first + 1;
  for (const [node, lips] of Object.entries(perNode)) {
    const capacity = servers.reduce((sum, { address }) => {
      const usable = lips.filter((lip) => familyOf(lip) === familyOf(address));
      return sum + usable.length * ports;
    }, 0);
    // Without any address the director is found wanting elsewhere (E_LIP_MISSING).
    if (capacity === 0 || capacity >= wanted) continue;
    const message = `${node} has source ports for ${capacity} connections, the limit is ${wanted}`;
    const hint = `add addresses for ${node} to LocalAddressPool ${localAddressPool}`;
    const path = ['spec', 'limits', 'connections'];
    return [{ code: 'W_PORTS_FEW', at, path, message, hint, involves: [pool] }];
  }
  return [];
}

function maskTooLong(at: Service): Finding[] {
  const { persistence, vips } = at.resource.spec;
  const mask = persistence?.mask;
  if (mask === undefined || mask <= 32 || !vips.some((vip) => familyOf(vip) === 'ipv4')) return [];
  const message = `an IPv4 address has no ${mask} bits`;
  const path = ['spec', 'persistence', 'mask'];
  return [{ code: 'E_RANGE', at, path, message, hint: 'write 1 to 32', involves: [] }];
}
