/**
 * What has to be done so that a director's list of SNAT zones is the wanted one. One zone that is
 * new, gone, changed or elsewhere costs one op: the zones that keep their order among each other
 * stay where they are, as many of them as can be, and only the others are put somewhere.
 */
import type { DataplaneZone, ZoneOp } from '../../schemas/dataplane.ts';
import type { ZoneKey } from '../../schemas/names.ts';
import { canonicalZone } from '../canonical.ts';

/**
 * Ops that lead from `observed` to `desired`; none when they are the same. A zone is placed behind
 * the one that is before it in `desired`, so the ops may be applied a second time.
 */
export function diffZones(
  desired: readonly DataplaneZone[],
  observed: readonly DataplaneZone[],
): ZoneOp[] {
  const seen = new Map(observed.map((zone) => [zone.key, zone]));
  const staying = longestInOrder(desired, observed);
  const ops: ZoneOp[] = [];
  let after: ZoneKey | undefined;
  for (const zone of desired) {
    const { key } = zone;
    const old = seen.get(key);
    if (old === undefined) ops.push({ kind: 'addZone', zone, after });
    else {
      if (!staying.has(key)) ops.push({ kind: 'moveZone', key, after });
      if (!isSameZone(zone, old)) ops.push({ kind: 'editZone', zone });
    }
    after = key;
  }
  const wanted = new Set(desired.map(({ key }) => key));
  for (const { key } of observed) if (!wanted.has(key)) ops.push({ kind: 'removeZone', key });
  return ops;
}

export function isSameZone(a: DataplaneZone, b: DataplaneZone): boolean {
  return a === b || JSON.stringify(canonicalZone(a)) === JSON.stringify(canonicalZone(b));
}

/** Keys of a longest part of `desired` that stands in the same order in `observed`. */
function longestInOrder(
  desired: readonly DataplaneZone[],
  observed: readonly DataplaneZone[],
): ReadonlySet<ZoneKey> {
  const positions = new Map(observed.map(({ key }, position) => [key, position]));
  // For each zone the longest run that ends with it, as a list linked backwards.
  const runs: Run[] = [];
  for (const { key } of desired) {
    const position = positions.get(key);
    if (position === undefined) continue;
    const before = longest(runs.filter((run) => run.position < position));
    runs.push({ key, position, length: (before?.length ?? 0) + 1, before });
  }
  const keys = new Set<ZoneKey>();
  for (let run = longest(runs); run !== undefined; run = run.before) keys.add(run.key);
  return keys;
}

interface Run {
  readonly key: ZoneKey;
  readonly position: number;
  readonly length: number;
  readonly before: Run | undefined;
}

function longest(runs: readonly Run[]): Run | undefined {
  let best: Run | undefined;
  for (const run of runs) if (run.length > (best?.length ?? 0)) best = run;
  return best;
}
