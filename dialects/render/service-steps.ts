/**
 * Virtual services as commands of ipvsadm. For each listener: the service, its local addresses, who
 * may connect, and its real servers last, so that no connection is made before all that decides
 * about it is there. What the flavour cannot say was refused before.
 */
import { familyOf, formatEndpoint } from '../../schemas/address.ts';
import type { Forwarding } from '../../schemas/capabilities.ts';
import type { Flavour } from '../flavour.ts';
import { maskText } from './service-blocks.ts';
import { hostOf } from './service-remarks.ts';
import type { ServiceView } from './service-view.ts';
import { ipvsadmLine, type Options, type Step } from './step.ts';

const METHODS: Readonly<Record<Forwarding, string>> = {
  nat: 'masquerading',
  dr: 'gatewaying',
  tun: 'ipip',
  fullnat: 'fullnat',
};

export function serviceSteps(service: ServiceView, flavour: Flavour): Step[] {
  return serviceOptions(service).flatMap((of) => [
    step(
      service,
      flavour,
      ['add-service', 'delete-service'],
      of,
      serviceSettings(service, flavour),
    ),
    ...localAddressSteps(service, flavour, of),
    ...accessListSteps(service, flavour, of),
    ...service.realServers.map(({ address, port, weight, thresholds }) => {
      const server: Options = [...of, ['real-server', formatEndpoint(address, port)]];
      return step(service, flavour, ['add-server', 'delete-server'], server, [
        [METHODS[service.spec.forwarding]],
        ['weight', weight],
        ...(thresholds === undefined
          ? []
          : ([
              ['u-threshold', thresholds.upper],
              ['l-threshold', thresholds.lower],
            ] as const)),
      ]);
    }),
  ]);
}

/** The options that name the service, once for each listener. */
export function serviceOptions({ spec, listeners, families }: ServiceView): Options[] {
  if (spec.fwmark !== undefined) {
    const isIpv6 = families[0] === 'ipv6';
    return [[['fwmark-service', spec.fwmark], ...(isIpv6 ? ([['ipv6']] as const) : [])]];
  }
  return listeners.map(({ address, port }) => [
    [`${spec.protocol}-service`, formatEndpoint(address, port)],
  ]);
}

function serviceSettings({ spec, families }: ServiceView, flavour: Flavour): Options {
  const { persistence, clientAddress } = spec;
  const family = familyOf(spec.vips[0] ?? (families[0] === 'ipv6' ? '::' : '0.0.0.0'));
  const mask = persistence?.mask;
  return [
    ['scheduler', spec.scheduler],
    ...(persistence === undefined ? [] : ([['persistent', persistence.timeoutS]] as const)),
    ...(mask === undefined ? [] : ([['netmask', maskText(mask, family)]] as const)),
    ...(spec.onePacket ? ([['ops']] as const) : []),
    ...(spec.synproxy ? ([['synproxy', 'enable']] as const) : []),
    ...(clientAddress === 'proxyV1' ? ([['proxy-protocol', 'v1']] as const) : []),
    ...(clientAddress === 'proxyV2' ? ([['proxy-protocol', 'v2']] as const) : []),
    ...(spec.expireQuiescent && flavour === 'dpvs' ? ([['expire-quiescent']] as const) : []),
  ];
}

/** DPVS wants the port too, and puts the address on it by itself. */
function localAddressSteps(service: ServiceView, flavour: Flavour, of: Options): Step[] {
  const { localAddresses } = service;
  if (localAddresses === undefined) return [];
  const device: Options = flavour === 'dpvs' ? [['ifname', localAddresses.interface]] : [];
  return localAddresses.addresses.map((address) =>
    step(service, flavour, ['add-laddr', 'del-laddr'], [...of, ['laddr', address], ...device]),
  );
}

function accessListSteps(service: ServiceView, flavour: Flavour, of: Options): Step[] {
  if (flavour !== 'dpvs') return [];
  const lists = [
    ['deny', 'blklst'],
    ['allow', 'whtlst'],
  ] as const;
  return lists.flatMap(([list, option]) =>
    service.spec[list].flatMap((network) => {
      const address = hostOf(network);
      if (address === undefined) return [];
      const names = [`add-${option}`, `del-${option}`] as const;
      return [step(service, flavour, names, [...of, [option, address]])];
    }),
  );
}

/** `settings` are said when it is made and not when it is taken away. */
function step(
  { name }: ServiceView,
  flavour: Flavour,
  [add, del]: readonly [string, string],
  options: Options,
  settings: Options = [],
): Step {
  return {
    about: `VirtualService ${name}`,
    line: `ipvsadm ${ipvsadmLine(flavour, add, [...options, ...settings])}`,
    undo: `ipvsadm ${ipvsadmLine(flavour, del, options)}`,
  };
}
