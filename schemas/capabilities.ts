/**
 * What each dataplane can do. The table stands here, with the words, because two rooms that
 * may not see each other need one truth: the controller refuses at plan time what the driver of
 * the cluster cannot do, and the driver reports the same from `capabilities()`.
 */
import type { Feature } from './features.ts';
import { FLOW_PROTOCOLS, type FlowProtocol, type Protocol } from './names.ts';

/** Drivers that an agent can run. */
export const DRIVERS = ['nft', 'memory'] as const;
export type DriverName = (typeof DRIVERS)[number];

/**
 * What a director may run. A dataplane without a driver of ours is declared, checked, stored,
 * compared and rendered all the same; nobody programs it (docs/adr/0010).
 */
export const DATAPLANES = [...DRIVERS, 'ipvs', 'dpvs', 'lvs-fork'] as const;
export type DataplaneName = (typeof DATAPLANES)[number];

export function hasDriver(dataplane: DataplaneName): dataplane is DriverName {
  return DRIVERS.some((driver) => driver === dataplane);
}

export type Forwarding = 'nat' | 'dr' | 'tun' | 'fullnat';

/** Names as ipvsadm(8) has them. */
export const SCHEDULERS = [
  'rr',
  'wrr',
  'lc',
  'wlc',
  'lblc',
  'lblcr',
  'dh',
  'sh',
  'sed',
  'nq',
  'fo',
  'ovf',
  'mh',
] as const;
export type Scheduler = (typeof SCHEDULERS)[number];

/**
 * How a SNAT zone gives out its addresses: connection by connection in turn, or always the same
 * address for the same source.
 */
export const ROTATIONS = ['roundRobin', 'persistent'] as const;
export type Rotation = (typeof ROTATIONS)[number];

export interface SnatCapabilities {
  readonly protocols: readonly FlowProtocol[];
  readonly rotations: readonly Rotation[];
  /** Whether a zone may leave by another next hop than the routing table says. */
  readonly nextHop: boolean;
  /** Whether a zone may draw its source ports of a range of its own. */
  readonly portRange: boolean;
}

export interface Capabilities {
  readonly driver: DataplaneName;
  readonly schedulers: readonly Scheduler[];
  readonly forwardings: readonly Forwarding[];
  readonly protocols: readonly Protocol[];
  /** Whether a VIP of one family may have real servers of the other (NAT64). */
  readonly crossFamily: boolean;
  /** New connections are shared out in so many equal parts; a weight gets whole ones. */
  readonly shareParts: number;
  readonly snat: SnatCapabilities;
  /** What it can do beyond that, all the way from the spec to the kernel. */
  readonly features: readonly Feature[];
  /** Why something is missing, for the message of a refusal. */
  readonly reasons: Readonly<Record<string, string>>;
}

const NFT: Capabilities = {
  driver: 'nft',
  schedulers: ['rr', 'wrr'],
  forwardings: ['nat', 'fullnat'],
  protocols: ['tcp', 'udp'],
  crossFamily: false,
  shareParts: 1024,
  snat: { protocols: FLOW_PROTOCOLS, rotations: ROTATIONS, nextHop: false, portRange: true },
  features: ['snat'],
  reasons: {
    lc: 'nftables cannot take a minimum over connection counts',
    wlc: 'nftables cannot take a minimum over connection counts',
    dr: 'the nft driver does not rewrite link-layer addresses yet',
    tun: 'nftables cannot encapsulate',
    crossFamily: 'nftables has no NAT64',
    shares: 'a server of any weight takes one of 1024 parts, and these take too many together',
    ecmp: 'there is no routing daemon on the director',
    nextHop: 'a zone is found after the route is chosen; route by source on the director instead',
  },
};

/** What keepalived and the host's own tools do on any of the foreign dataplanes. */
const BY_KEEPALIVED: readonly Feature[] = [
  'fwmark',
  'persistence',
  'thresholds',
  'quorum',
  'sorryServer',
  'bodyDigest',
  'snat',
  'syncGroups',
  'bonds',
  'routes',
  'overrides',
];

