/**
 * What is live held against the plan: a director may be taken over when nothing differs, because
 * then no client can tell. Pure. Two schedulers are the same when they give every real server the
 * same share; a LIP may be new only where the director's own address was used before.
 */
import type { AdoptDifference, FoundService } from '../../schemas/adopt.ts';
import type { DataplaneService } from '../../schemas/dataplane.ts';
import { realServerKey } from '../../schemas/names.ts';

/**
 * `ours`: listeners that our rules serve already. What is live and not planned is no difference of
 * the plan: it is listed as found, and a take-over says what becomes of it.
 */
export function planDifferences(
  planned: readonly DataplaneService[],
  found: readonly FoundService[],
  ours: ReadonlySet<string>,
): AdoptDifference[] {
  const live = new Map(found.map((service) => [service.key, service]));
  return planned.flatMap((service): AdoptDifference[] => {
    const { key } = service;
    const seen = live.get(key);
    if (seen !== undefined) return serviceDifferences(service, seen);
    return ours.has(key) ? [] : [{ key, what: 'service', planned: 'served', live: '' }];
  });
}

function serviceDifferences(planned: DataplaneService, live: FoundService): AdoptDifference[] {
  const { key } = planned;
  const differences: AdoptDifference[] = [];
  const compare = (what: string, wanted: string, seen: string) => {
    if (wanted !== seen) differences.push({ key, what, planned: wanted, live: seen });
  };
  compare('forwarding', planned.forwarding, live.forwarding);
  if (!live.masquerade) {
    compare('local addresses', listed(planned.localAddresses), listed(live.localAddresses));
  }
  compare('method', methodOf(planned.scheduler), methodOf(live.scheduler));
  const wanted = shares(planned);
  const seen = shares(live);
  for (const server of [...new Set([...wanted.keys(), ...seen.keys()])].sort()) {
    compare(`real server ${server}`, wanted.get(server) ?? '', seen.get(server) ?? '');
  }
  return differences;
}

/** rr and wrr are one method: the shares say the rest. */
function methodOf(scheduler: string): string {
  return scheduler === 'rr' || scheduler === 'wrr' ? 'in turn' : scheduler;
}

function listed(addresses: readonly string[]): string {
  return [...addresses].sort().join(' ');
}

/** `2 of 3` for each real server that takes connections; rr does not look at weights. */
function shares(
  service: Pick<DataplaneService, 'scheduler' | 'realServers'>,
): ReadonlyMap<string, string> {
  const weights = new Map<string, number>();
  for (const server of service.realServers) {
    const isOut = server.weight === 0;
    const weight = service.scheduler === 'rr' && !isOut ? 1 : server.weight;
    weights.set(realServerKey(server), weight);
  }
  const divisor = [...weights.values()].reduce(gcd, 0) || 1;
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) / divisor;
  return new Map(
    [...weights].map(([server, weight]) => [server, `${weight / divisor} of ${total}`]),
  );
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
