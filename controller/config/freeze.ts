/**
 * Freezes: nothing is begun in the scope of one while it is in force. It is a resource like any
 * other, so it has an author and a history, and holds with Temporal and NATS away. What reaches
 * into a scope is asked by its footprint: the clusters and directors that it would change.
 */
import type { FreezeView, PlanReply } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { Origin } from '../../schemas/events.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import type { ResourceChange, Spec } from '../../schemas/spec.ts';
import { indexOf } from '../compile/spec-index.ts';
import { clusterOf } from './cluster-of.ts';
import { notedReason } from './noted-reason.ts';

export interface Footprint {
  readonly clusters: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
}

/** Freezes in force that the footprint reaches into. Pure. */
export function freezesInTheWay(spec: Spec, nowMs: number, footprint: Footprint): FreezeView[] {
  return activeFreezes(spec, nowMs).flatMap(({ metadata: { name }, spec: freeze }) => {
    const { scope, cluster, node, who, reason, until } = freeze;
    const target = scope === 'cluster' ? cluster : node;
    const isHit =
      scope === 'fleet' ||
      (target !== undefined && footprint[scope === 'cluster' ? 'clusters' : 'nodes'].has(target));
    if (!isHit) return [];
    const at = target === undefined || scope === 'fleet' ? {} : { target };
    return [{ name, scope, ...at, who, reason, ...(until === undefined ? {} : { until }) }];
  });
}

/** Those that have not ended by themselves. */
function activeFreezes(spec: Spec, nowMs: number): ResourceOf<'Freeze'>[] {
  return [...indexOf(spec).few].flatMap((key) => {
    const resource = spec.resources.get(key)?.resource;
    if (resource?.kind !== 'Freeze') return [];
    const { until } = resource.spec;
    return until === undefined || Date.parse(until) > nowMs ? [resource] : [];
  });
}

/**
 * What a change reaches: where its resources belong, and the directors that compile differently.
 * Undefined when it changes Freezes alone: those are never in their own way.
 */
export function footprintOf(
  spec: Spec,
  changes: readonly ResourceChange[],
  nodes: PlanReply['nodes'],
): Footprint | undefined {
  const real = changes.filter(({ key }) => !key.startsWith('Freeze/'));
  if (real.length === 0) return undefined;
  const clusters = new Set(nodes.map(({ cluster }) => cluster));
  const serviceCluster = (name: string) => {
    const service = spec.resources.get(`VirtualService/${name}`)?.resource;
    return service?.kind === 'VirtualService' ? service.spec.cluster : undefined;
  };
  const names = new Set(nodes.map(({ node }) => node));
  for (const { key, after } of real) {
    if (key.startsWith('Node/')) names.add(key.slice('Node/'.length));
    for (const resource of [spec.resources.get(key)?.resource, after]) {
      const cluster = resource === undefined ? undefined : clusterOf(resource, serviceCluster);
      if (cluster !== undefined) clusters.add(cluster);
    }
  }
  return { clusters, nodes: names };
}

/** @throws E_FROZEN naming who, why and until when */
export function refuseFrozen(freezes: readonly FreezeView[]): void {
  const [first] = freezes;
  if (first === undefined) return;
  throw new FleetError('E_FROZEN', freezes.map(freezeText).join('; '), {
    hint: `wait, ask ${first.who}, or go on with --override-freeze and a --reason`,
    retryable: true,
  });
}

/** Who froze what, until when and why, in one sentence. */
export function freezeText({ name, scope, target, who, reason, until }: FreezeView): string {
  const what = target === undefined ? `the ${scope}` : `${scope} ${target}`;
  const end = until === undefined ? 'until it is unlocked' : `until ${until}`;
  return `${what} is frozen by ${who} ${end}: ${reason} (Freeze/${name})`;
}

/** Who goes on over a freeze says why, and the history says over which. @throws E_USAGE */
export function overridingOrigin(origin: Origin, freezes: readonly FreezeView[]): Origin {
  if (freezes.length === 0) return origin;
  if (origin.reason.trim() === '') {
    throw new FleetError('E_USAGE', 'overriding a freeze needs a reason', {
      hint: 'say why with --reason',
    });
  }
  const note = ` [overrides ${freezes.map(({ name }) => `Freeze/${name}`).join(', ')}]`;
  return { ...origin, reason: notedReason(origin.reason, note), overridesFreezes: true };
}
