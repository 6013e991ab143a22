/** What is due when, earliest first: a binary heap, O(log n) for each change. */
export interface Due<T> {
  readonly atMs: number;
  readonly item: T;
}

export class DueQueue<T> {
  readonly #heap: Due<T>[] = [];

  get size(): number {
    return this.#heap.length;
  }

  add(atMs: number, item: T): void {
    const heap = this.#heap;
    const entry = { atMs, item };
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = heap[parentAt] as Due<T>;
      if (parent.atMs <= atMs) break;
      heap[at] = parent;
      at = parentAt;
    }
    heap[at] = entry;
  }

  earliest(): Due<T> | undefined {
    return this.#heap[0];
  }

  /** Takes the earliest out. */
  take(): Due<T> | undefined {
    const heap = this.#heap;
    const earliest = heap[0];
    const moved = heap.pop();
    if (moved !== undefined && heap.length > 0) this.#sink(moved);
    return earliest;
  }

  /** Puts the entry where it belongs, beginning at the top. */
  #sink(moved: Due<T>): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let childAt = 2 * at + 1;
      if (childAt >= heap.length) break;
      const right = heap[childAt + 1];
      if (right !== undefined && right.atMs < (heap[childAt] as Due<T>).atMs) childAt += 1;
      const child = heap[childAt] as Due<T>;
      if (child.atMs >= moved.atMs) break;
      heap[at] = child;
      at = childAt;
    }
    heap[at] = moved;
  }
}
