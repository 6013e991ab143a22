/**
 * Who is moved in which wave. Pure. The canary is first; then one failure domain after the other,
 * never two in one wave (I6), in waves whose limit never decreases (I16). The domain of the VRRP
 * master follows the canary and its master is moved first in it: only the master proves traffic,
 * and it has to while there are peers left that run the old generation.
 */
import type { RolloutPolicy, RolloutWave } from '../../schemas/rollout.ts';
import { countOf, whyUnavailable } from './budget.ts';
import { type GenerationRef, isMaster, isServing, type RolloutView } from './director-view.ts';
import { ofNode } from './state.ts';

export interface PlannedWave {
  readonly kind: RolloutWave['kind'];
  readonly nodes: readonly string[];
}

export type WavePlan =
  /** None when every director is on the target or beyond. */
  | { readonly kind: 'waves'; readonly waves: readonly PlannedWave[] }
  /** Nobody can be the canary now. */
  | { readonly kind: 'noCanary'; readonly why: string }
  /** The policy does not fit this cluster. */
  | { readonly kind: 'misfit'; readonly why: string };

export interface WaveQuestion {
  readonly views: readonly RolloutView[];
  readonly policy: RolloutPolicy;
  readonly target: GenerationRef;
  readonly now: boolean;
  /** Of this target, the canary's included. */
  readonly wavesPassed: number;
  /** Disturbed by this rollout already: better canaries than others. */
  readonly moved: readonly string[];
}

export function planWaves(question: WaveQuestion): WavePlan {
  const { views, policy, target, wavesPassed } = question;
  const behind = views.filter(({ wanted }) => wanted.generation < target.generation);
  if (behind.length === 0) return { kind: 'waves', waves: [] };
  if (question.now) {
    return { kind: 'waves', waves: [{ kind: 'now', nodes: behind.map(({ node }) => node) }] };
  }
  if (countOf(policy.maxUnavailable, views.length) === 0) {
    const share = `${policy.maxUnavailable.percent ?? 0} %`;
    const why = `maxUnavailable ${share} of ${views.length} directors is none, rounded down`;
    return { kind: 'misfit', why };
  }
  if (wavesPassed > 0) return { kind: 'waves', waves: laterWaves(question, behind, wavesPassed) };
  const canaries = chooseCanaries(question, behind);
  if (canaries.length === 0) {
    const why = behind.map(whyUnavailable).join(', ');
    return { kind: 'noCanary', why: `no director can be the canary: ${why}` };
  }
  const others = behind.filter(({ node }) => !canaries.includes(node));
  const canary: PlannedWave = { kind: 'canary', nodes: canaries };
  return { kind: 'waves', waves: [canary, ...laterWaves(question, others, 1)] };
}

export function domainOf(policy: RolloutPolicy, node: string): string {
  return ofNode(policy.failureDomains, node) ?? '';
}

/** All of one domain; one that has to be mended anyway only when none is well. */
function chooseCanaries(
  { views, policy, moved }: WaveQuestion,
  behind: readonly RolloutView[],
): readonly string[] {
  const hasRole = (view: RolloutView) => isMaster(view) === (policy.canaryRole === 'master');
  const ranked = inOrder(
    behind.filter(({ adminState, seen }) => adminState === 'active' && seen !== undefined),
    [isServing, hasRole, ({ node }) => moved.includes(node)],
  );
  const [first] = ranked;
  if (first === undefined) return [];
  const domain = domainOf(policy, first.node);
  const peers = ranked.filter(
    (view) => domainOf(policy, view.node) === domain && isServing(view) === isServing(first),
  );
  return peers.slice(0, waveLimit(policy, views.length, 0)).map(({ node }) => node);
}

function laterWaves(
  { views, policy }: WaveQuestion,
  behind: readonly RolloutView[],
  wavesPassed: number,
): PlannedWave[] {
  const domains = [...Map.groupBy(behind, ({ node }) => domainOf(policy, node)).values()];
  domains.sort(
    (a, b) => Number(b.some(isMaster)) - Number(a.some(isMaster)) || a.length - b.length,
  );
  const waves: PlannedWave[] = [];
  for (const domain of domains) {
    const left = inOrder(domain, [isMaster, isServing]).map(({ node }) => node);
    while (left.length > 0) {
      const limit = waveLimit(policy, views.length, wavesPassed + waves.length);
      waves.push({ kind: 'wave', nodes: left.splice(0, limit) });
    }
  }
  return waves;
}

/** Of the nth wave, the canary's being 0: at least one, and no less than of the wave before. */
function waveLimit(policy: RolloutPolicy, total: number, index: number): number {
  return Math.max(1, ...policy.waves.slice(0, index + 1).map((size) => countOf(size, total)));
}

/** Those with the first property first, among equals those with the second, then by name. */
function inOrder(
  views: readonly RolloutView[],
  properties: readonly ((view: RolloutView) => boolean)[],
): RolloutView[] {
  const rank = (view: RolloutView) =>
    properties.reduce((sum, has) => sum * 2 + (has(view) ? 0 : 1), 0);
  return [...views].sort((a, b) => rank(a) - rank(b) || (a.node < b.node ? -1 : 1));
}
