/**
 * Back to where every moved director was: only those that this rollout moved (I25), what is broken
 * first, the others as the budget lets them, without waves. What does not get better in time is no
 * reason to leave the rest on a generation that failed, so after the deadline it goes on.
 */
import type { Failure } from '../procedure/command.ts';
import { countOf, pickBatch } from './budget.ts';
import type { RolloutResult } from './command.ts';
import { type RolloutView, runs } from './director-view.ts';
import {
  blocked,
  movedNodes,
  note,
  ofNode,
  type RevertState,
  type RolloutDecision,
  type RolloutState,
  withoutNodes,
  withStatus,
} from './state.ts';
import { askToMove, enterEnding, look, sleepUntil } from './transitions.ts';

/** `asked`: directors of the move that was just answered, if it was one. */
export function onReverting(
  state: RolloutState,
  result: RolloutResult,
  asked: readonly string[] | undefined,
  nowMs: number,
): RolloutDecision {
  switch (result.kind) {
    case 'surveyed':
      return onRevertLook(state, result.views, nowMs);
    case 'failed':
      if (asked !== undefined) return onMoveFailed(state, asked, result.failure, nowMs);
      return onBlind(state, nowMs, `${result.failure.code}: ${result.failure.message}`);
    case 'moved':
      return look(withBack(state, asked ?? [], nowMs));
    default:
      return look(state);
  }
}

function onRevertLook(
  state: RolloutState,
  views: readonly RolloutView[],
  nowMs: number,
): RolloutDecision {
  const settled = withoutForeign(state, views, nowMs);
  const left = movedNodes(settled);
  if (left.length === 0) return awaitBack(settled, views, nowMs);
  const { maxUnavailable } = settled.wanted.policy;
  const batch = pickBatch(left, views, maxUnavailable);
  if (batch.nodes.length > 0) return moveBack(settled, batch.nodes, nowMs);
  const endsAtMs = deadlineMs(settled);
  if (nowMs < endsAtMs) return sleepUntil(blocked(settled, nowMs, batch.why), nowMs, endsAtMs);
  const most = Math.max(1, countOf(maxUnavailable, views.length));
  return moveBack(settled, left.slice(0, most), nowMs);
}

/** The directors cannot be asked: waits for it, then puts back one after the other unseen. */
function onBlind(state: RolloutState, nowMs: number, why: string): RolloutDecision {
  const endsAtMs = deadlineMs(state);
  if (nowMs < endsAtMs) return sleepUntil(blocked(state, nowMs, why), nowMs, endsAtMs);
  const [first] = movedNodes(state);
  if (first === undefined) return finishReverted(state, [], nowMs);
  return moveBack(state, [first], nowMs);
}

function moveBack(state: RolloutState, nodes: readonly string[], nowMs: number): RolloutDecision {
  const from = ofNode(state.moved, nodes[0] ?? '')?.from;
  if (from === undefined) throw new Error('nothing to put back');
  // Not every director need have been on the same generation.
  const group = nodes.filter((node) => ofNode(state.moved, node)?.from.digest === from.digest);
  const batch = revertOf(state).isSingle ? group.slice(0, 1) : group;
  const text = `puts ${batch.join(', ')} back to generation ${from.generation}`;
  const noted = withStatus(note(state, nowMs, text), { blockedBy: '' });
  const reason = `rollout of generation ${state.wanted.target.generation} reverted`;
  return askToMove(noted, batch, from, { reason, revert: true });
}

/** After this failure the move was tried for an hour, or refused for good. */
function onMoveFailed(
  state: RolloutState,
  asked: readonly string[],
  failure: Failure,
  nowMs: number,
): RolloutDecision {
  const why = `${failure.code}: ${failure.message}`;
  const revert = revertOf(state);
  if (failure.kind === 'transient') {
    const reason =
      `${revert.reason}; and ${movedNodes(state).join(', ')} could not be put back (${why}); ` +
      'start a rollout of a good generation when the store is back';
    return enterEnding(state, nowMs, { phase: 'failed', reason });
  }
  // One at a time, so that one bad ref does not keep the others.
  if (!revert.isSingle) return look({ ...state, revert: { ...revert, isSingle: true } });
  const [node = ''] = asked;
  const givenUp = { ...revert.givenUp, [node]: why };
  const without = { ...state, moved: withoutNodes(state.moved, asked) };
  return look(
    note({ ...without, revert: { ...revert, givenUp } }, nowMs, `gave up ${node}: ${why}`),
  );
}

