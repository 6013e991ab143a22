/**
 * One wave: its refs move as the budget lets them, its directors converge, and it is watched for
 * the soak. Invariant: a wave passes only after a look without a fault in which everything was
 * known, and every director that could be reached ran the target for the whole soak.
 */
import type { RolloutNode, RolloutWave } from '../../schemas/rollout.ts';
import { countOf, pickBatch } from './budget.ts';
import type { RolloutResult } from './command.ts';
import { type RolloutView, runs } from './director-view.ts';
import type { Fault } from './fault.ts';
import { judgeLook, type Look } from './gate.ts';
import {
  addVerdict,
  blocked,
  type MovedNode,
  note,
  ofNode,
  type RolloutDecision,
  type RolloutState,
  unstuck,
  type WaveState,
  withStatus,
  withWavePassed,
} from './state.ts';
import {
  askToMove,
  enterPause,
  enterPlanning,
  enterReverting,
  look as lookAgain,
  sleepUntil,
  waitStuck,
} from './transitions.ts';

export function onWave(state: RolloutState, result: RolloutResult, nowMs: number): RolloutDecision {
  if (result.kind === 'surveyed') return onLook(state, result.views, nowMs);
  if (result.kind !== 'failed') return lookAgain(state);
  const { code, message } = result.failure;
  // A move may have happened or not; the next look tells, and what is pending is asked for again.
  return waitStuck(state, nowMs, `${code}: ${message}`);
}

export function onLook(
  state: RolloutState,
  views: readonly RolloutView[],
  nowMs: number,
): RolloutDecision {
  const { wave } = state;
  if (wave === undefined) throw new Error('a look at a wave, and there is none');
  const meddled = meddledWith(state, views);
  if (meddled !== undefined) return enterPause(state, nowMs, { for: 'person', why: meddled });
  const look = judgeLook(state, wave, views);
  const shown = showWave(state, look.nodes, views);
  if (wave.kind === 'now') return onLookNow(shown, wave, look, views, nowMs);
  const faults = look.faults.map((fault) => ({ ...fault, sinceMs: sinceMs(wave, fault, nowMs) }));
  const watched: RolloutState = { ...shown, wave: { ...wave, faults } };
  const confirmed = faults.filter((fault) => nowMs - fault.sinceMs >= fault.confirmMs);
  if (confirmed.length > 0) {
    return failGate(watched, nowMs, confirmed.map(({ why }) => why).join('; '));
  }
  const { convergenceDeadlineMs } = state.wanted.policy.gate;
  const late = lateNodes(state, look.nodes);
  if (late.length > 0 && nowMs - wave.lastMoveMs >= convergenceDeadlineMs) {
    const who = late.map(({ node, state: how, why }) => `${node} is ${how}${why && ` (${why})`}`);
    const what = `did not run generation ${state.wanted.target.generation} within`;
    return failGate(watched, nowMs, `${what} ${convergenceDeadlineMs} ms: ${who.join(', ')}`);
  }
  return goOn(watched, look, views, late, nowMs);
}

