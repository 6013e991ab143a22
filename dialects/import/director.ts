/**
 * One director as its files describe it, in the words of Sluice's resources but before they are
 * joined with those of its peers. Each value keeps the statement that said it.
 */
import type { Forwarding } from '../../schemas/capabilities.ts';
import type { FlowProtocol } from '../../schemas/names.ts';
import type { Flavour } from '../flavour.ts';
import type { Span } from '../text/span.ts';
import { type Ledger, type Source, Target } from './ledger.ts';

export interface SaidAddress {
  readonly address: string;
  readonly prefixLength?: number;
  readonly device?: string;
  readonly source: Source;
}

export interface InstanceDraft {
  readonly target: Target;
  readonly name: string;
  readonly source: Source;
  interface?: string;
  virtualRouterId?: number;
  advertIntervalMs?: number;
  priority?: { readonly value: number; readonly source: Source };
  readonly addresses: SaidAddress[];
}

export interface GroupDraft {
  readonly target: Target;
  readonly name: string;
  readonly source: Source;
  readonly members: { readonly name: string; readonly source: Source }[];
}

export interface PoolDraft {
  readonly target: Target;
  /** What the files call it; pools of two directors with one name are one pool. */
  readonly name: string;
  readonly source: Source;
  readonly addresses: SaidAddress[];
}

export interface RealServerDraft {
  readonly address: string;
  readonly port?: number;
  readonly weight?: number;
  readonly thresholds?: { readonly upper: number; readonly lower: number };
  readonly source: Source;
}

/** A field of a resource that is taken over as it stands. */
export type Fields = Record<string, unknown>;

export interface ServiceDraft {
  readonly target: Target;
  /** What the files call it. */
  readonly name: string;
  readonly source: Source;
  readonly listeners: {
    readonly address: string;
    readonly port: number;
    readonly source: Source;
  }[];
  readonly fwmark?: number;
  readonly protocol: 'tcp' | 'udp';
  forwarding?: Forwarding;
  /** scheduler, persistence, healthCheck and all else that needs no second look. */
  readonly fields: Fields;
  readonly realServers: RealServerDraft[];
  pool?: PoolDraft;
}

export interface ZoneDraft {
  readonly target: Target;
  readonly name: string;
  readonly source: Source;
  readonly sources: string[];
  readonly destinations: string[];
  readonly addresses: SaidAddress[];
  /** Absent: what the services that stand for SNAT say. */
  readonly protocols?: Set<FlowProtocol>;
  rotation?: 'roundRobin' | 'persistent';
  egressInterface?: string;
  nextHop?: string;
}

export interface SnatService {
  readonly target: Target;
  readonly protocol: FlowProtocol;
  readonly rotation: 'roundRobin' | 'persistent';
  readonly source: Source;
}

export interface Director {
  readonly name: string;
  readonly flavour: Flavour;
  readonly target: Target;
  managementAddress?: string;
  /** Every link that is named, in the order of the files. */
  readonly links: Set<string>;
  /** Addresses of its own, and those that the files put there though VRRP or a service has them. */
  readonly addresses: SaidAddress[];
  readonly routes: { readonly fields: Fields; readonly source: Source }[];
  readonly bonds: { readonly fields: Fields; readonly source: Source }[];
  readonly instances: InstanceDraft[];
  readonly groups: GroupDraft[];
  readonly pools: PoolDraft[];
  readonly services: ServiceDraft[];
  readonly zones: ZoneDraft[];
  /** Services on 0.0.0.0:0 that stand for SNAT by zones: which protocol, and in which turn. */
  readonly snatServices: SnatService[];
  /** The links that connections are synced over, as often as it is said; a cluster has one. */
  readonly syncLinks: { readonly interface: string; readonly source: Source }[];
}

export function newDirector(name: string, flavour: Flavour): Director {
  const target = new Target('Node');
  target.name = name;
  return {
    name,
    flavour,
    target,
    links: new Set(),
    addresses: [],
    routes: [],
    bonds: [],
    instances: [],
    groups: [],
    pools: [],
    services: [],
    zones: [],
    snatServices: [],
    syncLinks: [],
  };
}

export const NOTICE_CODES = {
  E_DIRECTORS_DIFFER: 'Two directors of one cluster say different things of the same.',
  E_LEFT_OUT: 'What several statements make together cannot be said here.',
  E_NOT_ENOUGH_LIPS: 'Every director draws from local addresses of its own.',
  W_ONE_DIRECTOR_ONLY: 'One director has it and its peers do not.',
  W_NOT_SAID: 'The files do not say it; a stand-in is written for you to put right.',
  W_ADDED: 'Something had to be added or changed to say the same.',
} as const;
export type NoticeCode = keyof typeof NOTICE_CODES;

/** Of the import itself, not of a statement: what directors contradict each other in, what is not said. */
export interface Notice {
  readonly code: NoticeCode;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

/** What reading writes into. */
export interface ImportContext {
  readonly ledger: Ledger;
  readonly notices: Notice[];
}

export function note(
  { notices }: ImportContext,
  code: NoticeCode,
  at: Span | undefined,
  message: string,
  hint = '',
): void {
  const place = { file: at?.file ?? '', line: at?.line ?? 0, column: at?.column ?? 0 };
  notices.push({
    code,
    severity: code.startsWith('W_') ? 'warning' : 'error',
    ...place,
    message,
    hint,
  });
}
