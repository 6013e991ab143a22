/**
 * A counter of a reader's steps that stops it when there are more than a text of that size can
 * need: what would run for minutes, or for ever, fails at once and names no clock.
 */
import type { WorkCounter } from '../../../dialects/text/span.ts';

export class BoundedWork implements WorkCounter {
  readonly #max: number;
  #steps = 0;

  constructor(max: number) {
    this.#max = max;
  }

  get steps(): number {
    return this.#steps;
  }

  set steps(value: number) {
    this.#steps = value;
    if (value > this.#max) throw new Error(`more than ${this.#max} steps`);
  }
}