/** Nothing has failed so far: moves more, waits, soaks or passes. */
function goOn(
  state: RolloutState,
  look: Look,
  views: readonly RolloutView[],
  late: readonly RolloutNode[],
  nowMs: number,
): RolloutDecision {
  const wave = requireWave(state);
  const { gate } = state.wanted.policy;
  const unsettled = withoutSettled(state);
  if (look.unknown !== '') return waitStuck(unsettled, nowMs, look.unknown);
  if (look.faults.length > 0) {
    const why = look.faults.map((fault) => fault.why).join('; ');
    const decidedAtMs = look.faults.map((fault) => fault.confirmMs + sinceMs(wave, fault, nowMs));
    const watching = blocked(unstuck(unsettled), nowMs, `watches whether it stays so: ${why}`);
    return sleepUntil(watching, nowMs, Math.min(...decidedAtMs));
  }
  const pending = wave.nodes.filter((name) =>
    look.nodes.some(({ node, state: how }) => node === name && how === 'pending'),
  );
  if (pending.length > 0) return moveMore(unsettled, pending, views, late, nowMs);
  if (late.length > 0) {
    const waits = blocked(unstuck(unsettled), nowMs, `${late.map(nameOf).join(', ')} to converge`);
    return sleepUntil(waits, nowMs, wave.lastMoveMs + gate.convergenceDeadlineMs);
  }
  const isAnySeen = look.nodes.some(({ state: how }) => how === 'converged');
  const settledAtMs = wave.settledAtMs ?? nowMs;
  const soakedAtMs = settledAtMs + (isAnySeen ? gate.minSoakMs : 0);
  if (nowMs >= soakedAtMs) return passWave(state, look, nowMs);
  const soaking: RolloutState = { ...unstuck(state), wave: { ...wave, settledAtMs } };
  const waits = `the soak of ${gate.minSoakMs} ms of ${wave.nodes.join(', ')}`;
  const told = blocked(withStatus(soaking, { phase: 'soaking' }), nowMs, waits);
  return sleepUntil(told, nowMs, soakedAtMs);
}

function moveMore(
  state: RolloutState,
  pending: readonly string[],
  views: readonly RolloutView[],
  late: readonly RolloutNode[],
  nowMs: number,
): RolloutDecision {
  const wave = requireWave(state);
  const batch = pickBatch(pending, views, state.wanted.policy.maxUnavailable);
  if (batch.nodes.length > 0) return moveNow(state, batch.nodes, views, nowMs);
  if (late.length === 0) return waitStuck(state, nowMs, batch.why);
  const waits = blocked(unstuck(state), nowMs, batch.why);
  const { convergenceDeadlineMs } = state.wanted.policy.gate;
  return sleepUntil(waits, nowMs, wave.lastMoveMs + convergenceDeadlineMs);
}

function moveNow(
  state: RolloutState,
  nodes: readonly string[],
  views: readonly RolloutView[],
  nowMs: number,
): RolloutDecision {
  const wave = requireWave(state);
  const { target } = state.wanted;
  const moved: Record<string, MovedNode> = { ...state.moved };
  for (const view of views.filter(({ node }) => nodes.includes(node))) {
    moved[view.node] = {
      from: ofNode(state.moved, view.node)?.from ?? view.wanted,
      at: 0,
      wasOffline: view.seen === undefined,
    };
  }
  // It stays as stuck as it is until the answer says that refs have moved.
  const moving: RolloutState = {
    ...state,
    moved,
  };
  const text = `moves ${nodes.join(', ')} to generation ${target.generation}`;
  const noted = withStatus(note(moving, nowMs, text), { phase: 'moving', blockedBy: '' });
  const reason = `rollout of generation ${target.generation}, ${wave.kind}`;
  return askToMove(noted, nodes, target, { reason, revert: false });
}

/**
 * No gate: moves all, rolling as the budget lets it. What others have made unavailable does not
 * hold it up, and neither does what does not converge in time.
 */
function onLookNow(
  state: RolloutState,
  wave: WaveState,
  look: Look,
  views: readonly RolloutView[],
  nowMs: number,
): RolloutDecision {
  const { gate, maxUnavailable } = state.wanted.policy;
  const pending = look.nodes.filter(({ state: how }) => how === 'pending').map(nameOf);
  const batch = pickBatch(pending, views, maxUnavailable);
  if (batch.nodes.length > 0) return moveNow(state, batch.nodes, views, nowMs);
  const late = lateNodes(state, look.nodes).map(nameOf);
  const endsAtMs = wave.lastMoveMs + gate.convergenceDeadlineMs;
  if (late.length > 0 && nowMs < endsAtMs) {
    const waits = blocked(unstuck(state), nowMs, `${late.join(', ')} to converge`);
    return sleepUntil(waits, nowMs, endsAtMs);
  }
  if (pending.length === 0) return passWave(state, look, nowMs);
  const most = Math.max(1, countOf(maxUnavailable, views.length));
  return moveNow(state, pending.slice(0, most), views, nowMs);
}

