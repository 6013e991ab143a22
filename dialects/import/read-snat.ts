/**
 * SNAT in keepalived.conf: zones of dsnat and lvs-snat v1, rules of lvs-snat v2, match services of
 * DPVS. What they have in common with the commands of ipvsadm stands in snat-words.ts.
 */
import { parseAddress } from '../../schemas/address.ts';
import { hasZones } from '../flavour.ts';
import { childrenNamed, childrenOf, type Statement } from '../keepalived/tree.ts';
import { formatNetwork, readAddresses, readNetwork } from '../text/network.ts';
import { optional } from '../text/optional.ts';
import type { Director, ImportContext, PoolDraft, ZoneDraft } from './director.ts';
import { Target } from './ledger.ts';
import { zoneOfMatch } from './match-zone.ts';
import { refuseAll } from './read-service.ts';
import { rotationOf, zoneName } from './snat-words.ts';
import { lastOf, type Reading, readValue, textOf } from './statement-values.ts';

/** `zone 10.0.0.0 8 { laddr_group_name G }`. */
export function readZone(
  block: Statement,
  pools: ReadonlyMap<string, PoolDraft>,
  director: Director,
  context: ImportContext,
): void {
  const { ledger } = context;
  if (!hasZones(director.flavour)) {
    ledger.refused(block, `${director.flavour} has no zones`);
    return;
  }
  const [first, second] = block.words.slice(1).map(({ text }) => text);
  const network = readNetwork(first ?? '', second);
  const target = new Target('SnatGateway');
  const named = lastOf(context, block, 'laddr_group_name');
  const pool = pools.get(named?.words[1]?.text ?? '');
  if (network === undefined || pool === undefined || pool.addresses.length === 0) {
    ledger.refused(block, network === undefined ? 'no network' : 'a zone without local addresses');
    return;
  }
  ledger.mapped(block, target, 'sources');
  if (named !== undefined) ledger.mapped(named, target, 'pool.addresses');
  ledger.mapped(pool.source, target, 'pool.addresses');
  for (const { source } of pool.addresses) ledger.mapped(source, target, 'pool.addresses');
  director.zones.push({
    target,
    name: zoneName([formatNetwork(network)]),
    source: block,
    sources: [formatNetwork(network)],
    destinations: [],
    addresses: [...pool.addresses],
  });
}

/** `virtual_server 0.0.0.0 0`: not a service, but the switch that turns zones on. */
export function readSnatSwitch(block: Statement, director: Director, context: ImportContext): void {
  const target = new Target('SnatGateway');
  const reading = { context, block, target };
  if (!hasZones(director.flavour)) {
    const reason = `${director.flavour} translates no zones by a service on 0.0.0.0:0`;
    context.ledger.refused(block, reason);
    return;
  }
  const protocol = lastOf(context, block, 'protocol');
  const word = protocol?.words[1]?.text.toLowerCase() ?? 'tcp';
  if (word !== 'tcp' && word !== 'udp') {
    context.ledger.refused(block, `zones translate TCP and UDP, not ${word}`);
    return;
  }
  const kind = lastOf(context, block, 'lb_kind', 'lvs_method');
  if (kind !== undefined) context.ledger.ignored(kind, 'zones translate in one way only');
  const rotation = readValue(reading, ['lb_algo', 'lvs_sched'], 'spec.zones', rotationOf);
  const group = lastOf(context, block, 'laddr_group_name');
  if (group !== undefined)
    context.ledger.ignored(group, 'not read in a service: zones name theirs');
  for (const server of childrenNamed(block, 'real_server')) {
    refuseAll(server, 'a service that stands for zones has no real servers', context);
  }
  for (const source of [block, protocol]) {
    if (source !== undefined) context.ledger.mapped(source, target, 'spec.protocols');
  }
  const turn = rotation ?? 'roundRobin';
  director.snatServices.push({ target, protocol: word, rotation: turn, source: block });
}

