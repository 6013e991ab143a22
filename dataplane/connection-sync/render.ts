/**
 * The conntrackd configuration of a director: established connections are copied to the peer, so
 * that they survive a failover. FTFW (reliable, conntrackd.conf(5)) over unicast UDP on one link.
 *
 * With DisableExternalCache what the peer sends goes straight into the kernel's table. So nothing
 * has to be committed when a director becomes master, and no hook runs in the middle of a failover.
 */
import { familyOf } from '../../schemas/address.ts';
import {
  manyPeersProblem,
  SYNC_PEERS_MAX,
  syncLinkProblem,
} from '../../schemas/connection-sync.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { ConnectionSync } from '../../schemas/plan/node-plan.ts';

export interface ConnectionSyncHost {
  readonly lockFile: string;
  readonly socket: string;
  /**
   * There nobody may go past the system's bound of a socket's buffer, and conntrackd ends when it
   * is told to (seen: SO_SNDBUFFORCE, EPERM); it is left with the system's default then.
   */
  readonly isInUserNamespace?: boolean;
}

/** conntrackd's own example port. */
const PORT = 3780;
/** A busy director sends bursts far above the system's default of 200 KiB. */
const SOCKET_BYTES = 1_249_280;
/** Kernel events wait here while the daemon works; it grows up to the second when they overrun. */
const NETLINK_BYTES = 2_097_152;
const NETLINK_BYTES_MAX = 8_388_608;
/** Buckets of the cache. */
const HASH_SIZE = 32_768;
/** Twice the table of a director (1,048,576), since dead entries wait to be acknowledged. */
const HASH_LIMIT = 2_097_152;

/** Why conntrackd cannot do this, or undefined when it can. */
export function connectionSyncProblem(sync: ConnectionSync): string | undefined {
  const peers = sync.peerAddresses.length;
  if (peers === 0 || peers > SYNC_PEERS_MAX) return manyPeersProblem(peers);
  const [peer = ''] = sync.peerAddresses;
  if (familyOf(peer) !== familyOf(sync.localAddress)) {
    return `${sync.localAddress} and its peer ${peer} are of different families`;
  }
  return syncLinkProblem(sync.interface);
}

/**
 * Deterministic. `localAddresses` are the director's own: connections of the host itself (to the
 * control plane, health checks) are of no use to the peer.
 * @throws FleetError E_CAPABILITY, see connectionSyncProblem
 */
export function renderConntrackd(
  sync: ConnectionSync,
  localAddresses: readonly string[],
  host: ConnectionSyncHost,
): string {
  const problem = connectionSyncProblem(sync);
  if (problem !== undefined) throw new FleetError('E_CAPABILITY', problem);
  return [
    '# Written by Sluice; changes made by hand are overwritten.',
    ...syncSection(sync, host.isInUserNamespace === true),
    'General {',
    `  HashSize ${HASH_SIZE}`,
    `  HashLimit ${HASH_LIMIT}`,
    `  LockFile ${host.lockFile}`,
    '  UNIX {',
    `    Path ${host.socket}`,
    '  }',
    `  NetlinkBufferSize ${NETLINK_BYTES}`,
    `  NetlinkBufferSizeMaxGrowth ${NETLINK_BYTES_MAX}`,
    ...filterSection([...localAddresses, sync.localAddress, ...sync.peerAddresses]),
    '}',
    '',
  ].join('\n');
}

function syncSection(sync: ConnectionSync, isInUserNamespace: boolean): string[] {
  const ip = familyOf(sync.localAddress) === 'ipv4' ? 'IPv4' : 'IPv6';
  return [
    'Sync {',
    '  Mode FTFW {',
    '    DisableExternalCache yes',
    // A director that comes back asks for all that its peer has: it must not take over empty.
    '    StartupResync yes',
    '  }',
    '  UDP {',
    `    ${ip}_address ${sync.localAddress}`,
    `    ${ip}_Destination_Address ${sync.peerAddresses[0]}`,
    `    Port ${PORT}`,
    `    Interface ${sync.interface}`,
    ...(isInUserNamespace
      ? []
      : [`    SndSocketBuffer ${SOCKET_BYTES}`, `    RcvSocketBuffer ${SOCKET_BYTES}`]),
    '    Checksum on',
    '  }',
    '}',
  ];
}

function filterSection(localAddresses: readonly string[]): string[] {
  const ignored = [...new Set(['127.0.0.1', '::1', ...localAddresses])].sort();
  return [
    '  Filter From Kernelspace {',
    '    Protocol Accept {',
    ...['TCP', 'UDP', 'ICMP', 'IPv6-ICMP'].map((protocol) => `      ${protocol}`),
    '    }',
    '    Address Ignore {',
    ...ignored.map((one) => `      ${familyOf(one) === 'ipv4' ? 'IPv4' : 'IPv6'}_address ${one}`),
    '    }',
    '  }',
  ];
}
