/**
 * Address families: every listener of a service is paired with every real server, so without a
 * driver that translates between families (NAT64) a service is of one family throughout.
 */
import { type Family, familyOf } from '../address.ts';
import { CAPABILITIES } from '../capabilities.ts';
import type { Finding } from './finding.ts';
import type { FleetIndex, Located } from './fleet-index.ts';
import type { LocatedResource, Path } from './located-resource.ts';
import { realServersOf } from './real-servers-of.ts';
import { snatAddressesOf } from './snat-addresses.ts';

export function checkFamilies(fleet: FleetIndex): Finding[] {
  return [
    ...fleet
      .all('VirtualService')
      .flatMap((service) => [...mixedService(fleet, service), ...wrongInstance(fleet, service)]),
    ...fleet.all('LocalAddressPool').flatMap((pool) => wrongInstanceOfPool(fleet, pool)),
    ...fleet.all('SnatGateway').flatMap((gateway) => wrongInstanceOfGateway(fleet, gateway)),
    ...fleet.all('VrrpInstance').flatMap(carriedOfOtherFamily),
  ];
}

function mixedService(fleet: FleetIndex, service: Located<'VirtualService'>): Finding[] {
  const { vips, cluster } = service.resource.spec;
  const owner = fleet.find('Cluster', cluster);
  if (owner === undefined) return [];
  const capabilities = CAPABILITIES[owner.resource.spec.dataplane];
  const family = familyOf(vips[0] ?? '');
  if (capabilities.crossFamily) return [];
  const code = 'E_FAMILY' as const;
  const reason = capabilities.reasons['crossFamily'] ?? 'the driver does not translate families';
  const otherVip = vips.findIndex((vip) => familyOf(vip) !== family);
  if (otherVip >= 0) {
    const message = `VIPs of both families in one service; ${reason}`;
    const hint = 'make two services of it, one for each family, with real servers of that family';
    const path = ['spec', 'vips', otherVip];
    return [{ code, at: service, path, message, hint, involves: [owner] }];
  }
  const others = realServersOf(fleet, service).filter(
    ({ address }) => familyOf(address) !== family,
  );
  return others.map(({ address, at, path }) => ({
    code,
    at,
    path: [...path, 'address'],
    message: `real server ${address} is ${familyOf(address)}, the VIPs are ${family}; ${reason}`,
    hint: `use real servers with ${family} addresses`,
    involves: [service, owner],
  }));
}

function instanceOfOther(
  fleet: FleetIndex,
  name: string | undefined,
  addresses: readonly { address: string; path: Path }[],
  at: LocatedResource,
): Finding[] {
  const instance = name === undefined ? undefined : fleet.find('VrrpInstance', name);
  if (instance === undefined) return [];
  const family: Family = instance.resource.spec.family;
  return addresses
    .filter(({ address }) => familyOf(address) !== family)
    .map(({ address, path }) => ({
      code: 'E_FAMILY' as const,
      at,
      path,
      message: `${address} cannot be carried by VrrpInstance ${name}, which is ${family}`,
      hint: `name an instance of family ${familyOf(address)}`,
      involves: [instance],
    }));
}

function wrongInstance(fleet: FleetIndex, at: Located<'VirtualService'>): Finding[] {
  const { vips, vrrpInstance } = at.resource.spec;
  const addresses = vips.map((address, i) => ({ address, path: ['spec', 'vips', i] }));
  return instanceOfOther(fleet, vrrpInstance, addresses, at);
}

function wrongInstanceOfPool(fleet: FleetIndex, at: Located<'LocalAddressPool'>): Finding[] {
  const { perNode, vrrpInstance } = at.resource.spec;
  const addresses = Object.entries(perNode).flatMap(([node, lips]) =>
    lips.map((address, i) => ({ address, path: ['spec', 'perNode', node, i] })),
  );
  return instanceOfOther(fleet, vrrpInstance, addresses, at);
}

function wrongInstanceOfGateway(fleet: FleetIndex, at: Located<'SnatGateway'>): Finding[] {
  const addresses = snatAddressesOf(at.resource);
  return instanceOfOther(fleet, at.resource.spec.vrrpInstance, addresses, at);
}

function carriedOfOtherFamily(at: Located<'VrrpInstance'>): Finding[] {
  const { family, addresses } = at.resource.spec;
  return addresses.flatMap(({ address }, position): Finding[] =>
    familyOf(address) === family
      ? []
      : [
          {
            code: 'E_FAMILY',
            at,
            path: ['spec', 'addresses', position, 'address'],
            message: `${address} is ${familyOf(address)}, the instance is ${family}`,
            hint: 'VRRP carries one family an instance: make a second instance',
            involves: [],
          },
        ],
  );
}
