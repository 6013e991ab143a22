/** What no driver of the cluster can do is refused here, with the driver's reason. */
import { CAPABILITIES, type Capabilities, DRIVERS, hasDriver } from '../capabilities.ts';
import { FEATURES } from '../features.ts';
import { areSharesTrue } from '../share-precision.ts';
import {
  type Asked,
  askedByCluster,
  askedByGateway,
  askedByNode,
  askedByPool,
  askedByRealServer,
  askedByService,
} from './asked-features.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import type { LocatedResource, Path } from './located-resource.ts';

export function checkCapabilities(fleet: FleetIndex): Finding[] {
  const owner = (cluster: string) => fleet.find('Cluster', cluster);
  const beyond = (at: LocatedResource, cluster: string, asked: readonly Asked[]) => {
    const found = owner(cluster);
    return found === undefined ? [] : missingFeatures(at, found, asked);
  };
  return [
    ...fleet
      .all('Cluster')
      .flatMap((at) => [
        ...driverless(at),
        ...missingFeatures(at, at, askedByCluster(at.resource)),
      ]),
    ...fleet
      .all('Node')
      .flatMap((at) => beyond(at, at.resource.spec.cluster, askedByNode(at.resource))),
    ...fleet
      .all('LocalAddressPool')
      .flatMap((at) => beyond(at, at.resource.spec.cluster, askedByPool(at.resource))),
    ...fleet.all('SyncGroup').flatMap((at) => {
      const found = owner(at.resource.spec.cluster);
      return found === undefined ? [] : checkSyncGroup(fleet, at, found);
    }),
    ...fleet.all('SnatGateway').flatMap((at) => {
      const found = owner(at.resource.spec.cluster);
      return found === undefined ? [] : checkGateway(at, found);
    }),
    ...fleet.all('VirtualService').flatMap((at) => {
      const found = owner(at.resource.spec.cluster);
      return found === undefined ? [] : checkService(fleet, at, found);
    }),
  ];
}

function capabilitiesOf(cluster: Located<'Cluster'>): Capabilities {
  return CAPABILITIES[cluster.resource.spec.dataplane];
}

/** Said once a cluster, not of everything in it. */
function driverless(at: Located<'Cluster'>): Finding[] {
  const { dataplane } = at.resource.spec;
  if (hasDriver(dataplane)) return [];
  const message = `no agent runs ${dataplane} yet: no director of this cluster is programmed`;
  const hint = `render it for its directors, or write dataplane: ${DRIVERS[0]}`;
  const path = ['spec', 'dataplane'];
  return [{ code: 'W_DRIVER_NOT_BUILT', at, path, message, hint, involves: [] }];
}

function missingFeatures(
  at: LocatedResource,
  cluster: Located<'Cluster'>,
  asked: readonly Asked[],
): Finding[] {
  const { features } = capabilitiesOf(cluster);
  return asked
    .filter(({ feature }) => !features.includes(feature))
    .map(({ feature, path }) => cannot(at, cluster, path, FEATURES[feature], feature, 'remove it'));
}

function cannot(
  at: LocatedResource,
  cluster: Located<'Cluster'>,
  path: Path,
  what: string,
  reasonOf: string,
  hint: string,
): Finding {
  const { driver, reasons } = capabilitiesOf(cluster);
  const reason = reasons[reasonOf];
  const because = reason === undefined ? '' : `: ${reason}`;
  const message = `the ${driver} driver cannot ${what}${because}`;
  return { code: 'E_CAPABILITY', at, path, message, hint, involves: [cluster] };
}

