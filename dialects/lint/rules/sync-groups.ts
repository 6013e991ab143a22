/**
 * Sync groups: members that exist, and that the WAN VIP and the gateway VIP of a NAT service move
 * together. The gateway VIP is the address of another instance in the network of the servers.
 */
import { type Finding, findingAt } from '../../finding.ts';
import type { KeepalivedConfig } from '../../keepalived/views/config.ts';
import { formatNetwork, networkAround } from '../../text/network.ts';
import type { Span } from '../../text/span.ts';
import type { ServiceFact } from '../fact.ts';
import { methodOf, type NodeFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';

export const SYNC_GROUPS: Rule = {
  codes: ['E_SYNC_GROUP_MEMBER', 'E_GATEWAY_VIP_GROUP'],
  check(facts) {
    const configs = facts.node.keepalived.map(({ config }) => config);
    return [...configs.flatMap(unknownMembers), ...partedGateways(facts, configs)];
  },
};

function unknownMembers({ syncGroups, instances }: KeepalivedConfig): Finding[] {
  const names = new Set(instances.map(({ name }) => name));
  return syncGroups.flatMap(({ name, members }) =>
    members
      .filter(({ text }) => !names.has(text))
      .map((word) =>
        findingAt(
          word.span,
          'E_SYNC_GROUP_MEMBER',
          `no instance is named ${word.text} (in ${name})`,
        ),
      ),
  );
}

function partedGateways(facts: NodeFacts, configs: readonly KeepalivedConfig[]): Finding[] {
  const groupOf = new Map<string, string>();
  for (const { syncGroups } of configs) {
    for (const { name, members } of syncGroups)
      for (const { text } of members) groupOf.set(text, name);
  }
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const gateways = new GatewayIndex(facts);
  for (const service of facts.services) {
    const wan = instanceOf(facts, service);
    const gateway = wan === undefined ? undefined : gateways.of(service, wan);
    if (wan === undefined || gateway === undefined) continue;
    const group = groupOf.get(wan);
    const pair = `${wan} ${gateway.instance}`;
    if ((group !== undefined && group === groupOf.get(gateway.instance)) || seen.has(pair))
      continue;
    seen.add(pair);
    const message =
      `${service.name} is carried by ${wan}, the gateway ${gateway.address} of its servers by ` +
      `${gateway.instance}: they are not in one vrrp_sync_group`;
    findings.push(findingAt(gateway.at, 'E_GATEWAY_VIP_GROUP', message));
  }
  return findings;
}

function instanceOf(facts: NodeFacts, service: ServiceFact): string | undefined {
  return service.addresses.map((address) => facts.carried.get(address)?.instance).find(Boolean);
}

interface Gateway {
  readonly address: string;
  readonly instance: string;
  readonly at: Span;
}

/** Carried addresses by the network they stand in: as written, else the /24 or /64 around them. */
class GatewayIndex {
  readonly #byNetwork = new Map<string, Gateway[]>();
  readonly #lengths = new Set<number>();

  constructor(facts: NodeFacts) {
    for (const [address, { instance, prefixLength, at }] of facts.carried) {
      const isHost =
        prefixLength === undefined || prefixLength === (address.includes(':') ? 128 : 32);
      const length = isHost ? (address.includes(':') ? 64 : 24) : prefixLength;
      if (instance === undefined) continue;
      const key = formatNetwork(networkAround(address, length));
      const gateway = { address, instance, at };
      const known = this.#byNetwork.get(key);
      if (known === undefined) this.#byNetwork.set(key, [gateway]);
      else if (!known.some((other) => other.instance === instance)) known.push(gateway);
      this.#lengths.add(length);
    }
  }

  /** An address in the network of a NAT server that another instance carries. */
  of(service: ServiceFact, wan: string): Gateway | undefined {
    for (const server of service.servers) {
      if (methodOf(service, server) !== 'nat') continue;
      for (const length of this.#lengths) {
        const network = networkAround(server.address, length);
        const gateways = this.#byNetwork.get(formatNetwork(network));
        const other = gateways?.find(({ instance }) => instance !== wan);
        if (other !== undefined) return other;
      }
    }
    return undefined;
  }
}
