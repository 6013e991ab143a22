/**
 * SNAT zones as commands of ipvsadm: zones with addresses (dsnat, lvs-snat v1), rules under a mark
 * (lvs-snat v2), match services (DPVS), in the order in which each of them tries them.
 */
import { formatEndpoint } from '../../schemas/address.ts';
import type { Flavour } from '../flavour.ts';
import { type MatchService, matchServices } from './match-services.ts';
import type { NodeView } from './node-view.ts';
import { SNAT_MARK, SNAT_SCHEDULER, type SnatRule, snatRules } from './snat-rules.ts';
import { ipvsadmLine, type Options, type Step } from './step.ts';
import { protocolsOf } from './zone-blocks.ts';
import type { ZoneView } from './zone-view.ts';

export function zoneSteps({ zones }: NodeView, flavour: Flavour): Step[] {
  if (zones.length === 0) return [];
  if (flavour === 'lvs-snat-v2') return ruleSteps(zones);
  // DPVS looks at the match service that was made last first (list_add).
  if (flavour === 'dpvs') return matchServices(zones).toReversed().flatMap(matchSteps);
  return [
    ...protocolsOf(zones).map((protocol) =>
      step(
        flavour,
        'SNAT service',
        ['add-service', 'delete-service'],
        [[`${protocol}-service`, '0.0.0.0:0']],
        [['scheduler', 'rr']],
      ),
    ),
    ...zones.flatMap((zone) => oneZone(zone, flavour)),
  ];
}

/** lvs-snat v1 has letters of its own for the addresses of zones; dsnat took those of services. */
function oneZone({ name, zone }: ZoneView, flavour: Flavour): Step[] {
  const fill =
    flavour === 'lvs-snat-v1'
      ? (['add-laddr-zone', 'del-laddr-zone'] as const)
      : (['add-laddr', 'del-laddr'] as const);
  return zone.sources.flatMap((source) => [
    step(flavour, `zone ${name}`, ['add-zone', 'del-zone'], [['zone', source]]),
    ...zone.pool.addresses.map((address) =>
      step(flavour, `zone ${name}`, fill, [
        ['zone', source],
        ['laddr', address],
      ]),
    ),
  ]);
}

function ruleSteps(zones: readonly ZoneView[]): Step[] {
  const mark: Options = [['fwmark-service', SNAT_MARK]];
  const flavour = 'lvs-snat-v2';
  const names = ['add-service', 'delete-service'] as const;
  return [
    step(flavour, 'SNAT service', names, mark, [['scheduler', SNAT_SCHEDULER]]),
    ...zones.flatMap((zone) =>
      snatRules(zone).map((rule) =>
        step(
          flavour,
          `zone ${zone.name}`,
          ['add-snat', 'delete-snat'],
          [...mark, ...ruleOptions(rule)],
        ),
      ),
    ),
  ];
}

function ruleOptions({ from, to, oif, new_gw: gateway, snat_ip: range, algo }: SnatRule): Options {
  return [
    ['from', from],
    ...(to === undefined ? [] : ([['to', to]] as const)),
    ['snat-ip', range],
    ['algo', algo],
    ...(oif === undefined ? [] : ([['oif', oif]] as const)),
    ...(gateway === undefined ? [] : ([['new-gw', gateway]] as const)),
  ];
}

function matchSteps(service: MatchService): Step[] {
  const { name, protocol, family, source, destination, egressInterface, addresses } = service;
  const match = [
    `proto=${protocol}`,
    `src-range=${source}`,
    ...(destination === undefined ? [] : [`dst-range=${destination}`]),
    `oif=${egressInterface}`,
    ...(family === 'ipv6' ? ['af=ipv6'] : []),
  ].join(',');
  const of: Options = [['match', match]];
  const settings: Options = [['scheduler', service.scheduler]];
  return [
    step('dpvs', `zone ${name}`, ['add-service', 'delete-service'], of, settings),
    ...addresses.map((address) =>
      step(
        'dpvs',
        `zone ${name}`,
        ['add-server', 'delete-server'],
        [...of, ['real-server', formatEndpoint(address, 0)]],
        [['snat'], ['weight', 1]],
      ),
    ),
  ];
}

function step(
  flavour: Flavour,
  about: string,
  [add, del]: readonly [string, string],
  options: Options,
  settings: Options = [],
): Step {
  return {
    about,
    line: `ipvsadm ${ipvsadmLine(flavour, add, [...options, ...settings])}`,
    undo: `ipvsadm ${ipvsadmLine(flavour, del, options)}`,
  };
}
