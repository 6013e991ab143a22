/**
 * The node agent of one director. Level-driven: a new plan, a health edge, a VRRP transition or
 * the passing of time all lead to the same round. It starts from its last good plan with the whole
 * control plane dead, and its end, restart or upgrade touches no packet.
 */
import type { Logger } from 'pino';
import type { AgentBus } from '../bus/contract.ts';
import { type DriftEntry, type DriftReply, REPAIRS_TOLD_MAX } from '../schemas/drift.ts';
import { causeChain, FleetError } from '../schemas/errors.ts';
import type { NodeEventBody } from '../schemas/events.ts';
import { STATUS_INTERVAL_MS } from '../schemas/limits.ts';
import type { NodeStatus } from '../schemas/status.ts';
import type { RefStore } from '../store/contract.ts';
import { type AgentState, initialState } from './agent-state.ts';
import { adoptionCommands } from './commands/adoption-commands.ts';
import { createCommandHandlers } from './commands/command-handlers.ts';
import type { Made } from './drift/director-contents.ts';
import { DriftWatch } from './drift/drift-watch.ts';
import { repairText } from './drift/three-way.ts';
import { assertUnclaimed } from './drift/unclaimed.ts';
import type { HostFacts } from './host-facts.ts';
import { type Assignment, assignedServices } from './plan/assignment.ts';
import type { PlanReader } from './plan/fetch.ts';
import { type LastGood, openLastGood } from './plan/last-good.ts';
import { followPlans } from './plan/plan-source.ts';
import type { DirectorFactory, EventLog, Health, HealthEdge } from './ports.ts';
import { createDesiredCache } from './reconcile/desired.ts';
import { startLoop } from './reconcile/loop.ts';
import { type DirectorParts, reconcile } from './reconcile/reconcile.ts';
import { createSettledDiff } from './reconcile/settled-diff.ts';
import { buildStatus } from './status/build-status.ts';

export interface AgentOptions {
  readonly node: string;
  readonly version: string;
  readonly stateDir: string;
  readonly host: HostFacts;
  readonly store: PlanReader & Pick<RefStore, 'followRef'>;
  readonly bus: AgentBus;
  readonly createDirector: DirectorFactory;
  readonly createHealth: (onEdge: (edge: HealthEdge) => void) => Health;
  readonly events: EventLog;
  readonly log: Logger;
  readonly nowMs?: () => number;
}

/** Before the first plan nothing is wanted, so nothing differs. */
const NOTHING_TO_COMPARE = {
  ...{ pending: 0, drifted: 0, foreignTotal: 0, repaired: 0 },
  ...{ entries: [], foreign: [] },
};

export interface Agent {
  status(): NodeStatus;
  /** Ends the agent and nothing else: the kernel forwards on, daemons run on. */
  stop(): Promise<void>;
}

export async function startAgent(options: AgentOptions): Promise<Agent> {
  const agent = new RunningAgent(options);
  await agent.start();
  return agent;
}

