/**
 * A VIP, a local address or an address that VRRP carries is never an address a director has of its
 * own: the director would stop answering on it, and if it is the management address, nobody could
 * log in to mend it.
 */
import { parsePrefix } from '../address.ts';
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex } from './fleet-index.ts';
import type { LocatedResource, Path } from './located-resource.ts';

interface Own {
  readonly at: LocatedResource;
  readonly path: Path;
  readonly what: string;
}

const HINT = 'VIPs and local addresses need addresses that no director has of its own';

export function checkTakenAddresses(fleet: FleetIndex): Finding[] {
  const own = ownAddresses(fleet);
  const findings: Finding[] = [];
  const check = (at: LocatedResource, path: Path, address: string, what: string) => {
    const taken = own.get(address);
    if (taken === undefined) return;
    const message = `${what} ${address} is ${taken.what} of ${placeText(taken.at, taken.path)}`;
    findings.push({ code: 'E_ADDRESS_TAKEN', at, path, message, hint: HINT, involves: [taken.at] });
  };
  for (const at of fleet.all('VirtualService')) {
    for (const [position, vip] of at.resource.spec.vips.entries()) {
      check(at, ['spec', 'vips', position], vip, 'VIP');
    }
  }
  for (const at of fleet.all('LocalAddressPool')) {
    for (const [node, lips] of Object.entries(at.resource.spec.perNode)) {
      for (const [position, lip] of lips.entries()) {
        check(at, ['spec', 'perNode', node, position], lip, 'local address');
      }
    }
  }
  for (const at of fleet.all('VrrpInstance')) {
    for (const [position, { address }] of at.resource.spec.addresses.entries()) {
      const carried = parsePrefix(address)?.address ?? address;
      check(at, ['spec', 'addresses', position, 'address'], carried, 'carried address');
    }
  }
  return findings;
}

function ownAddresses(fleet: FleetIndex): Map<string, Own> {
  const own = new Map<string, Own>();
  for (const at of fleet.all('Node')) {
    const { managementAddress, interfaces } = at.resource.spec;
    for (const [link, { addresses }] of interfaces.entries()) {
      for (const [position, prefix] of addresses.entries()) {
        const address = parsePrefix(prefix)?.address ?? prefix;
        const path = ['spec', 'interfaces', link, 'addresses', position];
        if (!own.has(address)) own.set(address, { at, path, what: 'an interface address' });
      }
    }
    const path = ['spec', 'managementAddress'];
    own.set(managementAddress, { at, path, what: 'the management address' });
  }
  return own;
}
