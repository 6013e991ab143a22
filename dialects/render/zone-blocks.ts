/**
 * SNAT zones as keepalived.conf of each flavour has them: zones with groups of addresses (dsnat),
 * rules under a mark (lvs-snat v2), match services (DPVS).
 */

import { parsePrefix } from '../../schemas/address.ts';
import type { Flavour } from '../flavour.ts';
import type { Statement } from '../keepalived/tree.ts';
import { type MatchService, matchServices } from './match-services.ts';
import type { NodeView } from './node-view.ts';
import { SNAT_MARK, snatRules } from './snat-rules.ts';
import { block, line } from './statement-of.ts';
import type { ZoneView } from './zone-view.ts';

export function zoneBlocks(view: NodeView, flavour: Flavour): Statement[] {
  if (view.zones.length === 0) return [];
  if (flavour === 'dsnat') return dsnatBlocks(view.zones);
  if (flavour === 'lvs-snat-v2') return [ruleBlock(view)];
  // DPVS looks at the match service that was made last first (list_add), so the first is the last.
  return matchServices(view.zones).toReversed().map(matchBlock);
}

function dsnatBlocks(zones: readonly ZoneView[]): Statement[] {
  const groups = zones.map(({ name, zone }) =>
    block(
      ['local_address_group', name],
      zone.pool.addresses.map((address) => line(address)),
    ),
  );
  const blocks = zones.flatMap(({ name, zone }) =>
    zone.sources.flatMap((source) => {
      const prefix = parsePrefix(source);
      if (prefix === undefined) return [];
      return [block(['zone', prefix.address, prefix.length], [line('laddr_group_name', name)])];
    }),
  );
  const services = protocolsOf(zones).map((protocol) =>
    block(
      ['virtual_server', '0.0.0.0', 0],
      [line('lb_algo', 'rr'), line('lb_kind', 'FNAT'), line('protocol', protocol.toUpperCase())],
    ),
  );
  return [...groups, ...blocks, ...services];
}

/** What any zone translates, TCP first; dsnat has one service for each, not for each zone. */
export function protocolsOf(zones: readonly ZoneView[]): ('tcp' | 'udp' | 'icmp')[] {
  return (['tcp', 'udp', 'icmp'] as const).filter((protocol) =>
    zones.some(({ protocols }) => protocols.includes(protocol)),
  );
}

function ruleBlock({ zones }: NodeView): Statement {
  const rules = zones.flatMap((zone) => snatRules(zone));
  return block(
    ['virtual_server', 'fwmark', SNAT_MARK],
    [
      ...rules.map((rule) =>
        block(
          ['snat_rule'],
          Object.entries(rule).map(([keyword, text]) => line(keyword, text)),
        ),
      ),
    ],
  );
}

function matchBlock(service: MatchService): Statement {
  const { name, protocol, source, destination, egressInterface, addresses } = service;
  return block(
    ['virtual_server', 'match', name],
    [
      line('lb_algo', service.scheduler),
      line('lb_kind', 'SNAT'),
      line('protocol', protocol.toUpperCase()),
      line('src-range', source),
      ...(destination === undefined ? [] : [line('dst-range', destination)]),
      line('oif', egressInterface),
      ...addresses.map((address) => block(['real_server', address, 0], [line('weight', 1)])),
    ],
  );
}
