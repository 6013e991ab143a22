/**
 * What is known of each instance: state, priority, since when. Each change is told once, to every
 * listener. Invariant: `from` of a transition is `to` of the one before it.
 */
import type { VrrpState } from '../../schemas/status.ts';
import type { VrrpTransition } from './contract.ts';

export interface KnownState {
  readonly state: VrrpState;
  readonly priority: number;
  readonly sinceMs: number;
}

/** Transitions that a slow listener may leave waiting; the status says the end of it anyway. */
const WAITING_MAX = 1_024;

export class InstanceStates {
  readonly #known = new Map<string, KnownState>();
  readonly #listeners = new Set<TransitionQueue>();

  get(instance: string): KnownState | undefined {
    return this.#known.get(instance);
  }

  /** Forgets all others, and nothing is told of them. */
  keepOnly(instances: ReadonlySet<string>): void {
    for (const name of this.#known.keys()) if (!instances.has(name)) this.#known.delete(name);
  }

  /** A state that is the first known one is not a change. */
  learn(instance: string, seen: KnownState): void {
    const before = this.#known.get(instance);
    if (before?.state === seen.state) {
      this.#known.set(instance, { ...before, priority: seen.priority });
      return;
    }
    this.#known.set(instance, seen);
    if (before === undefined) return;
    const { state: to, priority } = seen;
    for (const queue of this.#listeners) queue.push({ instance, from: before.state, to, priority });
  }

  learnPriority(instance: string, priority: number): void {
    const before = this.#known.get(instance);
    if (before !== undefined) this.#known.set(instance, { ...before, priority });
  }

  /** Changes from the call on, not from the first `next()`. */
  listen(signal: AbortSignal): AsyncIterable<VrrpTransition> {
    const queue = new TransitionQueue();
    this.#listeners.add(queue);
    const end = () => {
      this.#listeners.delete(queue);
      queue.end();
    };
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    return queue.iterate(end);
  }

  /** Ends every listener. */
  close(): void {
    for (const queue of this.#listeners) queue.end();
    this.#listeners.clear();
  }
}

class TransitionQueue {
  readonly #waiting: VrrpTransition[] = [];
  #ended = false;
  #wake: () => void = () => undefined;

  push(transition: VrrpTransition): void {
    this.#waiting.push(transition);
    if (this.#waiting.length > WAITING_MAX) this.#waiting.shift();
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *iterate(onReturn: () => void): AsyncGenerator<VrrpTransition> {
    try {
      for (;;) {
        const next = this.#waiting.shift();
        if (next !== undefined) yield next;
        else if (this.#ended) return;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      onReturn();
    }
  }
}
