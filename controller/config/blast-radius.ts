/**
 * What a change would reach: which directors, and which virtual services on each. Pure: it
 * compiles the change and compares, so it says what will really happen.
 */
import { isDeepStrictEqual } from 'node:util';
import type { PlanReply } from '../../schemas/api.ts';
import { differingKeys } from '../../schemas/patched-map.ts';
import type { ResourceChange } from '../../schemas/spec.ts';
import { type CompiledCluster, type CompiledFleet, recompile } from '../compile/compile.ts';
import type { Compiled } from '../compile/compiled-view.ts';
import { foldIndexed } from '../compile/spec-index.ts';
import { requirePlansFit } from './plan-size.ts';
import { plannedChanges } from './planned-changes.ts';

export function blastRadius(
  compiled: Compiled,
  changes: readonly ResourceChange[],
): PlanReply['nodes'] {
  return reachOf(compiled.fleet, fleetAfter(compiled, changes));
}

/**
 * As blastRadius, with what each director would find to do.
 * @throws FleetError E_TOO_LARGE when a director's plan would not fit one object
 */
export function plannedRadius(
  compiled: Compiled,
  changes: readonly ResourceChange[],
): PlanReply['nodes'] {
  const after = fleetAfter(compiled, changes);
  requirePlansFit(compiled.fleet, after);
  const planned = new Map<string, ReturnType<typeof plannedChanges>>();
  return reachOf(compiled.fleet, after).map((reached) => {
    const { cluster, node } = reached;
    const ofCluster =
      planned.get(cluster) ?? plannedChanges(compiled.fleet.get(cluster), after.get(cluster));
    planned.set(cluster, ofCluster);
    return { ...reached, planned: ofCluster(node) };
  });
}

function fleetAfter({ spec, fleet }: Compiled, changes: readonly ResourceChange[]): CompiledFleet {
  const next = foldIndexed(spec, spec.revision + 1, changes);
  return recompile(fleet, next, changes, spec);
}

function reachOf(before: CompiledFleet, after: CompiledFleet): PlanReply['nodes'] {
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
  // Services and SNAT zones are on every director of the cluster.
  const isShared = services.length > 0 || changedNames(from?.snat, to?.snat).length > 0;
  const touched = isShared ? nodes : new Set(changedNames(from?.nodes, to?.nodes));
  return [...touched].sort().map((node) => ({ node, cluster, services }));
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** A full compile makes everything anew: what is another object may still say the same. */
function changedNames<T>(
  from: ReadonlyMap<string, T> = NOTHING,
  to: ReadonlyMap<string, T> = NOTHING,
): string[] {
  const names = differingKeys(from, to);
  return names.filter((name) => !isDeepStrictEqual(from.get(name), to.get(name))).sort();
}
