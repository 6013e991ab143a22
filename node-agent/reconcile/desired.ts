/**
 * Desired: the plan as health lets it be right now. A real server that is down is taken out or
 * gets weight 0, as its service says; that happens here, on the director, at once, and never
 * travels through etcd. When every real server of a service is down all are kept: sending clients
 * to servers that may be ill beats refusing all of them (the panic threshold of the field).
 */
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { type RealServerKey, realServerKey, type ServiceKey } from '../../schemas/names.ts';
import type { ServicePlan } from '../../schemas/plan/node-plan.ts';

/** Real servers that checks found down, by service. A service without an entry has none. */
export type DownServers = ReadonlyMap<ServiceKey, ReadonlySet<RealServerKey>>;

const NONE: ReadonlySet<RealServerKey> = new Set();

export function desiredService(
  plan: ServicePlan,
  down: ReadonlySet<RealServerKey> = NONE,
): DataplaneService {
  const takesTraffic = (key: RealServerKey, weight: number) => weight > 0 && !down.has(key);
  const anyUp = plan.realServers.some((server) =>
    takesTraffic(realServerKey(server), server.weight),
  );
  const effective = !anyUp || down.size === 0 ? plan.realServers : withoutDown(plan, down);
  return {
    key: plan.key,
    name: plan.name,
    address: plan.address,
    port: plan.port,
    protocol: plan.protocol,
    scheduler: plan.scheduler,
    forwarding: plan.forwarding,
    localAddresses: plan.localAddresses,
    realServers: effective,
  };
}

function withoutDown(plan: ServicePlan, down: ReadonlySet<RealServerKey>) {
  if (plan.onFailure === 'remove') {
    return plan.realServers.filter((server) => !down.has(realServerKey(server)));
  }
  return plan.realServers.map((server) =>
    down.has(realServerKey(server)) ? { ...server, weight: 0 } : server,
  );
}

/**
 * Remembers what it made of each plan, so that a round after one change builds one service and
 * hands out the same references for all others, which the diff then skips.
 */
export function createDesiredCache() {
  let cache = new Map<ServiceKey, { plan: ServicePlan; down: string; service: DataplaneService }>();
  return (
    groups: Iterable<readonly ServicePlan[]>,
    down: DownServers,
  ): Map<ServiceKey, DataplaneService> => {
    const next: typeof cache = new Map();
    const desired = new Map<ServiceKey, DataplaneService>();
    for (const group of groups) {
      for (const plan of group) {
        const downHere = down.get(plan.key) ?? NONE;
        const downText = downHere.size === 0 ? '' : [...downHere].sort().join(' ');
        const known = cache.get(plan.key);
        const entry =
          known !== undefined && known.plan === plan && known.down === downText
            ? known
            : { plan, down: downText, service: desiredService(plan, downHere) };
        next.set(plan.key, entry);
        desired.set(plan.key, entry.service);
      }
    }
    cache = next;
    return desired;
  };
}
