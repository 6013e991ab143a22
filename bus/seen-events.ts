/**
 * Which events a reader has already given out, by (node, boot id, seq), in bounded memory: a
 * sliding window of sequence numbers for each boot, as IPsec does against replays (RFC 4303
 * section 3.4.3). An agent sends in order, so what lies below the window is a repeat.
 */
import type { NodeEvent } from '../schemas/events.ts';
import { BOOTS_REMEMBERED_MAX, SEQ_WINDOW } from './limits.ts';

const WORD_BITS = 32;

export class SeenEvents {
  readonly #boots = new Map<string, SeqWindow>();
  readonly #bootsMax: number;

  constructor(bootsMax = BOOTS_REMEMBERED_MAX) {
    this.#bootsMax = bootsMax;
  }

  /** True the first time, false for every repeat. The boots heard of longest ago are forgotten. */
  isNew(event: Pick<NodeEvent, 'node' | 'bootId' | 'seq'>): boolean {
    const key = `${event.node}:${event.bootId}`;
    const window = this.#boots.get(key) ?? new SeqWindow(event.seq);
    // A Map keeps the order of insertion: last used goes to its end, the oldest is at its start.
    this.#boots.delete(key);
    this.#boots.set(key, window);
    if (this.#boots.size > this.#bootsMax) {
      const [oldest] = this.#boots.keys();
      if (oldest !== undefined) this.#boots.delete(oldest);
    }
    return window.add(event.seq);
  }
}

class SeqWindow {
  readonly #bits = new Uint32Array(SEQ_WINDOW / WORD_BITS);
  #highest: number;

  constructor(first: number) {
    this.#highest = first;
  }

  /** True when it was not there yet. */
  add(seq: number): boolean {
    if (seq <= this.#highest - SEQ_WINDOW) return false;
    if (seq - this.#highest >= SEQ_WINDOW) this.#bits.fill(0);
    else for (let next = this.#highest + 1; next <= seq; next++) this.#clear(next);
    this.#highest = Math.max(this.#highest, seq);
    const isThere = (this.#word(seq) & maskOf(seq)) !== 0;
    this.#bits[wordOf(seq)] = this.#word(seq) | maskOf(seq);
    return !isThere;
  }

  #clear(seq: number): void {
    this.#bits[wordOf(seq)] = this.#word(seq) & ~maskOf(seq);
  }

  #word(seq: number): number {
    return this.#bits[wordOf(seq)] ?? 0;
  }
}

const wordOf = (seq: number) => Math.floor((seq % SEQ_WINDOW) / WORD_BITS);
const maskOf = (seq: number) => 1 << (seq % WORD_BITS);
