/**
 * What other tables do with NAT: it may take packets before or after our rules do, and it is what
 * an engineer looks for when "it does not balance". Reported by place, never touched.
 */
import type { ForeignEntry } from '../../schemas/dataplane.ts';
import { field, type ListedRuleChain, type ListedRuleset } from './listing.ts';

/** NAT statements of nft(8) that change where a connection goes or comes from. */
const NAT_STATEMENTS = ['dnat', 'snat', 'masquerade', 'redirect', 'tproxy', 'xt'] as const;

export function foreignEntries(ruleset: ListedRuleset, ownTable: string): ForeignEntry[] {
  return ruleset.chains
    .filter(({ family, table }) => family !== 'inet' || table !== ownTable)
    .flatMap(entriesOfChain);
}

function entriesOfChain(chain: ListedRuleChain): ForeignEntry[] {
  const where = `table ${chain.family} ${chain.table} chain ${chain.name}`;
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
