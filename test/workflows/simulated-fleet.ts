/**
 * A small cluster for tests of the procedures: directors with VRRP, agents and connections, the
 * store's admin states and lock, and a journal of what was done to them. Time is given in, so the
 * same fleet runs in virtual time (property tests) and in real time (behind a real Temporal).
 * Deterministic: the same calls at the same times give the same fleet.
 */

import { FleetError } from '../../schemas/errors.ts';
import { DRAINED_PRIORITY } from '../../schemas/plan/node-plan.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { NodeStatus, VrrpState } from '../../schemas/status.ts';
import { clusterLockDomain } from '../../workflows/contract.ts';
import type {
  AdminStateChange,
  DrainProgress,
  LockAnswer,
  LockHolder,
  NodeSurvey,
} from '../../workflows/ports.ts';

export const CLUSTER = 'edge';
export const INSTANCE = 'edge-v4';
const VIP = '192.0.2.10/32';
const REAL_SERVERS = 4;
/** Fine enough for a master-down time of a few hundred milliseconds. */
const TICK_MS = 50;

export interface DirectorOptions {
  readonly name: string;
  readonly priority: number;
  readonly adminState?: AdminState;
  /** Connections that move through it while it is master. */
  readonly connections?: number;
  /** How many of them end or move in a second once it is not master; 0: they stay. */
  readonly endingPerSecond?: number;
}

export interface FleetOptions {
  readonly directors: readonly DirectorOptions[];
  readonly masterDownMs?: number;
  /** From the change in the store until the agent acts on it. */
  readonly agentLagMs?: number;
  readonly startMs?: number;
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

export interface Happening {
  readonly atMs: number;
  readonly node: string;
  readonly fault: Fault;
}

interface Director {
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
  generation: number;
  realServersDown: number;
  vrrp: VrrpState;
  /** Since when no better director was heard; -1 while one is. */
  unheardSinceMs: number;
  moving: number;
  readonly connections: number;
}

export interface JournalEntry {
  readonly atMs: number;
  readonly node: string;
  readonly from: AdminState;
  readonly to: AdminState;
  readonly token: number;
  readonly reason: string;
  /** Who had the lock of the cluster then. */
  readonly lockOwner: string;
}

export class SimulatedFleet {
  readonly journal: JournalEntry[] = [];
  readonly #directors: Director[];
  readonly #masterDownMs: number;
  readonly #agentLagMs: number;
  readonly #locks = new Map<string, LockHolder & { readonly token: number }>();
  #happenings: Happening[] = [];
  #nextToken = 100;
  #nowMs: number;

