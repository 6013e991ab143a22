/** What became of each statement, as rows that people and programs read. */
import { type Entry, type Ledger, OUTCOMES, type Outcome } from './ledger.ts';

export interface ReportRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly node: string;
  readonly statement: string;
  readonly outcome: Outcome;
  /** `VirtualService/web spec.scheduler`, when it is mapped. */
  readonly to: readonly string[];
  /** Why it is ignored or refused. */
  readonly reason: string;
  /** It is refused with the block that it stands in, for the same reason. */
  readonly isRefusedAbove: boolean;
}

export type Totals = Readonly<Record<Outcome | 'statements', number>>;

/** In the order of the files as they were given, and of the lines. */
export function reportRows(ledger: Ledger, files: readonly string[]): ReportRow[] {
  const order = new Map(files.map((file, at) => [file, at]));
  const rank = (row: ReportRow) => order.get(row.file) ?? files.length;
  return ledger
    .entries()
    .map((entry) => rowOf(ledger, entry))
    .sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}

export function totalsOf(rows: readonly ReportRow[]): Totals {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const [mapped, ignored, refused] = OUTCOMES.map(count) as [number, number, number];
  return { statements: rows.length, mapped, ignored, refused };
}

function rowOf(ledger: Ledger, entry: Entry): ReportRow {
  const { outcome, reason, mappings } = ledger.verdictOf(entry);
  const { file, line, column } = entry.source.span;
  const to = mappings.map(({ target, path }) => `${target.key} ${target.pathOf(path)}`.trim());
  return {
    file,
    line,
    column,
    node: entry.node,
    statement: textOf(entry),
    outcome,
    to: [...new Set(to)],
    reason,
    isRefusedAbove: outcome === 'refused' && isRefused(ledger, entry.parent),
  };
}

function isRefused(ledger: Ledger, entry: Entry | undefined): boolean {
  return entry !== undefined && ledger.verdictOf(entry).outcome === 'refused';
}

/** More would not fit beside what became of it. */
const STATEMENT_LENGTH_MAX = 60;

function textOf({ source, place }: Entry): string {
  const words = (source.words ?? []).map(({ text }) => text);
  // A password is no one's business who reads a report.
  if (words[0] === 'auth_pass') return 'auth_pass ***';
  const text = words.length === 0 ? (source.text ?? place) : words.join(' ');
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= STATEMENT_LENGTH_MAX ? line : `${line.slice(0, STATEMENT_LENGTH_MAX - 1)}…`;
}
