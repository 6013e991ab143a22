/**
 * Between two waves, with the lock held: looks at the whole cluster, decides who is next, and
 * begins the wave from that same look, so that nothing has changed since it was judged (I15).
 */
import type { RolloutWave } from '../../schemas/rollout.ts';
import { pickBatch } from './budget.ts';
import type { RolloutResult } from './command.ts';
import type { RolloutView } from './director-view.ts';
import { domainOf, type PlannedWave, planWaves } from './plan-waves.ts';
import {
  type Baseline,
  movedNodes,
  type RolloutDecision,
  type RolloutState,
  unstuck,
  withStatus,
} from './state.ts';
import { enterEnding, enterReverting, look, waitStuck } from './transitions.ts';
import { judgeVrrp } from './vrrp-gate.ts';
import { onLook, stragglersOf } from './wave.ts';

export function onPlanning(
  state: RolloutState,
  result: RolloutResult,
  nowMs: number,
): RolloutDecision {
  if (result.kind === 'failed') {
    return waitStuck(state, nowMs, `${result.failure.code}: ${result.failure.message}`);
  }
  if (result.kind !== 'surveyed') return look(state);
  const { views } = result;
  const { wanted, wavesPassed } = state;
  const seen = withPrevious(state, views);
  const plan = planWaves({ ...wanted, views, wavesPassed, moved: movedNodes(state) });
  if (plan.kind === 'noCanary') return waitStuck(seen, nowMs, plan.why);
  if (plan.kind === 'misfit') return refuse(seen, nowMs, plan.why);
  const [first, ...later] = plan.waves;
  if (first === undefined) return finishDone(seen, views, nowMs);
  if (!wanted.now) {
    const { faults, unknown } = judgeVrrp(views);
    const [trouble] = [...faults.map(({ why }) => why), ...unknown];
    if (trouble !== undefined) return waitStuck(seen, nowMs, `before the next wave: ${trouble}`);
    // Not begun before there is room: who is next may be another one by then.
    const { nodes, why } = pickBatch(first.nodes, views, wanted.policy.maxUnavailable);
    if (nodes.length === 0) return waitStuck(seen, nowMs, why);
  }
  return beginWave(seen, first, later, views, nowMs);
}

function beginWave(
  state: RolloutState,
  first: PlannedWave,
  later: readonly PlannedWave[],
  views: readonly RolloutView[],
  nowMs: number,
): RolloutDecision {
  const over = state.status.waves.filter((wave) => wave.state === 'passed');
  const planned = [first, ...later].map(
    (wave, index): RolloutWave => ({
      kind: wave.kind,
      state: index === 0 ? 'running' : 'pending',
      nodes: wave.nodes.map((node) => ({
        node,
        domain: domainOf(state.wanted.policy, node),
        state: 'pending',
        why: '',
      })),
    }),
  );
  const begun: RolloutState = {
    ...unstuck(state),
    stage: 'wave',
    waitSinceMs: nowMs,
    wave: {
      kind: first.kind,
      nodes: first.nodes,
      baselines: baselinesOf(views),
      lastMoveMs: nowMs,
      faults: [],
    },
  };
  const waves = [...over, ...planned];
  return onLook(withStatus(begun, { phase: 'moving', blockedBy: '', waves }), views, nowMs);
}

function baselinesOf(views: readonly RolloutView[]): Record<string, Baseline> {
  const entries = views.flatMap(({ node, seen }): [string, Baseline][] => {
    if (seen === undefined) return [];
    const { up, down, unknown } = seen;
    return [[node, { up, down, unknown, wasFailing: seen.convergence === 'failing' }]];
  });
  return Object.fromEntries(entries);
}

function refuse(state: RolloutState, nowMs: number, why: string): RolloutDecision {
  if (movedNodes(state).length > 0) return enterReverting(state, nowMs, why);
  return enterEnding(state, nowMs, { phase: 'refused', reason: why });
}

function finishDone(
  state: RolloutState,
  views: readonly RolloutView[],
  nowMs: number,
): RolloutDecision {
  const { generation } = state.wanted.target;
  const stragglers = stragglersOf(state, views);
  const every = `every director of ${state.cluster} is on generation ${generation}`;
  const catches = stragglers.length === 1 ? 'catches' : 'catch';
  const late =
    stragglers.length === 0 ? '' : `; ${stragglers.join(', ')} ${catches} up on returning`;
  const reason = `${every}${late}`;
  return enterEnding(withStatus(state, { stragglers }), nowMs, { phase: 'done', reason });
}

/** What the cluster was on: the newest generation before the target that anybody wants. */
function withPrevious(state: RolloutState, views: readonly RolloutView[]): RolloutState {
  if (state.status.previous !== undefined) return state;
  const { target } = state.wanted;
  const older = views
    .map(({ wanted }) => wanted)
    .filter(({ generation }) => generation < target.generation)
    .sort((a, b) => b.generation - a.generation)[0];
  if (older === undefined) return state;
  return withStatus(state, { previous: { cluster: state.cluster, ...older } });
}