  constructor(options: FleetOptions) {
    this.#nowMs = options.startMs ?? 0;
    this.#masterDownMs = options.masterDownMs ?? 3_600;
    this.#agentLagMs = options.agentLagMs ?? 200;
    this.#directors = options.directors.map((director) => ({
      name: director.name,
      priority: director.priority,
      endingPerSecond: director.endingPerSecond ?? 50,
      adminState: director.adminState ?? 'active',
      writtenAtMs: this.#nowMs,
      taken: director.adminState ?? 'active',
      isAlive: true,
      isAgentUp: true,
      isKeepalivedUp: true,
      isSplit: false,
      isConverged: true,
      generation: 7,
      realServersDown: 0,
      vrrp: 'backup',
      unheardSinceMs: -1,
      moving: 0,
      connections: director.connections ?? 100,
    }));
    const first = this.#best(() => true);
    if (first !== undefined) {
      first.vrrp = 'master';
      first.moving = first.connections;
    }
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  schedule(happenings: readonly Happening[]): void {
    this.#happenings = [...this.#happenings, ...happenings].sort((a, b) => a.atMs - b.atMs);
  }

  /** Lets time pass; never backwards. */
  advanceTo(nowMs: number): void {
    while (this.#nowMs + TICK_MS <= nowMs) this.#tick(this.#nowMs + TICK_MS);
  }

  adminState(node: string): AdminState {
    return this.#named(node).adminState;
  }

  lockOwner(): string {
    return this.#locks.get(clusterLockDomain(CLUSTER))?.owner ?? '';
  }

  /** The truth, not what anybody was told: could a peer of this director serve in its place? */
  hasHealthyPeerOf(name: string): boolean {
    const node = this.#directors.find((director) => director.name === name);
    if (node === undefined) return false;
    return this.#directors.some(
      (peer) =>
        peer !== node &&
        peer.adminState === 'active' &&
        peer.taken === 'active' &&
        peer.isAlive &&
        peer.isAgentUp &&
        peer.isKeepalivedUp &&
        peer.isConverged &&
        peer.generation >= node.generation &&
        peer.realServersDown <= node.realServersDown,
    );
  }

  /** Masters whose agents answer. */
  visibleMasters(): string[] {
    const isMaster = (director: Director) => this.#answers(director) && director.vrrp === 'master';
    return this.#directors.filter(isMaster).map(({ name }) => name);
  }

  survey(): NodeSurvey[] {
    return this.#directors.map((director) => ({
      node: director.name,
      adminState: director.adminState,
      ...(this.#answers(director)
        ? { contact: 'answers' as const, status: this.#status(director) }
        : { contact: 'silent' as const }),
    }));
  }

  drainProgress(name: string): DrainProgress {
    const director = this.#named(name);
    if (!this.#answers(director)) {
      throw new FleetError('E_NODE_SILENT', `${name} does not answer`, { retryable: true });
    }
    const { moving } = director;
    return {
      tracked: Math.ceil(moving) + 10,
      moving: Math.ceil(moving),
      ownedAddresses: this.#ownedAddresses(director),
    };
  }

  acquire(request: { domain: string; owner: string; reason: string }): LockAnswer {
    const held = this.#locks.get(request.domain);
    if (held?.owner === request.owner) return { token: held.token };
    if (held !== undefined) {
      const { owner, reason, takenAtMs } = held;
      return { heldBy: { owner, reason, takenAtMs } };
    }
    const token = this.#nextToken++;
    const { owner, reason } = request;
    this.#locks.set(request.domain, { owner, reason, takenAtMs: this.#nowMs, token });
    return { token };
  }

  release({ domain, owner }: { domain: string; owner: string }): void {
    if (this.#locks.get(domain)?.owner === owner) this.#locks.delete(domain);
  }

  setAdminState(change: AdminStateChange): { from: AdminState } {
    const director = this.#named(change.node);
    const lock = this.#locks.get(clusterLockDomain(CLUSTER));
    if (lock?.token !== change.token) {
      throw new FleetError('E_FENCED', `token ${change.token}, the lock has ${lock?.token}`);
    }
    const from = director.adminState;
    if (from === change.to) return { from };
    if (change.expectFrom !== undefined && !change.expectFrom.includes(from)) {
      throw new FleetError('E_CONFLICT', `${director.name} is ${from}`);
    }
    this.journal.push({
      atMs: this.#nowMs,
      node: change.node,
      from,
      to: change.to,
      token: change.token,
      reason: change.origin.reason,
      lockOwner: lock.owner,
    });
    this.overwriteAdminState(change.node, change.to);
    return { from };
  }

  /** As somebody would who does not ask for the lock. */
  overwriteAdminState(node: string, to: AdminState): void {
    const director = this.#named(node);
    director.adminState = to;
    director.writtenAtMs = this.#nowMs;
  }

  /** From now on connections end quickly where they do not belong. */
  letConnectionsEnd(node: string): void {
    this.#named(node).endingPerSecond = 1_000;
  }

  happen({ node, fault }: Pick<Happening, 'node' | 'fault'>): void {
    applyFault(this.#named(node), fault);
  }

  #tick(nowMs: number): void {
    this.#nowMs = nowMs;
    while ((this.#happenings[0]?.atMs ?? Number.POSITIVE_INFINITY) <= nowMs) {
      const happening = this.#happenings.shift();
      if (happening !== undefined) this.happen(happening);
    }
    for (const director of this.#directors) {
      const isDue = nowMs - director.writtenAtMs >= this.#agentLagMs;
      if (this.#answers(director) && isDue) director.taken = director.adminState;
    }
    for (const director of this.#directors) this.#elect(director, nowMs);
    for (const director of this.#directors) {
      if (director.vrrp === 'master') director.moving = director.connections;
      else
        director.moving = Math.max(0, director.moving - director.endingPerSecond * (TICK_MS / 1e3));
    }
  }

  /** RFC 9568 6.4: adverts of a better director keep one down; after the down time without, up. */
  #elect(director: Director, nowMs: number): void {
    if (!director.isAlive || !director.isKeepalivedUp) {
      director.vrrp = 'down';
      return;
    }
    const best = director.isSplit ? director : this.#best((other) => !other.isSplit);
    if (best !== director) {
      // A better master's advert ends one's own mastership; until then one goes on.
      const hasBetterMaster = this.#directors.some(
        (other) => other !== director && other === best && other.vrrp === 'master',
      );
      if (hasBetterMaster || director.vrrp !== 'master') director.vrrp = 'backup';
      director.unheardSinceMs = -1;
      return;
    }
    if (director.vrrp === 'master') return;
    if (director.vrrp === 'down') director.vrrp = 'backup';
    if (director.unheardSinceMs < 0) director.unheardSinceMs = nowMs;
    if (nowMs - director.unheardSinceMs >= this.#masterDownMs) director.vrrp = 'master';
  }

  #best(isHeard: (director: Director) => boolean): Director | undefined {
    return this.#directors
      .filter((director) => director.isAlive && director.isKeepalivedUp && isHeard(director))
      .sort((a, b) => priorityOf(b) - priorityOf(a) || a.name.localeCompare(b.name))[0];
  }

  #answers(director: Director): boolean {
    return director.isAlive && director.isAgentUp;
  }

  #ownedAddresses(director: Director): string[] {
    return director.vrrp === 'master' ? [VIP] : [];
  }

  #named(name: string): Director {
    const director = this.#directors.find((candidate) => candidate.name === name);
    if (director === undefined) throw new FleetError('E_NOT_FOUND', `no director ${name}`);
    return director;
  }

  #status(director: Director): NodeStatus {
    const plan = { cluster: CLUSTER, generation: director.generation, digest: 'd' };
    const notUp = Array.from({ length: director.realServersDown }, (_, index) => ({
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
      timeMs: this.#nowMs,
      convergence: director.isConverged ? 'converged' : 'failing',
      applied: plan,
      wanted: plan,
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
          masterDownMs: this.#masterDownMs,
        },
      ],
      ownedAddresses: this.#ownedAddresses(director),
      services: [],
      servicesTotal: 1,
      realServersUp: REAL_SERVERS - director.realServersDown,
      realServersTotal: REAL_SERVERS,
      notUp,
      foreign: 0,
    };
  }
}

function priorityOf(director: Director): number {
  return director.taken === 'active' ? director.priority : DRAINED_PRIORITY;
}

function applyFault(director: Director, fault: Fault): void {
  const changes: Record<Fault, Partial<Director>> = {
    dies: { isAlive: false, vrrp: 'down' },
    comesBack: { isAlive: true },
    agentStops: { isAgentUp: false },
    agentStarts: { isAgentUp: true },
    keepalivedStops: { isKeepalivedUp: false },
    keepalivedStarts: { isKeepalivedUp: true },
    goesStale: { generation: 6 },
    catchesUp: { generation: 7 },
    failsToApply: { isConverged: false },
    converges: { isConverged: true },
    losesRealServer: { realServersDown: Math.min(REAL_SERVERS, director.realServersDown + 1) },
    regainsRealServer: { realServersDown: Math.max(0, director.realServersDown - 1) },
    splits: { isSplit: true },
    heals: { isSplit: false },
  };
  Object.assign(director, changes[fault]);
}
