/**
 * Local addresses (LIPs): a FULLNAT service has some on every director and of its real servers'
 * family; no LIP is given out twice, or two directors would answer the same real server with the
 * same address and port; and no LIP is a VIP.
 */
import { type Family, familyOf } from '../address.ts';
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import type { LocatedResource, Path } from './located-resource.ts';
import { realServersOf } from './real-servers-of.ts';

export function checkLocalAddresses(fleet: FleetIndex): Finding[] {
  const services = fleet.all('VirtualService').filter(isFullNat);
  return [...services.flatMap((service) => missingFor(fleet, service)), ...givenTwice(fleet)];
}

const isFullNat = ({ resource }: Located<'VirtualService'>) =>
  resource.spec.forwarding === 'fullnat';

function missingFor(fleet: FleetIndex, at: Located<'VirtualService'>): Finding[] {
  const { cluster, localAddressPool } = at.resource.spec;
  const code = 'E_LIP_MISSING' as const;
  if (localAddressPool === undefined) {
    const message = 'a fullnat service needs a pool of local addresses';
    const pools = fleet.inCluster('LocalAddressPool', cluster);
    const name = pools[0]?.resource.metadata.name;
    const hint =
      name === undefined
        ? `declare a LocalAddressPool of cluster ${cluster} and name it in spec.localAddressPool`
        : `add localAddressPool: ${name} to spec`;
    return [{ code, at, path: ['spec', 'localAddressPool'], message, hint, involves: [] }];
  }
  const pool = fleet.find('LocalAddressPool', localAddressPool);
  if (pool === undefined || pool.resource.spec.cluster !== cluster) return []; // E_REFERENCE
  const families = new Set(realServersOf(fleet, at).map(({ address }) => familyOf(address)));
  return fleet.inCluster('Node', cluster).flatMap((node): Finding[] => {
    const name = node.resource.metadata.name;
    const lips = pool.resource.spec.perNode[name];
    const base = { code, at, path: ['spec', 'localAddressPool'], involves: [pool, node] };
    if (lips === undefined) {
      const message = `pool ${localAddressPool} has no local addresses for director ${name}`;
      return [{ ...base, message, hint: `add ${name} to spec.perNode of the pool` }];
    }
    const lacking = [...families].filter((family) => lips.every((lip) => familyOf(lip) !== family));
    return lacking.map((family) => ({ ...base, ...wrongFamily(localAddressPool, name, family) }));
  });
}

function wrongFamily(pool: string, node: string, family: Family) {
  return {
    message: `the real servers are ${family}; pool ${pool} has no ${family} address for ${node}`,
    hint: `add ${family} addresses of ${node} to the pool, or name a pool that has them`,
  };
}

function givenTwice(fleet: FleetIndex): Finding[] {
  const vips = new Map<string, { at: LocatedResource; path: Path }>();
  for (const at of fleet.all('VirtualService')) {
    for (const [position, vip] of at.resource.spec.vips.entries()) {
      if (!vips.has(vip)) vips.set(vip, { at, path: ['spec', 'vips', position] });
    }
  }
  const findings: Finding[] = [];
  const given = new Map<string, { at: LocatedResource; path: Path; node: string }>();
  for (const at of fleet.all('LocalAddressPool')) {
    for (const [node, lips] of Object.entries(at.resource.spec.perNode)) {
      for (const [position, lip] of lips.entries()) {
        const path: Path = ['spec', 'perNode', node, position];
        const base = { code: 'E_LIP_TWICE' as const, at, path };
        const first = given.get(lip);
        if (first === undefined) given.set(lip, { at, path, node });
        else {
          const message = `${lip} is already a local address of ${first.node}, in ${placeText(first.at, first.path)}`;
          const hint = 'every director draws from addresses of its own';
          findings.push({ ...base, message, hint, involves: [first.at] });
        }
        const vip = vips.get(lip);
        if (vip !== undefined) {
          const message = `${lip} is also a VIP, of ${placeText(vip.at, vip.path)}`;
          const hint = 'local addresses and VIPs are different addresses';
          findings.push({ ...base, message, hint, involves: [vip.at] });
        }
      }
    }
  }
  return findings;
}
