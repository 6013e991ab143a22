/**
 * What the agent needs of its own parts, so that the agent itself is only the wiring of triggers
 * to rounds. The parts stand beside it: health/, outbox/.
 */

import type { NodeEventBody } from '../schemas/events.ts';
import type { PlanRef } from '../schemas/names.ts';
import type { NodeObject, ServicePlan } from '../schemas/plan/node-plan.ts';
import type { HealthState, RealServerHealth } from '../schemas/status.ts';
import type { DownServers } from './reconcile/desired.ts';
import type { DirectorParts } from './reconcile/reconcile.ts';

/** An edge that a check saw; `service` is a listener's key. */
export interface HealthEdge {
  readonly service: string;
  readonly name: string;
  readonly realServer: string;
  readonly from: HealthState;
  readonly to: HealthState;
  readonly reason: string;
}

export interface Health {
  /** Checks these from now on; what was checked before in the same way keeps its state. */
  setServices(services: Iterable<readonly ServicePlan[]>): void;
  down(): DownServers;
  /** State of everything that is checked. */
  states(): readonly RealServerHealth[];
  stop(): Promise<void>;
}

export interface EventLog {
  /** On disk when it resolves; sent when NATS takes it. */
  append(body: NodeEventBody, plan: PlanRef | undefined, timeMs: number): Promise<unknown>;
  /** Whether nothing was appended under this boot id before. */
  isFirstOfBoot(): boolean;
  waiting(): number;
  lost(): number;
  close(): Promise<void>;
}

/** What the parts of a director do by themselves, and tell. Must not throw. */
export interface DirectorHooks {
  /** The watchdog took these off the links: a dead daemon had left them there. */
  readonly onReleased: (addresses: readonly string[], reason: string) => void;
  /** Something failed and is being tried again. */
  readonly onTrouble: (error: unknown) => void;
}

/** Builds the parts of the director that the first plan describes. */
export type DirectorFactory = (node: NodeObject, hooks: DirectorHooks) => Promise<DirectorParts>;