/** `virtual_server fwmark 1 { snat_rule { from to gw oif snat_ip algo new_gw } }`. */
export function readSnatRules(block: Statement, director: Director, context: ImportContext): void {
  const { ledger } = context;
  const rules = childrenNamed(block, 'snat_rule');
  const server = childrenNamed(block, 'real_server');
  for (const one of server) refuseAll(one, 'a service of SNAT rules has no real servers', context);
  for (const rule of rules) {
    const target = new Target('SnatGateway');
    const reading: Reading = { context, block: rule, target };
    const zone = ruleOf(reading, director);
    if (zone === undefined) continue;
    ledger.mapped(block, target, '');
    ledger.mapped(rule, target, '');
    director.zones.push(zone);
  }
  if (rules.length === 0) ledger.refused(block, 'a service by mark without a rule');
}

function ruleOf(reading: Reading, director: Director): ZoneDraft | undefined {
  const { context, block, target } = reading;
  const network = (keyword: string, path: string) =>
    readValue(reading, keyword, path, ({ text }) => {
      const read = readNetwork(text);
      return read && formatNetwork(read);
    });
  const from = network('from', 'sources');
  const to = network('to', 'destinations');
  const addresses = readValue(reading, 'snat_ip', 'pool.addresses', ({ text }) =>
    readAddresses(text),
  );
  const egress = readValue(reading, 'oif', 'egressInterface', textOf);
  const nextHop = readValue(reading, 'new_gw', 'nextHop', ({ text }) => parseAddress(text));
  const rotation = readValue(reading, 'algo', 'pool.rotation', rotationOf);
  const gateway = lastOf(context, block, 'gw');
  if (gateway !== undefined) {
    refuseAll(block, 'a zone is not chosen by the gateway of the route', context);
    return undefined;
  }
  if (from === undefined || addresses === undefined) {
    refuseAll(block, 'a rule needs a source (from) and addresses (snat_ip)', context);
    return undefined;
  }
  const source = lastOf(context, block, 'snat_ip') ?? block;
  if (egress !== undefined) director.links.add(egress);
  return {
    target,
    name: zoneName([from], to),
    source: block,
    sources: [from],
    destinations: to === undefined ? [] : [to],
    addresses: addresses.map((address) => ({ address, source, ...optional('device', egress) })),
    protocols: new Set(['tcp', 'udp']),
    ...optional('rotation', rotation),
    ...optional('egressInterface', egress),
    ...optional('nextHop', nextHop),
  };
}

/** `virtual_server match NAME { lb_kind SNAT src-range A-B oif dpdk0 real_server WAN 0 }`. */
export function readMatch(block: Statement, director: Director, context: ImportContext): void {
  const target = new Target('SnatGateway');
  const reading: Reading = { context, block, target };
  const kind = lastOf(context, block, 'lb_kind', 'lvs_method');
  if (kind?.words[1]?.text.toUpperCase() !== 'SNAT') {
    refuseAll(block, 'a match service that translates no sources (lb_kind SNAT)', context);
    return;
  }
  const value = (keyword: string, path: string) => readValue(reading, keyword, path, textOf);
  const zone = zoneOfMatch({
    proto: value('protocol', 'protocols') ?? 'tcp',
    'src-range': value('src-range', 'sources'),
    'dst-range': value('dst-range', 'destinations'),
    oif: value('oif', 'egressInterface'),
    iif: value('iif', 'iif'),
  });
  if (typeof zone === 'string') {
    refuseAll(block, zone, context);
    return;
  }
  context.ledger.mapped(block, target, '');
  context.ledger.mapped(kind, target, '');
  const rotation = readValue(reading, ['lb_algo', 'lvs_sched'], 'pool.rotation', rotationOf);
  const addresses = childrenNamed(block, 'real_server').flatMap((server) => {
    const address = parseAddress(server.words[1]?.text ?? '');
    if (address === undefined) {
      refuseAll(server, 'no address', context);
      return [];
    }
    context.ledger.mapped(server, target, 'pool.addresses');
    for (const child of childrenOf(server)) {
      if (child.keyword.text === 'weight')
        context.ledger.ignored(child, 'addresses have no weights');
    }
    return [{ address, source: server }];
  });
  if (addresses.length === 0) {
    refuseAll(block, 'nothing to translate to', context);
    return;
  }
  if (zone.egressInterface !== undefined) director.links.add(zone.egressInterface);
  director.zones.push({
    target,
    source: block,
    addresses,
    ...optional('rotation', rotation),
    ...zone,
  });
}
