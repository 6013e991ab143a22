/**
 * What the tools of a flavour cannot say of SNAT zones. Zones are tried in order, so without one of
 * them the others mean something else: a refusal leaves out all zones of the director.
 */
import { parsePrefix } from '../../schemas/address.ts';
import { askedByGateway } from '../../schemas/validation/asked-features.ts';
import type { Path } from '../../schemas/validation/located-resource.ts';
import type { Flavour } from '../flavour.ts';
import { networkContains } from '../text/network.ts';
import { addressRange } from './address-range.ts';
import type { Target } from './dialect.ts';
import type { NodeView } from './node-view.ts';
import { note, type Remark, refusal } from './remark.ts';
import { isIpv6, toolsText } from './service-remarks.ts';
import { SNAT_MARK } from './snat-rules.ts';
import type { ZoneView } from './zone-view.ts';

export function zoneRemarks(view: NodeView, target: Target): Remark[] {
  const { zones, gateways } = view;
  if (zones.length === 0) return [];
  const { flavour, kind } = target;
  const [first] = gateways;
  if (first !== undefined && (flavour === 'stock' || flavour === 'alibaba')) {
    const message = `${toolsText(flavour)} has no SNAT zones`;
    return [refusal(first, ['spec', 'zones'], message, 'nftables or iptables of the host has')];
  }
  if (first !== undefined && flavour === 'lvs-snat-v1' && kind === 'keepalived') {
    const message = 'keepalived of lvs-snat v1 makes zones and cannot fill them';
    const hint = 'its ipvsadm can: --dialect ipvsadm --flavour lvs-snat-v1';
    return [refusal(first, ['spec', 'zones'], message, hint)];
  }
  return [
    ...carrierRemarks(view, target),
    ...gateways.flatMap((gateway) => gatewayRemarks(gateway, flavour)),
    ...zones.flatMap((zone) => oneZone(zone, flavour)),
    ...(flavour === 'lvs-snat-v2' ? orderRemarks(zones) : []),
    ...besideZones(view, flavour),
  ];
}

/** DPVS needs a pool of source ports with a SNAT address, and its keepalived gives none. */
function carrierRemarks({ hasVrrp, gateways }: NodeView, { flavour }: Target): Remark[] {
  const [first] = gateways;
  if (flavour !== 'dpvs' || !hasVrrp || first === undefined) return [];
  const message = 'keepalived of DPVS moves addresses without their source ports (sapool)';
  const hint = 'make a cluster of one director with highAvailability: none for the gateway';
  return [refusal(first, ['spec', 'zones'], message, hint)];
}

function gatewayRemarks(gateway: NodeView['gateways'][number], flavour: Flavour): Remark[] {
  const { protocols } = gateway.resource.spec;
  const hasZoneService = flavour === 'dsnat' || flavour === 'lvs-snat-v1';
  const remarks = askedByGateway(gateway.resource).flatMap(({ feature, path }): Remark[] => {
    if (feature === 'portRange') {
      return [refusal(gateway, path, 'no tool draws source ports of a given range', 'remove it')];
    }
    if (feature !== 'exhaustionWarning') return [];
    return [note(gateway, path, 'Sluice itself warns, no configuration of a director says it')];
  });
  const icmp = protocols.indexOf('icmp');
  if (icmp >= 0 && hasZoneService) {
    const message = `${flavour} translates TCP and UDP only`;
    const hint = 'write protocols: [tcp, udp]';
    remarks.push(refusal(gateway, ['spec', 'protocols', icmp], message, hint));
  }
  if (flavour !== 'lvs-snat-v2') return remarks;
  const path = ['spec', 'protocols'];
  if (!protocols.includes('tcp') || !protocols.includes('udp')) {
    const message = 'lvs-snat v2 translates TCP and UDP alike: a rule names no protocol';
    remarks.push(refusal(gateway, path, message, 'write both'));
  } else if (icmp < 0) {
    remarks.push(note(gateway, path, 'lvs-snat v2 translates ICMP as well'));
  }
  return remarks;
}

function oneZone({ gateway, path, zone }: ZoneView, flavour: Flavour): Remark[] {
  const remarks: Remark[] = [];
  const say = (at: Path, message: string, hint = '') =>
    remarks.push(refusal(gateway, [...path, ...at], message, hint));
  const isV2 = flavour === 'lvs-snat-v2';
  const { sources, destinations, pool, nextHop } = zone;
  if (nextHop !== undefined && !isV2) {
    say(['nextHop'], `a zone of ${toolsText(flavour)} has no next hop of its own`, 'use routes');
  }
  if (flavour !== 'dpvs') {
    const all = [...sources, ...destinations, ...pool.addresses];
    if (all.some((text) => isIpv6(text))) say(['sources'], `${flavour} is for IPv4 only`);
    if (destinations.length > 0 && !isV2) {
      say(['destinations'], `a zone of ${flavour} is known by its sources alone`);
    }
    if (pool.rotation === 'persistent' && !isV2) {
      say(['pool', 'rotation'], `${flavour} takes the addresses in turn`, 'write roundRobin');
    }
  }
  if (isV2) {
    if (addressRange(pool.addresses) === undefined) {
      const message = 'lvs-snat v2 takes one range of addresses without gaps';
      say(['pool', 'addresses'], message, 'make a zone for each range');
    }
    if (pool.rotation === 'roundRobin') {
      const message = 'lvs-snat v2 takes an address by chance (random), not in turn';
      remarks.push(note(gateway, [...path, 'pool', 'rotation'], message));
    }
  }
  return remarks;
}

/** lvs-snat v2 tries the longest network first, whatever the order. */
function orderRemarks(zones: readonly ZoneView[]): Remark[] {
  const earlier: { network: NonNullable<ReturnType<typeof parsePrefix>>; name: string }[] = [];
  return zones.flatMap(({ gateway, path, zone, name }) => {
    const networks = zone.sources.flatMap((source) => parsePrefix(source) ?? []);
    const found = networks.findIndex((network) =>
      earlier.some(
        (one) => one.network.length < network.length && networkContains(one.network, network),
      ),
    );
    earlier.push(...networks.map((network) => ({ network, name })));
    if (found < 0) return [];
    const message =
      'lvs-snat v2 tries the longest network first: this one would come before an earlier zone';
    return [refusal(gateway, [...path, 'sources', found], message, 'put the narrower zone first')];
  });
}

/** What services of the director keep its zones from being. */
function besideZones({ services, gateways }: NodeView, flavour: Flavour): Remark[] {
  const [first] = gateways;
  if (first === undefined) return [];
  const place = ['spec', 'zones'];
  const nat = services.find(({ spec }) => spec.forwarding === 'nat');
  if (flavour === 'dsnat' && nat !== undefined) {
    const message = `dsnat with zones rewrites the replies of NAT services, such as ${nat.name}`;
    const hint = 'lvs-snat allows both, or serve it on another director';
    return [refusal(first, place, message, hint)];
  }
  const taken = services.find(({ spec }) => spec.fwmark === SNAT_MARK);
  if (flavour !== 'lvs-snat-v2' || taken === undefined) return [];
  const message = `mark ${SNAT_MARK} switches SNAT on in lvs-snat v2, and ${taken.name} has it`;
  return [refusal(first, place, message, 'give the service another mark')];
}
