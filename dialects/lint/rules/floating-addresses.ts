/**
 * Addresses and VRRP: none is both bound at boot and moved, the addresses of zones move with the
 * gateway, none is bound for nothing, and no service sits on the address of the host itself.
 */
import { type Finding, findingAt } from '../../finding.ts';
import type { NodeFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';

export const FLOATING_ADDRESSES: Rule = {
  codes: [
    'E_ADDRESS_STATIC_AND_FLOATING',
    'E_ZONE_LIP_UNCARRIED',
    'W_POOL_ADDRESS_UNUSED',
    'W_SERVICE_ON_OWN_ADDRESS',
  ],
  check(facts) {
    return [...both(facts), ...uncarried(facts), ...unused(facts), ...own(facts)];
  },
};

function both({ addresses, carried }: NodeFacts): Finding[] {
  return addresses
    .filter(({ origin, address }) => origin === 'static' && carried.has(address))
    .map(({ address, at }) => {
      const by = carried.get(address);
      const message = `${address} is bound here and carried by ${by?.instance ?? 'VRRP'} (${by?.at.file}:${by?.at.line})`;
      const hint = 'leave it to VRRP';
      return findingAt(at, 'E_ADDRESS_STATIC_AND_FLOATING', message, { hint });
    });
}

function uncarried({ zones, carried, node }: NodeFacts): Finding[] {
  // Without VRRP nothing moves, and nothing is left behind.
  if (!node.keepalived.some(({ config }) => config.instances.length > 0)) return [];
  const told = new Set<string>();
  return zones
    .flatMap(({ localAddresses }) => localAddresses)
    .filter(({ address, at }) => {
      const key = `${at.file} ${at.start} ${address}`;
      if (carried.has(address) || told.has(key)) return false;
      told.add(key);
      return true;
    })
    .map(({ address, at }) => {
      const message = `the local address ${address} is in no vrrp_instance`;
      const hint = 'add it to the virtual_ipaddress that carries the others';
      return findingAt(at, 'E_ZONE_LIP_UNCARRIED', message, { hint });
    });
}

/** An address bound between others that zones use, but used by none. */
function unused({ addresses, zones, services, carried }: NodeFacts): Finding[] {
  const used = new Set([
    ...zones.flatMap(({ localAddresses }) => localAddresses.map(({ address }) => address)),
    ...services.flatMap(({ localAddresses }) => localAddresses.map(({ address }) => address)),
    ...services.flatMap(({ addresses: own }) => own),
  ]);
  const bound = addresses.filter(({ origin }) => origin === 'static');
  const poolDevices = new Set(
    bound.filter(({ address }) => used.has(address)).map((f) => f.device),
  );
  return bound
    .filter(({ address, device }) => poolDevices.has(device) && !used.has(address))
    .filter(({ address }) => !carried.has(address))
    .map(({ address, at }) =>
      findingAt(at, 'W_POOL_ADDRESS_UNUSED', `${address} is bound, but in no zone and no group`),
    );
}

function own({ node, addresses, services }: NodeFacts): Finding[] {
  if (node.flavour !== 'alibaba') return [];
  const byDevice = new Map<string, number>();
  const bound = addresses.filter(({ origin }) => origin === 'static');
  for (const { device = '' } of bound) byDevice.set(device, (byDevice.get(device) ?? 0) + 1);
  const lonely = new Map(
    bound.filter(({ device = '' }) => byDevice.get(device) === 1).map((f) => [f.address, f.device]),
  );
  return services.flatMap((service) =>
    service.addresses
      .filter((address) => lonely.has(address))
      .map((address) => {
        const message = `${service.name} is on ${address}, the only address of ${lonely.get(address)}`;
        const hint =
          'put a second address on the interface, one for the service, one to reach it by';
        return findingAt(service.at, 'W_SERVICE_ON_OWN_ADDRESS', message, { hint });
      }),
  );
}
