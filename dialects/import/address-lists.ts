/** DPVS: `deny_address_group` and `allow_address_group`, which services name. */
import { childrenOf, type Statement } from '../keepalived/tree.ts';
import { formatNetwork, readAddresses, readNetwork } from '../text/network.ts';
import type { ImportContext } from './director.ts';
import { lastOf, type Reading } from './statement-values.ts';

const GROUPS: Readonly<Record<string, string>> = {
  daddr_group_name: 'deny_address_group',
  waddr_group_name: 'allow_address_group',
};

export class AddressLists {
  readonly #groups: ReadonlyMap<string, Statement>;
  readonly #context: ImportContext;

  constructor(statements: readonly Statement[], context: ImportContext) {
    const entries = statements
      .filter(({ keyword }) => Object.values(GROUPS).includes(keyword.text))
      .map((one) => [`${one.keyword.text} ${one.words[1]?.text ?? ''}`, one] as const);
    this.#groups = new Map(entries);
    this.#context = context;
  }

  /** The networks of the group that the service names; undefined when it names none. */
  read({ context, block, target }: Reading, keyword: string, path: string): string[] | undefined {
    const { ledger } = this.#context;
    const statement = lastOf(context, block, keyword);
    if (statement === undefined) return undefined;
    const name = statement.words[1]?.text ?? '';
    const group = this.#groups.get(`${GROUPS[keyword]} ${name}`);
    if (group === undefined) {
      ledger.refused(statement, `there is no ${GROUPS[keyword]} ${name}`);
      return undefined;
    }
    ledger.mapped(statement, target, path);
    ledger.mapped(group, target, path);
    return childrenOf(group).flatMap((line) => {
      const networks = networksOf(line.keyword.text);
      if (networks.length === 0) ledger.refused(line, `${line.keyword.text} is no address`);
      else ledger.mapped(line, target, path);
      return networks;
    });
  }
}

export function networksOf(text: string): string[] {
  const network = readNetwork(text);
  if (network !== undefined) return [formatNetwork(network)];
  return (readAddresses(text) ?? []).flatMap((address) => {
    const one = readNetwork(address);
    return one === undefined ? [] : [formatNetwork(one)];
  });
}
