/**
 * Health of the real servers of a plan. Level-driven: it is told the services and makes the checks
 * so. Services that check the same address, port and parameters share one check; what a new plan
 * leaves as it was keeps its state and its rhythm. Results act on this director at once and never
 * travel through etcd.
 */
import type { Logger } from 'pino';
import { type RealServerKey, realServerKey, type ServiceKey } from '../../schemas/names.ts';
import type { ServicePlan } from '../../schemas/plan/node-plan.ts';
import type { RealServerHealth } from '../../schemas/status.ts';
import type { Health, HealthEdge } from '../ports.ts';
import { runCheck } from './check.ts';
import type { CheckTarget } from './check-result.ts';
import { CHECKS_IN_FLIGHT_MAX } from './limits.ts';
import { Probe, probeKey } from './probe.ts';
import { Scheduler } from './scheduler.ts';

export interface HealthCheckerOptions {
  /**
   * A real server went up or down, once for each listener that has it. The first success of a
   * fresh one is no edge: it had traffic before, and a restart would report every real server.
   */
  readonly onEdge: (edge: HealthEdge) => void;
  readonly log: Logger;
  /** The director's address to check from; the kernel's choice when absent. */
  readonly sourceAddress?: string | undefined;
  readonly inFlightMax?: number;
}

/** Checks nothing until it is told services. */
export function startHealthChecker(options: HealthCheckerOptions): Health {
  return new HealthChecker(options);
}

/** One real server of one listener, as an observer of the probe that checks it. */
interface Target {
  readonly service: ServiceKey;
  readonly name: string;
  readonly realServer: RealServerKey;
  readonly probe: Probe<Target>;
}

class HealthChecker implements Health {
  readonly #options: HealthCheckerOptions;
  readonly #scheduler: Scheduler;
  readonly #probes = new Map<string, Probe<Target>>();
  #services = new Map<ServiceKey, { plan: ServicePlan; targets: readonly Target[] }>();
  readonly #down = new Map<ServiceKey, Set<RealServerKey>>();
  /** Built when asked for, thrown away at each change: a status is made every second. */
  #states: readonly RealServerHealth[] | undefined;

  constructor(options: HealthCheckerOptions) {
    this.#options = options;
    this.#scheduler = new Scheduler({
      inFlightMax: options.inFlightMax ?? CHECKS_IN_FLIGHT_MAX,
      onLate: (lateMs) => {
        options.log.warn({ lateMs, checks: this.#probes.size }, 'health checks are late');
      },
    });
  }

  setServices(services: Iterable<readonly ServicePlan[]>): void {
    const before = this.#services;
    const after: typeof before = new Map();
    // New targets first, old ones off later: a probe that both share is never without one.
    for (const group of services) {
      for (const plan of group) {
        const known = before.get(plan.key);
        const isSame = known?.plan === plan;
        after.set(plan.key, isSame ? known : { plan, targets: this.#targetsOf(plan) });
      }
    }
    for (const [key, { plan, targets }] of before) {
      if (after.get(key)?.plan !== plan) for (const target of targets) this.#release(target);
    }
    this.#services = after;
    this.#down.clear();
    for (const { targets } of after.values()) for (const target of targets) this.#mark(target);
    this.#states = undefined;
  }

  down(): ReadonlyMap<ServiceKey, ReadonlySet<RealServerKey>> {
    return this.#down;
  }

  states(): readonly RealServerHealth[] {
    this.#states ??= [...this.#services.values()].flatMap(({ targets }) =>
      targets.map(({ service, realServer, probe }) => {
        return { service, realServer, state: probe.state, reason: probe.reason };
      }),
    );
    return this.#states;
  }

  stop(): Promise<void> {
    return this.#scheduler.close();
  }

  #targetsOf(plan: ServicePlan): Target[] {
    const check = plan.healthCheck;
    if (check === undefined) return [];
    return plan.realServers.map((server) => {
      const port = check.port ?? server.port;
      const { sourceAddress } = this.#options;
      const probe = this.#probeFor({ address: server.address, port, check, sourceAddress });
      const realServer = realServerKey(server);
      const target = { service: plan.key, name: plan.name, realServer, probe };
      probe.targets.add(target);
      return target;
    });
  }

  #probeFor(checked: CheckTarget): Probe<Target> {
    const key = probeKey(checked);
    const known = this.#probes.get(key);
    if (known !== undefined) return known;
    const probe = new Probe<Target>(key, checked, runCheck, (before, isFirst) => {
      this.#states = undefined;
      if (probe.state !== before) this.#announce(probe, before, isFirst);
    });
    this.#probes.set(key, probe);
    this.#scheduler.add(probe);
    return probe;
  }

  #release(target: Target): void {
    const { probe } = target;
    probe.targets.delete(target);
    if (probe.targets.size > 0) return;
    this.#probes.delete(probe.key);
    this.#scheduler.remove(probe);
  }

  #mark({ service, realServer, probe }: Target): void {
    const isDown = probe.state === 'down';
    const down = this.#down.get(service);
    if (isDown && down === undefined) this.#down.set(service, new Set([realServer]));
    else if (isDown) down?.add(realServer);
    else if (down?.delete(realServer) && down.size === 0) this.#down.delete(service);
  }

  #announce(probe: Probe<Target>, from: HealthEdge['from'], isFirst: boolean): void {
    for (const target of probe.targets) this.#mark(target);
    if (isFirst && probe.state === 'up') return;
    for (const { service, name, realServer } of probe.targets) {
      const edge = { service, name, realServer, from, to: probe.state, reason: probe.reason };
      try {
        this.#options.onEdge(edge);
      } catch (error) {
        // A listener's defect must not stop the checks.
        this.#options.log.error({ err: error, ...edge }, 'health edge not taken');
      }
    }
  }
}
