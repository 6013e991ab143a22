/**
 * One director out of all of its files: lists every statement in the ledger, then reads them in
 * the order blocks need each other. What nobody takes keeps the verdict it was listed with.
 */
import type { IpvsadmCommand } from '../ipvsadm/command.ts';
import { childrenOf, type Statement, type Tree } from '../keepalived/tree.ts';
import type { LintNode } from '../lint/bundle.ts';
import { programOf } from '../shell/programs.ts';
import type { ShellCommand } from '../shell/script.ts';
import { readAddresses } from '../text/network.ts';
import { optional } from '../text/optional.ts';
import type { Span } from '../text/span.ts';
import { AddressLists } from './address-lists.ts';
import { type Director, type ImportContext, newDirector, type PoolDraft } from './director.ts';
import { type Entry, type Source, Target } from './ledger.ts';
import { readCommands } from './read-commands.ts';
import { readDpvsConf } from './read-dpvs-conf.ts';
import { commandVerdict, readDpip, readSetting, routingTables } from './read-host.ts';
import { readRoute } from './read-route.ts';
import { type NamedBlocks, readService } from './read-service.ts';
import { readMatch, readSnatRules, readSnatSwitch, readZone } from './read-snat.ts';
import { readVrrp } from './read-vrrp.ts';
import { verdictOfDpvsWord, verdictOfWord } from './words.ts';

/** Names the director when its files name none. */
export const NODE_DEFAULT = 'lb1';

export function readNode(node: LintNode, context: ImportContext): Director {
  const director = newDirector(node.name === '' ? NODE_DEFAULT : node.name, node.flavour);
  const trees = node.keepalived.map(({ tree }) => unconditional(tree, director, context));
  for (const tree of trees) {
    listStatements(tree.statements, 'ROOT', director.name, context, verdictOfWord);
  }
  for (const { tree } of node.dpvsConf) {
    listStatements(tree.statements, 'ROOT', director.name, context, verdictOfDpvsWord);
    readDpvsConf(tree, director, context);
  }
  for (const command of node.shell) {
    const program = programOf(command.words[0]?.text ?? '');
    context.ledger.list(command, director.name, program, commandVerdict(command));
  }
  for (const tree of trees) readVrrp(tree, director, context);
  readServed(trees, director, context);
  readScripts(node, director, context);
  readOthers(node, director, context);
  return director;
}

type VerdictOf = typeof verdictOfWord;

function listStatements(
  statements: readonly Statement[],
  block: string,
  node: string,
  { ledger }: ImportContext,
  verdictOf: VerdictOf,
): void {
  // Not by recursion: files are read to any depth that the parser allows.
  const open: { statement: Statement; block: string; parent: Entry | undefined }[] = [];
  const push = (all: readonly Statement[], inner: string, parent: Entry | undefined) => {
    for (const statement of [...all].reverse()) open.push({ statement, block: inner, parent });
  };
  push(statements, block, undefined);
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const word = one.statement.keyword.text;
    const verdict = verdictOf(one.block, word);
    const entry = ledger.list(one.statement, node, `${one.block}/${word}`, verdict, one.parent);
    push(childrenOf(one.statement), word, entry);
  }
}

/** Without the statements whose condition nobody decided; they are refused. */
function unconditional(tree: Tree, director: Director, context: ImportContext): Tree {
  const keep = (statements: readonly Statement[]): Statement[] =>
    statements.flatMap((statement) => {
      if (statement.condition !== undefined) {
        const { id } = statement.condition;
        const reason = `holds on hosts with the configuration id ${id} only: say --config-id`;
        const verdict = { outcome: 'refused', reason } as const;
        context.ledger.list(statement, director.name, 'condition', verdict);
        return [];
      }
      const { block } = statement;
      if (block === undefined) return [statement];
      const kept = keep(block.statements);
      const isSame =
        kept.length === block.statements.length &&
        kept.every((one, at) => one === block.statements[at]);
      return [isSame ? statement : { ...statement, block: { ...block, statements: kept } }];
    });
  return { ...tree, statements: keep(tree.statements) };
}

