/**
 * Turns what a starting box says of itself into steps that a person can follow: each change of
 * state once, the network first.
 */
import type { BoxStatus } from './box/control.ts';
import type { ProcessState } from './box/process-spec.ts';
import type { LabProgress } from './lab-api.ts';

export class ProgressReport {
  readonly #tell: (progress: LabProgress) => void;
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #seen = new Map<string, ProcessState>();

  constructor(tell: (progress: LabProgress) => void = () => undefined, now = Date.now) {
    this.#tell = tell;
    this.#now = now;
    this.#startedAt = now();
  }

  see(status: BoxStatus): void {
    this.#change('network', status.phase === 'network' ? 'starting' : 'ready', this.#now());
    if (status.phase === 'network') return;
    for (const { name, state, since } of status.processes) this.#change(name, state, since);
  }

  #change(name: string, state: ProcessState, at: number): void {
    if (this.#seen.get(name) === state) return;
    this.#seen.set(name, state);
    this.#tell({ name, state, elapsedMs: Math.max(0, at - this.#startedAt) });
  }
}
