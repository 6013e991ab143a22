/** The status of a director, made of what its agent knows. Pure and bounded. */
import { STATUS_DOWN_LISTED_MAX } from '../../schemas/limits.ts';
import { realServerKey, type ServiceKey } from '../../schemas/names.ts';
import type { ServicePlan } from '../../schemas/plan/node-plan.ts';
import type { NodeStatus, RealServerHealth, ServiceSummary } from '../../schemas/status.ts';
import type { AgentState } from '../agent-state.ts';
import { assignedServices } from '../plan/assignment.ts';

/**
 * Addresses that are listed: with 2,000 of IPv6 a status is still half of STATUS_BYTES_MAX. One
 * above that is not sent at all, and the director would count as silent.
 */
export const OWNED_LISTED_MAX = 2_000;
/** Longest words of a problem or a reason; the log of the agent has them whole. */
export const TEXT_LENGTH_MAX = 500;

/** What the state does not hold: who the agent is, and the counters of others. */
export interface StatusContext {
  readonly node: string;
  readonly bootId: string;
  readonly agentVersion: string;
  readonly agentStartedAtMs: number;
  readonly kernelVersion: string;
  readonly timeMs: number;
  readonly busConnected: boolean;
  readonly eventsWaiting: number;
  readonly eventsLost: number;
  /** Of the real servers that are checked; what is not checked counts as up. */
  readonly health: readonly RealServerHealth[];
  /** Things of ours that were changed by somebody and mended. */
  readonly repaired: number;
}

export function buildStatus(state: AgentState, context: StatusContext): NodeStatus {
  const { health, repaired, ...facts } = context;
  const services = state.assignment === undefined ? [] : assignedServices(state.assignment);
  const summaries = summarise(services, health, state);
  const notUp = health.filter((entry) => entry.state !== 'up');
  const problem = state.refusal ?? state.problem;
  const listed = notUp.slice(0, STATUS_DOWN_LISTED_MAX);
  const total = (pick: (summary: ServiceSummary) => number) =>
    summaries.reduce((sum, summary) => sum + pick(summary), 0);
  return {
    ...facts,
    cluster: state.assignment?.node.cluster ?? state.wanted?.plan.cluster ?? '',
    convergence: convergenceOf(state),
    ...(problem === undefined ? {} : { problem: cut(problem) }),
    ...(state.applied === undefined ? {} : { applied: state.applied.plan }),
    ...(state.wanted === undefined ? {} : { wanted: state.wanted.plan }),
    adminState: state.assignment?.ref.adminState ?? 'active',
    storeConnected: state.storeConnected,
    vrrp: [...state.vrrp.instances],
    ownedAddresses: state.vrrp.ownedAddresses.slice(0, OWNED_LISTED_MAX),
    services: summaries.slice(0, STATUS_DOWN_LISTED_MAX),
    servicesTotal: summaries.length,
    realServersUp: total(({ realServersUp }) => realServersUp),
    realServersTotal: total(({ realServersTotal }) => realServersTotal),
    notUp: listed.map((entry) => ({ ...entry, reason: cut(entry.reason) })),
    foreign: state.foreign.length,
    ...(repaired === 0 ? {} : { repaired }),
  };
}

function cut(text: string): string {
  return text.length <= TEXT_LENGTH_MAX ? text : `${text.slice(0, TEXT_LENGTH_MAX - 1)}…`;
}

function convergenceOf(state: AgentState): NodeStatus['convergence'] {
  if (state.refusal !== undefined || state.problem !== undefined) return 'failing';
  if (state.assignment === undefined) return 'starting';
  return state.applied === state.assignment.ref ? 'converged' : 'applying';
}

/** One line a virtual service; its listeners share the real servers, so those count once. */
function summarise(
  services: readonly ServicePlan[],
  health: readonly RealServerHealth[],
  state: AgentState,
): ServiceSummary[] {
  const down = new Set(
    health.filter((entry) => entry.state === 'down').map((entry) => pairOf(entry)),
  );
  const connections = new Map<ServiceKey, number>();
  for (const { service, connections: count } of state.connections) {
    connections.set(service, (connections.get(service) ?? 0) + count);
  }
  const summaries = new Map<string, ServiceSummary>();
  for (const service of services) {
    const known = summaries.get(service.name);
    if (known !== undefined) {
      known.connections += connections.get(service.key) ?? 0;
      continue;
    }
    const isDown = (realServer: { address: string; port: number }) =>
      down.has(pairOf({ service: service.key, realServer: realServerKey(realServer) }));
    summaries.set(service.name, {
      name: service.name,
      // Nothing down is the rule, and then 100,000 real servers cost nothing here.
      realServersUp:
        down.size === 0
          ? service.realServers.length
          : service.realServers.filter((realServer) => !isDown(realServer)).length,
      realServersTotal: service.realServers.length,
      connections: connections.get(service.key) ?? 0,
    });
  }
  return [...summaries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function pairOf({ service, realServer }: { service: string; realServer: string }): string {
  return `${service} ${realServer}`;
}
