/**
 * Local addresses (LIPs): FULLNAT services have some, of the right family, from groups that
 * exist, with their port where DPVS wants it, and each on one director only.
 */
import { familyOf, parseAddress } from '../../../schemas/address.ts';
import { type Finding, findingAt } from '../../finding.ts';
import { hasZones } from '../../flavour.ts';
import type { KeepalivedConfig } from '../../keepalived/views/config.ts';
import type { LintNode } from '../bundle.ts';
import type { ServiceFact } from '../fact.ts';
import { isFullnat, type NodeFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';

export const LOCAL_ADDRESSES: Rule = {
  codes: [
    'E_FULLNAT_WITHOUT_LIP',
    'E_LIP_FAMILY',
    'W_NAT64_CLIENT',
    'E_LIP_GROUP_UNKNOWN',
    'E_LIP_DEVICE',
    'W_KEYWORD_NO_EFFECT',
  ],
  check(facts) {
    return [
      ...facts.services
        .filter(isFullnat)
        .flatMap((service) => [...missing(facts, service), ...families(service)]),
      ...groups(facts),
    ];
  },
};

function missing(facts: NodeFacts, service: ServiceFact): Finding[] {
  // SNAT takes its local addresses from zones; a group that does not exist has its own finding.
  if (service.localAddresses.length > 0 || (service.isSnat && facts.zones.length > 0)) return [];
  if (service.localAddressGroup !== undefined && !hasZones(facts.node.flavour)) return [];
  const message = `${service.name} is FULLNAT and has no local address`;
  const hint =
    service.source === 'keepalived'
      ? 'add laddr_group_name with a local_address_group'
      : 'add one with ipvsadm -P';
  return [findingAt(service.at, 'E_FULLNAT_WITHOUT_LIP', message, { hint })];
}

function families(service: ServiceFact): Finding[] {
  const [server] = service.servers;
  if (server === undefined) return [];
  const family = familyOf(server.address);
  const findings: Finding[] = [];
  for (const { address, at } of service.localAddresses) {
    const canonical = parseAddress(address);
    if (canonical === undefined || familyOf(canonical) === family) continue;
    const message = `the local address ${address} of ${service.name} is not of the family of its servers`;
    findings.push(findingAt(at, 'E_LIP_FAMILY', message));
  }
  const isNat64 = service.addresses.some((address) => familyOf(address) === 'ipv6');
  if (isNat64 && family === 'ipv4') {
    const message = `${service.name} is IPv6 with IPv4 servers: they see the local address as the client`;
    const hint = 'nginx needs the nat64-toa patch and $toa_remote_addr';
    findings.push(findingAt(service.at, 'W_NAT64_CLIENT', message, { hint }));
  }
  return findings;
}

function groups({ node }: NodeFacts): Finding[] {
  const findings: Finding[] = [];
  for (const { config } of node.keepalived) {
    const names = new Set(config.localAddressGroups.map(({ name }) => name));
    const uses = [...config.virtualServers, ...config.zones].flatMap(
      ({ localAddressGroup }) => localAddressGroup ?? [],
    );
    for (const word of uses.filter(({ text }) => !names.has(text))) {
      const message = `no local_address_group is named ${word.text}`;
      findings.push(findingAt(word.span, 'E_LIP_GROUP_UNKNOWN', message));
    }
    if (node.flavour === 'dpvs') {
      for (const { word, device } of config.localAddressGroups.flatMap(({ lines }) => lines)) {
        if (device !== undefined) continue;
        const message = `${word.text} has no port behind it`;
        const hint = `write ${word.text} and the port of the LAN side, such as dpdk0`;
        findings.push(findingAt(word.span, 'E_LIP_DEVICE', message, { hint }));
      }
    }
    findings.push(...withoutEffect(node, config));
  }
  return findings;
}

/** What dsnat and lvs-snat v1 accept and do nothing with. */
function withoutEffect({ flavour }: LintNode, config: KeepalivedConfig): Finding[] {
  if (!hasZones(flavour)) return [];
  const inServices = config.virtualServers.flatMap(({ localAddressGroup }) => {
    if (localAddressGroup === undefined) return [];
    const message = `${flavour} does not read laddr_group_name in a service: zones have the addresses`;
    return [findingAt(localAddressGroup.span, 'W_KEYWORD_NO_EFFECT', message)];
  });
  const inZones = flavour === 'dsnat' ? [] : config.zones;
  return [
    ...inServices,
    ...inZones.flatMap(({ localAddressGroup }) => {
      if (localAddressGroup === undefined) return [];
      const message = 'keepalived of lvs-snat-v1 sends the addresses of a zone to no zone';
      const hint = 'fill the zone with ipvsadm -U --zone';
      return [findingAt(localAddressGroup.span, 'W_KEYWORD_NO_EFFECT', message, { hint })];
    }),
  ];
}

export const ADDRESSES_OF_NODES: Rule = {
  codes: ['E_LIP_ON_TWO_NODES', 'E_ADDRESS_ON_TWO_NODES'],
  checkFleet(nodes) {
    return [
      ...twice(nodes, 'E_LIP_ON_TWO_NODES', (facts) =>
        facts.services
          .filter(({ isSnat }) => !isSnat)
          .flatMap(({ localAddresses }) => localAddresses)
          // An address that VRRP moves is on one node at a time.
          .filter(({ address }) => !facts.carried.has(address)),
      ),
      ...twice(nodes, 'E_ADDRESS_ON_TWO_NODES', (facts) =>
        facts.addresses.filter(({ origin }) => origin === 'static'),
      ),
    ];
  },
};

function twice(
  nodes: readonly NodeFacts[],
  code: 'E_LIP_ON_TWO_NODES' | 'E_ADDRESS_ON_TWO_NODES',
  addressesOf: (
    facts: NodeFacts,
  ) => readonly Pick<NodeFacts['addresses'][number], 'address' | 'at'>[],
): Finding[] {
  const owners = new Map<string, string>();
  const told = new Set<string>();
  return nodes.flatMap((facts) =>
    addressesOf(facts).flatMap(({ address, at }) => {
      const owner = owners.get(address) ?? facts.node.name;
      owners.set(address, owner);
      const key = `${facts.node.name} ${address}`;
      if (owner === facts.node.name || told.has(key)) return [];
      told.add(key);
      return [findingAt(at, code, `${address} is also on ${owner || 'another node'}`)];
    }),
  );
}
