/**
 * VRRP by keepalived. The election is keepalived's alone and goes on without this process; what is
 * here writes its configuration, starts and reloads it, listens, and watches it.
 *
 * Invariant: once keepalived is dead, none of its addresses stays on a link for longer than one
 * watch interval and two runs of ip(8), or, when this process was away too, than its next apply.
 * What changes the daemon runs one after the other.
 */
import { join } from 'node:path';
import type { VrrpInstancePlan } from '../../schemas/plan/node-plan.ts';
import type { AdminState } from '../../schemas/plan/node-ref.ts';
import type { VrrpStatus } from '../../schemas/status.ts';
import {
  bareAddress,
  carriedKey,
  distinct,
  readLinkAddresses,
} from '../addresses/link-addresses.ts';
import { DetachedDaemon } from '../daemon/detached-daemon.ts';
import { afterFailure, NO_FAILURES, restartDelayMs } from '../daemon/restart-policy.ts';
import type { Vrrp, VrrpObserved, VrrpReport, VrrpTransition } from './contract.ts';
import { InstanceWatch, type WatchedInstance } from './instance-watch.ts';
import { KeepalivedConfig } from './keepalived-config.ts';
import { Leftovers } from './leftovers.ts';
import { masterDownMs } from './master-down.ts';
import { advertisedPriority, renderKeepalived } from './render.ts';

export interface VrrpOptions {
  /** Private folder of this director's keepalived; its path must not hold blanks. */
  readonly dir: string;
  readonly node: string;
  /** Without prefix length; the watchdog never takes one of them away. */
  readonly ownAddresses: readonly string[];
  /** Told what the watchdog did by itself. Must not throw. */
  readonly report: (report: VrrpReport) => void;
  /** Argv prefix of every command, for example nsenter into a network namespace. */
  readonly wrap?: readonly string[];
  /** Wall clock in ms, for `sinceMs` and for the age of a daemon that died. */
  readonly now?: () => number;
}

/** Touches nothing before the first apply. */
export function createVrrp(options: VrrpOptions): Vrrp {
  return new KeepalivedVrrp(options);
}

/** A dead keepalived is seen within this; one look costs five small reads of /proc. */
const WATCH_EVERY_MS = 100;

interface Wanted {
  readonly instances: readonly WatchedInstance[];
  /** The configuration file. */
  readonly text: string;
}

