/**
 * Local addresses (LIPs): a FULLNAT service has some on every director and of its real servers'
 * family.
 */
import { type Family, familyOf } from '../address.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import type { LocatedResource } from './located-resource.ts';
import { realServersOf } from './real-servers-of.ts';

export function checkLocalAddresses(fleet: FleetIndex): Finding[] {
  const gaps = new Map(fleet.all('LocalAddressPool').map((pool) => [pool, gapsOf(fleet, pool)]));
  const services = fleet.all('VirtualService').filter(isFullNat);
  return services.flatMap((service) => missingFor(fleet, service, gaps));
}

const isFullNat = ({ resource }: Located<'VirtualService'>) =>
  resource.spec.forwarding === 'fullnat';

/**
 * Directors for which a pool has nothing, or nothing of a family; once a pool, not a service. The
 * findings of all services share these lists.
 */
interface Gaps {
  readonly all: Gap;
  readonly ipv4: Gap;
  readonly ipv6: Gap;
}
interface Gap {
  readonly nodes: readonly Located<'Node'>[];
  /** The directors and the pool. */
  readonly involves: readonly LocatedResource[];
}

function gapsOf(fleet: FleetIndex, pool: Located<'LocalAddressPool'>): Gaps {
  const { cluster, perNode } = pool.resource.spec;
  const members = fleet.inCluster('Node', cluster);
  const gap = (isLacking: (lips: readonly string[] | undefined) => boolean): Gap => {
    const nodes = members.filter(({ resource }) => isLacking(perNode[resource.metadata.name]));
    return { nodes, involves: [pool, ...nodes] };
  };
  const lacksFamily = (family: Family) => (lips: readonly string[] | undefined) =>
    lips?.every((lip) => familyOf(lip) !== family) ?? false;
  return {
    all: gap((lips) => lips === undefined),
    ipv4: gap(lacksFamily('ipv4')),
    ipv6: gap(lacksFamily('ipv6')),
  };
}

function missingFor(
  fleet: FleetIndex,
  at: Located<'VirtualService'>,
  gapsOfPools: ReadonlyMap<Located<'LocalAddressPool'>, Gaps>,
): Finding[] {
  const { cluster, localAddressPool } = at.resource.spec;
  if (localAddressPool === undefined) return [noPool(fleet, at)];
  const pool = fleet.find('LocalAddressPool', localAddressPool);
  if (pool === undefined || pool.resource.spec.cluster !== cluster) return []; // E_REFERENCE
  const gaps = gapsOfPools.get(pool);
  if (gaps === undefined) return [];
  const path = ['spec', 'localAddressPool'];
  const base = { code: 'E_LIP_MISSING' as const, at, path };
  const findings: Finding[] = [];
  if (gaps.all.nodes.length > 0) {
    const names = namesOf(gaps.all.nodes);
    const message = `pool ${localAddressPool} has no local addresses for ${names}`;
    const hint = 'add addresses for every director to spec.perNode of the pool';
    findings.push({ ...base, message, hint, involves: gaps.all.involves });
  }
  for (const family of new Set(realServersOf(fleet, at).map(({ address }) => familyOf(address)))) {
    const { nodes, involves } = gaps[family];
    if (nodes.length === 0) continue;
    const names = namesOf(nodes);
    const lacking = `pool ${localAddressPool} has no ${family} address for ${names}`;
    const message = `the real servers are ${family}; ${lacking}`;
    const hint = `add ${family} addresses to the pool, or name a pool that has them`;
    findings.push({ ...base, message, hint, involves });
  }
  return findings;
}

function noPool(fleet: FleetIndex, at: Located<'VirtualService'>): Finding {
  const { cluster } = at.resource.spec;
  const name = fleet.inCluster('LocalAddressPool', cluster)[0]?.resource.metadata.name;
  return {
    code: 'E_LIP_MISSING',
    at,
    path: ['spec', 'localAddressPool'],
    message: 'a fullnat service needs a pool of local addresses',
    hint:
      name === undefined
        ? `declare a LocalAddressPool of cluster ${cluster} and name it in spec.localAddressPool`
        : `add localAddressPool: ${name} to spec`,
    involves: [],
    ...(name === undefined
      ? {}
      : {
          fix: {
            description: `use pool ${name}`,
            do: 'insert',
            into: ['spec'],
            key: 'localAddressPool',
            text: name,
          },
        }),
  };
}

/** Directors named in one message; a large cluster would fill the screen. */
const NODES_NAMED_MAX = 5;

function namesOf(nodes: readonly Located<'Node'>[]): string {
  const names = nodes.slice(0, NODES_NAMED_MAX).map(({ resource }) => resource.metadata.name);
  const more = nodes.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
