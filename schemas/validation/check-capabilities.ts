/** What no driver of the cluster can do is refused here, with the driver's reason. */
import { CAPABILITIES } from '../capabilities.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';

export function checkCapabilities(fleet: FleetIndex): Finding[] {
  return fleet.all('VirtualService').flatMap((service) => {
    const cluster = fleet.find('Cluster', service.resource.spec.cluster);
    return cluster === undefined ? [] : checkService(service, cluster);
  });
}

function checkService(at: Located<'VirtualService'>, cluster: Located<'Cluster'>): Finding[] {
  const capabilities = CAPABILITIES[cluster.resource.spec.dataplane];
  const fields = [
    { field: 'scheduler', what: 'schedule by', can: capabilities.schedulers },
    { field: 'forwarding', what: 'forward by', can: capabilities.forwardings },
    { field: 'protocol', what: 'balance', can: capabilities.protocols },
  ] as const;
  return fields.flatMap(({ field, what, can }): Finding[] => {
    const word = at.resource.spec[field];
    if (can.some((known) => known === word)) return [];
    const reason = capabilities.reasons[word];
    const because = reason === undefined ? '' : `: ${reason}`;
    return [
      {
        code: 'E_CAPABILITY',
        at,
        path: ['spec', field],
        message: `the ${capabilities.driver} driver cannot ${what} ${word}${because}`,
        hint: `the cluster's driver can: ${can.join(', ')}`,
        involves: [cluster],
      },
    ];
  });
}
