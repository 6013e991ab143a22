import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLOTS_MAX } from '../../dataplane/nft/marks.ts';
import { scheduleSlots, slotCounts } from '../../dataplane/nft/schedule.ts';
import { areSharesTrue } from '../../schemas/share-precision.ts';

const weights = fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength: 256 });
const smallWeights = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 });

describe('the schedule of a service', () => {
  it.each([
    { weights: [1, 2], slots: [1, 0, 1] },
    { weights: [5, 1, 1], slots: [0, 0, 1, 0, 2, 0, 0] },
    { weights: [10, 20], slots: [1, 0, 1] },
    { weights: [1, 0, 1], slots: [0, 2] },
    { weights: [0, 0], slots: [] },
    { weights: [], slots: [] },
  ])('of weights $weights is $slots', ({ weights: given, slots }) => {
    expect(scheduleSlots(given)).toEqual(slots);
  });

  it('gives each server as many slots as its count says', () => {
    fc.assert(
      fc.property(smallWeights, (given) => {
        const slots = scheduleSlots(given);
        const counted = given.map((_, i) => slots.filter((slot) => slot === i).length);
        expect(counted).toEqual(slotCounts(given));
      }),
    );
  });

  it('is exact while the reduced weights fit, and never longer than the bound', () => {
    fc.assert(
      fc.property(fc.oneof(weights, smallWeights), (given) => {
        const counts = slotCounts(given);
        const slots = counts.reduce((sum, count) => sum + count, 0);
        const total = given.reduce((sum, weight) => sum + weight, 0);
        expect(slots).toBeLessThanOrEqual(SLOTS_MAX);
        given.forEach((weight, i) => {
          expect((counts[i] ?? 0) > 0).toBe(weight > 0);
          if (slots < SLOTS_MAX) expect((counts[i] ?? 0) * total).toBe(weight * slots);
        });
      }),
    );
  });

  it('is off by less than one slot where weights are scaled down and all are large', () => {
    const given = [60_001, 50_002, 65_535];
    const total = given.reduce((sum, weight) => sum + weight, 0);
    slotCounts(given).forEach((count, i) => {
      expect(Math.abs(count - ((given[i] ?? 0) * SLOTS_MAX) / total)).toBeLessThan(1);
    });
  });

  it('is within 1 % of all connections for whatever admission takes, and what is left of it', () => {
    const extreme = fc.array(
      fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 65_535 })),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(extreme, fc.array(fc.boolean(), { maxLength: 40 }), (declared, down) => {
        fc.pre(areSharesTrue(declared, SLOTS_MAX));
        const left = declared.map((weight, i) => (down[i] ? 0 : weight));
        expect(areSharesTrue(left, SLOTS_MAX)).toBe(true);
        const total = left.reduce((sum, weight) => sum + weight, 0);
        const counts = slotCounts(left);
        const slots = counts.reduce((sum, count) => sum + count, 0);
        if (total === 0) return;
        left.forEach((weight, i) => {
          expect(Math.abs((counts[i] ?? 0) / slots - weight / total)).toBeLessThanOrEqual(0.01);
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [[65_535, ...Array(255).fill(1)], false],
    [[65_535, ...Array(9).fill(1)], true],
    [[65_535, ...Array(11).fill(1)], false],
    // Nine hundred and some to one can still be dealt out as it is.
    [[900, ...Array(100).fill(1)], true],
    [Array(256).fill(65_535), true],
    [[0, 0], true],
    [[], true],
  ])('of weights that start %j is what the weights say: %s', (given, isTrue) => {
    expect(areSharesTrue(given, SLOTS_MAX)).toBe(isTrue);
  });

  it('never lets a server wait longer than its share by more than one round of the others', () => {
    fc.assert(
      fc.property(smallWeights, (given) => {
        const slots = scheduleSlots(given);
        given.forEach((_, i) => {
          slots.forEach((_slot, position) => {
            const had = slots.slice(0, position + 1).filter((slot) => slot === i).length;
            const due = ((position + 1) * (slotCounts(given)[i] ?? 0)) / slots.length;
            expect(Math.abs(had - due)).toBeLessThan(given.length);
          });
        });
      }),
    );
  });
});
