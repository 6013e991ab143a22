/**
 * One director of the simulated fleet: what it is, what can happen to it, and what its agent says.
 */
import type { PlanRef } from '../../schemas/names.ts';
import { DRAINED_PRIORITY } from '../../schemas/plan/node-plan.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { NodeStatus, VrrpState } from '../../schemas/status.ts';

export const CLUSTER = 'edge';
const INSTANCE = 'edge-v4';
const VIP = '192.0.2.10/32';
const REAL_SERVERS = 4;
/** What a new fleet runs. */
export const FIRST_GENERATION = 7;

/** What a generation does to the directors that are given it; nothing: it is good. */
export interface GenerationEffect {
  /** The agent refuses it, says so, and goes on with what it has. */
  readonly isRefused?: boolean;
  /** Real servers that can no longer be reached with it. */
  readonly losesRealServers?: number;
  /** The agent is cut off by it. */
  readonly silences?: boolean;
  /** Directors with it do not hear the adverts of those without. */
  readonly splits?: boolean;
  /** Only on these directors. */
  readonly on?: readonly string[];
}

export interface Director {
  readonly name: string;
  readonly priority: number;
  endingPerSecond: number;
  /** In the store. */
  adminState: AdminState;
  writtenAtMs: number;
  /** Taken in by the agent. */
  taken: AdminState;
  isAlive: boolean;
  isAgentUp: boolean;
  isKeepalivedUp: boolean;
  /** Hears no adverts, so it makes itself master. */
  isSplit: boolean;
  isConverged: boolean;
  /** Of its ref, in the store. */
  wanted: number;
  isRevert: boolean;
  /** What the kernel runs. */
  generation: number;
  /** Does not take in new generations. */
  isStale: boolean;
  /** Refuses the generation that its ref names. */
  isRefusing: boolean;
  /** Of the generation that runs. */
  effect: GenerationEffect;
  realServersDown: number;
  vrrp: VrrpState;
  /** Since when no better director was heard; -1 while one is. */
  unheardSinceMs: number;
  moving: number;
  readonly connections: number;
}

/** What happens to a director; each has its opposite. */
export const FAULTS = [
  'dies',
  'comesBack',
  'agentStops',
  'agentStarts',
  'keepalivedStops',
  'keepalivedStarts',
  'goesStale',
  'catchesUp',
  'failsToApply',
  'converges',
  'losesRealServer',
  'regainsRealServer',
  'splits',
  'heals',
] as const;
export type Fault = (typeof FAULTS)[number];

export function planOf(generation: number): PlanRef {
  return { cluster: CLUSTER, generation, digest: `root-${generation}` };
}

export function isFailing(director: Director): boolean {
  return !director.isConverged || director.isRefusing;
}

export function realServersDown({ realServersDown, effect }: Director): number {
  return Math.min(REAL_SERVERS, realServersDown + (effect.losesRealServers ?? 0));
}

export function ownedAddresses(director: Director): string[] {
  return director.vrrp === 'master' ? [VIP] : [];
}

export function priorityOf(director: Director): number {
  return director.taken === 'active' ? director.priority : DRAINED_PRIORITY;
}

export function applyFault(director: Director, fault: Fault): void {
  const changes: Record<Fault, Partial<Director>> = {
    dies: { isAlive: false, vrrp: 'down' },
    comesBack: { isAlive: true },
    agentStops: { isAgentUp: false },
    agentStarts: { isAgentUp: true },
    keepalivedStops: { isKeepalivedUp: false },
    keepalivedStarts: { isKeepalivedUp: true },
    goesStale: { generation: FIRST_GENERATION - 1, isStale: true },
    catchesUp: { generation: FIRST_GENERATION, isStale: false },
    failsToApply: { isConverged: false },
    converges: { isConverged: true },
    losesRealServer: { realServersDown: Math.min(REAL_SERVERS, director.realServersDown + 1) },
    regainsRealServer: { realServersDown: Math.max(0, director.realServersDown - 1) },
    splits: { isSplit: true },
    heals: { isSplit: false },
  };
  Object.assign(director, changes[fault]);
}

export function statusOf(director: Director, nowMs: number, masterDownMs: number): NodeStatus {
  const plan = planOf(director.generation);
  const down = realServersDown(director);
  const notUp = Array.from({ length: down }, (_, index) => ({
    service: 'web',
    realServer: `10.0.0.${index}:80`,
    state: 'down' as const,
    reason: 'connection refused',
  }));
  return {
    cluster: CLUSTER,
    node: director.name,
    bootId: 'boot',
    agentVersion: '0',
    agentStartedAtMs: 0,
    kernelVersion: '6',
    timeMs: nowMs,
    convergence: isFailing(director) ? 'failing' : 'converged',
    applied: plan,
    wanted: planOf(director.wanted),
    adminState: director.taken,
    storeConnected: true,
    busConnected: true,
    eventsWaiting: 0,
    eventsLost: 0,
    vrrp: [
      {
        instance: INSTANCE,
        state: director.vrrp,
        priority: priorityOf(director),
        sinceMs: 0,
        masterDownMs,
      },
    ],
    ownedAddresses: ownedAddresses(director),
    services: [],
    servicesTotal: 1,
    realServersUp: REAL_SERVERS - down,
    realServersTotal: REAL_SERVERS,
    notUp,
    foreign: 0,
  };
}
