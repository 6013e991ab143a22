/**
 * Source addresses: none is given out twice, or two directors (two zones) would speak to the same
 * peer with the same address and port; and no local address is a VIP. A SNAT address may be one:
 * small sites have but one address, and connection tracking keeps the two apart.
 */
import { type Finding, placeText } from './finding.ts';
import type { FleetIndex } from './fleet-index.ts';
import type { LocatedResource, Path } from './located-resource.ts';
import { snatAddressesOf } from './snat-addresses.ts';

interface Given {
  readonly address: string;
  readonly at: LocatedResource;
  readonly path: Path;
  /** `a local address of lb1`, `an address of zone office`. */
  readonly what: string;
  readonly isSnat: boolean;
}

export function checkAddressOwners(fleet: FleetIndex): Finding[] {
  const vips = vipsOf(fleet);
  const findings: Finding[] = [];
  const taken = new Map<string, Given>();
  for (const given of [...localAddresses(fleet), ...snatAddresses(fleet)]) {
    const { address, at, path, isSnat } = given;
    const first = taken.get(address);
    if (first === undefined) taken.set(address, given);
    else {
      const place = placeText(first.at, first.path);
      const message = `${address} is already ${first.what}, in ${place}`;
      const hint = isSnat
        ? 'every zone draws from addresses of its own'
        : 'every director draws from addresses of its own';
      findings.push({ code: 'E_LIP_TWICE', at, path, message, hint, involves: [first.at] });
    }
    const holders = vips.get(address);
    if (holders !== undefined) findings.push(alsoVip(given, holders));
  }
  return findings;
}

interface Holder {
  readonly at: LocatedResource;
  readonly path: Path;
}

function alsoVip(
  { address, at, path, isSnat }: Given,
  holders: readonly [Holder, ...Holder[]],
): Finding {
  if (isSnat) {
    // Which of its services is seen first must not make it another warning when one of them goes.
    const message = `${address} is also a VIP`;
    const hint = 'a port that clients connect to may be drawn for a connection to the outside';
    const involves = holders.map((holder) => holder.at);
    return { code: 'W_SNAT_ADDRESS_IS_VIP', at, path, message, hint, involves };
  }
  const [first] = holders;
  const message = `${address} is also a VIP, of ${placeText(first.at, first.path)}`;
  const hint = 'local addresses and VIPs are different addresses';
  return { code: 'E_LIP_TWICE', at, path, message, hint, involves: [first.at] };
}

function vipsOf(fleet: FleetIndex): Map<string, [Holder, ...Holder[]]> {
  const vips = new Map<string, [Holder, ...Holder[]]>();
  for (const at of fleet.all('VirtualService')) {
    for (const [position, vip] of at.resource.spec.vips.entries()) {
      const holder = { at, path: ['spec', 'vips', position] };
      const known = vips.get(vip);
      if (known === undefined) vips.set(vip, [holder]);
      else known.push(holder);
    }
  }
  return vips;
}

function localAddresses(fleet: FleetIndex): Given[] {
  return fleet.all('LocalAddressPool').flatMap((at) =>
    Object.entries(at.resource.spec.perNode).flatMap(([node, lips]) =>
      lips.map((address, position) => ({
        address,
        at,
        path: ['spec', 'perNode', node, position],
        what: `a local address of ${node}`,
        isSnat: false,
      })),
    ),
  );
}

function snatAddresses(fleet: FleetIndex): Given[] {
  return fleet.all('SnatGateway').flatMap((at) =>
    snatAddressesOf(at.resource).map(({ address, path, zone }) => ({
      address,
      at,
      path,
      what: `an address of zone ${zone}`,
      isSnat: true,
    })),
  );
}