function checkService(
  fleet: FleetIndex,
  at: Located<'VirtualService'>,
  cluster: Located<'Cluster'>,
): Finding[] {
  const capabilities = capabilitiesOf(cluster);
  const fields = [
    { field: 'scheduler', what: 'schedule by', can: capabilities.schedulers },
    { field: 'forwarding', what: 'forward by', can: capabilities.forwardings },
    { field: 'protocol', what: 'balance', can: capabilities.protocols },
  ] as const;
  const words = fields.flatMap(({ field, what, can }): Finding[] => {
    const word = at.resource.spec[field];
    if (can.some((known) => known === word)) return [];
    const hint = `the cluster's driver can: ${can.join(', ')}`;
    return [cannot(at, cluster, ['spec', field], `${what} ${word}`, word, hint)];
  });
  const joining = fleet.joining(at.resource.metadata.name);
  return [
    ...words,
    ...coarseShares(at, cluster, joining),
    ...missingFeatures(at, cluster, askedByService(at.resource)),
    ...joining.flatMap((server) =>
      missingFeatures(server, cluster, askedByRealServer(server.resource)).map((finding) => ({
        ...finding,
        involves: [at, cluster],
      })),
    ),
  ];
}

/** Round robin does not look at weights. */
function coarseShares(
  at: Located<'VirtualService'>,
  cluster: Located<'Cluster'>,
  joining: readonly Located<'RealServer'>[],
): Finding[] {
  const { scheduler, realServers } = at.resource.spec;
  const all = [...realServers, ...joining.map(({ resource }) => resource.spec)];
  const weights = all.map(({ weight }) => weight);
  const { shareParts } = capabilitiesOf(cluster);
  if (scheduler === 'rr' || areSharesTrue(weights, shareParts)) return [];
  const what = 'give every real server its share within 1 % of all connections';
  const hint = 'bring the weights nearer together: 0 for a drained server, and no tiny ones';
  const finding = cannot(at, cluster, ['spec', 'realServers'], what, 'shares', hint);
  return [{ ...finding, involves: [cluster, ...joining] }];
}

function checkGateway(at: Located<'SnatGateway'>, cluster: Located<'Cluster'>): Finding[] {
  const { snat, features } = capabilitiesOf(cluster);
  const findings = missingFeatures(at, cluster, askedByGateway(at.resource));
  // What a driver's zones lack is of interest to those only whose driver has zones.
  if (!features.includes('snat')) return findings;
  const { protocols, zones } = at.resource.spec;
  for (const [position, protocol] of protocols.entries()) {
    if (snat.protocols.includes(protocol)) continue;
    const path = ['spec', 'protocols', position];
    const hint = `write protocols: [${snat.protocols.join(', ')}]`;
    findings.push(cannot(at, cluster, path, `translate ${protocol}`, protocol, hint));
  }
  for (const [position, { pool, nextHop }] of zones.entries()) {
    const path = ['spec', 'zones', position];
    if (!snat.rotations.includes(pool.rotation)) {
      const hint = `the cluster's driver can: ${snat.rotations.join(', ')}`;
      const what = `rotate ${pool.rotation}`;
      const place = [...path, 'pool', 'rotation'];
      findings.push(cannot(at, cluster, place, what, pool.rotation, hint));
    }
    if (pool.portRange !== undefined && !snat.portRange) {
      const what = 'draw a zone’s source ports of a given range';
      const place = [...path, 'pool', 'portRange'];
      findings.push(cannot(at, cluster, place, what, 'portRange', 'remove it'));
    }
    if (nextHop !== undefined && !snat.nextHop) {
      const what = 'send a zone to a next hop of its own';
      findings.push(cannot(at, cluster, [...path, 'nextHop'], what, 'nextHop', 'remove it'));
    }
  }
  return findings;
}

/** A group of all instances of the cluster says what is so without it. */
function checkSyncGroup(
  fleet: FleetIndex,
  at: Located<'SyncGroup'>,
  cluster: Located<'Cluster'>,
): Finding[] {
  const { instances } = at.resource.spec;
  const all = fleet.inCluster('VrrpInstance', cluster.resource.metadata.name);
  const isWhole = all.every(({ resource }) => instances.includes(resource.metadata.name));
  if (isWhole) return [];
  return missingFeatures(at, cluster, [{ feature: 'syncGroups', path: ['spec', 'instances'] }]).map(
    (finding) => ({
      ...finding,
      hint: 'list every VRRP instance of the cluster, or remove the group',
      involves: [cluster, ...all],
    }),
  );
}