class RunningAgent implements Agent {
  readonly #options: AgentOptions;
  readonly #nowMs: () => number;
  readonly #startedAtMs: number;
  readonly #state: AgentState = initialState();
  readonly #desired = createDesiredCache();
  readonly #diff = createSettledDiff();
  readonly #drift = new DriftWatch();
  readonly #stopping = new AbortController();
  readonly #lastGood: LastGood;
  readonly #health: Health;
  readonly #background: Promise<unknown>[] = [];
  #parts: DirectorParts | undefined;
  #loop: ReturnType<typeof startLoop> | undefined;
  /** Rounds, and commands that change the director, one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: AgentOptions) {
    this.#options = options;
    this.#nowMs = options.nowMs ?? Date.now;
    this.#startedAtMs = this.#nowMs();
    this.#lastGood = openLastGood(options.stateDir, (error) => this.#trouble(error));
    this.#health = options.createHealth((edge) => this.#onHealth(edge));
  }

  async start(): Promise<void> {
    const { log, bus, node } = this.#options;
    const lastGood = await this.#lastGood.read().catch((error: unknown) => {
      this.#trouble(error);
      return undefined;
    });
    if (lastGood !== undefined) this.#take(lastGood);
    await this.#announceStart();
    this.#loop = startLoop({
      round: () => this.#inTurn(() => this.#round()),
      onFailed: (error, retryInMs) => this.#onRoundFailed(error, retryInMs),
    });
    const { signal } = this.#stopping;
    this.#background.push(followPlans(this.#planSource(), signal));
    const handlers = createCommandHandlers({
      status: () => this.status(),
      refresh: () => this.#observeDirector(),
      dataplane: () => this.#parts?.dataplane,
      health: () => this.#health.states(),
      services: () => (this.#state.assignment && assignedServices(this.#state.assignment)) ?? [],
      drift: () => this.#lookForDrift(),
      adoption: this.#adoptionCommands(),
    });
    const commands = await bus.serveCommands(node, handlers);
    signal.addEventListener('abort', () => this.#background.push(commands.close()));
    const ticker = setInterval(() => this.#tick(), STATUS_INTERVAL_MS);
    signal.addEventListener('abort', () => clearInterval(ticker));
    log.info({ node, generation: lastGood?.ref.plan.generation }, 'agent is running');
  }

  status(): NodeStatus {
    const { bus, events, host, node, version } = this.#options;
    return buildStatus(this.#state, {
      node,
      bootId: host.bootId,
      kernelVersion: host.kernelVersion,
      agentVersion: version,
      agentStartedAtMs: this.#startedAtMs,
      timeMs: this.#nowMs(),
      busConnected: bus.isConnected(),
      eventsWaiting: events.waiting(),
      eventsLost: events.lost(),
      health: this.#health.states(),
      repaired: this.#drift.repaired(),
    });
  }

  async stop(): Promise<void> {
    await this.#loop?.stop();
    await this.#emit({ type: 'AgentStopped' });
    this.#stopping.abort();
    await Promise.all(this.#background);
    await this.#health.stop();
    await this.#lastGood.flush();
    await this.#parts?.vrrp?.close();
    await this.#parts?.dataplane.close();
    await this.#options.events.close();
  }

  #planSource(): Parameters<typeof followPlans>[0] {
    const { node, store, log } = this.#options;
    return {
      node,
      store,
      current: () => this.#state.assignment,
      onWanted: (ref) => {
        this.#state.wanted = ref;
      },
      onAssignment: (assignment) => this.#take(assignment),
      onRefused: (ref, error) => {
        log.error(
          { code: error.code, generation: ref.plan.generation, err: error },
          'plan refused',
        );
        this.#state.refusal = `${error.code}: ${error.message}`;
        const { code, message } = error;
        void this.#emit({ type: 'PlanRefused', code, message });
      },
      onConnection: (connected) => {
        this.#state.storeConnected = connected;
      },
      onTrouble: (error) => log.warn({ err: error }, 'the store cannot be followed, tries again'),
    };
  }

  /** A new level to be reached; the next round goes there. */
  #take(assignment: Assignment): void {
    const after = assignment.ref.adminState;
    // The first one of this life is no edge: a restart would else report every drained director.
    const before = this.#state.assignment?.ref.adminState ?? after;
    this.#state.assignment = assignment;
    this.#state.refusal = undefined;
    this.#state.learntAtMs = performance.now();
    this.#health.setServices(assignment.services.values());
    if (before !== after) void this.#emit({ type: 'AdminStateSeen', from: before, to: after });
    this.#loop?.mark();
  }

  async #round(): Promise<void> {
    const assignment = this.#state.assignment;
    if (assignment === undefined) return;
    const parts = await this.#director(assignment);
    const made = this.#wantedOf(assignment);
    await assertUnclaimed(parts, made.contents);
    const repairs = await this.#drift.repairsDue(parts, made, this.#state.vrrp);
    const { services } = made.contents;
    const { ops, foreign } = await reconcile(parts, assignment, services, this.#diff);
    this.#drift.settle(made, repairs.length);
    this.#noteForeign(foreign);
    await this.#tellRepairs(repairs);
    const isNew = this.#state.applied !== assignment.ref;
    this.#state.applied = assignment.ref;
    this.#state.problem = undefined;
    if (isNew || ops > 0) {
      this.#lastGood.save(assignment);
      const durationMs = performance.now() - this.#state.learntAtMs;
      if (isNew) await this.#emit({ type: 'PlanApplied', ops, durationMs });
    }
    await this.#observeDirector();
    this.#options.bus.publishStatus(this.status());
  }

  /** What a round makes of the plan in hand, as health lets it be now. */
  #wantedOf({ node, ref, services, zones }: Assignment): Made {
    const desired = this.#desired(services, this.#health.down());
    return { contents: { services: desired, zones }, node, adminState: ref.adminState };
  }

  async #tellRepairs(entries: readonly DriftEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const repairs = entries.slice(0, REPAIRS_TOLD_MAX).map(repairText);
    this.#options.log.warn({ repairs, total: entries.length }, 'drift repaired');
    await this.#emit({ type: 'DriftRepaired', repairs, total: entries.length });
  }

  async #lookForDrift(): Promise<DriftReply> {
    const { assignment, applied, wanted, refusal, problem = '' } = this.#state;
    const context = {
      ...(wanted === undefined ? {} : { wanted: wanted.plan }),
      ...(applied === undefined ? {} : { applied: applied.plan }),
      problem: refusal ?? problem,
    };
    if (assignment === undefined) return { ...context, ...NOTHING_TO_COMPARE };
    const parts = await this.#director(assignment);
    await this.#observeDirector();
    return this.#drift.reply(parts, this.#wantedOf(assignment), this.#state.vrrp, context);
  }

  #adoptionCommands(): ReturnType<typeof adoptionCommands> {
    return adoptionCommands({
      adoption: () => this.#parts?.adoption,
      assignment: () => this.#state.assignment,
      desired: (assignment) => this.#wantedOf(assignment).contents,
      inTurn: (step) => this.#inTurn(step),
      emit: (body) => this.#emit(body),
      onChanged: () => {
        this.#drift.forget();
        this.#loop?.mark();
      },
    });
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step);
    this.#last = result.catch(() => undefined); // its caller has it; the next in turn does not care
    return result;
  }

  /** The parts are built for the first plan and kept: what they hold outlives every plan. */
  async #director(assignment: Assignment): Promise<DirectorParts> {
    if (this.#parts !== undefined) return this.#parts;
    const parts = await this.#options.createDirector(assignment.node, {
      onReleased: (addresses, reason) => {
        this.#options.log.warn({ addresses, reason }, 'addresses released');
        void this.#emit({ type: 'AddressesReleased', addresses: [...addresses], reason });
        this.#loop?.mark();
      },
      onTrouble: (error) => this.#trouble(error),
    });
    this.#parts = parts;
    if (parts.vrrp !== undefined) {
      this.#background.push(this.#followVrrp(parts.vrrp));
    }
    return parts;
  }

  async #followVrrp(vrrp: NonNullable<DirectorParts['vrrp']>): Promise<void> {
    for await (const transition of vrrp.transitions(this.#stopping.signal)) {
      this.#options.log.info(transition, 'VRRP transition');
      await this.#emit({ type: 'VrrpTransition', ...transition });
      await this.#observeDirector();
      this.#options.bus.publishStatus(this.status());
    }
  }

  /** A hand that changes what is ours is answered within a second, not with the next round. */
  async #markIfDisturbed(): Promise<void> {
    const parts = this.#parts;
    if (parts === undefined || this.#state.problem !== undefined) return;
    if (await this.#drift.isDisturbed(parts)) this.#loop?.mark();
  }

  async #observeDirector(): Promise<void> {
    const parts = this.#parts;
    if (parts?.vrrp !== undefined) this.#state.vrrp = await parts.vrrp.observe();
    if (parts !== undefined) this.#state.connections = await parts.dataplane.connectionCounts();
  }

  #tick(): void {
    this.#observeDirector()
      .then(() => this.#markIfDisturbed())
      .catch((error: unknown) => this.#trouble(error))
      .finally(() => {
        if (!this.#stopping.signal.aborted) this.#options.bus.publishStatus(this.status());
      });
  }

  #onHealth(edge: HealthEdge): void {
    this.#options.log.info(edge, 'health changed');
    void this.#emit({ type: 'HealthChanged', ...edge });
    this.#loop?.mark();
  }

  #onRoundFailed(error: unknown, retryInMs: number): void {
    const code = error instanceof FleetError ? error.code : 'E_INTERNAL';
    const message = causeChain(error).join(': ');
    const problem = `${code}: ${message}`;
    this.#options.log.error({ err: error, retryInMs }, 'round failed');
    // An edge, not every retry: the log has those.
    if (this.#state.problem !== problem) void this.#emit({ type: 'ApplyFailed', code, message });
    this.#state.problem = problem;
  }

  #noteForeign(foreign: AgentState['foreign']): void {
    const known = new Set(this.#state.foreign.map(({ where, what }) => `${where} ${what}`));
    for (const { where, what } of foreign) {
      if (!known.has(`${where} ${what}`)) void this.#emit({ type: 'ForeignFound', where, what });
    }
    this.#state.foreign = foreign;
  }

  async #announceStart(): Promise<void> {
    const { host, version, events } = this.#options;
    const firstOfBoot = events.isFirstOfBoot();
    const { kernelVersion } = host;
    await this.#emit({ type: 'AgentStarted', agentVersion: version, kernelVersion, firstOfBoot });
  }

  async #emit(body: NodeEventBody): Promise<void> {
    const plan = (this.#state.applied ?? this.#state.assignment?.ref)?.plan;
    try {
      await this.#options.events.append(body, plan, this.#nowMs());
    } catch (error) {
      // A full or broken disk must not stop a director from being programmed.
      this.#options.log.error({ err: error, type: body.type }, 'event could not be written');
    }
  }

  #trouble(error: unknown): void {
    this.#options.log.warn({ err: error }, 'trouble, the agent goes on');
  }
}
