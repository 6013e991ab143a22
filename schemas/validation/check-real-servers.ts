/** Real servers of one service: each once, each with a port, no more than one object holds. */
import { formatEndpoint } from '../address.ts';
import { REAL_SERVERS_PER_SERVICE_MAX } from '../limits.ts';
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import { type DeclaredRealServer, realServersOf } from './real-servers-of.ts';

export function checkRealServers(fleet: FleetIndex): Finding[] {
  return fleet.all('VirtualService').flatMap((service) => checkService(fleet, service));
}

function checkService(fleet: FleetIndex, service: Located<'VirtualService'>): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, DeclaredRealServer>();
  const realServers = realServersOf(fleet, service);
  for (const realServer of realServers) {
    const { address, port, at, path } = realServer;
    // Marked packets have ports of their own, and keep them.
    if (port === undefined && service.resource.spec.fwmark === undefined) {
      const message = `real server ${address} needs a port: the service has several`;
      const hint = `add port: ${service.resource.spec.ports[0]}, or whichever it listens on`;
      findings.push({ code: 'E_REAL_SERVER_PORT', at, path, message, hint, involves: [service] });
      continue;
    }
    const endpoint = port === undefined ? address : formatEndpoint(address, port);
    const first = seen.get(endpoint);
    if (first === undefined) {
      seen.set(endpoint, realServer);
      continue;
    }
    const place = placeText(first.at, first.path);
    findings.push({
      code: 'E_REAL_SERVER_TWICE',
      at,
      path: [...path, 'address'],
      message: `${endpoint} is already a real server of this service, in ${place}`,
      hint: 'remove one; a larger share of connections is a larger weight',
      involves: [first.at, service],
    });
  }
  if (realServers.length > REAL_SERVERS_PER_SERVICE_MAX) {
    findings.push(tooMany(service, realServers));
  }
  return findings;
}

function tooMany(
  service: Located<'VirtualService'>,
  realServers: readonly DeclaredRealServer[],
): Finding {
  return {
    code: 'E_RANGE',
    at: service,
    path: ['spec', 'realServers'],
    message: `${realServers.length} real servers; at most ${REAL_SERVERS_PER_SERVICE_MAX}`,
    hint: 'make several services of it',
    involves: realServers.map(({ at }) => at),
  };
}
