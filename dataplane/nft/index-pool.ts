/**
 * Free numbers of one kind of place. A key gets the number that it hashes to, or the next free one,
 * so directors of one cluster nearly always choose alike without speaking to each other.
 */
import { FleetError } from '../../schemas/errors.ts';

export class IndexPool {
  readonly #used: Set<number>;
  readonly #max: number;
  readonly #what: string;

  /** Indexes go from 0 to `max`; `what` they are for stands in the refusal. */
  constructor(used: Iterable<number>, max: number, what: string) {
    this.#used = new Set(used);
    this.#max = max;
    this.#what = what;
  }

  /** @throws FleetError E_DATAPLANE_APPLY when all are in use */
  take(key: string): number {
    const places = this.#max + 1;
    const start = hashOf(key) % places;
    for (let step = 0; step < places; step += 1) {
      const index = (start + step) % places;
      if (this.#used.has(index)) continue;
      this.#used.add(index);
      return index;
    }
    const what = `no room for more ${this.#what}: ${places} at most`;
    throw new FleetError('E_DATAPLANE_APPLY', what);
  }
}

/** FNV-1a, 32 bits: the same on every director, today and after an upgrade. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash;
}
