/**
 * Reads who is balanced where out of the prerouting rules of others. A walk over the chains as a
 * packet would take them, with all connections at once: each rule narrows them, and a `dnat` at the
 * end makes listeners of what is left. A rule that is not understood spoils every listener whose
 * connections it might take; so what comes out is certain.
 */
import type { Protocol } from '../../../schemas/names.ts';
import { serviceKey } from '../../../schemas/names.ts';
import { field } from '../listing.ts';
import type { LiveChain, LiveRule, LiveTable } from './live-ruleset.ts';
import { ruleWhere } from './live-ruleset.ts';
import {
  type Alternative,
  EVERYTHING,
  elementsOf,
  isAboutDestination,
  narrowed,
  overlap,
  type Selection,
  selectionOf,
  selectionOfElement,
} from './selection.ts';
import {
  isByTurn,
  type Spread,
  singleTarget,
  spreadByTurn,
  spreadOf,
  type Target,
  targetOf,
} from './spread.ts';

export interface Listener {
  readonly key: string;
  readonly protocol: Protocol;
  readonly address: string;
  readonly port: number;
  readonly spread: Spread;
  /** Every rule on the way to it. */
  readonly rules: readonly LiveRule[];
}

export interface Unread {
  readonly rule: LiveRule;
  readonly why: string;
  /** All that it may be about, or more. */
  readonly selection: Selection;
}

export interface DnatReading {
  readonly listeners: readonly Listener[];
  readonly unread: readonly Unread[];
  /** Rules that were walked over and understood. */
  readonly read: ReadonlySet<LiveRule>;
}

/** Chains deeper than this lead in a circle, which nft refuses. */
const DEPTH_MAX = 16;

export function readDnat(tables: readonly LiveTable[]): DnatReading {
  const walk = new Walk();
  for (const chain of baseChains(tables, 'prerouting')) walk.chain(chain, EVERYTHING, []);
  for (const hook of ['output', 'input']) {
    for (const { rules } of baseChains(tables, hook)) {
      for (const rule of rules) {
        const why = 'it is about connections of the director itself, which Sluice does not balance';
        walk.unread.set(rule, { rule, why, selection: [] });
      }
    }
  }
  return walk.reading();
}

/** NAT chains at a hook in the order in which a connection meets them. */
export function baseChains(tables: readonly LiveTable[], hook: string): LiveChain[] {
  const chains = tables.flatMap((table) => [...table.chains.values()]);
  return chains
    .filter((chain) => chain.type === 'nat' && chain.hook === hook)
    .sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0));
}

/** Statements that change nothing of a connection's way. */
export function isHarmless(expression: unknown): boolean {
  return ['counter', 'log', 'comment'].some((word) => has(expression, word));
}

export function has(expression: unknown, word: string): boolean {
  return typeof expression === 'object' && expression !== null && word in expression;
}

/** True for every connection that a NAT chain sees and that a listener could be about. */
export function isNeutralMatch(match: unknown): boolean {
  const left = field(match, 'left');
  const right = JSON.stringify(field(match, 'right') ?? null);
  const op = field(match, 'op');
  if (op !== '==' && op !== 'in') return false;
  if (field(field(left, 'ct'), 'key') === 'state') return right.includes('"new"');
  const isLocal = field(field(left, 'fib'), 'result') === 'type' && right === '"local"';
  return isLocal || field(field(left, 'meta'), 'key') === 'nfproto';
}

class Walk {
  readonly unread = new Map<LiveRule, Unread>();
  readonly #listeners = new Map<string, Listener>();
  readonly #read = new Set<LiveRule>();
  /** What earlier rules have decided. */
  readonly #claims: Alternative[] = [];

