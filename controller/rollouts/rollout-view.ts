/**
 * What is to be told of the rollouts of a cluster: how the last one stands, who is behind, and what
 * holds the newest generation back. Says what it knows while Temporal is away.
 */
import type { RolloutView } from '../../schemas/api.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { Spec } from '../../schemas/spec.ts';
import { decideRollout, directorsBehind, type RolloutFacts } from './decide.ts';
import { type FactSources, withoutRollout, withRollout } from './read-facts.ts';
import { policyOf } from './rollout-terms.ts';

/** Every cluster with a policy, by name. @throws E_STORE_AWAY */
export async function rolloutViews(sources: FactSources, spec: Spec): Promise<RolloutView[]> {
  const refs = await sources.store.readRefs();
  const clusters = [...spec.resources.values()]
    .flatMap(({ resource }) => (resource.kind === 'Cluster' ? [resource.metadata.name] : []))
    .filter((cluster) => policyOf(spec, cluster) !== undefined)
    .sort();
  return Promise.all(clusters.map((cluster) => rolloutView(sources, spec, cluster, refs)));
}

export async function rolloutView(
  sources: FactSources,
  spec: Spec,
  cluster: string,
  refs: readonly NodeRef[],
): Promise<RolloutView> {
  const { rollouts, store } = sources;
  const newest = await store.newestGeneration(cluster);
  const question = { cluster, spec, newest, refs, isFresh: false };
  const last = await rollouts.read(cluster).catch(asFault);
  if (last instanceof FleetError) {
    return unreadableView(withoutRollout(question, sources.nowMs()), last);
  }
  const facts = await withRollout(sources, question, last);
  const decision = decideRollout(facts);
  return {
    ...viewOf(facts),
    ...(decision.do === 'wait' ? { waiting: decision.waiting } : {}),
    ...(last === undefined ? {} : { rollout: last.status }),
  };
}

function asFault(error: unknown): FleetError {
  if (error instanceof FleetError) return error;
  throw error;
}

function viewOf(facts: RolloutFacts): RolloutView {
  const { cluster, newest, policy } = facts;
  const behind = directorsBehind(facts).sort();
  const plan = newest && { cluster, generation: newest.generation, digest: newest.root };
  return {
    ...{ cluster, behind },
    ...(policy === undefined ? {} : { policy: policy.name }),
    ...(plan === undefined ? {} : { newest: plan }),
    ...(newest === undefined ? {} : { newestRevision: newest.revision }),
  };
}

function unreadableView(facts: RolloutFacts, { code, message, hint }: FleetError): RolloutView {
  const view = viewOf(facts);
  const why = `${message}; what is to go out goes out by itself when it does again`;
  return {
    ...view,
    unreadable: { code, message, hint },
    ...(view.behind.length === 0 ? {} : { waiting: { for: 'temporal', why } }),
  };
}
