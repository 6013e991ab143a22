/**
 * The diff of a round among 10,000 services in which nothing or one thing changed. Neither a
 * desired nor an observed service is ever changed in place, so two that were found to say the same
 * say it until one of them is another object: only those are looked at, and what differed before.
 */
import { diffServices } from '../../dataplane/diff.ts';
import { diffZones } from '../../dataplane/zones/diff.ts';
import type { DataplaneContents, DataplaneService, Op } from '../../schemas/dataplane.ts';
import type { ServiceKey } from '../../schemas/names.ts';
import { differingKeys } from '../../schemas/patched-map.ts';

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
  let before = { desired: NONE, observed: NONE };
  let differing: readonly ServiceKey[] = [];
  return (desired, observed) => {
    const candidates = new Set([
      ...differing,
      ...differingKeys(before.desired, desired),
      ...differingKeys(before.observed, observed),
    ]);
    before = { desired, observed };
    const diffOf = (keys: readonly ServiceKey[]) =>
      diffServices(only(desired, keys), only(observed, keys));
    differing = [...candidates].filter((key) => diffOf([key]).length > 0);
    return differing.length === 0 ? [] : diffOf(differing);
  };
}

const NONE: Services = new Map();

/** In the order of `services`, which costs a walk where there are several. */
function only(services: Services, keys: readonly ServiceKey[]): Services {
  const wanted = new Set(keys);
  const inOrder = keys.length < 2 ? keys : [...services.keys()].filter((key) => wanted.has(key));
  const picked = new Map<ServiceKey, DataplaneService>();
  for (const key of inOrder) {
    const service = services.get(key);
    if (service !== undefined) picked.set(key, service);
  }
  return picked;
}