  reading(): DnatReading {
    const spoilers = [...this.unread.values()];
    let listeners = [...this.#listeners.values()];
    let before: number;
    // A rule that goes takes all its listeners with it, and those their other rules: to the end.
    do {
      before = listeners.length;
      listeners = listeners.filter((listener) => this.#isCertain(listener, spoilers));
    } while (listeners.length < before);
    const read = [...this.#read].filter((rule) => !this.unread.has(rule));
    return { listeners, unread: [...this.unread.values()], read: new Set(read) };
  }

  #isCertain({ key, protocol, address, port, rules }: Listener, spoilers: readonly Unread[]) {
    const spoiler =
      spoilers.find(({ selection }) => overlap({ protocol, address, port }, selection))?.rule ??
      rules.find((rule) => this.unread.has(rule));
    if (spoiler === undefined) return true;
    const why = `${ruleWhere(spoiler)} is not understood and may take connections of ${key}`;
    for (const rule of rules) {
      if (!this.unread.has(rule)) this.unread.set(rule, { rule, why, selection: [] });
    }
    return false;
  }

  chain(chain: LiveChain, selection: Selection, path: readonly LiveRule[]): void {
    for (const rule of chain.rules) {
      this.#read.add(rule);
      const problem = this.#rule(rule, selection, path);
      if (problem === undefined) continue;
      // A chain may be walked more than once: what the rule may be about adds up.
      const known = this.unread.get(rule)?.selection ?? [];
      this.unread.set(rule, {
        rule,
        why: problem.why,
        selection: [...known, ...problem.selection],
      });
    }
  }

  #rule(rule: LiveRule, selection: Selection, path: readonly LiveRule[]) {
    let now = selection;
    let why: string | undefined;
    for (const expression of rule.expressions) {
      const match = field(expression, 'match');
      if (match === undefined) {
        if (isHarmless(expression)) continue;
        why ??= this.#statement(rule, expression, now, path);
        continue;
      }
      if (isNeutralMatch(match)) continue;
      const by = selectionOf(match, rule.table);
      const next = by && narrowed(now, by);
      if (next === undefined) why ??= `it matches on ${wordsOf(field(match, 'left'))}`;
      else now = next;
    }
    return why === undefined ? undefined : { why, selection: now };
  }

  /** Carries it out for what is selected; the reason when it cannot be understood. */
  #statement(
    rule: LiveRule,
    expression: unknown,
    selection: Selection,
    path: readonly LiveRule[],
  ): string | undefined {
    if (has(expression, 'dnat'))
      return this.#dnat(rule, field(expression, 'dnat'), selection, path);
    if (has(expression, 'vmap'))
      return this.#vmap(rule, field(expression, 'vmap'), selection, path);
    return this.#verdict(rule, expression, selection, path);
  }