/** No table of IPVS is shared out in parts: a weight is what the scheduler counts with. */
const PARTS_UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** ipvsadm 1.31 and keepalived 2.x on a stock kernel, with nftables beside it for SNAT. */
const IPVS: Capabilities = {
  driver: 'ipvs',
  schedulers: SCHEDULERS,
  forwardings: ['nat', 'dr', 'tun'],
  protocols: ['tcp', 'udp'],
  crossFamily: false,
  shareParts: PARTS_UNBOUNDED,
  snat: { protocols: FLOW_PROTOCOLS, rotations: ROTATIONS, nextHop: false, portRange: true },
  features: [
    ...BY_KEEPALIVED,
    'expireQuiescent',
    'onePacket',
    'checkUdp',
    'checkPing',
    'checkDns',
    'accessLists',
  ],
  reasons: {
    fullnat: 'stock IPVS does not rewrite the source address',
    synproxy: 'stock IPVS has none',
    crossFamily: 'IPVS translates no addresses between families',
    toa: 'only FULLNAT hides the client, and stock IPVS has none',
    nextHop: 'a zone is found after the route is chosen; route by source on the director instead',
    ecmp: 'there is no routing daemon on the director',
  },
};

/** DPVS 1.8 to 1.10. */
const DPVS: Capabilities = {
  driver: 'dpvs',
  schedulers: ['rr', 'wrr', 'wlc', 'fo', 'mh'],
  forwardings: ['nat', 'dr', 'tun', 'fullnat'],
  protocols: ['tcp', 'udp'],
  crossFamily: true,
  shareParts: PARTS_UNBOUNDED,
  snat: { protocols: FLOW_PROTOCOLS, rotations: ROTATIONS, nextHop: false, portRange: false },
  features: [
    ...BY_KEEPALIVED,
    'synproxy',
    'toa',
    'proxyProtocol',
    'accessLists',
    'expireQuiescent',
    'checkUdp',
    'checkDns',
  ],
  reasons: {
    lc: 'the client takes the name and the daemon refuses it',
    sh: 'the client takes the name and the daemon refuses it; mh is its hash of the source',
    checkPing: 'the keepalived of DPVS knows no PING_CHECK',
    onePacket: 'DPVS has none',
    nextHop: 'the routes of the egress port decide',
    ecmp: 'there is no routing daemon on the director',
  },
};

/** Alibaba FULLNAT, dsnat and lvs-snat: kernels 2.6.32 with ipvsadm 1.26, keepalived 1.2.2. */
const LVS_FORK: Capabilities = {
  driver: 'lvs-fork',
  schedulers: ['rr', 'wrr', 'lc', 'wlc', 'lblc', 'lblcr', 'dh', 'sh', 'sed', 'nq'],
  forwardings: ['nat', 'dr', 'tun', 'fullnat'],
  protocols: ['tcp', 'udp'],
  crossFamily: false,
  shareParts: PARTS_UNBOUNDED,
  snat: { protocols: ['tcp', 'udp'], rotations: ROTATIONS, nextHop: true, portRange: false },
  features: [...BY_KEEPALIVED, 'synproxy', 'toa', 'expireQuiescent'],
  reasons: {
    fo: 'its kernel is older than the scheduler',
    ovf: 'its kernel is older than the scheduler',
    mh: 'its kernel is older than the scheduler',
    icmp: 'dsnat and lvs-snat v1 translate TCP and UDP only',
    onePacket: 'its kernel is older than it',
    checkUdp: 'its keepalived, 1.2.2, is older than it',
    checkPing: 'its keepalived, 1.2.2, is older than it',
    checkDns: 'its keepalived, 1.2.2, is older than it',
    crossFamily: 'the forks translate no addresses between families',
    ecmp: 'there is no routing daemon on the director',
  },
};

export const CAPABILITIES: Readonly<Record<DataplaneName, Capabilities>> = {
  nft: NFT,
  // The twin stands in for the nft driver wherever there is no kernel, so it can do the same.
  memory: { ...NFT, driver: 'memory' },
  ipvs: IPVS,
  dpvs: DPVS,
  'lvs-fork': LVS_FORK,
};
