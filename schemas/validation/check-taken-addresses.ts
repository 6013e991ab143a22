/**
 * A VIP, a local address or an address that VRRP carries is never an address a director has of its
 * own: the director would stop answering on it, and if it is the management address, nobody could
 * log in to mend it.
 */
import { parsePrefix } from '../address.ts';
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex } from './fleet-index.ts';
import type { LocatedResource, Path } from './located-resource.ts';
import { snatAddressesOf } from './snat-addresses.ts';

interface Own {
  readonly at: LocatedResource;
  readonly path: Path;
  readonly what: string;
}

const HINT = 'VIPs and local addresses need addresses that no director has of its own';

export function checkTakenAddresses(fleet: FleetIndex): Finding[] {
  const findings: Finding[] = [];
  const own = ownAddresses(fleet, findings);
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
  for (const at of fleet.all('SnatGateway')) {
    for (const { address, path } of snatAddressesOf(at.resource)) {
      check(at, path, address, 'SNAT address');
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

/** Also says of every address that two directors have. */
function ownAddresses(fleet: FleetIndex, findings: Finding[]): Map<string, Own> {
  const own = new Map<string, Own>();
  for (const at of fleet.all('Node')) {
    const { managementAddress, interfaces } = at.resource.spec;
    for (const [link, { addresses }] of interfaces.entries()) {
      for (const [position, prefix] of addresses.entries()) {
        const address = parsePrefix(prefix)?.address ?? prefix;
        const path = ['spec', 'interfaces', link, 'addresses', position];
        const first = own.get(address);
        if (first === undefined) own.set(address, { at, path, what: 'an interface address' });
        else if (first.at !== at) findings.push(ownedTwice(at, path, address, first));
      }
    }
    const path = ['spec', 'managementAddress'];
    const first = own.get(managementAddress);
    if (first !== undefined && first.at !== at) {
      findings.push(ownedTwice(at, path, managementAddress, first));
    }
    own.set(managementAddress, { at, path, what: 'the management address' });
  }
  return own;
}

function ownedTwice(at: LocatedResource, path: Path, address: string, first: Own): Finding {
  const place = placeText(first.at, first.path);
  const message = `${address} is also ${first.what} of ${place}`;
  const hint = 'a fixed address is on one director; what is to move belongs into a VRRP instance';
  return { code: 'E_STATIC_TWICE', at, path, message, hint, involves: [first.at] };
}
