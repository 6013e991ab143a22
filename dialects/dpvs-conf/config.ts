/**
 * dpvs.conf by its meaning: ports, bonds and workers. The grammar is that of keepalived.conf with
 * `<init>` before what takes effect at the start only, so tree and printer are shared.
 */
import type { Finding } from '../finding.ts';
import { type ParseOptions, parseTree } from '../keepalived/parse-tree.ts';
import { childrenNamed, childrenOf, type Statement, type Tree } from '../keepalived/tree.ts';
import { firstArgument, numberOf, statementOf } from '../keepalived/views/values.ts';
import { dropUndefined } from '../text/optional.ts';
import type { SourceText, Word } from '../text/span.ts';

export interface DpvsConfig {
  readonly file: string;
  readonly devices: readonly DpvsDevice[];
  readonly bonds: readonly DpvsBond[];
  readonly workers: readonly DpvsWorker[];
}

export interface DpvsDevice {
  readonly name: string;
  readonly kniName?: Statement;
  readonly rxQueues?: number;
  readonly txQueues?: number;
  readonly statement: Statement;
}

export interface DpvsBond {
  readonly name: string;
  readonly mode?: number;
  readonly slaves: readonly Word[];
  readonly primary?: Word;
  readonly kniName?: Statement;
  readonly statement: Statement;
}

export interface DpvsWorker {
  readonly name: string;
  readonly isMaster: boolean;
  readonly cpu?: number;
  readonly ports: readonly DpvsWorkerPort[];
  readonly statement: Statement;
}

export interface DpvsWorkerPort {
  readonly port: Word;
  readonly rxQueues: readonly Word[];
  readonly txQueues: readonly Word[];
  readonly statement: Statement;
}

export function parseDpvsConf(
  source: SourceText,
  options: Omit<ParseOptions, 'marksInit'> = {},
): { tree: Tree; findings: Finding[] } {
  return parseTree(source, { ...options, marksInit: true });
}

export function readDpvsConfig(tree: Tree): DpvsConfig {
  const within = (block: string) => tree.statements.filter(({ keyword }) => keyword.text === block);
  const netif = within('netif_defs');
  // A capture of a page often has the worker blocks alone.
  const workers = [
    ...within('worker_defs').flatMap((block) => childrenNamed(block, 'worker')),
    ...within('worker'),
  ];
  return {
    file: tree.file,
    devices: netif.flatMap((block) => childrenNamed(block, 'device')).map(readDevice),
    bonds: netif.flatMap((block) => childrenNamed(block, 'bonding')).map(readBond),
    workers: workers.map(readWorker),
  };
}

function readDevice(statement: Statement): DpvsDevice {
  const queues = (direction: string) => {
    const block = statementOf(statement, direction);
    return block && numberOf(firstArgument(block, 'queue_number'));
  };
  return dropUndefined({
    name: statement.words[1]?.text ?? '',
    kniName: statementOf(statement, 'kni_name'),
    rxQueues: queues('rx'),
    txQueues: queues('tx'),
    statement,
  });
}

function readBond(statement: Statement): DpvsBond {
  return dropUndefined({
    name: statement.words[1]?.text ?? '',
    mode: numberOf(firstArgument(statement, 'mode')),
    slaves: childrenNamed(statement, 'slave').flatMap(({ words }) => words.slice(1)),
    primary: firstArgument(statement, 'primary'),
    kniName: statementOf(statement, 'kni_name'),
    statement,
  });
}

function readWorker(statement: Statement): DpvsWorker {
  return dropUndefined({
    name: statement.words[1]?.text ?? '',
    isMaster: firstArgument(statement, 'type')?.text === 'master',
    cpu: numberOf(firstArgument(statement, 'cpu_id')),
    ports: childrenOf(statement)
      .filter(({ keyword }) => keyword.text === 'port')
      .flatMap(readPort),
    statement,
  });
}

function readPort(statement: Statement): DpvsWorkerPort[] {
  const [, port] = statement.words;
  const queues = (name: string) => statementOf(statement, name)?.words.slice(1) ?? [];
  if (port === undefined) return [];
  return [{ port, rxQueues: queues('rx_queue_ids'), txQueues: queues('tx_queue_ids'), statement }];
}
