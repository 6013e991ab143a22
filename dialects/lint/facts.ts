/**
 * What a director serves, out of keepalived.conf and commands alike, so that a rule is written
 * once: services with servers and local addresses, SNAT zones, addresses and who carries them.
 */
import type { ForwardingMethod } from '../keepalived/views/virtual-server.ts';
import { addressFacts } from './address-facts.ts';
import type { LintNode } from './bundle.ts';
import { commandServices, commandZones } from './command-facts.ts';
import type { AddressFact, ServerFact, ServiceFact, ZoneFact } from './fact.ts';
import { keepalivedServices, keepalivedZones } from './keepalived-facts.ts';

export interface NodeFacts {
  readonly node: LintNode;
  readonly services: readonly ServiceFact[];
  /** In the order in which the dataplane searches them. */
  readonly zones: readonly ZoneFact[];
  readonly addresses: readonly AddressFact[];
  /** Addresses that VRRP carries, by address. */
  readonly carried: ReadonlyMap<string, AddressFact>;
}

export function factsOf(node: LintNode): NodeFacts {
  const addresses = addressFacts(node);
  return {
    node,
    services: [...keepalivedServices(node), ...commandServices(node)],
    zones: [...keepalivedZones(node), ...commandZones(node)],
    addresses,
    carried: new Map(
      addresses.filter(({ origin }) => origin === 'vrrp').map((fact) => [fact.address, fact]),
    ),
  };
}

/** The method by which a server of the service is reached. */
export function methodOf(service: ServiceFact, server: ServerFact): ForwardingMethod | undefined {
  return server.method ?? service.method;
}

export function isFullnat(service: ServiceFact): boolean {
  return (
    service.method === 'fullnat' || service.servers.some((server) => server.method === 'fullnat')
  );
}
