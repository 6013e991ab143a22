/**
 * What one look says about the wave under way: how far each director is, what is wrong, and what
 * cannot be judged. Pure. What is not known is said as such and never taken for good (I13).
 */
import type { RolloutNode } from '../../schemas/rollout.ts';
import { type RolloutView, runs } from './director-view.ts';
import type { Fault } from './fault.ts';
import { judgeHealth } from './health-gate.ts';
import { domainOf } from './plan-waves.ts';
import { ofNode, type RolloutState, type WaveState } from './state.ts';
import { judgeVrrp } from './vrrp-gate.ts';

export interface Look {
  /** Of the wave, with how far each is. */
  readonly nodes: readonly RolloutNode[];
  readonly faults: readonly Fault[];
  /** What cannot be judged; '' when all can. */
  readonly unknown: string;
}

/** Two looks at the quick pace and one at the slow: an agent repeats a failed round at once. */
const FAILING_CONFIRM_MS = 2_000;

export function judgeLook(
  state: RolloutState,
  wave: WaveState,
  views: readonly RolloutView[],
): Look {
  const { target } = state.wanted;
  const nodes = views
    .filter(({ node }) => wave.nodes.includes(node))
    .map((view) => progressOf(state, wave, view));
  const failing = views
    .filter(
      ({ node, wanted }) =>
        Object.hasOwn(state.moved, node) && wanted.generation === target.generation,
    )
    .filter(({ node, seen }) => seen?.convergence === 'failing' && !wasFailing(wave, node))
    .map(failingFault);
  const health = judgeHealth(wave, views, target, state.wanted.policy.gate);
  const vrrp = judgeVrrp(views);
  const silent = nodes.filter((node) => node.state === 'silent').map(({ node }) => node);
  const unknown = [
    ...(silent.length === 0 ? [] : [`${silent.join(', ')} answered before and does not now`]),
    ...health.unknown,
    ...vrrp.unknown,
  ];
  const faults = [...failing, ...health.faults, ...vrrp.faults];
  return { nodes, faults, unknown: unknown.join('; ') };
}

function progressOf(state: RolloutState, wave: WaveState, view: RolloutView): RolloutNode {
  const { node, seen } = view;
  const { target } = state.wanted;
  const domain = domainOf(state.wanted.policy, node);
  const is = (nodeState: RolloutNode['state'], why = ''): RolloutNode => ({
    node,
    domain,
    state: nodeState,
    why,
  });
  if (view.wanted.generation < target.generation) return is('pending');
  if (seen === undefined) {
    const isOffline = ofNode(state.moved, node)?.wasOffline ?? false;
    return is(isOffline ? 'offline' : 'silent', 'does not answer');
  }
  if (runs(view, target)) return is('converged');
  if (seen.convergence === 'failing') return is('failing', seen.problem);
  return is('moving', wasFailing(wave, node) ? 'was failing before' : '');
}

/** One that failed before its wave may be mended by it, and has until the deadline. */
function wasFailing(wave: WaveState, node: string): boolean {
  return wave.nodes.includes(node) && (ofNode(wave.baselines, node)?.wasFailing ?? false);
}

function failingFault({ node, seen }: RolloutView): Fault {
  const problem = seen?.problem ?? '';
  const why = `${node} is failing${problem === '' ? '' : ` (${problem})`}`;
  return { key: `failing/${node}`, why, confirmMs: FAILING_CONFIRM_MS };
}
