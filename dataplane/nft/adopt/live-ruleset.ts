/**
 * The whole ruleset of the kernel as it is needed to understand rules that somebody else wrote:
 * chains with their hooks, rules with their handles and their own words, elements of sets and maps.
 * Read from nft's JSON; the words come from its plain listing and are for people only.
 */
import { createHash } from 'node:crypto';
import { FleetError } from '../../../schemas/errors.ts';
import { field, number } from '../listing.ts';

export interface LiveRule {
  readonly table: LiveTable;
  readonly chain: string;
  readonly handle: number;
  readonly expressions: readonly unknown[];
  readonly text: string;
}

export interface LiveChain {
  readonly table: LiveTable;
  readonly name: string;
  readonly type: string | undefined;
  readonly hook: string | undefined;
  readonly priority: number | undefined;
  readonly policy: string | undefined;
  readonly rules: readonly LiveRule[];
}

export interface LiveTable {
  readonly family: string;
  readonly name: string;
  readonly chains: ReadonlyMap<string, LiveChain>;
  /** Elements of named sets and maps, as nft's JSON has them. */
  readonly elements: ReadonlyMap<string, readonly unknown[]>;
}

/** `text`: of `nft -a list ruleset`. @throws FleetError E_DATAPLANE_OBSERVE */
export function readLiveRuleset(json: string, text: string): LiveTable[] {
  const words = ruleWords(text);
  const tables = new Map<string, MutableTable>();
  for (const item of listed(json)) {
    const table = field(item, 'table');
    if (table !== undefined) {
      const [family, name] = [str(table, 'family'), str(table, 'name')];
      tables.set(`${family} ${name}`, { family, name, chains: new Map(), elements: new Map() });
    }
    const chain = field(item, 'chain');
    const set = field(item, 'set') ?? field(item, 'map');
    const rule = field(item, 'rule');
    const owner = tables.get(tableOf(chain ?? set ?? rule));
    if (owner === undefined) continue;
    if (chain !== undefined) owner.chains.set(str(chain, 'name'), chainOf(owner, chain));
    if (set !== undefined) {
      const elements = field(set, 'elem');
      owner.elements.set(str(set, 'name'), Array.isArray(elements) ? elements.map(bare) : []);
    }
    if (rule !== undefined) {
      const handle = number(rule, 'handle') ?? 0;
      const expressions = field(rule, 'expr');
      owner.chains.get(str(rule, 'chain'))?.rules.push({
        table: owner,
        chain: str(rule, 'chain'),
        handle,
        expressions: Array.isArray(expressions) ? expressions : [],
        text: words.get(`${owner.family} ${owner.name} ${handle}`) ?? '',
      });
    }
  }
  return [...tables.values()];
}

/** `table ip lb chain prerouting handle 4` */
export function ruleWhere({ table, chain, handle }: LiveRule): string {
  return `${tableWhere(table)} chain ${chain} handle ${handle}`;
}

export function tableWhere({ family, name }: LiveTable): string {
  return `table ${family} ${name}`;
}

/** Tables in which something is translated; only those are of interest to an adoption. */
export function natTables(tables: readonly LiveTable[], ownTable: string): LiveTable[] {
  const isOwn = ({ family, name }: LiveTable) => family === 'inet' && name === ownTable;
  const hasNat = ({ chains }: LiveTable) => [...chains.values()].some(({ type }) => type === 'nat');
  return tables.filter((table) => !isOwn(table) && hasNat(table));
}

/** Equal for rules that say the same, whatever was counted by them. */
export function fingerprintOf(tables: readonly LiveTable[]): string {
  const hash = createHash('sha256');
  for (const { family, name, chains, elements } of tables) {
    hash.update(JSON.stringify([family, name]));
    for (const { rules, table: _, ...chain } of chains.values()) {
      hash.update(JSON.stringify(chain));
      for (const { handle, expressions } of rules) {
        hash.update(JSON.stringify([handle, expressions.filter((one) => !isCounter(one))]));
      }
    }
    for (const entry of elements) hash.update(JSON.stringify(entry));
  }
  return hash.digest('hex');
}

export function isCounter(expression: unknown): boolean {
  return field(expression, 'counter') !== undefined;
}

interface MutableTable extends LiveTable {
  readonly chains: Map<string, LiveChain & { readonly rules: LiveRule[] }>;
  readonly elements: Map<string, readonly unknown[]>;
}

function chainOf(table: LiveTable, chain: unknown): LiveChain & { rules: LiveRule[] } {
  const optional = (name: string) =>
    field(chain, name) === undefined ? undefined : str(chain, name);
  return {
    table,
    name: str(chain, 'name'),
    type: optional('type'),
    hook: optional('hook'),
    priority: number(chain, 'prio'),
    policy: optional('policy'),
    rules: [],
  };
}

/**
 * Rules by table and handle. A rule may go over several lines (long sets); its handle ends it. What
 * stands outside of chains has handles too, and is passed over.
 */
function ruleWords(text: string): Map<string, string> {
  const words = new Map<string, string>();
  let table = '';
  let isInChain = false;
  let rule: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const opened = /^(table|chain|set|map|counter|flowtable|quota|limit|ct \w+) (.*?) ?\{/.exec(
      line,
    );
    if (opened?.[1] === 'table') table = opened[2] ?? '';
    if (opened !== null && !isInChain) {
      isInChain = opened[1] === 'chain';
      rule = [];
    } else if (line === '}' && rule.length === 0) isInChain = false;
    else if (isInChain && !/^type \w+ hook /.test(line) && line !== '') {
      rule.push(line);
      const handle = /^(.*)# handle (\d+)$/.exec(line);
      if (handle === null) continue;
      const whole = rule.join(' ').replace(/ *# handle \d+$/, '');
      words.set(`${table} ${handle[2]}`, whole);
      rule = [];
    }
  }
  return words;
}

/** An element without its comment or counter; one that ends by itself stays as it is: not understood. */
function bare(element: unknown): unknown {
  if (Array.isArray(element)) return [bare(element[0]), element[1]];
  const wrapped = field(element, 'elem');
  return wrapped === undefined || field(wrapped, 'timeout') !== undefined
    ? element
    : field(wrapped, 'val');
}

function listed(json: string): unknown[] {
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

function tableOf(item: unknown): string {
  return item === undefined ? '' : `${str(item, 'family')} ${str(item, 'table')}`;
}

function str(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === 'string' ? found : '';
}
