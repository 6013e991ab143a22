/**
 * Desired: the plan as health lets it be right now. A real server that is down is taken out or
 * gets weight 0, as its service says; that happens here, on the director, at once, and never
 * travels through etcd. When every real server of a service is down all are kept: sending clients
 * to servers that may be ill beats refusing all of them (the panic threshold of the field).
 */
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { type RealServerKey, realServerKey, type ServiceKey } from '../../schemas/names.ts';
import { differingKeys, patchedMap } from '../../schemas/patched-map.ts';
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

type Groups = ReadonlyMap<string, readonly ServicePlan[]>;

/**
 * Remembers what it made of each plan, so that a round after one change builds one service and
 * hands out the same references for all others, which the diff then skips. Looks at the groups and
 * the health that differ from the last call and no further: neither groups nor what it hands out
 * may be changed by anybody.
 */
export function createDesiredCache(): (
  groups: Groups,
  down: DownServers,
) => ReadonlyMap<ServiceKey, DataplaneService> {
  let groups: Groups = new Map();
  let plans: ReadonlyMap<ServiceKey, ServicePlan> = new Map();
  let ill: ReadonlyMap<ServiceKey, string> = new Map();
  let desired: ReadonlyMap<ServiceKey, DataplaneService> = new Map();
  return (groupsNow, down) => {
    const planChanges = changedPlans(groups, groupsNow);
    const plansNow = planChanges.size === 0 ? plans : patchedMap(plans, planChanges);
    const illNow = illTexts(down);
    const changes = new Map<ServiceKey, DataplaneService | undefined>();
    for (const key of new Set([...planChanges.keys(), ...differingKeys(ill, illNow)])) {
      const plan = plansNow.get(key);
      const isSame = plan === plans.get(key) && ill.get(key) === illNow.get(key);
      if (!isSame) changes.set(key, plan && desiredService(plan, down.get(key)));
    }
    if (changes.size > 0) desired = patchedMap(desired, changes);
    [groups, plans, ill] = [groupsNow, plansNow, illNow];
    return desired;
  };
}

/** Plans of the groups that differ; undefined for a listener that is in none of them any more. */
function changedPlans(from: Groups, to: Groups): Map<ServiceKey, ServicePlan | undefined> {
  const changes = new Map<ServiceKey, ServicePlan | undefined>();
  const names = differingKeys(from, to);
  for (const name of names) for (const { key } of from.get(name) ?? []) changes.set(key, undefined);
  // After all that go: a listener may go from one service to another.
  for (const name of names) for (const plan of to.get(name) ?? []) changes.set(plan.key, plan);
  return changes;
}

/** As texts, since the sets are the health checker's own and change under it. */
function illTexts(down: DownServers): Map<ServiceKey, string> {
  const texts = new Map<ServiceKey, string>();
  for (const [key, servers] of down)
    if (servers.size > 0) texts.set(key, [...servers].sort().join(' '));
  return texts;
}
