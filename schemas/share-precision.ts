/**
 * How well shares of new connections can follow weights when a driver deals them out in a fixed
 * number of equal parts. Exact or off by less than one part, but for one thing: a server of however
 * small a weight takes a whole part, and many such servers together take from the heavy ones.
 */

/** More than this of all connections going elsewhere than the weights say is refused. */
const SHARE_OFF_MAX = 0.01;

/**
 * Whether these weights, and whatever is left of them when servers go down or are drained, give
 * every server its share within one hundredth of all connections. Judged by the heaviest server
 * against those too light for a part of their own, as if no other were up. So what was taken once
 * is never refused when a server goes or comes back, which must not wait.
 */
export function areSharesTrue(weights: readonly number[], parts: number): boolean {
  const heaviest = Math.max(0, ...weights);
  const partsAstray = weights
    .filter((weight) => weight > 0)
    .reduce((sum, weight) => sum + Math.max(0, 1 - (weight * parts) / heaviest), 0);
  // Beside these, rounding moves less than one part.
  return partsAstray + 1 <= parts * SHARE_OFF_MAX;
}
