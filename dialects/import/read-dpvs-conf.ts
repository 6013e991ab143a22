/** dpvs.conf: ports and bonds become links of the Node; how cores poll them stays where it is. */
import { readDpvsConfig } from '../dpvs-conf/config.ts';
import { childrenNamed, type Statement, type Tree } from '../keepalived/tree.ts';
import { dropUndefined } from '../text/optional.ts';
import type { Director, ImportContext } from './director.ts';

/** Modes 0 to 6 of bonding, in the kernel's words. */
const MODES = [
  'balance-rr',
  'active-backup',
  'balance-xor',
  'broadcast',
  '802.3ad',
  'balance-tlb',
  'balance-alb',
] as const;

export function readDpvsConf(tree: Tree, director: Director, context: ImportContext): void {
  const { ledger } = context;
  const config = readDpvsConfig(tree);
  for (const { name, statement } of config.devices) {
    director.links.add(name);
    ledger.mapped(statement, director.target, 'spec.interfaces');
  }
  for (const bond of config.bonds) {
    const mode = MODES[bond.mode ?? -1];
    const { statement } = bond;
    if (mode === undefined || bond.slaves.length === 0) {
      ledger.refused(statement, 'a bond needs a mode from 0 to 6 and slaves');
      continue;
    }
    const path = `spec.bonds[${director.bonds.length}]`;
    const members = bond.slaves.map(({ text }) => text);
    for (const member of members) director.links.add(member);
    director.links.add(bond.name);
    ledger.mapped(statement, director.target, path);
    const take = (words: Statement[], field: string) => {
      for (const one of words) ledger.mapped(one, director.target, `${path}.${field}`);
    };
    take(childrenNamed(statement, 'mode'), 'mode');
    take(childrenNamed(statement, 'slave'), 'members');
    take(childrenNamed(statement, 'primary'), 'primary');
    const primary = bond.primary?.text;
    director.bonds.push({
      fields: dropUndefined({ name: bond.name, mode, members, primary }),
      source: statement,
    });
  }
}
