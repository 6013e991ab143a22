/**
 * What a director serves, out of keepalived.conf and commands alike, so that a rule is written
 * once: services with servers and local addresses, SNAT zones, addresses and who carries them.
 */
import type { Prefix } from '../../schemas/address.ts';
import type { ForwardingMethod } from '../keepalived/views/virtual-server.ts';
import type { Span, Word } from '../text/span.ts';
import { addressFacts } from './address-facts.ts';
import type { LintNode } from './bundle.ts';
import { commandServices, commandZones } from './command-facts.ts';
import { keepalivedServices, keepalivedZones } from './keepalived-facts.ts';

export interface ServiceFact {
  readonly source: 'keepalived' | 'commands';
  /** How messages name it: `tcp 10.0.0.1:80`. */
  readonly name: string;
  readonly protocol: string;
  /** Empty for a service by mark or match. */
  readonly addresses: readonly string[];
  /** Of one address; undefined when the group has several ports or none. */
  readonly port?: number;
  /** Equal for the same address, port and protocol; '' when it cannot be the same as another. */
  readonly key: string;
  /** The method of the service itself, where the dialect has one. */
  readonly method?: ForwardingMethod;
  readonly methodWord?: Word;
  readonly scheduler?: Word;
  /** The group of local addresses that it names, whether it exists or not. */
  readonly localAddressGroup?: Word;
  readonly servers: readonly ServerFact[];
  readonly localAddresses: readonly LocalAddressFact[];
  /** It stands for SNAT: 0.0.0.0:0, or a match service. */
  readonly isSnat: boolean;
  readonly isPersistent: boolean;
  readonly at: Span;
}

export interface ServerFact {
  readonly address: string;
  readonly port?: number;
  readonly method?: ForwardingMethod;
  /** The word to which a port can be added; undefined when the dialect has it elsewhere. */
  readonly word?: Word;
  readonly at: Span;
}

export interface LocalAddressFact {
  readonly address: string;
  readonly at: Span;
}

export interface ZoneFact {
  readonly source: 'keepalived' | 'commands';
  readonly network: Prefix;
  readonly localAddresses: readonly LocalAddressFact[];
  readonly at: Span;
}

export interface AddressFact {
  readonly address: string;
  readonly prefixLength?: number;
  readonly device?: string;
  /** By whom: at boot or by hand, by VRRP, on a port of DPVS. */
  readonly origin: 'static' | 'vrrp' | 'dpip';
  /** The VRRP instance that carries it. */
  readonly instance?: string;
  readonly at: Span;
}

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
