/**
 * What the tools of a flavour cannot say of a service, with the reason: the scheduler, the
 * forwarding method, features, families. Health is not looked at here: keepalived says it and
 * ipvsadm does not (check-remarks.ts). A service with a refusal is left out as a whole, because
 * half of a service is another service.
 */
import { type Family, familyOf } from '../../schemas/address.ts';
import { CAPABILITIES, type Capabilities } from '../../schemas/capabilities.ts';
import { FEATURES, type Feature } from '../../schemas/features.ts';
import {
  askedByPool,
  askedByRealServer,
  askedByService,
} from '../../schemas/validation/asked-features.ts';
import type { Path } from '../../schemas/validation/located-resource.ts';
import type { Flavour } from '../flavour.ts';
import { dataplaneOf, type Target } from './dialect.ts';
import { note, type Remark, refusal } from './remark.ts';
import type { ServiceView } from './service-view.ts';

/** Features of health: said by keepalived, and by no command. */
const HEALTH_FEATURES: ReadonlySet<Feature> = new Set([
  'quorum',
  'sorryServer',
  'checkUdp',
  'checkPing',
  'checkDns',
  'bodyDigest',
]);

/** How messages name the tools. */
export function toolsText(flavour: Flavour): string {
  return flavour === 'stock' ? 'stock IPVS' : flavour === 'dpvs' ? 'DPVS' : flavour;
}

export function serviceRemarks(service: ServiceView, target: Target): Remark[] {
  const capabilities = CAPABILITIES[dataplaneOf(target.flavour)];
  return [
    ...wordRemarks(service, target, capabilities),
    ...featureRemarks(service, target, capabilities),
    ...familyRemarks(service, target, capabilities),
    ...accessListRemarks(service, target),
    ...poolRemarks(service),
  ];
}

function because(reason: string | undefined): string {
  return reason === undefined ? '' : `: ${reason}`;
}

function wordRemarks(
  { at, spec }: ServiceView,
  target: Target,
  { schedulers, forwardings, reasons }: Capabilities,
): Remark[] {
  const { scheduler, forwarding } = spec;
  const tools = toolsText(target.flavour);
  const remarks: Remark[] = [];
  if (!schedulers.includes(scheduler)) {
    const message = `${tools} has no scheduler ${scheduler}${because(reasons[scheduler])}`;
    const hint = `it has ${schedulers.join(', ')}`;
    remarks.push(refusal(at, ['spec', 'scheduler'], message, hint));
  }
  const path = ['spec', 'forwarding'];
  if (!forwardings.includes(forwarding)) {
    const message = `${tools} does not forward by ${forwarding}${because(reasons[forwarding])}`;
    const hint = `it forwards by ${forwardings.join(', ')}`;
    remarks.push(refusal(at, path, message, hint));
  } else if (forwarding === 'fullnat' && target.flavour === 'dsnat') {
    const message = 'dsnat has local addresses for zones only, none for services';
    remarks.push(refusal(at, path, message, 'forward by nat, or render to lvs-snat-v1'));
  } else if (
    forwarding === 'fullnat' &&
    target.flavour === 'lvs-snat-v1' &&
    target.kind === 'keepalived'
  ) {
    const message = 'keepalived of lvs-snat v1 does not read local addresses of a service';
    const hint = 'its ipvsadm does: --dialect ipvsadm --flavour lvs-snat-v1';
    remarks.push(refusal(at, path, message, hint));
  }
  return remarks;
}

function featureRemarks(service: ServiceView, target: Target, can: Capabilities): Remark[] {
  const { at, realServers } = service;
  const tools = toolsText(target.flavour);
  const joining = new Set(realServers.map((server) => server.at));
  const asked = [
    ...askedByService(at.resource).map((one) => ({
      ...one,
      at: at as ServiceView['at'] | Joining,
    })),
    ...[...joining].flatMap((server) =>
      server.resource.kind === 'RealServer'
        ? askedByRealServer(server.resource).map((one) => ({ ...one, at: server as Joining }))
        : [],
    ),
  ];
  return asked.flatMap(({ feature, path, at: where }): Remark[] => {
    if (HEALTH_FEATURES.has(feature)) return [];
    if (!can.features.includes(feature)) {
      const message = `${tools} cannot ${FEATURES[feature]}${because(can.reasons[feature])}`;
      return [refusal(where, path, message, 'remove it')];
    }
    const isHostSetting = feature === 'expireQuiescent' && target.flavour !== 'dpvs';
    if (isHostSetting && target.kind !== 'commands') {
      const message =
        'it is a kernel setting of the whole director, net.ipv4.vs.expire_quiescent_template';
      return [refusal(where, path, message, 'set it by sysctl; --dialect ipvsadm writes the line')];
    }
    return [];
  });
}

