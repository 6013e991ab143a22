/**
 * The terms of a rollout: the RolloutPolicy that people declare, in the words of the procedure, as
 * it is at this moment. Pure.
 */
import type { Origin } from '../../schemas/events.ts';
import type { Generation } from '../../schemas/plan/node-ref.ts';
import type { ResourceOf } from '../../schemas/resources/resource.ts';
import {
  type RolloutInput,
  type RolloutPolicy,
  rolloutPolicySchema,
} from '../../schemas/rollout.ts';
import type { Spec } from '../../schemas/spec.ts';
import { indexOf } from '../compile/spec-index.ts';

export type PolicySpec = ResourceOf<'RolloutPolicy'>['spec'];

export interface NamedPolicy {
  readonly name: string;
  readonly spec: PolicySpec;
}

/** The policy that the cluster names; undefined: its directors change all at once. */
export function policyOf(spec: Spec, cluster: string): NamedPolicy | undefined {
  const found = spec.resources.get(`Cluster/${cluster}`)?.resource;
  const name = found?.kind === 'Cluster' ? found.spec.rolloutPolicy : undefined;
  const policy = spec.resources.get(`RolloutPolicy/${name}`)?.resource;
  return name === undefined || policy?.kind !== 'RolloutPolicy'
    ? undefined
    : { name, spec: policy.spec };
}

/** What is not declared is as the procedure has it by itself. */
export function rolloutTerms(
  { waves, maxUnavailable, failureDomainKey, gates, soak, onFailedGate }: PolicySpec,
  nodes: readonly ResourceOf<'Node'>[],
): RolloutPolicy {
  const domains = nodes.flatMap(({ metadata: { name, labels }, spec }) => {
    const domain = failureDomainKey === undefined ? spec.failureDomain : labels?.[failureDomainKey];
    return domain === undefined ? [] : [[name, domain] as const];
  });
  return rolloutPolicySchema.parse({
    waves,
    maxUnavailable,
    onFailedGate,
    failureDomains: Object.fromEntries(domains),
    gate: {
      convergenceDeadlineMs: inMs(gates?.convergence?.withinS),
      healthDropMaxPercent: gates?.health?.maxDropPercent,
      healthMinPercent: gates?.health?.minPercent,
      minSoakMs: inMs(soak?.minTimeS),
      inconclusiveDeadlineMs: inMs(gates?.inconclusiveS),
    },
  });
}

export function nodesOf(spec: Spec, cluster: string): ResourceOf<'Node'>[] {
  return [...indexOf(spec).few].flatMap((key) => {
    const resource = spec.resources.get(key)?.resource;
    return resource?.kind === 'Node' && resource.spec.cluster === cluster ? [resource] : [];
  });
}

function inMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1_000;
}

/** Undefined without a policy or a generation. */
export function rolloutInput(
  spec: Spec,
  { newest, policy }: { newest: Generation | undefined; policy: NamedPolicy | undefined },
  origin: Origin,
  now: boolean,
): RolloutInput | undefined {
  if (newest === undefined || policy === undefined) return undefined;
  const { cluster, generation, root: digest } = newest;
  return {
    target: { cluster, generation, digest },
    now,
    origin,
    policy: rolloutTerms(policy.spec, nodesOf(spec, cluster)),
  };
}
