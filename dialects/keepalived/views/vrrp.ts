/** The VRRP part of a configuration: instances with their addresses, and sync groups. */
import { parsePrefix } from '../../../schemas/address.ts';
import { readAddresses } from '../../text/network.ts';
import { dropUndefined } from '../../text/optional.ts';
import type { Word } from '../../text/span.ts';
import { childrenOf, type Statement } from '../tree.ts';
import { firstArgument, linesOf, numberOf, statementOf, wordsOf } from './values.ts';

/** An address that VRRP (or `static_ipaddress`) puts on an interface. */
export interface CarriedAddress {
  readonly address: string;
  /** As written; undefined means a host address. */
  readonly prefixLength?: number;
  readonly device?: Word;
  readonly word: Word;
  readonly statement: Statement;
}

export interface VrrpInstance {
  readonly name: string;
  readonly state?: Word;
  readonly interface?: Word;
  readonly dpdkInterface?: Word;
  readonly virtualRouterId?: number;
  readonly priority?: number;
  /** Seconds. */
  readonly advertisementInterval?: number;
  readonly version?: number;
  readonly authentication?: Statement;
  readonly authType?: Word;
  readonly authPass?: Word;
  readonly nopreempt?: Statement;
  readonly addresses: readonly CarriedAddress[];
  /** `virtual_ipaddress_excluded`: carried, but not announced. */
  readonly excludedAddresses: readonly CarriedAddress[];
  readonly statement: Statement;
}

export interface SyncGroup {
  readonly name: string;
  readonly members: readonly Word[];
  readonly statement: Statement;
}

export function readInstance(statement: Statement): VrrpInstance {
  const authentication = statementOf(statement, 'authentication');
  const interval = firstArgument(statement, 'advert_int')?.text;
  return dropUndefined({
    name: statement.words[1]?.text ?? '',
    state: firstArgument(statement, 'state'),
    interface: firstArgument(statement, 'interface'),
    dpdkInterface: firstArgument(statement, 'dpdk_interface'),
    virtualRouterId: numberOf(firstArgument(statement, 'virtual_router_id')),
    priority: numberOf(firstArgument(statement, 'priority')),
    advertisementInterval: /^\d+(\.\d+)?$/.test(interval ?? '') ? Number(interval) : undefined,
    version: numberOf(firstArgument(statement, 'version')),
    authentication,
    authType: authentication && firstArgument(authentication, 'auth_type'),
    authPass: authentication && firstArgument(authentication, 'auth_pass'),
    nopreempt: statementOf(statement, 'nopreempt'),
    addresses: linesOf(statement, 'virtual_ipaddress').flatMap(readCarried),
    excludedAddresses: linesOf(statement, 'virtual_ipaddress_excluded').flatMap(readCarried),
    statement,
  });
}

export function readSyncGroup(statement: Statement): SyncGroup {
  const name = statement.words[1]?.text ?? '';
  return { name, members: wordsOf(statement, 'group'), statement };
}

/** `10.0.0.1/24 dev eth0 label eth0:1`; several plain addresses on one line count one by one. */
export function readCarried(statement: Statement): CarriedAddress[] {
  const deviceAt = statement.words.findIndex(({ text }) => text === 'dev');
  const device = deviceAt > 0 ? statement.words[deviceAt + 1] : undefined;
  const words = deviceAt > 0 ? statement.words.slice(0, deviceAt) : statement.words;
  return words.flatMap((word) =>
    (readAddresses(word.text) ?? []).map((address) =>
      dropUndefined({
        address,
        prefixLength: parsePrefix(word.text)?.length,
        device,
        word,
        statement,
      }),
    ),
  );
}

/** Children of a block that opens a list itself: `static_ipaddress { ... }`. */
export function readCarriedList(statement: Statement): CarriedAddress[] {
  return childrenOf(statement).flatMap(readCarried);
}
