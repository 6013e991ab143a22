/**
 * One command of ipvsadm by its meaning: what it does to which service, server, local address or
 * zone. Invariant: `options` are all options in the order written, so that printing loses nothing.
 */
import type { Prefix } from '../../schemas/address.ts';
import type { Flavour } from '../flavour.ts';
import type { Endpoint } from '../text/endpoint.ts';
import type { Comment, Span, Word } from '../text/span.ts';

export interface GivenOption {
  /** The long name in the flavour's table. */
  readonly name: string;
  /** The word that has the letter or the long name. */
  readonly word: Word;
  readonly value?: Word;
}

export type ServiceRef =
  | ({
      readonly kind: 'tcp' | 'udp' | 'sctp' | 'icmp' | 'icmpv6';
      readonly word: Word;
      readonly port: number;
    } & Endpoint)
  | {
      readonly kind: 'fwmark';
      readonly mark: number;
      readonly isIpv6: boolean;
      readonly word: Word;
    }
  | { readonly kind: 'match'; readonly match: string; readonly word: Word };

export interface ZoneRef {
  readonly network: Prefix;
  readonly word: Word;
}

export interface IpvsadmCommand {
  readonly flavour: Flavour;
  /** `add-service`, `add-laddr-zone` ...: the long name of the command. */
  readonly name: string;
  /** `master` or `backup` of the sync daemon commands. */
  readonly commandValue?: Word;
  readonly options: readonly GivenOption[];
  readonly service?: ServiceRef;
  readonly server?: Endpoint & { readonly word: Word };
  readonly zone?: ZoneRef;
  /** Words that belong to no option: the three times of `--set`. */
  readonly operands: readonly Word[];
  readonly words: readonly Word[];
  readonly leading: readonly Comment[];
  readonly trailing?: Comment;
  readonly span: Span;
}

export function optionOf(command: IpvsadmCommand, name: string): GivenOption | undefined {
  return command.options.findLast((option) => option.name === name);
}

/** A text that is equal for the same service, to group commands by. */
export function serviceKey(service: ServiceRef): string {
  if (service.kind === 'fwmark') return `fwmark ${service.mark} ${service.isIpv6}`;
  if (service.kind === 'match') return `match ${service.match}`;
  return `${service.kind} ${service.address} ${service.port}`;
}
