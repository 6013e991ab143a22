/**
 * Reads nft's JSON (libnftables-json(5)) into the few facts that matter here: chains with their
 * rules, sets by name, elements of maps. The format differs in small ways between versions, so
 * whatever is not needed is not looked at.
 */
import { parseAddress } from '../../schemas/address.ts';
import { FleetError } from '../../schemas/errors.ts';
import { hex } from './marks.ts';
import type { Element } from './service-entries.ts';
import type { MapName } from './skeleton.ts';

export interface ListedRule {
  readonly comment: string;
  readonly expressions: readonly unknown[];
}

export interface ListedRuleChain {
  readonly family: string;
  readonly table: string;
  readonly name: string;
  readonly type?: string | undefined;
  readonly hook?: string | undefined;
  readonly priority?: number | undefined;
  readonly policy?: string | undefined;
  readonly rules: readonly ListedRule[];
}

export interface ListedRuleset {
  /** `family name` of every table. */
  readonly tables: ReadonlySet<string>;
  readonly chains: readonly ListedRuleChain[];
  /** `family table name` of every set and map. */
  readonly sets: ReadonlySet<string>;
  /** `family table name` of every named counter. */
  readonly counters: ReadonlySet<string>;
}

/** @throws FleetError E_DATAPLANE_OBSERVE when it is no listing */
export function readRuleset(json: string): ListedRuleset {
  const tables = new Set<string>();
  const sets = new Set<string>();
  const counters = new Set<string>();
  const chains = new Map<string, ListedRuleChain & { rules: ListedRule[] }>();
  for (const item of listingItems(json)) {
    const table = field(item, 'table');
    const chain = field(item, 'chain');
    const rule = field(item, 'rule');
    const set = field(item, 'set') ?? field(item, 'map');
    if (table !== undefined) tables.add(`${text(table, 'family')} ${text(table, 'name')}`);
    const counter = field(item, 'counter');
    if (counter !== undefined) counters.add(`${address(counter)} ${text(counter, 'name')}`);
    if (set !== undefined) sets.add(`${address(set)} ${text(set, 'name')}`);
    if (chain !== undefined) {
      chains.set(`${address(chain)} ${text(chain, 'name')}`, {
        family: text(chain, 'family'),
        table: text(chain, 'table'),
        name: text(chain, 'name'),
        type: optionalText(chain, 'type'),
        hook: optionalText(chain, 'hook'),
        priority: number(chain, 'prio'),
        policy: optionalText(chain, 'policy'),
        rules: [],
      });
    }
    if (rule !== undefined) {
      const expressions = field(rule, 'expr');
      chains.get(`${address(rule)} ${text(rule, 'chain')}`)?.rules.push({
        comment: optionalText(rule, 'comment') ?? '',
        expressions: Array.isArray(expressions) ? expressions : [],
      });
    }
  }
  return { tables, chains: [...chains.values()], sets, counters };
}

/** Elements of one listed map, in the words they are added with. */
export function readElements(json: string, map: MapName): Element[] {
  const elements: Element[] = [];
  for (const item of listingItems(json)) {
    const listed = field(item, 'map') ?? field(item, 'set');
    const list = listed === undefined ? undefined : field(listed, 'elem');
    if (!Array.isArray(list)) continue;
    for (const pair of list) {
      const [left, right]: unknown[] = Array.isArray(pair) ? pair : [pair];
      const wrapped = field(left, 'elem');
      const comment = wrapped === undefined ? undefined : optionalText(wrapped, 'comment');
      const key = wrapped === undefined ? left : field(wrapped, 'val');
      elements.push({
        map,
        key: keyText(map, key),
        rest: `${comment === undefined ? '' : `comment "${comment}" `}: ${dataText(right)}`,
      });
    }
  }
  return elements;
}

export interface ListedCounter {
  readonly packets: number;
  readonly bytes: number;
}

/** Named counters of a listing, by name. */
export function readNamedCounters(json: string): Map<string, ListedCounter> {
  const counters = new Map<string, ListedCounter>();
  for (const item of listingItems(json)) {
    const counter = field(item, 'counter');
    if (counter === undefined) continue;
    counters.set(text(counter, 'name'), counterOf(counter));
  }
  return counters;
}

function counterOf(counter: unknown): ListedCounter {
  return { packets: number(counter, 'packets') ?? 0, bytes: number(counter, 'bytes') ?? 0 };
}

/** Counters of one listed account set, by mark. */
export function readCounters(json: string): Map<number, ListedCounter> {
  const counters = new Map<number, ListedCounter>();
  for (const item of listingItems(json)) {
    const list = field(field(item, 'set'), 'elem');
    if (!Array.isArray(list)) continue;
    for (const one of list) {
      const element = field(one, 'elem');
      const counter = field(element, 'counter');
      const mark = number(element, 'val');
      if (mark === undefined || counter === undefined) continue;
      counters.set(mark, counterOf(counter));
    }
  }
  return counters;
}

/** First value of `name` at any depth of an expression. */
export function findField(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const own = field(value, name);
  if (own !== undefined) return own;
  for (const inner of Object.values(value)) {
    const found = findField(inner, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

export function number(value: unknown, name: string): number | undefined {
  const found = field(value, name);
  return typeof found === 'number' ? found : undefined;
}

function listingItems(json: string): unknown[] {
  try {
    const items = field(JSON.parse(json), 'nftables');
    if (Array.isArray(items)) return items;
  } catch (cause) {
    throw new FleetError('E_DATAPLANE_OBSERVE', 'nft gave a listing that cannot be read', {
      cause,
    });
  }
  throw new FleetError('E_DATAPLANE_OBSERVE', 'nft gave something that is no listing');
}

function keyText(map: MapName, key: unknown): string {
  const parts = field(key, 'concat');
  if (Array.isArray(parts)) return parts.map(canonical).join(' . ');
  return map === 'slots' || typeof key !== 'number' ? String(key) : hex(key);
}

function dataText(data: unknown): string {
  const parts = field(data, 'concat');
  if (Array.isArray(parts)) return parts.map(canonical).join(' . ');
  const target = field(field(data, 'goto'), 'target');
  if (target !== undefined) return `goto ${String(target)}`;
  return typeof data === 'number' ? hex(data) : JSON.stringify(data);
}

function canonical(part: unknown): string {
  return parseAddress(String(part)) ?? String(part);
}

function text(value: unknown, name: string): string {
  return optionalText(value, name) ?? '';
}

function optionalText(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
}

function address(value: unknown): string {
  return `${text(value, 'family')} ${text(value, 'table')}`;
}
