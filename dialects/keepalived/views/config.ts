/**
 * A configuration by its meaning: the blocks that matter with typed values, each with the
 * statement that it comes from. What cannot be read is absent here and a finding of the linter.
 */
import type { Prefix } from '../../../schemas/address.ts';
import { readAddresses, readNetwork } from '../../text/network.ts';
import { dropUndefined } from '../../text/optional.ts';
import type { Word } from '../../text/span.ts';
import { childrenOf, type Statement, type Tree } from '../tree.ts';
import { firstArgument } from './values.ts';
import {
  readServerGroup,
  readVirtualServer,
  type ServerGroup,
  type VirtualServer,
} from './virtual-server.ts';
import {
  type CarriedAddress,
  readCarriedList,
  readInstance,
  readSyncGroup,
  type SyncGroup,
  type VrrpInstance,
} from './vrrp.ts';

export interface KeepalivedConfig {
  readonly file: string;
  readonly globalDefs: readonly Statement[];
  readonly syncGroups: readonly SyncGroup[];
  readonly instances: readonly VrrpInstance[];
  readonly staticAddresses: readonly CarriedAddress[];
  readonly localAddressGroups: readonly LocalAddressGroup[];
  /** In the order of the file: the first zone that fits a source is taken. */
  readonly zones: readonly Zone[];
  readonly serverGroups: readonly ServerGroup[];
  readonly virtualServers: readonly VirtualServer[];
}

export interface LocalAddressGroup {
  readonly name: string;
  readonly lines: readonly LocalAddressLine[];
  readonly statement: Statement;
}

export interface LocalAddressLine {
  readonly addresses: readonly string[];
  /** DPVS: the port that the addresses are put on. */
  readonly device?: Word;
  readonly word: Word;
  readonly statement: Statement;
}

export interface Zone {
  readonly network?: Prefix;
  /** The network as written: one or two words. */
  readonly networkWords: readonly Word[];
  readonly localAddressGroup?: Word;
  readonly statement: Statement;
}

export function readConfig(tree: Tree): KeepalivedConfig {
  const named = new Map<string, Statement[]>();
  for (const statement of tree.statements) {
    const known = named.get(statement.keyword.text);
    if (known === undefined) named.set(statement.keyword.text, [statement]);
    else known.push(statement);
  }
  const all = (keyword: string) => named.get(keyword) ?? [];
  return {
    file: tree.file,
    globalDefs: all('global_defs'),
    syncGroups: all('vrrp_sync_group').map(readSyncGroup),
    instances: all('vrrp_instance').map(readInstance),
    staticAddresses: all('static_ipaddress').flatMap(readCarriedList),
    localAddressGroups: all('local_address_group').map(readLocalAddressGroup),
    zones: all('zone').map(readZone),
    serverGroups: all('virtual_server_group').map(readServerGroup),
    virtualServers: all('virtual_server').map(readVirtualServer),
  };
}

function readLocalAddressGroup(statement: Statement): LocalAddressGroup {
  const lines = childrenOf(statement).map((line) => {
    const addresses = readAddresses(line.keyword.text) ?? [];
    return dropUndefined({ addresses, device: line.words[1], word: line.keyword, statement: line });
  });
  return { name: statement.words[1]?.text ?? '', lines, statement };
}

function readZone(statement: Statement): Zone {
  const networkWords = statement.words.slice(1, 3);
  const [network, mask] = networkWords;
  return dropUndefined({
    network: network && readNetwork(network.text, mask?.text),
    networkWords,
    localAddressGroup: firstArgument(statement, 'laddr_group_name'),
    statement,
  });
}
