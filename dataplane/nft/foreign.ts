/**
 * What other tables do to packets that are ours too. NAT may take a connection before or after our
 * rules do, and it is what an engineer looks for when "it does not balance"; filters may drop what
 * we forward. Reported by place, never touched.
 */
import type { ForeignEntry } from '../../schemas/dataplane.ts';
import { field, findField, type ListedRuleChain, type ListedRuleset } from './listing.ts';

/** NAT statements of nft(8) that change where a connection goes or comes from. */
const NAT_STATEMENTS = ['dnat', 'snat', 'masquerade', 'redirect', 'tproxy', 'xt'] as const;
/** Hooks that forwarded packets pass. */
const FORWARD_HOOKS: readonly (string | undefined)[] = [
  'ingress',
  'prerouting',
  'forward',
  'postrouting',
];
/** Verdicts that end a packet, or hand it to a program. */
const STOPPING = ['drop', 'reject', 'queue'] as const;

export function foreignEntries(ruleset: ListedRuleset, ownTable: string): ForeignEntry[] {
  return othersOf(ruleset, ownTable).flatMap(entriesOfChain);
}

/**
 * Filter chains of others that may keep our packets from passing: at a hook that forwarded packets
 * meet, and dropping by policy or by a rule of theirs, or with rules about one of these addresses.
 */
export function foreignFilters(
  ruleset: ListedRuleset,
  ownTable: string,
  addresses: ReadonlySet<string>,
): ForeignEntry[] {
  const others = othersOf(ruleset, ownTable);
  return others
    .filter(({ type, hook }) => type === 'filter' && FORWARD_HOOKS.includes(hook))
    .flatMap((chain): ForeignEntry[] => {
      const within = others.filter(
        ({ family, table, hook, name }) =>
          family === chain.family &&
          table === chain.table &&
          (hook === undefined || name === chain.name),
      );
      const rules = within.flatMap((one) => one.rules);
      const stopping = rules.filter(isStopping).length;
      const about = rules.filter((rule) => isAbout(rule, addresses)).length;
      if (stopping + about === 0 && chain.policy !== 'drop') return [];
      const policy = chain.policy === undefined ? '' : `, policy ${chain.policy}`;
      return [
        {
          where: whereOf(chain),
          what:
            `filter chain at hook ${chain.hook} priority ${chain.priority}${policy}: ` +
            `${stopping} rules that stop packets, ${about} about our addresses`,
        },
      ];
    });
}

function othersOf(ruleset: ListedRuleset, ownTable: string): ListedRuleChain[] {
  return ruleset.chains.filter(({ family, table }) => family !== 'inet' || table !== ownTable);
}

function whereOf({ family, table, name }: ListedRuleChain): string {
  return `table ${family} ${table} chain ${name}`;
}

function isStopping({ expressions }: ListedRuleChain['rules'][number]): boolean {
  return STOPPING.some((verdict) =>
    expressions.some(
      (one) =>
        (typeof one === 'object' && one !== null && verdict in one) ||
        findField(field(one, 'vmap'), verdict) !== undefined,
    ),
  );
}

function isAbout(
  { expressions }: ListedRuleChain['rules'][number],
  addresses: ReadonlySet<string>,
): boolean {
  const texts = JSON.stringify(expressions).match(/[0-9a-f:.]{3,}/gi) ?? [];
  return texts.some((text) => addresses.has(text));
}

function entriesOfChain(chain: ListedRuleChain): ForeignEntry[] {
  const where = whereOf(chain);
  const isNat = chain.type === 'nat';
  const entries: ForeignEntry[] = isNat
    ? [{ where, what: `nat chain at hook ${chain.hook} priority ${chain.priority}` }]
    : [];
  chain.rules.forEach(({ expressions }, i) => {
    for (const expression of expressions) {
      const verb = NAT_STATEMENTS.find((name) => field(expression, name) !== undefined);
      // A foreign extension (iptables-nft) shows no arguments; in a nat chain it is a target.
      if (verb === undefined || (verb === 'xt' && !isNat)) continue;
      const target = JSON.stringify(field(expression, verb));
      entries.push({ where: `${where} rule ${i + 1}`, what: `${verb} ${target}` });
    }
  });
  return entries;
}