class KeepalivedVrrp implements Vrrp {
  readonly #options: VrrpOptions;
  readonly #wrap: readonly string[];
  readonly #now: () => number;
  readonly #config: KeepalivedConfig;
  readonly #daemon: DetachedDaemon;
  readonly #leftovers: Leftovers;
  readonly #instances: InstanceWatch;
  #wanted: Wanted | undefined;
  #looking: NodeJS.Timeout | undefined;
  #restart: NodeJS.Timeout | undefined;
  #failures = NO_FAILURES;
  #startedAt = 0;
  /** True from the release of a dead daemon's addresses until it runs again. */
  #isDeathHandled = false;
  #isBusy = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: VrrpOptions) {
    const { dir, wrap = [], now = Date.now, ownAddresses } = options;
    if (/\s/.test(dir)) throw new Error(`a blank in the path ${dir} ends a word for keepalived`);
    this.#options = options;
    this.#wrap = wrap;
    this.#now = now;
    this.#config = new KeepalivedConfig(dir, wrap);
    this.#daemon = keepalivedDaemon(dir, wrap, this.#config.path);
    this.#leftovers = new Leftovers(join(dir, 'carried.json'), ownAddresses, wrap);
    this.#instances = new InstanceWatch({ dir, wrap, daemon: this.#daemon, now });
  }

  apply(
    instances: readonly VrrpInstancePlan[],
    adminState: AdminState,
  ): Promise<{ changed: boolean }> {
    return this.#oneAtATime(() =>
      instances.length === 0 ? this.#stop() : this.#run(instances, adminState),
    );
  }

  async observe(): Promise<VrrpObserved> {
    const instances = this.#wanted?.instances ?? [];
    if (instances.length === 0) return { instances: [], ownedAddresses: [] };
    const present = new Set((await readLinkAddresses(this.#wrap)).map(carriedKey));
    this.#instances.listen();
    const isRunning = this.#daemon.isRunning();
    const carried = distinct(instances.flatMap(({ plan }) => plan.addresses));
    return {
      instances: instances.map((instance) => this.#status(instance, isRunning)),
      ownedAddresses: carried.filter((one) => present.has(carriedKey(one))).map(bareAddress),
    };
  }

  transitions(signal: AbortSignal): AsyncIterable<VrrpTransition> {
    return this.#instances.states.listen(signal);
  }

  async close(): Promise<void> {
    this.#wanted = undefined;
    clearInterval(this.#looking);
    await this.#last;
    clearTimeout(this.#restart);
    this.#instances.close();
  }

  #status({ plan, priority: planned }: WatchedInstance, isRunning: boolean): VrrpStatus {
    const known = this.#instances.states.get(plan.name);
    const priority = known?.priority ?? planned;
    return {
      instance: plan.name,
      state: isRunning ? (known?.state ?? 'init') : 'down',
      priority,
      sinceMs: known?.sinceMs ?? this.#now(),
      masterDownMs: masterDownMs({ advertIntervalMs: plan.advertIntervalMs, priority }),
    };
  }

  async #run(
    plans: readonly VrrpInstancePlan[],
    adminState: AdminState,
  ): Promise<{ changed: boolean }> {
    const { node } = this.#options;
    const notifyFifo = this.#instances.fifoPath;
    const wanted = {
      instances: plans.map((plan) => ({ plan, priority: advertisedPriority(plan, adminState) })),
      text: renderKeepalived(plans, { node, adminState, notifyFifo }),
    };
    await this.#config.write(wanted.text);
    this.#wanted = wanted;
    await this.#instances.open();
    await this.#leftovers.expect(plans);
    const changed = await this.#makeLoaded(wanted);
    await this.#leftovers.settle(plans);
    this.#instances.states.keepOnly(new Set(plans.map((plan) => plan.name)));
    this.#looking ??= setInterval(() => this.#look(), WATCH_EVERY_MS).unref();
    return { changed };
  }

  async #makeLoaded(wanted: Wanted): Promise<boolean> {
    if (!this.#daemon.isRunning()) {
      await this.#start(wanted, 'keepalived was found dead and had left them');
      return true;
    }
    if (this.#config.isLoaded(wanted.text)) {
      await this.#instances.learnUnknown(wanted.instances);
      return false;
    }
    this.#daemon.reload('SIGHUP');
    await this.#instances.untilLoaded(wanted.instances);
    await this.#config.markLoaded(wanted.text);
    return true;
  }

  /** What a dead keepalived left goes first: the new one knows only addresses of its own plan. */
  async #start(wanted: Wanted, reason: string): Promise<void> {
    clearTimeout(this.#restart);
    await this.#daemon.stop();
    await this.#release(wanted, reason);
    this.#instances.learnAll(wanted.instances, 'init');
    this.#startedAt = this.#now();
    await this.#daemon.ensureRunning();
    await this.#config.markLoaded(wanted.text);
    this.#isDeathHandled = false;
  }

  async #stop(): Promise<{ changed: boolean }> {
    const before = this.#wanted;
    this.#wanted = undefined;
    clearInterval(this.#looking);
    this.#looking = undefined;
    clearTimeout(this.#restart);
    const wasThere = this.#daemon.pid !== undefined;
    await this.#daemon.stop();
    const released = await this.#release(before, 'keepalived was stopped and had left them');
    this.#instances.learnAll(before?.instances ?? [], 'down');
    this.#instances.states.keepOnly(new Set());
    await this.#leftovers.settle([]);
    await this.#config.remove();
    return { changed: wasThere || released.length > 0 };
  }

  async #release(wanted: Wanted | undefined, reason: string): Promise<string[]> {
    const plans = (wanted?.instances ?? []).map(({ plan }) => plan);
    const released = await this.#leftovers.release(plans);
    if (released.length > 0) this.#options.report({ type: 'released', released, reason });
    return released;
  }

  /** The watchdog's look: cheap, and it acts only when nothing else does. */
  #look(): void {
    this.#instances.listen();
    if (this.#isBusy || this.#isDeathHandled || this.#wanted === undefined) return;
    if (!this.#daemon.isRunning()) void this.#oneAtATime(() => this.#handleDeath());
  }

  async #handleDeath(): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === undefined || this.#daemon.isRunning()) return;
    this.#isDeathHandled = true;
    this.#planRestart(this.#now() - this.#startedAt);
    try {
      await this.#release(wanted, 'keepalived died and had left them');
    } catch (error) {
      // The restart releases again before it starts, and comes again until it works.
      this.#options.report({ type: 'problem', error });
    }
    this.#instances.learnAll(wanted.instances, 'down');
  }

  #planRestart(livedMs: number): void {
    this.#failures = afterFailure(this.#failures, livedMs);
    clearTimeout(this.#restart);
    this.#restart = setTimeout(
      () => void this.#oneAtATime(() => this.#startAgain()),
      restartDelayMs(this.#failures),
    ).unref();
  }

  async #startAgain(): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === undefined || !this.#isDeathHandled) return;
    try {
      if (this.#daemon.isRunning()) await this.#acceptRespawned(wanted);
      else await this.#start(wanted, 'keepalived died and had left them');
      this.#options.report({ type: 'restarted' });
    } catch (error) {
      this.#options.report({ type: 'problem', error });
      this.#planRestart(0);
    }
  }

  /** keepalived's parent process started a dead worker anew before it was ours to do so. */
  async #acceptRespawned(wanted: Wanted): Promise<void> {
    await this.#instances.untilLoaded(wanted.instances);
    this.#isDeathHandled = false;
  }

  async #oneAtATime<T>(step: () => Promise<T>): Promise<T> {
    const run = this.#last.then(async () => {
      this.#isBusy = true;
      try {
        return await step();
      } finally {
        this.#isBusy = false;
      }
    });
    this.#last = run.catch(() => undefined);
    return run;
  }
}

function keepalivedDaemon(
  dir: string,
  wrap: readonly string[],
  configPath: string,
): DetachedDaemon {
  const pidFile = join(dir, 'keepalived.pid');
  const workerPidFile = join(dir, 'keepalived-vrrp.pid');
  return new DetachedDaemon({
    name: 'keepalived',
    argv: [
      'keepalived',
      ...['--dont-fork', '--vrrp', '--log-console', '--no-syslog'],
      ...['-f', configPath, '-p', pidFile, '-r', workerPidFile],
    ],
    dir,
    wrap,
    // Where it writes keepalived.json; /tmp would be shared with every other keepalived.
    env: { TMPDIR: dir },
    workerPidFile,
    staleFiles: [pidFile],
  });
}
