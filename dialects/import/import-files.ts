/**
 * Foreign files to resources: lint, read, join, settle, write. Pure and deterministic: the same
 * files give the same bytes. What is written is valid, and every statement is accounted for.
 */
import type { DataplaneName } from '../../schemas/capabilities.ts';
import type { Resource } from '../../schemas/resources/resource.ts';
import type { Finding } from '../finding.ts';
import { isForkOf122 } from '../flavour.ts';
import { parseTree } from '../keepalived/parse-tree.ts';
import { childrenOf, type Statement } from '../keepalived/tree.ts';
import { type LintFile, type LintNode, type LintOptions, readBundle } from '../lint/bundle.ts';
import { lintBundle } from '../lint/lint-files.ts';
import type { Comment } from '../text/span.ts';
import { commentsOf } from './comments.ts';
import type { ImportContext, Notice } from './director.ts';
import { joinDirectors } from './join-directors.ts';
import { Ledger } from './ledger.ts';
import { listingAsCommands } from './listing-commands.ts';
import { NODE_DEFAULT, readNode } from './read-node.ts';
import { type ReportRow, reportRows, type Totals, totalsOf } from './report.ts';
import { settle } from './settle.ts';
import { type WrittenFile, writeYaml } from './write-yaml.ts';

export interface ImportOptions extends LintOptions {
  readonly cluster?: string;
  /** Absent: that of the directors' tools. */
  readonly dataplane?: DataplaneName;
  readonly management?: ReadonlyMap<string, string>;
}

export interface ImportResult {
  readonly files: readonly WrittenFile[];
  readonly resources: readonly Resource[];
  readonly rows: readonly ReportRow[];
  readonly totals: Totals;
  readonly notices: readonly Notice[];
  /** What the linter says of the same files. */
  readonly findings: readonly Finding[];
}

export const CLUSTER_DEFAULT = 'imported';

export function importFiles(given: readonly LintFile[], options: ImportOptions = {}): ImportResult {
  const files = given.map(listingAsCommands);
  const bundle = readBundle(files, options);
  const findings = lintBundle(bundle, files);
  const context: ImportContext = { ledger: new Ledger(), notices: [] };
  const directors = bundle.nodes.map((node) => readNode(node, context));
  for (const node of bundle.nodes) listEvaluated(node, files, context);
  listUnread(bundle.findings, files, context);
  const { cluster = CLUSTER_DEFAULT, management = new Map<string, string>(), dataplane } = options;
  const chosen = dataplane === undefined ? {} : { dataplane };
  const drafts = joinDirectors(directors, { cluster, management, ...chosen }, context);
  const settled = settle(drafts, context);
  const clusterTarget = settled[0]?.draft.target;
  const written = new Set(settled.map(({ draft }) => draft.target.final()));
  context.ledger.written(written);
  const comments =
    clusterTarget === undefined
      ? new Map()
      : commentsOf(context.ledger, written, clusterTarget, looseComments(bundle.nodes));
  const names = files.map(({ file }) => file);
  const rows = reportRows(context.ledger, names);
  const sources = files.map(({ file, node }) => (node === undefined ? file : `${file} (${node})`));
  return {
    files: writeYaml(settled, comments, sources),
    resources: settled.map(({ resource }) => resource),
    rows,
    totals: totalsOf(rows),
    notices: [...context.notices].sort(bySeverity),
    findings,
  };
}

const bySeverity = (a: Notice, b: Notice) =>
  a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1;

/** At the end of a file, behind its last statement. */
function looseComments(nodes: readonly LintNode[]): Comment[] {
  return nodes.flatMap(({ keepalived, dpvsConf }) =>
    [...keepalived, ...dpvsConf].flatMap(({ tree }) => tree.dangling),
  );
}

/** Parameters and includes are gone from the tree that is read: what they stand for is in it. */
function listEvaluated(
  node: LintNode,
  files: readonly LintFile[],
  { ledger }: ImportContext,
): void {
  const own = files.filter(
    ({ kind, node: of }) => kind === 'keepalived' && (of ?? '') === node.name,
  );
  const name = node.name === '' ? NODE_DEFAULT : node.name;
  const reason = 'evaluated: what it stands for is listed where it is used';
  // The forks of 1.2.2 include, and take a definition for a word that they do not know.
  const isGone = ({ definition, keyword }: Statement) =>
    /^include[rmwba]?$/.test(keyword.text) ||
    (definition !== undefined && !isForkOf122(node.flavour));
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (!isGone(statement)) visit(childrenOf(statement));
      else ledger.list(statement, name, 'directive', { outcome: 'ignored', reason });
    }
  };
  for (const file of own) {
    if (/^\s*(@\S+\s+)?(\$\w+=|include)/m.test(file.text)) visit(parseTree(file).tree.statements);
  }
}

/** Lines of scripts that give no command, and includes that include nothing. */
const UNREAD = /^(W_SHELL_SYNTAX|W_SHELL_VALUE|E_INCLUDE_DEPTH|W_INCLUDE_NOTHING)$/;

function listUnread(
  findings: readonly Finding[],
  files: readonly LintFile[],
  { ledger }: ImportContext,
): void {
  const nodes = new Map(files.map(({ file, node }) => [file, node ?? NODE_DEFAULT]));
  const texts = new Map(files.map(({ file, text }) => [file, text.split('\n')]));
  const directives = new Map(
    ledger
      .entries()
      .filter(({ place }) => place === 'directive')
      .map(({ source }) => [`${source.span.file} ${source.span.line}`, source]),
  );
  const seen = new Set<string>();
  for (const { code, file, line, column, message } of findings) {
    const key = `${file} ${line}`;
    if (!UNREAD.test(code) || seen.has(key)) continue;
    seen.add(key);
    const directive = directives.get(key);
    if (directive !== undefined) {
      ledger.refused(directive, message);
      continue;
    }
    const text = texts.get(file)?.[line - 1]?.trim() ?? '';
    const source = { span: { file, line, column, start: 0, end: 0 }, text };
    const verdict = { outcome: 'refused', reason: message } as const;
    ledger.list(source, nodes.get(file) ?? NODE_DEFAULT, 'not read', verdict);
  }
}
