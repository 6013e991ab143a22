/** The facts that rules look at, whatever dialect they were said in (facts.ts gathers them). */
import type { Prefix } from '../../schemas/address.ts';
import type { ForwardingMethod } from '../keepalived/views/virtual-server.ts';
import type { Span, Word } from '../text/span.ts';

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
