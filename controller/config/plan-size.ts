/**
 * A director's own part of a plan holds every address that VRRP carries, and travels as one object.
 * What would make it too large is refused before it is stored: afterwards the cluster could not be
 * published any more. Pure.
 */
import { nodeObjectCodec } from '../../schemas/codec/plan-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import { OBJECT_BYTES_MAX } from '../../schemas/limits.ts';
import type { NodeObject } from '../../schemas/plan/node-plan.ts';
import type { CompiledCluster, CompiledFleet } from '../compile/compile.ts';

/**
 * What is too large already may become smaller step by step.
 * @throws FleetError E_TOO_LARGE naming a director and what its plan would take
 */
export function requirePlansFit(before: CompiledFleet, after: CompiledFleet): void {
  for (const [name, cluster] of after) {
    const old = before.get(name);
    if (old?.nodes === cluster.nodes) continue;
    const largest = largestNode(cluster);
    if (largest === undefined) continue;
    const bytes = bytesOf(largest);
    if (bytes <= OBJECT_BYTES_MAX) continue;
    const was = old?.nodes.get(largest.node);
    if (was !== undefined && bytesOf(was) >= bytes) continue;
    const message = `the plan of director ${largest.node} would take ${bytes} bytes; at most ${OBJECT_BYTES_MAX}`;
    throw new FleetError('E_TOO_LARGE', message, {
      hint: 'it holds every VIP, local and SNAT address of the cluster: spread them over clusters',
    });
  }
}

/** Of one cluster all carry the same addresses; what differs are their pools. */
function largestNode({ nodes }: CompiledCluster): NodeObject | undefined {
  const lips = ({ pools }: NodeObject) => Object.values(pools).flat().length;
  let largest: NodeObject | undefined;
  for (const node of nodes.values()) {
    if (largest === undefined || lips(node) > lips(largest)) largest = node;
  }
  return largest;
}

const bytesOf = (node: NodeObject): number => nodeObjectCodec.encode(node).length;
