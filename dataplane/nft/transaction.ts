/**
 * The nft commands that lead from one state of the table to another. They form one transaction,
 * in which only references give an order: a chain is there before an element names it, and goes
 * after the last element that did. Entries that stay are not mentioned, so they keep counters and
 * generators.
 */
import { differingKeys } from '../../schemas/patched-map.ts';
import { hex, zoneMark } from './marks.ts';
import {
  type Element,
  localAddressChainName,
  localAddressRule,
  type ServiceEntries,
  serviceChain,
} from './service-entries.ts';
import { type MapName, skeletonCommands } from './skeleton.ts';
import { EMPTY_TABLE, entriesOf, type PlacedService, type TableState } from './table-state.ts';
import { zoneChainNames, zoneCounterName, zoneIndexOf } from './zone-entries.ts';
import { zoneEdit } from './zone-transaction.ts';

/** Commands in order; none when nothing differs. */
export function transactionCommands(
  table: string,
  before: TableState,
  after: TableState,
): string[] {
  const isSound = before.condition === 'sound';
  const from = isSound ? before : EMPTY_TABLE;
  const edit = new Edit(`inet ${table}`);
  edit.makeLocalAddressChains(from, after);
  for (const key of differingKeys(from.placed, after.placed)) {
    edit.changeService(from.placed.get(key), after.placed.get(key));
  }
  edit.changeZones(from, after);
  edit.removeOrphans(from, after);
  edit.removeLocalAddressChains(from, after);
  return [...(isSound ? [] : skeletonCommands(table)), ...edit.commands()];
}

const NO_ENTRIES: ServiceEntries = { elements: new Map(), rules: [] };

/** Gathers the parts of a transaction and puts them into the order that references need. */
class Edit {
  readonly #at: string;
  readonly #deletions = new Map<MapName, string[]>();
  readonly #chainEdits: string[] = [];
  readonly #additions = new Map<MapName, string[]>();
  /** Removed last, and all emptied before the first goes: they may lead to each other. */
  readonly #chainRemovals: string[] = [];
  readonly #counterRemovals: string[] = [];

  constructor(at: string) {
    this.#at = at;
  }

  commands(): string[] {
    const at = this.#at;
    const accounts = ['acct_in', 'acct_out'] as const;
    // Accounting is not read back at every look, so an element of it may have been removed by
    // hand unseen; adding it first makes the removal certain to succeed.
    const certain = accounts
      .filter((map) => this.#deletions.has(map))
      .map((map) => `add element ${at} ${map} { ${this.#deletions.get(map)?.join(', ')} }`);
    return [
      ...certain,
      ...elementCommands('delete', at, this.#deletions),
      ...this.#chainEdits,
      ...elementCommands('add', at, this.#additions),
      ...this.#chainRemovals.map((name) => `flush chain ${at} ${name}`),
      ...this.#chainRemovals.map((name) => `delete chain ${at} ${name}`),
      ...this.#counterRemovals.map((name) => `delete counter ${at} ${name}`),
    ];
  }

  makeLocalAddressChains(from: TableState, after: TableState): void {
    for (const [id, addresses] of after.localAddressChains) {
      if (from.localAddressChains.has(id)) continue;
      const chain = `${this.#at} ${localAddressChainName(id)}`;
      this.#chainEdits.push(
        `add chain ${chain}`,
        `flush chain ${chain}`,
        `add rule ${chain} ${localAddressRule(addresses)}`,
      );
    }
  }

  removeLocalAddressChains(from: TableState, after: TableState): void {
    for (const id of from.localAddressChains.keys()) {
      if (!after.localAddressChains.has(id)) this.#chainRemovals.push(localAddressChainName(id));
    }
  }

  changeService(old: PlacedService | undefined, next: PlacedService | undefined): void {
    const had = old === undefined ? NO_ENTRIES : entriesOf(old);
    const has = next === undefined ? NO_ENTRIES : entriesOf(next);
    this.#changeElements(had.elements, has.elements);
    const index = (next ?? old)?.placement.index ?? 0;
    const chain = `${this.#at} ${serviceChain(index)}`;
    if (next === undefined) this.#chainRemovals.push(serviceChain(index));
    else {
      if (old === undefined) this.#chainEdits.push(`add chain ${chain}`, `flush chain ${chain}`);
      if (had.rules.join('\n') !== has.rules.join('\n')) {
        if (had.rules.length > 0) this.#chainEdits.push(`flush chain ${chain}`);
        for (const rule of has.rules) this.#chainEdits.push(`add rule ${chain} ${rule}`);
      }
    }
  }

  changeZones(from: TableState, after: TableState): void {
    const edit = zoneEdit(this.#at, from, after);
    this.#chainEdits.push(...edit.chainEdits);
    for (const map of ['acct_in', 'acct_out'] as const) {
      for (const key of edit.marksGone) listIn(this.#deletions, map, key);
      for (const key of edit.marksNew) listIn(this.#additions, map, key);
    }
    this.#chainRemovals.push(...edit.chainsGone);
    this.#counterRemovals.push(...edit.countersGone);
  }

  /** A chain without a service may by now be the place of a new one: that was emptied, not lost. */
  removeOrphans({ orphans }: TableState, after: TableState): void {
    if (orphans.elements.size + orphans.chains.length + orphans.counters.length === 0) return;
    const zoneIndexes = after.zones.map(({ index }) => index);
    this.#changeElements(orphans.elements, new Map());
    const used = new Set([
      ...Array.from(after.placed.values(), ({ placement }) => serviceChain(placement.index)),
      ...Array.from(after.localAddressChains.keys(), localAddressChainName),
      ...zoneIndexes.flatMap((index) => Object.values(zoneChainNames(index))),
    ]);
    const counters = new Set(zoneIndexes.map(zoneCounterName));
    const chains = orphans.chains.filter((chain) => !used.has(chain));
    this.#chainRemovals.push(...chains);
    // Accounts are not read back: those of a zone that lost its place are known by its chain.
    for (const chain of chains) {
      const index = zoneIndexOf(chain);
      if (index === undefined) continue;
      for (const map of ['acct_in', 'acct_out'] as const) {
        listIn(this.#deletions, map, hex(zoneMark(index)));
      }
    }
    this.#counterRemovals.push(...orphans.counters.filter((name) => !counters.has(name)));
  }

  #changeElements(had: ReadonlyMap<string, Element>, has: ReadonlyMap<string, Element>): void {
    for (const [id, element] of had) {
      if (has.get(id)?.rest !== element.rest) listIn(this.#deletions, element.map, element.key);
    }
    for (const [id, { map, key, rest }] of has) {
      if (had.get(id)?.rest !== rest) listIn(this.#additions, map, `${key} ${rest}`.trimEnd());
    }
  }
}

function elementCommands(
  verb: 'add' | 'delete',
  at: string,
  elements: ReadonlyMap<MapName, readonly string[]>,
): string[] {
  return Array.from(
    elements,
    ([map, list]) => `${verb} element ${at} ${map} { ${list.join(', ')} }`,
  );
}

function listIn(lists: Map<MapName, string[]>, map: MapName, text: string): void {
  const list = lists.get(map);
  if (list === undefined) lists.set(map, [text]);
  else list.push(text);
}
