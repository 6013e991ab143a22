/**
 * The part of a transaction that is for SNAT zones: the chains of zones that changed, and the list
 * that says their order when it is another. Chains that stay as they are are not mentioned, so the
 * zones they belong to go on with their rotation.
 */
import { hex, zoneMark } from './marks.ts';
import { type PlacedZone, type TableState, zoneChainsOf } from './table-state.ts';
import { UNMATCHED_COUNTER, type ZoneChains, zoneCounterName } from './zone-entries.ts';

export interface ZoneEdit {
  /** Commands in order, for before the first chain is removed. */
  readonly chainEdits: readonly string[];
  readonly chainsGone: readonly string[];
  readonly countersGone: readonly string[];
  /** Marks that counting begins or ends with. */
  readonly marksNew: readonly string[];
  readonly marksGone: readonly string[];
}

const NO_CHAINS: ZoneChains = new Map();

/** `at`: family and name of the table. */
export function zoneEdit(at: string, from: TableState, after: TableState): ZoneEdit {
  const olds = new Map(from.zones.map((placed) => [placed.zone.key, placed]));
  const keys = new Set(after.zones.map(({ zone }) => zone.key));
  const chainEdits: string[] = [];
  const chainsGone: string[] = [];
  const added: PlacedZone[] = [];
  for (const placed of after.zones) {
    const old = olds.get(placed.zone.key);
    if (old === placed) continue;
    if (old === undefined) added.push(placed);
    const had = old === undefined ? NO_CHAINS : zoneChainsOf(old);
    const has = zoneChainsOf(placed);
    chainEdits.push(...chainCommands(at, placed.index, had, has));
    chainsGone.push(...[...had.keys()].filter((name) => !has.has(name)));
  }
  // An edited list stands among the zones of `from` and has no chains.
  const gone = from.zones.filter(({ zone, index }) => index >= 0 && !keys.has(zone.key));
  chainsGone.push(...gone.flatMap((placed) => [...zoneChainsOf(placed).keys()]));
  if (from.zoneList.join('\n') !== after.zoneList.join('\n')) {
    chainEdits.push(`add counter ${at} ${UNMATCHED_COUNTER}`, `flush chain ${at} zones`);
    for (const rule of after.zoneList) chainEdits.push(`add rule ${at} zones ${rule}`);
  }
  return {
    chainEdits,
    chainsGone,
    countersGone: gone.map(({ index }) => zoneCounterName(index)),
    marksNew: added.map(({ index }) => hex(zoneMark(index))),
    marksGone: gone.map(({ index }) => hex(zoneMark(index))),
  };
}

/** What is named is there before it is: counter, then chains, then the rules that lead to them. */
function chainCommands(at: string, index: number, had: ZoneChains, has: ZoneChains): string[] {
  const changed = [...has].filter(
    ([name, rules]) => had.get(name)?.join('\n') !== rules.join('\n'),
  );
  if (changed.length === 0) return [];
  return [
    `add counter ${at} ${zoneCounterName(index)}`,
    ...changed.map(([name]) => `add chain ${at} ${name}`),
    ...changed.flatMap(([name, rules]) => [
      `flush chain ${at} ${name}`,
      ...rules.map((rule) => `add rule ${at} ${name} ${rule}`),
    ]),
  ];
}
