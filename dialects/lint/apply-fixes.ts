/**
 * Makes the edits of fixes in a text. Invariants: a fix is made whole or not at all; of two that
 * touch the same characters the first given wins and the other is left for the next round; so
 * making the fixes of a text that has none left changes nothing.
 */
import type { Fix, TextEdit } from '../finding.ts';

export interface AppliedFixes {
  readonly text: string;
  readonly applied: number;
  /** Fixes that overlap one that was made, or lie outside the text. */
  readonly left: readonly Fix[];
}

/** The fixes of other files than `file` are passed by. */
export function applyFixes(text: string, fixes: readonly Fix[], file: string): AppliedFixes {
  const chosen: TextEdit[] = [];
  const left: Fix[] = [];
  const taken = new IntervalSet();
  let applied = 0;
  for (const fix of fixes) {
    const edits = fix.edits.filter((edit) => edit.file === file);
    if (edits.length === 0) continue;
    const fits = edits.every(
      ({ start, end }) =>
        start >= 0 && start <= end && end <= text.length && taken.isFree(start, end),
    );
    if (!fits) {
      left.push(fix);
      continue;
    }
    for (const edit of edits) taken.add(edit.start, edit.end);
    chosen.push(...edits);
    applied += 1;
  }
  chosen.sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of chosen) {
    parts.push(text.slice(at, start), put);
    at = end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), applied, left };
}

/** Disjoint intervals in order, so that each look-up takes logarithmic time. */
class IntervalSet {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Two insertions at one place count as overlapping: which comes first would be chance. */
  isFree(start: number, end: number): boolean {
    const at = this.#position(start);
    const before = this.#ends[at - 1];
    const beforeStart = this.#starts[at - 1];
    const next = this.#starts[at];
    if (before !== undefined && (before > start || beforeStart === start)) return false;
    return next === undefined || (next >= end && next !== start);
  }

  add(start: number, end: number): void {
    const at = this.#position(start);
    this.#starts.splice(at, 0, start);
    this.#ends.splice(at, 0, end);
  }

  /** Index of the first interval that starts behind the offset. */
  #position(start: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
