/** Which features (schemas/features.ts) a resource asks for, and where it says so. Pure. */
import type { Feature } from '../features.ts';
import type { ResourceOf } from '../resources/resource.ts';
import type { Path } from './located-resource.ts';

export interface Asked {
  readonly feature: Feature;
  readonly path: Path;
}

type Flag = readonly [isAsked: boolean, feature: Feature, path: Path];

const asked = (flags: readonly Flag[]): Asked[] =>
  flags.flatMap(([isAsked, feature, path]) => (isAsked ? [{ feature, path }] : []));

export function askedByService({ spec }: ResourceOf<'VirtualService'>): Asked[] {
  const check = spec.healthCheck;
  const checkPath = ['spec', 'healthCheck', 'type'];
  const { clientAddress } = spec;
  const limited = spec.realServers.findIndex(({ thresholds }) => thresholds !== undefined);
  return asked([
    [spec.fwmark !== undefined, 'fwmark', ['spec', 'fwmark']],
    [spec.persistence !== undefined, 'persistence', ['spec', 'persistence']],
    [limited >= 0, 'thresholds', ['spec', 'realServers', limited, 'thresholds']],
    [spec.quorum !== undefined, 'quorum', ['spec', 'quorum']],
    [spec.sorryServer !== undefined, 'sorryServer', ['spec', 'sorryServer']],
    [spec.synproxy, 'synproxy', ['spec', 'synproxy']],
    [clientAddress === 'toa', 'toa', ['spec', 'clientAddress']],
    [clientAddress.startsWith('proxy'), 'proxyProtocol', ['spec', 'clientAddress']],
    [spec.limits !== undefined, 'limits', ['spec', 'limits']],
    [spec.allow.length > 0, 'accessLists', ['spec', 'allow']],
    [spec.deny.length > 0, 'accessLists', ['spec', 'deny']],
    [spec.expireQuiescent, 'expireQuiescent', ['spec', 'expireQuiescent']],
    [spec.onePacket, 'onePacket', ['spec', 'onePacket']],
    [check?.type === 'udp', 'checkUdp', checkPath],
    [check?.type === 'ping', 'checkPing', checkPath],
    [check?.type === 'dns', 'checkDns', checkPath],
    [
      check?.http?.bodyDigest !== undefined,
      'bodyDigest',
      ['spec', 'healthCheck', 'http', 'bodyDigest'],
    ],
  ]);
}

export function askedByRealServer({ spec }: ResourceOf<'RealServer'>): Asked[] {
  return asked([[spec.thresholds !== undefined, 'thresholds', ['spec', 'thresholds']]]);
}

export function askedByPool({ spec }: ResourceOf<'LocalAddressPool'>): Asked[] {
  return asked([
    [spec.portRange !== undefined, 'portRange', ['spec', 'portRange']],
    [spec.exhaustionPercent !== undefined, 'exhaustionWarning', ['spec', 'exhaustionPercent']],
  ]);
}

export function askedByCluster({ spec }: ResourceOf<'Cluster'>): Asked[] {
  return asked([[spec.highAvailability === 'ecmp', 'ecmp', ['spec', 'highAvailability']]]);
}

export function askedByNode({ spec }: ResourceOf<'Node'>): Asked[] {
  return asked([
    [spec.bonds.length > 0, 'bonds', ['spec', 'bonds']],
    [spec.routes.length > 0, 'routes', ['spec', 'routes']],
    [spec.overrides !== undefined, 'overrides', ['spec', 'overrides']],
  ]);
}

export function askedByGateway({ spec }: ResourceOf<'SnatGateway'>): Asked[] {
  const flags = spec.zones.map(({ pool }, position): Flag => {
    const path = ['spec', 'zones', position, 'pool', 'exhaustionPercent'];
    return [pool.exhaustionPercent !== undefined, 'exhaustionWarning', path];
  });
  return asked([[true, 'snat', ['spec', 'zones']], ...flags]);
}
