/**
 * What a change would reach: which directors, and which virtual services on each. Pure: it
 * compiles the change and compares, so it says what will really happen.
 */
import { isDeepStrictEqual } from 'node:util';
import type { PlanReply } from '../../schemas/api.ts';
import { foldSpec, type ResourceChange } from '../../schemas/spec.ts';
import { type CompiledCluster, recompile } from '../compile/compile.ts';
import type { Compiled } from '../compile/compiled-view.ts';

export function blastRadius(
  { spec, fleet: before }: Compiled,
  changes: readonly ResourceChange[],
): PlanReply['nodes'] {
  const next = foldSpec(spec, spec.revision + 1, changes);
  const after = recompile(before, next, changes, spec);
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].sort().flatMap((cluster) => {
    const from = before.get(cluster);
    const to = after.get(cluster);
    return from === to ? [] : clusterRadius(cluster, from, to);
  });
}

function clusterRadius(
  cluster: string,
  from: CompiledCluster | undefined,
  to: CompiledCluster | undefined,
): PlanReply['nodes'] {
  const services = changedNames(from?.services, to?.services);
  const nodes = new Set([...(from?.nodes.keys() ?? []), ...(to?.nodes.keys() ?? [])]);
  const touched = services.length > 0 ? nodes : new Set(changedNames(from?.nodes, to?.nodes));
  return [...touched].sort().map((node) => ({ node, cluster, services }));
}

function changedNames<T>(
  from: ReadonlyMap<string, T> | undefined,
  to: ReadonlyMap<string, T> | undefined,
): string[] {
  const names = new Set([...(from?.keys() ?? []), ...(to?.keys() ?? [])]);
  const same = (name: string) => {
    const [a, b] = [from?.get(name), to?.get(name)];
    return a === b || isDeepStrictEqual(a, b);
  };
  return [...names].filter((name) => !same(name)).sort();
}
