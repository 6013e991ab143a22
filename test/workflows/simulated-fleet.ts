/**
 * A small cluster for tests of the procedures: directors with VRRP, agents and connections, the
 * store's admin states and lock, and a journal of what was done to them. Time is given in, so the
 * same fleet runs in virtual time (property tests) and in real time (behind a real Temporal).
 * Deterministic: the same calls at the same times give the same fleet.
 */

import { FleetError } from '../../schemas/errors.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import { clusterLockDomain } from '../../workflows/contract.ts';
import type {
  AdminStateChange,
  DrainProgress,
  LockAnswer,
  LockHolder,
  NodeSurvey,
  RefMove,
} from '../../workflows/ports.ts';
import {
  applyFault,
  CLUSTER,
  type Director,
  type Fault,
  FIRST_GENERATION,
  type GenerationEffect,
  isFailing,
  ownedAddresses,
  planOf,
  priorityOf,
  realServersDown,
  statusOf,
} from './simulated-director.ts';

export {
  CLUSTER,
  FAULTS,
  type Fault,
  FIRST_GENERATION,
  type GenerationEffect,
  planOf,
} from './simulated-director.ts';

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
  /** What generations other than the first do. */
  readonly effects?: Readonly<Record<number, GenerationEffect>>;
}

export interface Happening {
  readonly atMs: number;
  readonly node: string;
  readonly fault: Fault;
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

/** One ref that was moved. */
export interface MoveEntry {
  readonly atMs: number;
  readonly node: string;
  readonly from: number;
  readonly to: number;
  readonly revert: boolean;
  readonly token: number;
  readonly lockOwner: string;
}

export class SimulatedFleet {
  readonly journal: JournalEntry[] = [];
  readonly moves: MoveEntry[] = [];
  readonly #directors: Director[];
  readonly #masterDownMs: number;
  readonly #agentLagMs: number;
  readonly #locks = new Map<string, LockHolder & { readonly token: number }>();
  readonly #effects: Readonly<Record<number, GenerationEffect>>;
  #happenings: Happening[] = [];
  #nextToken = 100;
  #nowMs: number;

  constructor(options: FleetOptions) {
    this.#nowMs = options.startMs ?? 0;
    this.#masterDownMs = options.masterDownMs ?? 3_600;
    this.#agentLagMs = options.agentLagMs ?? 200;
    this.#effects = options.effects ?? {};
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
      wanted: FIRST_GENERATION,
      isRevert: false,
      generation: FIRST_GENERATION,
      isStale: false,
      isRefusing: false,
      effect: {},
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
        realServersDown(peer) <= realServersDown(node),
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
      wanted: planOf(director.wanted),
      ...(this.#answers(director)
        ? {
            contact: 'answers' as const,
            status: statusOf(director, this.#nowMs, this.#masterDownMs),
          }
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
      ownedAddresses: ownedAddresses(director),
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

  /** `partly`: the call dies after the first director. */
  moveRefs(move: RefMove, partly = false): void {
    const lock = this.#locks.get(clusterLockDomain(CLUSTER));
    if (lock?.token !== move.token) {
      throw new FleetError('E_FENCED', `token ${move.token}, the lock has ${lock?.token}`);
    }
    const { generation: to } = move.plan;
    for (const node of partly ? move.nodes.slice(0, 1) : move.nodes) {
      const director = this.#named(node);
      const from = director.wanted;
      if (from > to && !move.revert) throw new FleetError('E_PLAN_STALE', `${node} is on ${from}`);
      if (from === to) continue;
      const { revert, token } = move;
      const lockOwner = lock.owner;
      this.moves.push({ atMs: this.#nowMs, node, from, to, revert, token, lockOwner });
      this.overwriteRef(node, to, revert);
    }
  }

  /** As somebody would who does not ask for the lock. */
  overwriteRef(node: string, to: number, revert: boolean): void {
    Object.assign(this.#named(node), { wanted: to, isRevert: revert, writtenAtMs: this.#nowMs });
  }

  wantedGeneration(node: string): number {
    return this.#named(node).wanted;
  }

  generation(node: string): number {
    return this.#named(node).generation;
  }

  names(): string[] {
    return this.#directors.map(({ name }) => name);
  }

  answers(node: string): boolean {
    return this.#answers(this.#named(node));
  }

  /** The truth: in service, and it runs what its ref says. */
  isServing(node: string): boolean {
    const director = this.#named(node);
    const isActive = director.adminState === 'active' && director.taken === 'active';
    const isRunning = director.generation === director.wanted && !isFailing(director);
    return isActive && isRunning && this.#answers(director);
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
      if (!this.#answers(director) || !isDue) continue;
      director.taken = director.adminState;
      this.#takeGeneration(director);
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
    const best = this.#isDeaf(director) ? director : this.#best((other) => !this.#isDeaf(other));
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

  #isDeaf({ isSplit, effect }: Director): boolean {
    return isSplit || effect.splits === true;
  }

  /** As an agent does: never back unless that is meant, and what it refuses it does not run. */
  #takeGeneration(director: Director): void {
    const { wanted, isRevert, generation, name } = director;
    const effect = this.#effects[wanted] ?? {};
    const isHere = effect.on?.includes(name) ?? true;
    const isOlder = wanted < generation && !isRevert;
    director.isRefusing = isOlder || (isHere && effect.isRefused === true);
    if (director.isRefusing || director.isStale || generation === wanted) return;
    director.generation = wanted;
    director.effect = isHere ? effect : {};
    if (isHere && effect.silences === true) director.isAgentUp = false;
  }

  #best(isHeard: (director: Director) => boolean): Director | undefined {
    return this.#directors
      .filter((director) => director.isAlive && director.isKeepalivedUp && isHeard(director))
      .sort((a, b) => priorityOf(b) - priorityOf(a) || a.name.localeCompare(b.name))[0];
  }

  #answers(director: Director): boolean {
    return director.isAlive && director.isAgentUp;
  }

  #named(name: string): Director {
    const director = this.#directors.find((candidate) => candidate.name === name);
    if (director === undefined) throw new FleetError('E_NOT_FOUND', `no director ${name}`);
    return director;
  }
}
