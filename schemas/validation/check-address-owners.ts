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
    const vip = vips.get(address);
    if (vip === undefined) continue;
    const code = isSnat ? 'W_SNAT_ADDRESS_IS_VIP' : 'E_LIP_TWICE';
    const message = `${address} is also a VIP, of ${placeText(vip.at, vip.path)}`;
    const hint = isSnat
      ? 'a port that clients connect to may be drawn for a connection to the outside'
      : 'local addresses and VIPs are different addresses';
    findings.push({ code, at, path, message, hint, involves: [vip.at] });
  }
  return findings;
}

function vipsOf(fleet: FleetIndex): Map<string, { at: LocatedResource; path: Path }> {
  const vips = new Map<string, { at: LocatedResource; path: Path }>();
  for (const at of fleet.all('VirtualService')) {
    for (const [position, vip] of at.resource.spec.vips.entries()) {
      if (!vips.has(vip)) vips.set(vip, { at, path: ['spec', 'vips', position] });
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
