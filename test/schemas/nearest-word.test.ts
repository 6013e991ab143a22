/** How far apart two words are: the short cut for words that are too far apart says the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestWord } from '../../schemas/validation/nearest-word.ts';

const word = fc.stringMatching(/^[abc_]{0,9}$/);

describe('the distance of two words', () => {
  it('is told exactly up to the bound, and never below it for words farther apart', () => {
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, enough) => {
        const exact = editDistance(a, b);
        const bounded = editDistance(a, b, enough);
        expect(Math.min(bounded, enough)).toBe(Math.min(exact, enough));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of the nearest word is the smallest there is', () => {
    fc.assert(
      fc.property(word, fc.array(word), (given, known) => {
        const allowed = Math.max(2, Math.floor(given.length / 3));
        const near = known
          .map((candidate) => ({ candidate, distance: editDistance(given, candidate) }))
          .filter(({ candidate, distance }) => distance <= allowed && distance < candidate.length);
        const best = Math.min(...near.map(({ distance }) => distance));
        const first = near.find(({ distance }) => distance === best)?.candidate;
        expect(nearestWord(given, known)).toBe(first);
      }),
      { numRuns: 2_000 },
    );
  });

  it('counts a swap of neighbours once', () => {
    expect(editDistance('prioirty', 'priority')).toBe(1);
    expect(nearestWord('prioirty', ['state', 'priority'])).toBe('priority');
  });
});
