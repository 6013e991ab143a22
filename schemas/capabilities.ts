/**
 * What each dataplane driver can do. The table stands here, with the words, because two rooms that
 * may not see each other need one truth: the controller refuses at plan time what the driver of
 * the cluster cannot do, and the driver reports the same from `capabilities()`.
 */
import type { Feature } from './features.ts';
import { FLOW_PROTOCOLS, type FlowProtocol, type Protocol } from './names.ts';

export type DriverName = 'nft' | 'memory';
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
}

export interface Capabilities {
  readonly driver: DriverName;
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
  snat: { protocols: FLOW_PROTOCOLS, rotations: ROTATIONS, nextHop: false },
  features: [],
  reasons: {
    lc: 'nftables cannot take a minimum over connection counts',
    wlc: 'nftables cannot take a minimum over connection counts',
    dr: 'the nft driver does not rewrite link-layer addresses yet',
    tun: 'nftables cannot encapsulate',
    crossFamily: 'nftables has no NAT64',
    shares: 'a server of any weight takes one of 1024 parts, and these take too many together',
    snat: 'the driver can, but plans do not carry zones yet',
    ecmp: 'there is no routing daemon on the director',
    nextHop: 'a zone is found after the route is chosen; route by source on the director instead',
  },
};

export const CAPABILITIES: Readonly<Record<DriverName, Capabilities>> = {
  nft: NFT,
  // The twin stands in for the nft driver wherever there is no kernel, so it can do the same.
  memory: { ...NFT, driver: 'memory' },
};
