/** Which directors a rollout leaves where, in words. */
import { movedNodes, type RolloutState } from './state.ts';

export function heldAt(state: RolloutState): string {
  const moved = movedNodes(state);
  const { generation } = state.wanted.target;
  if (moved.length === 0) return 'nothing had been moved';
  return `${moved.join(', ')} ${moved.length === 1 ? 'stays' : 'stay'} on generation ${generation}`;
}
