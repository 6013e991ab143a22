/**
 * The agent's answers to commands. They look and count; only the take-over and its undo change the
 * director, and those take turns with the rounds of the agent.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { CommandHandlers } from '../../bus/contract.ts';
import { movementBetween } from '../../dataplane/connection-count.ts';
import type { Dataplane } from '../../dataplane/contract.ts';
import { formatEndpoint } from '../../schemas/address.ts';
import type { DriftReply } from '../../schemas/drift.ts';
import { CONNECTIONS_LISTED_MAX } from '../../schemas/limits.ts';
import type { ServicePlan } from '../../schemas/plan/node-plan.ts';
import type { NodeStatus, RealServerHealth } from '../../schemas/status.ts';

/** A drain with more connections than this is counted on a part of them. */
const DRAIN_SAMPLE_MAX = 100_000;

export interface CommandContext {
  readonly status: () => NodeStatus;
  /** Looks at the director now. */
  readonly refresh: () => Promise<void>;
  readonly dataplane: () => Dataplane | undefined;
  readonly health: () => readonly RealServerHealth[];
  readonly services: () => readonly ServicePlan[];
  /** Looks at the director now, and compares. */
  readonly drift: () => Promise<DriftReply>;
  readonly adoption: AdoptionCommands;
}

export type AdoptionCommands = Pick<CommandHandlers, 'liveConfig' | 'takeOver' | 'undoTakeOver'>;

export function createCommandHandlers(context: CommandContext): CommandHandlers {
  return {
    status: async () => {
      await context.refresh();
      return context.status();
    },
    connections: async (filter) => {
      const limit = Math.min(filter.limit ?? CONNECTIONS_LISTED_MAX, CONNECTIONS_LISTED_MAX);
      const page = await context.dataplane()?.connections({ ...filter, limit });
      return { connections: [...(page?.connections ?? [])], total: page?.total ?? 0 };
    },
    health: async ({ service }) => ({ realServers: healthOf(context, service) }),
    drainProgress: async ({ windowMs }) => {
      const dataplane = context.dataplane();
      const look = async () =>
        (await dataplane?.connections({ limit: DRAIN_SAMPLE_MAX }))?.connections ?? [];
      const earlier = await look();
      await delay(windowMs);
      const { tracked, moving } = movementBetween(earlier, await look());
      await context.refresh();
      return { tracked, moving, ownedAddresses: context.status().ownedAddresses };
    },
    drift: () => context.drift(),
    ...context.adoption,
  };
}

/** Of every real server of the service; one that is not checked counts as up. */
function healthOf(context: CommandContext, name: string): RealServerHealth[] {
  const checked = new Map(
    context.health().map((entry) => [`${entry.service} ${entry.realServer}`, entry]),
  );
  const services = context.services().filter((service) => name === '' || service.name === name);
  return services.flatMap((service) =>
    service.realServers.map(({ address, port }) => {
      const realServer = formatEndpoint(address, port);
      const known = checked.get(`${service.key} ${realServer}`);
      const reason = service.healthCheck === undefined ? 'not checked' : 'not checked yet';
      return known ?? { service: service.key, realServer, state: 'up' as const, reason };
    }),
  );
}
