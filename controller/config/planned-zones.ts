/**
 * What a change would give a director to do with its SNAT zones, counted by kind. A zone that goes
 * elsewhere in the list costs one op, however many it passes: those that keep their order among
 * each other stay, as many of them as can. Pure; zones are the same on all directors of a cluster.
 */
import { isDeepStrictEqual } from 'node:util';
import type { DataplaneZone } from '../../schemas/dataplane.ts';
import { expandZones, type SnatObjects } from '../../schemas/plan/snat-plan.ts';

/** By the kinds of the dataplane's ops. */
export function plannedZoneOps(
  from: SnatObjects,
  to: SnatObjects,
): [kind: string, count: number][] {
  if (from === to) return [];
  const old = new Map(zonesOf(from).map((zone, position) => [zone.key, { zone, position }]));
  const now = zonesOf(to);
  const kept = now.flatMap((zone) => {
    const before = old.get(zone.key);
    return before === undefined ? [] : [{ zone, before }];
  });
  const staying = longestRising(kept.map(({ before }) => before.position));
  return [
    ['addZone', now.length - kept.length],
    ['removeZone', old.size - kept.length],
    ['moveZone', kept.length - staying],
    ['editZone', kept.filter(({ zone, before }) => !isDeepStrictEqual(zone, before.zone)).length],
  ];
}

/** Gateways are tried in the order of their names. */
function zonesOf(objects: SnatObjects): DataplaneZone[] {
  const gateways = [...objects.values()].flatMap((object) =>
    object.type === 'Gateway' ? [object.name] : [],
  );
  return expandZones(gateways.sort(), objects);
}

/** How many of these, no two the same, can be left standing so that they rise. */
function longestRising(numbers: readonly number[]): number {
  /** At `n`: the lowest end of a rising row of `n + 1`. */
  const ends: number[] = [];
  for (const number of numbers) {
    const better = ends.findIndex((end) => end > number);
    ends[better < 0 ? ends.length : better] = number;
  }
  return ends.length;
}
