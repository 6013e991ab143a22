/**
 * A problem in what somebody wrote: where, what, how to mend, with a code that never changes its
 * meaning. An `error` stops the change, a `warning` does not. docs/errors.md lists the codes, and
 * a test holds that list equal to this table.
 */
export const PROBLEM_CODES = {
  E_YAML: 'The text is not YAML, or a key stands twice.',
  E_KIND: 'The document has no known apiVersion and kind.',
  E_UNKNOWN_KEY: 'A key that does not exist; the nearest known one is offered.',
  E_REQUIRED: 'A required field is missing.',
  E_TYPE: 'A value of the wrong type.',
  E_RANGE: 'A number, text or list outside its bounds.',
  E_ENUM: 'Not one of the allowed words.',
  E_NAME: 'Not a name: lower-case letters, digits and dashes.',
  E_ADDRESS: 'Not an IP address.',
  E_CIDR: 'Not an address with a prefix length.',
  E_FORMAT: 'A text of the wrong form.',
  E_HEALTH_CHECK: 'The health check contradicts itself.',
  E_CONTRADICTION: 'Fields of one resource that exclude each other, or one that lacks another.',
  E_DUPLICATE: 'The same resource is declared twice.',
  E_REFERENCE: 'The named resource or interface does not exist, or is of another cluster.',
  E_VIP_TWICE: 'Two services claim the same VIP, port and protocol, or two clusters the same VIP.',
  E_LIP_MISSING: 'A FULLNAT service has no local addresses on some director.',
  E_LIP_TWICE: 'A local address is in two pools, on two directors, or is also a VIP.',
  E_ADDRESS_TAKEN: 'A VIP or local address is a director\u2019s management or own address.',
  E_FAMILY: 'Addresses of different families where one is needed.',
  E_CAPABILITY: 'The driver of the cluster, or a rollout, cannot do this.',
  E_VRRP_MISSING: 'The cluster has no VRRP instance of that family to carry an address.',
  E_VRRP_AMBIGUOUS: 'Several VRRP instances could carry an address and none is named.',
  E_VRID_CLASH: 'Two VRRP instances use one virtual router id in one layer-2 network.',
  E_PRIORITY_EQUAL: 'Two directors of one cluster have the same VRRP priority.',
  E_REAL_SERVER_TWICE: 'A virtual service has the same real server twice.',
  E_REAL_SERVER_PORT: 'A real server needs a port because the service has several.',
  E_SYNC_ADDRESS: 'Connection sync has no address on the named interface of a director.',
  E_SYNC_GROUP: 'A VRRP instance is in two sync groups.',
  E_SYNC_SPLIT: 'A VIP and the gateway of its real servers can be on different directors.',
  E_STATIC_TWICE: 'Two directors have the same fixed address.',
  E_ZONE_UNREACHABLE: 'No packet reaches a SNAT zone: earlier zones take them all.',
  E_PORT_REWRITE:
    'Direct routing and tunnels cannot change the port: a real server on another one never answers.',
  E_QUORUM: 'A quorum is more than all weights together.',
  E_BUDGET_ZERO: 'A share of the directors rounds down to none.',
  W_NO_REAL_SERVER: 'A virtual service has no real servers.',
  W_SINGLE_DIRECTOR: 'The cluster has one director: there is nothing to fail over to.',
  W_NO_HEALTH_CHECK: 'A virtual service is not health-checked.',
  W_LINK_LOCAL_FIRST: 'The first address of an IPv6 VRRP instance should be link-local.',
  W_ZONE_SHADOWED: 'Zones are searched in order: an earlier one takes sources of this one.',
  W_SNAT_NO_UDP: 'A SNAT gateway translates TCP and not UDP.',
  W_SNAT_ADDRESS_IS_VIP: 'A SNAT address is also a VIP.',
  W_PORTS_FEW: 'Fewer source ports than connections that are wanted.',
  W_ADDRESS_UNUSED: 'No service uses a pool of local addresses.',
  W_HAIRPIN:
    'Behind NAT, a real server answers past the director to a caller in its own network: a time-out.',
  W_NAT_NO_EGRESS: 'Real servers behind a director have no SNAT zone.',
  W_TCP_CHECK_HTTP: 'A TCP check is blind to a server that answers 502 or is newly installed.',
  W_PRODUCTION_SINGLE: 'A production service runs on one director.',
  W_DRIVER_NOT_BUILT:
    'No agent runs this dataplane yet: checked, stored, compared and rendered, not programmed.',
  W_VRID_TWICE:
    'One virtual router id on two interfaces is right only when they are different layer-2 networks.',
} as const;

export type ProblemCode = keyof typeof PROBLEM_CODES;

export interface Location {
  readonly file: string;
  /** From 1; 0 when the problem has no place in a file. */
  readonly line: number;
  readonly column: number;
}

export interface Problem extends Location {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** How to mend it; '' when the message says it all. */
  readonly hint: string;
  /** `VirtualService/web` and `spec.ports[0]`, as far as known. */
  readonly resource?: string;
  readonly path?: string;
  /** How the file can be changed so that the problem is gone, where that is clear. */
  readonly fix?: { readonly description: string; readonly edits: Edit[] };
}

/** Replaces what stands between two places; equal places insert. Lines and columns from 1. */
export interface Edit {
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly text: string;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
