/**
 * ConnectionSynchronizer: established connections of this director are known to its peer too. The
 * copying is done by a daemon (conntrackd) that lives on without the node agent.
 */
import type { ConnectionSync } from '../../schemas/plan/node-plan.ts';

export interface ConnectionSynchronizer {
  /**
   * Makes the synchronisation run like this, or not at all when undefined. Idempotent; also brings
   * a dead daemon back, so calling it each round is the watchdog. A change of the plan restarts
   * the daemon, which then asks its peer for everything; the kernel's entries stay meanwhile.
   * @throws FleetError E_CAPABILITY (more than one peer, an interface name it cannot read),
   *   E_DATAPLANE_APPLY with the daemon's words, E_PACKAGE_MISSING
   */
  apply(sync: ConnectionSync | undefined): Promise<{ readonly changed: boolean }>;

  /** Never throws for a daemon that is away: that is what it says. */
  status(): Promise<ConnectionSyncStatus>;
}

export interface ConnectionSyncStatus {
  readonly isRunning: boolean;
  /** Connections of this director that the daemon keeps in step with the peer. */
  readonly connections: number;
}
