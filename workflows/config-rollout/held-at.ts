/** Which directors a rollout leaves where, in words. */
import type { RolloutState } from './state.ts';

export function heldAt(state: RolloutState): string {
  const nodes = Object.entries(state.moved).sort(([a], [b]) => (a < b ? -1 : 1));
  if (nodes.length === 0) return 'nothing had been moved';
  const { generation } = state.wanted.target;
  const where = nodes.map(
    ([node, { at }]) => `${node} on generation ${at === 0 ? generation : at}`,
  );
  return `left as it is: ${where.join(', ')}`;
}
