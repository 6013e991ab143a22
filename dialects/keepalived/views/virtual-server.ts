/** Virtual services of a configuration, with their real servers and checks. */
import { parseAddress } from '../../../schemas/address.ts';
import { readAddresses } from '../../text/network.ts';
import { dropUndefined } from '../../text/optional.ts';
import type { Word } from '../../text/span.ts';
import { childrenNamed, childrenOf, type Statement } from '../tree.ts';
import { firstArgument, isOn, numberOf, statementOf } from './values.ts';

export type ForwardingMethod = 'nat' | 'dr' | 'tun' | 'fullnat' | 'snat';

const METHODS: Readonly<Record<string, ForwardingMethod>> = {
  NAT: 'nat',
  DR: 'dr',
  TUN: 'tun',
  FNAT: 'fullnat',
  SNAT: 'snat',
};

/** What the service listens on. */
export type ServiceKey =
  | { readonly kind: 'address'; readonly address: string; readonly port: number }
  | { readonly kind: 'fwmark'; readonly mark: number }
  | { readonly kind: 'group' | 'match'; readonly name: string }
  | { readonly kind: 'unreadable' };

export interface VirtualServer {
  readonly key: ServiceKey;
  readonly protocol: string;
  readonly protocolWord?: Word;
  readonly scheduler?: Word;
  readonly methodWord?: Word;
  readonly method?: ForwardingMethod;
  /** Seconds; the daemon's 360 when the keyword stands alone. */
  readonly persistenceTimeout?: number;
  readonly localAddressGroup?: Word;
  readonly realServers: readonly RealServer[];
  readonly sorryServer?: Statement;
  readonly statement: Statement;
}

export interface RealServer {
  readonly address?: string;
  readonly port?: number;
  readonly weight?: number;
  readonly methodWord?: Word;
  readonly method?: ForwardingMethod;
  readonly inhibitsOnFailure: boolean;
  readonly checks: readonly Statement[];
  readonly statement: Statement;
}

export interface ServerGroup {
  readonly name: string;
  readonly entries: readonly ServerGroupEntry[];
  readonly statement: Statement;
}

export interface ServerGroupEntry {
  readonly addresses: readonly string[];
  readonly port?: number;
  readonly mark?: number;
  readonly statement: Statement;
}

const PERSISTENCE_DEFAULT_SECONDS = 360;

export function readVirtualServer(statement: Statement): VirtualServer {
  const persistence = statementOf(statement, 'persistence_timeout');
  const methodWord = firstArgument(statement, 'lb_kind', 'lvs_method');
  const protocolWord = firstArgument(statement, 'protocol');
  return dropUndefined({
    key: readKey(statement.words.slice(1)),
    protocol: (protocolWord?.text ?? 'TCP').toUpperCase(),
    protocolWord,
    scheduler: firstArgument(statement, 'lb_algo', 'lvs_sched'),
    methodWord,
    method: METHODS[methodWord?.text.toUpperCase() ?? ''],
    persistenceTimeout:
      persistence && (numberOf(persistence.words[1]) ?? PERSISTENCE_DEFAULT_SECONDS),
    localAddressGroup: firstArgument(statement, 'laddr_group_name'),
    realServers: childrenNamed(statement, 'real_server').map(readRealServer),
    sorryServer: statementOf(statement, 'sorry_server'),
    statement,
  });
}

function readKey(words: readonly Word[]): ServiceKey {
  const [first, second] = words;
  if (first?.text === 'fwmark') {
    const mark = numberOf(second);
    return mark === undefined ? { kind: 'unreadable' } : { kind: 'fwmark', mark };
  }
  if ((first?.text === 'group' || first?.text === 'match') && second !== undefined) {
    return { kind: first.text, name: second.text };
  }
  const address = parseAddress(first?.text ?? '');
  if (address === undefined) return { kind: 'unreadable' };
  return { kind: 'address', address, port: numberOf(second) ?? 0 };
}

function readRealServer(statement: Statement): RealServer {
  const [, address, port] = statement.words;
  const methodWord = firstArgument(statement, 'lvs_method');
  return dropUndefined({
    address: parseAddress(address?.text ?? ''),
    port: numberOf(port),
    weight: numberOf(firstArgument(statement, 'weight')),
    methodWord,
    method: METHODS[methodWord?.text.toUpperCase() ?? ''],
    inhibitsOnFailure: isOn(statementOf(statement, 'inhibit_on_failure')),
    checks: childrenOf(statement).filter(({ keyword }) => /_(CHECK|GET)$/.test(keyword.text)),
    statement,
  });
}

export function readServerGroup(statement: Statement): ServerGroup {
  const name = statement.words[1]?.text ?? '';
  return { name, entries: childrenOf(statement).map(readEntry), statement };
}

/** `10.0.0.1 80`, `10.0.0.1-10 80`, `10.0.0.0/28 80`, `fwmark 5`. */
function readEntry(statement: Statement): ServerGroupEntry {
  const [first, second] = statement.words;
  if (first?.text === 'fwmark') {
    return dropUndefined({ addresses: [], mark: numberOf(second), statement });
  }
  const addresses = readAddresses(first?.text ?? '') ?? [];
  return dropUndefined({ addresses, port: numberOf(second), statement });
}