function awaitBack(
  state: RolloutState,
  views: readonly RolloutView[],
  nowMs: number,
): RolloutDecision {
  const back = views.filter(({ node }) => revertOf(state).back.includes(node));
  const behind = back.filter((view) => !runs(view, view.wanted));
  const late = behind.filter(({ seen }) => seen !== undefined).map(({ node }) => node);
  const endsAtMs = deadlineMs(state);
  if (late.length > 0 && nowMs < endsAtMs) {
    const waits = blocked(state, nowMs, `${late.join(', ')} to converge after going back`);
    return sleepUntil(waits, nowMs, endsAtMs);
  }
  return finishReverted(
    state,
    behind.map(({ node }) => node),
    nowMs,
  );
}

function finishReverted(
  state: RolloutState,
  stragglers: readonly string[],
  nowMs: number,
): RolloutDecision {
  const { reason, back, givenUp } = revertOf(state);
  const told = withStatus(state, { stragglers: [...stragglers] });
  const lost = Object.entries(givenUp).map(([node, why]) => `${node} (${why})`);
  if (lost.length > 0) {
    const all = `${reason}; and could not be put back: ${lost.join(', ')}; look at their refs`;
    return enterEnding(told, nowMs, { phase: 'failed', reason: all });
  }
  const { generation } = state.wanted.target;
  const who = back.length === 0 ? 'no ref had moved' : `put back ${[...back].sort().join(', ')}`;
  const held = `the spec stays, and no ref moves to generation ${generation} by itself`;
  return enterEnding(told, nowMs, { phase: 'reverted', reason: `${reason}; ${who}; ${held}` });
}

/** Without directors that are gone, are back already, or that somebody else has moved. */
function withoutForeign(
  state: RolloutState,
  views: readonly RolloutView[],
  nowMs: number,
): RolloutState {
  let next = state;
  for (const node of movedNodes(state)) {
    const view = views.find((candidate) => candidate.node === node);
    const moved = ofNode(state.moved, node);
    if (view !== undefined && view.wanted.digest === moved?.from.digest) {
      next =
        moved.at === 0
          ? { ...next, moved: withoutNodes(next.moved, [node]) }
          : withBack(next, [node], revertOf(next).lastMoveMs);
    } else if (view === undefined || isForeign(state, view)) {
      const what = view === undefined ? 'is no director any more' : 'was moved by somebody else';
      next = note(next, nowMs, `leaves ${node}: it ${what}`);
      next = { ...next, moved: withoutNodes(next.moved, [node]) };
    }
  }
  return next;
}

/** Its ref is not where this rollout has moved it; where that is not known, beyond its target. */
function isForeign(state: RolloutState, { node, wanted }: RolloutView): boolean {
  const at = ofNode(state.moved, node)?.at ?? 0;
  if (at > 0) return wanted.generation !== at;
  return wanted.generation > state.wanted.target.generation;
}

function withBack(state: RolloutState, nodes: readonly string[], lastMoveMs: number): RolloutState {
  const revert = revertOf(state);
  const waves = state.status.waves.map((wave) => ({
    ...wave,
    nodes: wave.nodes.map((entry) =>
      nodes.includes(entry.node) ? { ...entry, state: 'reverted' as const, why: '' } : entry,
    ),
  }));
  return {
    ...withStatus(state, { waves }),
    moved: withoutNodes(state.moved, nodes),
    revert: { ...revert, lastMoveMs, back: [...revert.back, ...nodes] },
  };
}

function deadlineMs(state: RolloutState): number {
  return revertOf(state).lastMoveMs + state.wanted.policy.gate.convergenceDeadlineMs;
}

function revertOf({ revert }: RolloutState): RevertState {
  if (revert === undefined) throw new Error('no revert is under way');
  return revert;
}