type Joining = ServiceView['realServers'][number]['at'];

function familyRemarks(
  { at, spec, realServers, families }: ServiceView,
  { flavour, kind }: Target,
  { crossFamily, reasons }: Capabilities,
): Remark[] {
  const remarks: Remark[] = [];
  const { mask } = spec.persistence ?? {};
  if (mask !== undefined && spec.vips.some((vip) => mask > lengthOf(familyOf(vip)))) {
    const message = `a mask of /${mask} is longer than an IPv4 address`;
    remarks.push(refusal(at, ['spec', 'persistence', 'mask'], message));
  }
  if (families.length > 1) {
    const other = realServers.find(({ address }) => familyOf(address) !== families[0]);
    const message =
      'real servers of both families: local addresses of one family do not reach them';
    const hint = 'make two services of it, one for each family';
    if (other !== undefined) {
      remarks.push(refusal(other.at, [...other.path, 'address'], message, hint));
    }
    return remarks;
  }
  const [family] = families;
  for (const [position, vip] of spec.vips.entries()) {
    if (realServers.length === 0 || familyOf(vip) === family) continue;
    // NAT64: DPVS turns IPv6 clients into IPv4 ones, not the other way round.
    if (crossFamily && spec.forwarding === 'fullnat' && family === 'ipv4') continue;
    const reason = reasons['crossFamily'] ?? 'only FULLNAT from IPv6 to IPv4 is translated';
    const message = `${vip} has real servers of the other family: ${reason}`;
    remarks.push(refusal(at, ['spec', 'vips', position], message));
  }
  const isMarked = spec.fwmark !== undefined && family === 'ipv6';
  if (kind === 'commands' && isMarked && spec.forwarding === 'fullnat') {
    const message = 'ipvsadm takes no -6 with local addresses, so none reach an IPv6 mark';
    remarks.push(refusal(at, ['spec', 'fwmark'], message, 'give the service VIPs and ports'));
  }
  if (
    flavour === 'dsnat' &&
    [...spec.vips, ...realServers.map((one) => one.address)].some(isIpv6)
  ) {
    remarks.push(refusal(at, ['spec'], 'dsnat is for IPv4 only'));
  }
  return remarks;
}

export const isIpv6 = (address: string) => familyOf(address) === 'ipv6';
const lengthOf = (family: Family) => (family === 'ipv4' ? 32 : 128);

/** The tools of stock IPVS have no lists (nftables beside them has); DPVS takes addresses. */
function accessListRemarks({ at, spec }: ServiceView, { flavour }: Target): Remark[] {
  return (['allow', 'deny'] as const).flatMap((list) =>
    spec[list].flatMap((network, position): Remark[] => {
      const path: Path = ['spec', list, position];
      if (flavour === 'stock') {
        const message = 'neither ipvsadm nor keepalived says who may connect';
        return position > 0 ? [] : [refusal(at, ['spec', list], message, 'use nftables for it')];
      }
      if (hostOf(network) !== undefined || flavour !== 'dpvs') return [];
      const message = `DPVS takes single addresses and ipsets here, not the network ${network}`;
      return [refusal(at, path, message, 'make an ipset of it with dpip, or list the addresses')];
    }),
  );
}

/** The address of a network that is one address. */
export function hostOf(network: string): string | undefined {
  const slash = network.lastIndexOf('/');
  const address = network.slice(0, slash);
  return Number(network.slice(slash + 1)) === lengthOf(familyOf(address)) ? address : undefined;
}

function poolRemarks({ localAddresses }: ServiceView): Remark[] {
  if (localAddresses === undefined) return [];
  const { pool } = localAddresses;
  return askedByPool(pool.resource).map(({ feature, path }) =>
    feature === 'portRange'
      ? refusal(pool, path, `no tool can ${FEATURES[feature]}`, 'remove it')
      : note(pool, path, 'Sluice itself warns, no configuration of a director says it'),
  );
}