function passWave(state: RolloutState, look: Look, nowMs: number): RolloutDecision {
  const wave = requireWave(state);
  const running = look.nodes.filter(({ state: how }) => how === 'converged').map(nameOf);
  const behind = look.nodes.filter(({ state: how }) => how !== 'converged').map(nameOf);
  const runs = running.length === 0 ? [] : [`${running.join(', ')} well`];
  const misses = behind.length === 0 ? [] : [`${behind.join(', ')} to catch up`];
  const why = wave.kind === 'now' ? 'no gate was asked for' : [...runs, ...misses].join('; ');
  return enterPlanning(withWavePassed(addVerdict(state, nowMs, 'pass', why)), nowMs);
}

function failGate(state: RolloutState, nowMs: number, why: string): RolloutDecision {
  const waves = state.status.waves.map((wave) =>
    wave.state === 'running' ? { ...wave, state: 'failed' as const } : wave,
  );
  const failed = addVerdict(withStatus(state, { waves }), nowMs, 'fail', why);
  if (state.wanted.policy.onFailedGate === 'pause') {
    return enterPause(failed, nowMs, { for: 'failedGate', why: `the gate failed: ${why}` });
  }
  return enterReverting(failed, nowMs, `the gate failed: ${why}`);
}

/** Reachable when they were moved, reachable now, and they do not run it yet. */
function lateNodes(state: RolloutState, nodes: readonly RolloutNode[]): RolloutNode[] {
  return nodes.filter(
    ({ node, state: how }) =>
      (how === 'moving' || how === 'failing') && ofNode(state.moved, node)?.wasOffline !== true,
  );
}

/** Somebody moved a ref beside this rollout, which held the lock: not to be fought over. */
function meddledWith(state: RolloutState, views: readonly RolloutView[]): string | undefined {
  const { target } = state.wanted;
  const view = views.find(
    ({ node, wanted }) =>
      ofNode(state.moved, node)?.at === target.generation && wanted.digest !== target.digest,
  );
  if (view === undefined) return undefined;
  const { generation } = view.wanted;
  return `somebody set ${view.node} to generation ${generation} while this rollout was at work`;
}

/** Since when this fault has been seen at every look. */
function sinceMs(wave: WaveState, { key }: Fault, nowMs: number): number {
  return wave.faults.find((fault) => fault.key === key)?.sinceMs ?? nowMs;
}

function showWave(
  state: RolloutState,
  nodes: readonly RolloutNode[],
  views: readonly RolloutView[],
): RolloutState {
  const waves = state.status.waves.map(
    (wave): RolloutWave => (wave.state === 'running' ? { ...wave, nodes: [...nodes] } : wave),
  );
  return withStatus(state, { waves, stragglers: stragglersOf(state, views) });
}

/** Moved, of a wave that is over, and not running the target. */
export function stragglersOf(state: RolloutState, views: readonly RolloutView[]): string[] {
  const { target } = state.wanted;
  return views
    .filter(
      ({ node, wanted }) => Object.hasOwn(state.moved, node) && wanted.digest === target.digest,
    )
    .filter((view) => !runs(view, target) && !(state.wave?.nodes ?? []).includes(view.node))
    .map(({ node }) => node);
}

function withoutSettled(state: RolloutState): RolloutState {
  const { settledAtMs: _, ...wave } = requireWave(state);
  return { ...state, wave };
}

function requireWave({ wave }: RolloutState): WaveState {
  if (wave === undefined) throw new Error('no wave is under way');
  return wave;
}

function nameOf({ node }: RolloutNode): string {
  return node;
}
