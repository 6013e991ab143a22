/**
 * The diff of a round among 10,000 services in which nothing or one thing changed. Neither a
 * desired nor an observed service is ever changed in place, so two that were found to say the same
 * say it for ever: such a pair is passed over, and what is left is diffed as always.
 */
import { diffServices } from '../../dataplane/diff.ts';
import { diffZones } from '../../dataplane/zones/diff.ts';
import type { DataplaneContents, DataplaneService, Op } from '../../schemas/dataplane.ts';
import type { ServiceKey } from '../../schemas/names.ts';

/** `diffDataplane`, with a memory of its own; gives what that gives, for any sequence of calls. */
export function createSettledDiff(): (
  desired: DataplaneContents,
  observed: DataplaneContents,
) => Op[] {
  const ofServices = settledServices();
  // Zones are few, and their order is looked at as a whole.
  return (desired, observed) => [
    ...ofServices(desired.services, observed.services),
    ...diffZones(desired.zones, observed.zones),
  ];
}

type Services = ReadonlyMap<ServiceKey, DataplaneService>;

function settledServices(): (desired: Services, observed: Services) => Op[] {
  /** Desired -> the observed one that was found to be the same. */
  const settled = new WeakMap<DataplaneService, DataplaneService>();
  return (desired, observed) => {
    const wanted = new Map<ServiceKey, DataplaneService>();
    const there = new Map<ServiceKey, DataplaneService>();
    for (const [key, service] of desired) {
      const seen = observed.get(key);
      if (seen !== undefined && settled.get(service) === seen) continue;
      wanted.set(key, service);
      if (seen !== undefined) there.set(key, seen);
    }
    for (const [key, seen] of observed) if (!desired.has(key)) there.set(key, seen);
    const ops = diffServices(wanted, there);
    const differing = new Set(ops.map(keyOf));
    for (const [key, service] of wanted) {
      const seen = there.get(key);
      if (seen !== undefined && !differing.has(key)) settled.set(service, seen);
    }
    return ops;
  };
}

/** '' for what is no service. */
function keyOf(op: Op): string {
  if ('service' in op) return op.service.key;
  return 'key' in op ? op.key : '';
}
