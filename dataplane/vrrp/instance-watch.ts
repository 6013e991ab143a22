/**
 * Keeps InstanceStates true: from the FIFO while this process listens, from keepalived's own dump
 * where the FIFO cannot tell (the agent was away, a reload changed priorities).
 */
import { join } from 'node:path';
import { FleetError } from '../../schemas/errors.ts';
import type { VrrpInstancePlan } from '../../schemas/plan/node-plan.ts';
import type { VrrpState } from '../../schemas/status.ts';
import { carriedKey, readLinkAddresses } from '../addresses/link-addresses.ts';
import type { Daemon } from '../daemon/daemon.ts';
import { InstanceStates } from './instance-states.ts';
import { NotifyFifo } from './notify-fifo.ts';
import { electionAddress } from './render.ts';
import { dumpSignal, dumpState } from './state-dump.ts';

/** An instance with the priority that it is to advertise. */
export interface WatchedInstance {
  readonly plan: VrrpInstancePlan;
  readonly priority: number;
}

export interface InstanceWatchOptions {
  /** keepalived's TMPDIR; the FIFO is made in it. */
  readonly dir: string;
  readonly wrap: readonly string[];
  readonly daemon: Daemon;
  /** Wall clock in ms. */
  readonly now: () => number;
}

/** Dumps until one falls between two transitions; when more are needed, the links are flapping. */
const DUMPS_MAX = 5;
/** A reload with 1,000 addresses takes 0.1 s; a shared machine may stand still for seconds. */
const LOAD_TIMEOUT_MS = 15_000;

export class InstanceWatch {
  readonly states = new InstanceStates();
  readonly fifoPath: string;
  readonly #options: InstanceWatchOptions;
  #fifo: NotifyFifo | undefined;
  /** Tells whether a line came while a dump was taken. */
  #linesSeen = 0;

  constructor(options: InstanceWatchOptions) {
    this.#options = options;
    this.fifoPath = join(options.dir, 'notify.fifo');
  }

  /** Idempotent. What waits in the FIFO then is history of which the time is not known. */
  async open(): Promise<void> {
    if (this.#fifo !== undefined) return;
    this.#fifo = await NotifyFifo.open(this.fifoPath);
    this.#fifo.drain();
  }

  close(): void {
    this.states.close();
    this.#fifo?.close();
    this.#fifo = undefined;
  }

  /** Takes in what the FIFO holds. Cheap; never blocks. */
  listen(): void {
    for (const { instance, state, priority } of this.#fifo?.drain() ?? []) {
      this.#linesSeen += 1;
      const sinceMs = this.#options.now();
      if (state === undefined) this.states.learnPriority(instance, priority);
      else this.states.learn(instance, { state, priority, sinceMs });
    }
  }

  /** All instances have come to this state together: the daemon died, or is being started. */
  learnAll(instances: readonly WatchedInstance[], state: VrrpState): void {
    this.listen();
    const sinceMs = this.#options.now();
    for (const { plan, priority } of instances) {
      this.states.learn(plan.name, { state, priority, sinceMs });
    }
  }

  /** Asks keepalived unless every instance is known already. */
  async learnUnknown(instances: readonly WatchedInstance[]): Promise<void> {
    const isKnown = instances.every(({ plan }) => this.states.get(plan.name) !== undefined);
    if (!isKnown) await this.#learnFromDump(instances);
  }

  /**
   * Resolves when keepalived says that it has these instances with these priorities.
   * @throws FleetError E_DATAPLANE_APPLY
   */
  async untilLoaded(instances: readonly WatchedInstance[]): Promise<void> {
    const deadline = performance.now() + LOAD_TIMEOUT_MS;
    const expected = loadedKey(instances.map((one) => [one.plan.name, one.priority]));
    while (performance.now() < deadline) {
      const loaded = await this.#learnFromDump(instances);
      if (loaded === undefined || loaded === expected) return;
    }
    throw new FleetError('E_DATAPLANE_APPLY', 'keepalived has not loaded its new configuration', {
      retryable: true,
    });
  }

  /** @returns what is loaded; undefined when this keepalived cannot tell */
  async #learnFromDump(instances: readonly WatchedInstance[]): Promise<string | undefined> {
    const { daemon, dir, now } = this.#options;
    const signal = await dumpSignal();
    for (let dumps = 1; signal !== undefined && dumps <= DUMPS_MAX; dumps += 1) {
      this.listen();
      const linesBefore = this.#linesSeen;
      const dumped = await dumpState(daemon, signal, dir);
      if (dumped === undefined) break;
      this.listen();
      // A transition between the dump and its reading would be undone by it: dump again.
      if (linesBefore !== this.#linesSeen && dumps < DUMPS_MAX) continue;
      for (const { instance, ...seen } of dumped) {
        this.states.learn(instance, { ...seen, sinceMs: seen.sinceMs || now() });
      }
      return loadedKey(dumped.map((one) => [one.instance, one.priority]));
    }
    await this.#learnFromLinks(instances);
    return undefined;
  }

  /** For a keepalived built without JSON: the master is who has the election address. */
  async #learnFromLinks(instances: readonly WatchedInstance[]): Promise<void> {
    const present = new Set((await readLinkAddresses(this.#options.wrap)).map(carriedKey));
    for (const { plan, priority } of instances) {
      const state = present.has(carriedKey(electionAddress(plan))) ? 'master' : 'backup';
      this.states.learn(plan.name, { state, priority, sinceMs: this.#options.now() });
    }
  }
}

function loadedKey(loaded: readonly (readonly [name: string, priority: number])[]): string {
  return loaded
    .map(([name, priority]) => `${name}=${priority}`)
    .sort()
    .join(' ');
}
