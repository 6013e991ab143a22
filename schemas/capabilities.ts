/**
 * What each dataplane driver can do. The table stands here, with the words, because two rooms that
 * may not see each other need one truth: the controller refuses at plan time what the driver of
 * the cluster cannot do, and the driver reports the same from `capabilities()`.
 */
import type { Protocol } from './names.ts';

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

export interface Capabilities {
  readonly driver: DriverName;
  readonly schedulers: readonly Scheduler[];
  readonly forwardings: readonly Forwarding[];
  readonly protocols: readonly Protocol[];
  /** Whether a VIP of one family may have real servers of the other (NAT64). */
  readonly crossFamily: boolean;
  /** Why something is missing, for the message of a refusal. */
  readonly reasons: Readonly<Record<string, string>>;
}

const NFT: Capabilities = {
  driver: 'nft',
  schedulers: ['rr', 'wrr'],
  forwardings: ['nat', 'fullnat'],
  protocols: ['tcp', 'udp'],
  crossFamily: false,
  reasons: {
    lc: 'nftables cannot take a minimum over connection counts',
    wlc: 'nftables cannot take a minimum over connection counts',
    dr: 'the nft driver does not rewrite link-layer addresses yet',
    tun: 'nftables cannot encapsulate',
    crossFamily: 'nftables has no NAT64',
  },
};

export const CAPABILITIES: Readonly<Record<DriverName, Capabilities>> = {
  nft: NFT,
  // The twin stands in for the nft driver wherever there is no kernel, so it can do the same.
  memory: { ...NFT, driver: 'memory' },
};