  #verdict(
    rule: LiveRule,
    verdict: unknown,
    selection: Selection,
    path: readonly LiveRule[],
  ): string | undefined {
    if (has(verdict, 'accept') || (has(verdict, 'return') && path.length === 0)) {
      this.#claims.push(...selection);
      return undefined;
    }
    const word = ['goto', 'jump'].find((one) => has(verdict, one));
    if (word === undefined) return `it has the statement ${wordsOf(verdict)}`;
    const target = String(field(field(verdict, word), 'target'));
    const chain = rule.table.chains.get(target);
    if (chain === undefined || path.length >= DEPTH_MAX) return `it leads to the chain ${target}`;
    this.chain(chain, selection, [...path, rule]);
    if (word === 'goto') this.#claims.push(...selection);
    return undefined;
  }

  #vmap(rule: LiveRule, vmap: unknown, selection: Selection, path: readonly LiveRule[]) {
    if (isByTurn(vmap)) return this.#turns(rule, vmap, selection, path);
    const pairs = elementsOf(field(vmap, 'data'), rule.table);
    if (pairs === undefined) return 'its map cannot be read';
    for (const pair of pairs) {
      const [element, verdict]: unknown[] = Array.isArray(pair) ? pair : [];
      const by = selectionOfElement(field(vmap, 'key'), element);
      const now = by && narrowed(selection, by);
      if (now === undefined) return `its map is about ${wordsOf(field(vmap, 'key'))}`;
      const problem = this.#verdict(rule, verdict, now, path);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  /** A chain a real server, and turns between the chains. */
  #turns(rule: LiveRule, vmap: unknown, selection: Selection, path: readonly LiveRule[]) {
    const ends = new Map<string, ServerChain>();
    const spread = spreadByTurn(vmap, rule.table, (verdict) => {
      const end = serverChain(verdict, selection, rule.table);
      if (end !== undefined) ends.set(end.rule.chain, end);
      return end?.target;
    });
    const selections = [...ends.values()].map((end) => end.selection);
    const isOne = new Set(selections.map((one) => JSON.stringify(one))).size === 1;
    if (spread === undefined || !isOne) return 'the chains that it leads to are not understood';
    const rules = [...ends.values()].map((end) => end.rule);
    for (const one of rules) this.#read.add(one);
    return this.#listen(selections[0] ?? [], spread, [...path, rule, ...rules]);
  }

  #dnat(rule: LiveRule, dnat: unknown, selection: Selection, path: readonly LiveRule[]) {
    const addr = field(dnat, 'addr');
    const port = field(dnat, 'port');
    const map = field(addr, 'map');
    const key = field(map, 'key');
    if (key === undefined || !isAboutDestination(key)) {
      const spread = spreadOf(addr, port, rule.table);
      if (spread === undefined) return 'where it sends connections is not understood';
      return this.#listen(selection, spread, [...path, rule]);
    }
    for (const pair of elementsOf(field(map, 'data'), rule.table) ?? [undefined]) {
      const [element, value]: unknown[] = Array.isArray(pair) ? pair : [];
      const by = selectionOfElement(key, element);
      const now = by && narrowed(selection, by);
      const target = typeof port === 'object' ? undefined : targetOf(value, port as number);
      if (now === undefined || target === undefined) return 'its map is not understood';
      const problem = this.#listen(now, singleTarget(target), [...path, rule]);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  #listen(selection: Selection, spread: Spread, rules: readonly LiveRule[]): string | undefined {
    for (const { address, port, protocol } of selection) {
      if (address === undefined) return 'it is about no certain address';
      if (port === undefined) return 'it is about every port of an address';
      if (protocol !== 'tcp' && protocol !== 'udp') return 'it is about no certain protocol';
      const isTaken = this.#claims.some((claim) => overlap(claim, [{ address, port, protocol }]));
      if (isTaken) continue;
      const key = serviceKey(protocol, address, port);
      this.#listeners.set(key, { key, protocol, address, port, spread, rules });
    }
    this.#claims.push(...selection);
    return undefined;
  }
}

interface ServerChain {
  readonly rule: LiveRule;
  readonly target: Target;
  readonly selection: Selection;
}

/** A chain of one rule that sends all that comes to it to one server. */
function serverChain(
  verdict: unknown,
  selection: Selection,
  table: LiveTable,
): ServerChain | undefined {
  const name = field(field(verdict, 'goto') ?? field(verdict, 'jump'), 'target');
  const [rule, ...more] = table.chains.get(String(name))?.rules ?? [];
  if (rule === undefined || more.length > 0) return undefined;
  let now: Selection | undefined = selection;
  let target: Target | undefined;
  for (const expression of rule.expressions) {
    const match = field(expression, 'match');
    if (isHarmless(expression) || (match !== undefined && isNeutralMatch(match))) continue;
    if (match !== undefined) {
      const by = selectionOf(match, table);
      now = now && by && narrowed(now, by);
      continue;
    }
    const dnat = field(expression, 'dnat');
    const port = field(dnat, 'port');
    if (dnat === undefined || typeof port === 'object') return undefined;
    target = targetOf(field(dnat, 'addr'), port as number | undefined);
  }
  return now === undefined || target === undefined ? undefined : { rule, target, selection: now };
}

/** The first words of an expression, for people. */
function wordsOf(expression: unknown): string {
  const text = JSON.stringify(expression ?? null).replaceAll(/["{}]/g, ' ');
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 80);
}
