/**
 * Vrrp: who of the directors holds the addresses. The election runs in a daemon (keepalived) that
 * lives on without the node agent; this door renders its configuration, makes sure that it runs,
 * says what it sees, and takes the addresses away when the daemon died without doing so.
 */
import type { VrrpInstancePlan } from '../../schemas/plan/node-plan.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { VrrpState, VrrpStatus } from '../../schemas/status.ts';

export interface Vrrp {
  /**
   * Makes the election run with these instances. A director that is draining or drained advertises
   * DRAINED_PRIORITY, so that every healthy peer takes over before this one lets go. No instances
   * means that the daemon is stopped and its addresses are gone. Idempotent: the same call again
   * neither restarts nor reloads anything, also from a new object that finds the daemon running.
   * @throws FleetError E_DATAPLANE_APPLY with the daemon's words when it refuses the configuration
   *   (then the old one runs on); E_PACKAGE_MISSING
   */
  apply(
    instances: readonly VrrpInstancePlan[],
    adminState: AdminState,
  ): Promise<{ readonly changed: boolean }>;

  /**
   * What the instances of the last apply really are. Addresses are read from the links.
   * @throws FleetError E_DATAPLANE_OBSERVE
   */
  observe(): Promise<VrrpObserved>;

  /** Each change of an instance's state from now on, until the signal aborts or close(). */
  transitions(signal: AbortSignal): AsyncIterable<VrrpTransition>;

  /** Frees what this process holds and ends the watchdog. The daemon runs on. Idempotent. */
  close(): Promise<void>;
}

export interface VrrpObserved {
  /** In the order of the last apply; `priority` is what is advertised now. */
  readonly instances: readonly VrrpStatus[];
  /** Addresses of the plan, without prefix length, that are on their links now. */
  readonly ownedAddresses: readonly string[];
}

export interface VrrpTransition {
  readonly instance: string;
  readonly from: VrrpState;
  readonly to: VrrpState;
  readonly priority: number;
}

/** What the watchdog did by itself. */
export type VrrpReport =
  /** The daemon died and left these addresses on the links; they are off now. */
  | { readonly type: 'released'; readonly released: readonly string[]; readonly reason: string }
  | { readonly type: 'restarted' }
  /** Something failed and will be tried again. */
  | { readonly type: 'problem'; readonly error: unknown };
