/** What becomes of each command of ipvsadm (all flavours), and of each option of those. */
import type { Outcome } from './ledger.ts';

export interface CommandRow {
  /** Long names, kept apart by spaces. */
  readonly words: string;
  readonly outcome: Outcome;
  /** The field, or the reason. */
  readonly says: string;
}

const SHOWS = 'shows, and changes nothing';

export const COMMAND_ROWS: readonly CommandRow[] = [
  { words: 'add-service edit-service', outcome: 'mapped', says: 'VirtualService, SnatGateway' },
  { words: 'add-server edit-server', outcome: 'mapped', says: 'VirtualService realServers[]' },
  {
    words: 'add-laddr',
    outcome: 'mapped',
    says: 'LocalAddressPool perNode; of dsnat, SnatGateway',
  },
  { words: 'add-zone add-laddr-zone', outcome: 'mapped', says: 'SnatGateway zones[]' },
  { words: 'add-snat edit-snat', outcome: 'mapped', says: 'SnatGateway zones[]' },
  { words: 'add-blklst', outcome: 'mapped', says: 'VirtualService deny' },
  { words: 'add-whtlst', outcome: 'mapped', says: 'VirtualService allow' },
  { words: 'start-daemon', outcome: 'mapped', says: 'Cluster connectionSync.interface' },
  {
    words:
      'delete-service delete-server del-laddr del-zone del-laddr-zone delete-snat del-blklst ' +
      'del-whtlst clear',
    // Decided where it is known what stands before it.
    outcome: 'mapped',
    says: 'ignored, with what it takes back',
  },
  { words: 'list zero save help version', outcome: 'ignored', says: SHOWS },
  { words: 'get-laddr get-blklst get-whtlst', outcome: 'ignored', says: SHOWS },
  { words: 'stop-daemon', outcome: 'ignored', says: 'no daemon runs that nothing starts' },
  { words: 'restore', outcome: 'refused', says: 'reads a save: import the save itself' },
  { words: 'set', outcome: 'refused', says: 'time-outs of connections have no field' },
];

const BY_NAME = new Map(
  COMMAND_ROWS.flatMap((row) => row.words.split(' ').map((word) => [word, row] as const)),
);

export function commandRow(name: string): CommandRow | undefined {
  return BY_NAME.get(name);
}

/** Options that are taken over; those that are refused stand in refused-options.ts. */
export const OPTION_ROWS: readonly CommandRow[] = [
  { words: 'tcp-service udp-service', outcome: 'mapped', says: 'vips, ports, protocol' },
  { words: 'fwmark-service', outcome: 'mapped', says: 'fwmark' },
  { words: 'match', outcome: 'mapped', says: 'SnatGateway zones[].sources, destinations' },
  { words: 'scheduler', outcome: 'mapped', says: 'scheduler; of zones, pool.rotation' },
  { words: 'persistent', outcome: 'mapped', says: 'persistence.timeoutS' },
  { words: 'netmask', outcome: 'mapped', says: 'persistence.mask' },
  { words: 'real-server', outcome: 'mapped', says: 'realServers[].address, port' },
  { words: 'masquerading ipip gatewaying fullnat', outcome: 'mapped', says: 'forwarding' },
  { words: 'snat', outcome: 'mapped', says: 'SnatGateway' },
  { words: 'weight', outcome: 'mapped', says: 'realServers[].weight' },
  { words: 'u-threshold l-threshold', outcome: 'mapped', says: 'realServers[].thresholds' },
  { words: 'ops', outcome: 'mapped', says: 'onePacket' },
  { words: 'synproxy', outcome: 'mapped', says: 'synproxy' },
  { words: 'expire-quiescent', outcome: 'mapped', says: 'expireQuiescent' },
  { words: 'proxy-protocol', outcome: 'mapped', says: 'clientAddress' },
  { words: 'laddr', outcome: 'mapped', says: 'perNode; pool.addresses' },
  { words: 'ifname', outcome: 'mapped', says: 'LocalAddressPool interface' },
  { words: 'zone from', outcome: 'mapped', says: 'SnatGateway zones[].sources' },
  { words: 'to', outcome: 'mapped', says: 'SnatGateway zones[].destinations' },
  { words: 'snat-ip', outcome: 'mapped', says: 'SnatGateway zones[].pool.addresses' },
  { words: 'algo', outcome: 'mapped', says: 'SnatGateway zones[].pool.rotation' },
  { words: 'oif', outcome: 'mapped', says: 'SnatGateway zones[].egressInterface' },
  { words: 'new-gw', outcome: 'mapped', says: 'SnatGateway zones[].nextHop' },
  { words: 'blklst', outcome: 'mapped', says: 'deny' },
  { words: 'whtlst', outcome: 'mapped', says: 'allow' },
  { words: 'mcast-interface', outcome: 'mapped', says: 'Cluster connectionSync.interface' },
  {
    words: 'syncid sync-maxlen mcast-group mcast-port mcast-ttl',
    outcome: 'ignored',
    says: 'conntrackd, run by the agent, has its own ways',
  },
  { words: 'ipv6', outcome: 'ignored', says: 'addresses say their family' },
  {
    words:
      'numeric connection timeout daemon stats rate thresholds persistent-conn nosort sort exact ' +
      'cpu sockpair',
    outcome: 'ignored',
    says: SHOWS,
  },
  { words: 'gw', outcome: 'refused', says: 'a zone is not chosen by the gateway of the route' },
  {
    words: 'sctp-service icmp-service icmpv6-service',
    outcome: 'refused',
    says: 'no dataplane here balances it',
  },
];
