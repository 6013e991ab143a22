/**
 * The order in which a service's connections go to its real servers: a repeating list of slots in
 * which each server stands as often as its weight says, spread evenly (the smooth weighted round
 * robin of nginx), so that 1:2 is B A B and never two bursts. A pure function of the weights.
 */
import { SLOTS_MAX } from './marks.ts';

/**
 * Positions in `weights`, one per slot. Weights are divided by their greatest common divisor; when
 * they still need more than SLOTS_MAX slots they are scaled down to that many: every share is then
 * a whole number of slots, off by less than one. The exception are weights worth less than one slot:
 * a positive weight never ends without a slot, and what many such take together the heaviest lack.
 * How much may be astray in this way is judged at admission (areSharesTrue). Weight 0: no slot.
 */
export function scheduleSlots(weights: readonly number[]): number[] {
  const counts = slotCounts(weights);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const current = counts.map(() => 0);
  const slots: number[] = [];
  for (let slot = 0; slot < total; slot += 1) {
    let best = -1;
    for (let i = 0; i < counts.length; i += 1) {
      const count = counts[i] ?? 0;
      if (count === 0) continue;
      current[i] = (current[i] ?? 0) + count;
      if (best < 0 || (current[i] ?? 0) > (current[best] ?? 0)) best = i;
    }
    current[best] = (current[best] ?? 0) - total;
    slots.push(best);
  }
  return slots;
}

/** How many slots each weight gets. */
export function slotCounts(weights: readonly number[]): number[] {
  const divisor = weights.reduce(greatestCommonDivisor, 0);
  if (divisor === 0) return weights.map(() => 0);
  const reduced = weights.map((weight) => weight / divisor);
  const total = reduced.reduce((sum, weight) => sum + weight, 0);
  return total <= SLOTS_MAX ? reduced : scaledDown(reduced, total);
}

/** Largest remainders: whole shares first, the slots left over to the largest fractions. */
function scaledDown(weights: readonly number[], total: number): number[] {
  const shares = weights.map((weight) => (weight * SLOTS_MAX) / total);
  const counts = shares.map((share) => (share > 0 ? Math.max(1, Math.floor(share)) : 0));
  const byFraction = shares
    .map((share, i) => ({ i, missing: share - (counts[i] ?? 0) }))
    .sort((a, b) => b.missing - a.missing || a.i - b.i);
  let left = SLOTS_MAX - counts.reduce((sum, count) => sum + count, 0);
  for (const { i, missing } of byFraction) {
    if (left <= 0 || missing <= 0) break;
    counts[i] = (counts[i] ?? 0) + 1;
    left -= 1;
  }
  // Slots given to shares below one are taken back from the largest, which feel it least.
  for (; left < 0; left += 1) {
    const largest = counts.indexOf(Math.max(...counts));
    counts[largest] = (counts[largest] ?? 0) - 1;
  }
  return counts;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
