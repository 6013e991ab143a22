/**
 * What the procedures need, made of the real store and the real bus. Only wiring and the one rule
 * that belongs to the wire: a director counts as silent when it did not answer twice.
 */
import type { ControlBus } from '../bus/contract.ts';
import { FleetError } from '../schemas/errors.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import type { NodeStatus } from '../schemas/status.ts';
import type { Store } from '../store/contract.ts';
import { clusterLockDomain } from '../workflows/contract.ts';
import { type NodeSurvey, PORT_CALL_MAX_MS, type Ports } from '../workflows/ports.ts';
import { createRollouts } from './rollout-refs.ts';

/** Two tries and the reading of the refs fit in one port call. */
const ANSWER_MAX_MS = Math.floor(PORT_CALL_MAX_MS / 2) - 500;
/** Room for the answer beside the window that the agent counts over. */
const PROGRESS_MARGIN_MS = 2_000;

export function createProcedurePorts(store: Store, bus: ControlBus): Ports {
  return {
    locks: {
      acquire: (request) => store.acquire(request),
      release: async ({ domain, owner }) => {
        await store.release(domain, owner);
      },
    },
    nodeRefs: {
      setAdminState: async ({ node, to, expectFrom, token, origin }) => {
        const ref = await requireRef(store, node);
        const isExpected = expectFrom === undefined || expectFrom.includes(ref.adminState);
        if (ref.adminState !== to && !isExpected) {
          throw new FleetError('E_CONFLICT', `${node} is ${ref.adminState}`);
        }
        const lockDomain = clusterLockDomain(ref.plan.cluster);
        return store.setAdminState({ node, to, lockDomain, token, origin });
      },
    },
    fleet: {
      survey: async (cluster) => {
        const refs = (await store.readRefs()).filter(({ plan }) => plan.cluster === cluster);
        return Promise.all(refs.map((ref) => surveyNode(bus, ref)));
      },
      drainProgress: (node, windowMs) =>
        bus.command(node, 'drainProgress', { windowMs }, windowMs + PROGRESS_MARGIN_MS),
    },
    rollouts: createRollouts(store),
  };
}

async function surveyNode(bus: ControlBus, ref: NodeRef): Promise<NodeSurvey> {
  const { node, adminState, plan: wanted } = ref;
  const ask = () => bus.command(node, 'status', {}, ANSWER_MAX_MS);
  const isSilent = (error: unknown) =>
    error instanceof FleetError && error.code === 'E_NODE_SILENT';
  let status: NodeStatus;
  try {
    status = await ask().catch((error: unknown) => {
      if (isSilent(error)) return ask();
      throw error;
    });
  } catch (error) {
    if (isSilent(error)) return { node, adminState, wanted, contact: 'silent' };
    throw error;
  }
  return { node, adminState, wanted, contact: 'answers', status };
}

async function requireRef(store: Store, node: string): Promise<NodeRef> {
  const ref = await store.readRef(node);
  if (ref !== undefined) return ref;
  throw new FleetError('E_NOT_FOUND', `there is no director ${node}`);
}
