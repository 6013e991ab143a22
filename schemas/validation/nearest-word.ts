/** The known word that a mistyped one most likely stands for, by edit distance. */

/** Longer words are no slips of the finger, and comparing them would cost time for nothing. */
const WORD_LENGTH_MAX = 64;

/**
 * The nearest of `known`, or undefined when none is near enough to be meant: at most a third of
 * the letters (at least two) may differ. The first of equally near ones; case does not count.
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  if (word.length > WORD_LENGTH_MAX) return undefined;
  const given = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    // The lengths alone tell of most words that they are farther away: files may hold thousands.
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(given, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance && distance < candidate.length) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. From
 * `enough` on how far apart the words are may be told too low, but not below `enough`.
 */
export function editDistance(a: string, b: string, enough = Number.POSITIVE_INFINITY): number {
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let nearest = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (before[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (twoBack[column - 2] ?? 0) + 1);
      current.push(cost);
      nearest = Math.min(nearest, cost);
    }
    // A row is at most one above the row before: no swap, from two rows back, gets below it.
    if (nearest >= enough) return nearest;
    twoBack = before;
    before = current;
  }
  return before[b.length] ?? 0;
}