/** Pools first, for services and zones name them. */
function readServed(trees: readonly Tree[], director: Director, context: ImportContext): void {
  const statements = trees.flatMap((tree) => tree.statements);
  const pools = new Map<string, PoolDraft>();
  for (const block of named(statements, 'local_address_group')) {
    const pool = readPool(block, director, context);
    if (pools.has(pool.name)) context.ledger.refused(block, 'a second group of that name');
    else pools.set(pool.name, pool);
  }
  const groups = new Map(
    named(statements, 'virtual_server_group').map((one) => [one.words[1]?.text ?? '', one]),
  );
  const blocks: NamedBlocks = { pools, groups, lists: new AddressLists(statements, context) };
  for (const block of named(statements, 'zone')) readZone(block, pools, director, context);
  for (const block of named(statements, 'virtual_server')) {
    const [first, second] = block.words.slice(1).map(({ text }) => text);
    const hasRules = childrenOf(block).some(({ keyword }) => keyword.text === 'snat_rule');
    if (first === 'match') readMatch(block, director, context);
    else if (hasRules) readSnatRules(block, director, context);
    else if (/^(0\.0\.0\.0|::)$/.test(first ?? '') && Number(second ?? 0) === 0) {
      readSnatSwitch(block, director, context);
    } else readService(block, blocks, director, context);
  }
  const used = new Set(director.services.map(({ pool }) => pool));
  for (const pool of pools.values()) if (used.has(pool)) director.pools.push(pool);
}

const named = (statements: readonly Statement[], word: string): Statement[] =>
  statements.filter(({ keyword }) => keyword.text === word);

/** `local_address_group G { 10.0.0.1-9 bond1 }`; its lines are mapped when a service uses it. */
function readPool(block: Statement, director: Director, { ledger }: ImportContext): PoolDraft {
  const target = new Target('LocalAddressPool');
  const addresses = childrenOf(block).flatMap((line) => {
    const read = readAddresses(line.keyword.text);
    if (read === undefined) ledger.refused(line, `${line.keyword.text} is no address`);
    const device = line.words[1]?.text;
    if (device !== undefined) director.links.add(device);
    return (read ?? []).map((address) => ({
      address,
      source: line,
      ...optional('device', device),
    }));
  });
  return { target, name: block.words[1]?.text ?? '', source: block, addresses };
}

const placeOf = ({ file, start }: Span) => `${file}\u0000${start}`;

function readScripts(node: LintNode, director: Director, context: ImportContext): void {
  const { ledger } = context;
  // Commands were parsed from the words behind the program; where those begin tells which line.
  const byPlace = new Map<string, ShellCommand>();
  for (const command of node.shell) {
    for (const word of command.words.slice(0, 2)) byPlace.set(placeOf(word.span), command);
    byPlace.set(placeOf(command.span), command);
  }
  const sourceOf = (command: { span: Span; words: IpvsadmCommand['words'] }): Source | undefined =>
    byPlace.get(placeOf(command.words[0]?.span ?? command.span)) ??
    byPlace.get(placeOf(command.span));
  const said = node.ipvsadm.flatMap((command) => {
    const source = sourceOf(command);
    return source === undefined ? [] : [{ command, source }];
  });
  readCommands(said, director, context);
  for (const statement of node.dpip) {
    const source = sourceOf(statement);
    if (source !== undefined) readDpip(statement, source, director, context);
  }
  const tables = routingTables(node.shell, context);
  for (const setting of node.settings) readSetting(setting, director, context, tables);
  for (const { file, lines } of node.routeFiles) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const device = name.replace(/^(route|rule)6?-/, '');
    for (const line of lines) {
      const reason = 'rules that choose a routing table have no field';
      ledger.list(line, director.name, name, { outcome: 'refused', reason });
      const isRoute = name.startsWith('route');
      if (isRoute) readRoute(line, line.words, director, context, { device });
    }
  }
}

function readOthers(node: LintNode, director: Director, { ledger }: ImportContext): void {
  const verdict = { outcome: 'ignored', reason: 'how a program is started is the host’s' } as const;
  for (const { entries } of node.units) {
    for (const entry of entries) ledger.list(entry, director.name, 'unit', verdict);
  }
}
