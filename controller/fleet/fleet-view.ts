/**
 * The fleet as it is: for every declared director its ref (wanted) and its last status (seen),
 * with how fresh that is. A fold over statuses in which the newest wins; what is not heard of is
 * said to be so, never assumed well.
 */
import type { NodeView } from '../../schemas/api.ts';
import { STATUS_FRESH_MS } from '../../schemas/limits.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { Spec } from '../../schemas/spec.ts';
import type { NodeStatus } from '../../schemas/status.ts';

export interface FleetView {
  readonly onStatus: (status: NodeStatus) => void;
  readonly onRefs: (refs: ReadonlyMap<string, NodeRef>) => void;
  /** Every declared director, by name. */
  nodes(spec: Spec): NodeView[];
  /** Last status of one director, however old. */
  status(node: string): NodeStatus | undefined;
}

export function createFleetView(nowMs: () => number): FleetView {
  /** Freshness is by our own clock at arrival: a director's clock may be wrong. */
  const statuses = new Map<string, { readonly status: NodeStatus; readonly heardMs: number }>();
  let refs: ReadonlyMap<string, NodeRef> = new Map();

  const view = (node: string, cluster: string): NodeView => {
    const heard = statuses.get(node);
    const ref = refs.get(node);
    return {
      node,
      cluster,
      contact: contactOf(heard?.heardMs, nowMs()),
      adminState: ref?.adminState ?? 'active',
      ...(ref === undefined ? {} : { wanted: ref.plan }),
      ...(heard === undefined ? {} : { status: heard.status }),
    };
  };
  return {
    onStatus: (status) => {
      const known = statuses.get(status.node)?.status;
      if (known !== undefined && isOlder(status, known)) return;
      statuses.set(status.node, { status, heardMs: nowMs() });
    },
    onRefs: (next) => {
      refs = next;
    },
    nodes: (spec) => {
      const declared = [...spec.resources.values()].flatMap(({ resource }) =>
        resource.kind === 'Node' ? [view(resource.metadata.name, resource.spec.cluster)] : [],
      );
      return declared.sort((a, b) => (a.node < b.node ? -1 : 1));
    },
    status: (node) => statuses.get(node)?.status,
  };
}

function contactOf(heardMs: number | undefined, nowMs: number): NodeView['contact'] {
  if (heardMs === undefined) return 'unknown';
  return nowMs - heardMs <= STATUS_FRESH_MS ? 'fresh' : 'silent';
}

/** Within one life of an agent its own clock orders its statuses. */
function isOlder(status: NodeStatus, known: NodeStatus): boolean {
  return status.agentStartedAtMs === known.agentStartedAtMs && status.timeMs < known.timeMs;
}
