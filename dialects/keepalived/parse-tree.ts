/**
 * The text of a keepalived.conf (or dpvs.conf) as a tree, nothing evaluated: conditions stay with
 * their statements, parameters, sequences and includes are statements like others. Never throws,
 * whatever the text is; linear in its length.
 */
import { type Finding, findingAt } from '../finding.ts';
import { LineIndex, type PhysicalLine } from '../text/line-index.ts';
import { lineNumberRuns } from '../text/line-numbers.ts';
import type { SourceText, Word, WorkCounter } from '../text/span.ts';
import { TreeBuilder } from './build-tree.ts';
import { LogicalLine, type Piece } from './logical-line.ts';
import { commentStart, type Token, type TokenSink, tokenise } from './tokens.ts';
import type { Tree } from './tree.ts';

export interface ParseOptions {
  /** dpvs.conf: `<init>` before a statement is a mark of it. */
  readonly marksInit?: boolean;
  readonly work?: WorkCounter;
}

export function parseTree(
  source: SourceText,
  options: ParseOptions = {},
): { tree: Tree; findings: Finding[] } {
  const findings: Finding[] = [];
  const builder = new TreeBuilder(findings, options.marksInit);
  for (const line of readLines(source, findings)) {
    const sink = { findings, work: options.work, marksInit: options.marksInit === true };
    builder.addLine(lineTokens(line, sink));
  }
  return { tree: { file: source.file, ...builder.end() }, findings };
}

/** The tokens of a line that is not evaluated. */
export function lineTokens(line: LogicalLine, sink: TokenSink): Token[] {
  return directive(line, sink) ?? tokenise(line, sink);
}

/** Definitions and includes are no words and braces: what follows is taken as it stands. */
function directive(line: LogicalLine, sink: TokenSink): Token[] | undefined {
  const found = /^(\s*(?:@\S+\s+)?)(\$[A-Za-z_]\w*=|include[rmwba]?\s+(?=\S))/.exec(line.text);
  if (found === null) return undefined;
  const [head, before = '', name = ''] = found;
  const end =
    name.startsWith('$') && line.text.includes('\n') ? line.text.length : commentStart(line.text);
  if (end < head.length) return undefined;
  const part = (from: number, to: number) => new LogicalLine(line.index, line.slice(from, to));
  const word = (from: number, to: number): Word => {
    const { span, isDerived } = line.span(from, to);
    return { text: line.text.slice(from, to), span, isQuoted: false, isDerived };
  };
  const lines = line.text.slice(head.length, end).trim().split('\n');
  const value = lines.map((text) => text.trimEnd()).join('\n');
  const nameEnd = before.length + name.trimEnd().length;
  const comment = end < line.text.length ? tokenise(part(end, line.text.length), sink) : [];
  const condition = before.trim() === '' ? [] : tokenise(part(0, before.length), sink);
  if (name.startsWith('$')) {
    const keyword = word(before.length, nameEnd - 1);
    return [...condition, { kind: 'definition', word: keyword, value }, ...comment];
  }
  const path = word(head.length, head.length + value.length);
  return [
    ...condition,
    { kind: 'word', word: word(before.length, nameEnd) },
    { kind: 'word', word: { ...path, text: value.replace(/^(["'])(.*)\1$/, '$2') } },
    ...comment,
  ];
}

/**
 * The lines to be read: without line-number columns, continued lines put together. One by one:
 * nothing of a line has to live longer than its statement takes to be read.
 */
export function* readLines(
  source: SourceText,
  findings: Finding[],
): Generator<LogicalLine, void, void> {
  const index = new LineIndex(source);
  const skipped = droppedLines(index, findings);
  let pieces: Piece[] = [];
  // The lines of a definition stay lines; other continued lines become one.
  let isDefinition = false;
  for (const line of index.lines) {
    if (skipped.has(line)) continue;
    const text = index.textOf(line);
    const isContinued = endsInBackslash(text);
    isDefinition ||= pieces.length === 0 && /^\s*(@\S+\s+)?\$[A-Za-z_]\w*=\s*\\\s*$/.test(text);
    const body = isContinued ? text.replace(/\\\s*$/, isDefinition ? '\n' : ' ') : text;
    pieces.push({ text: body, start: line.start, isDerived: false });
    if (isContinued) continue;
    yield new LogicalLine(index, pieces);
    pieces = [];
    isDefinition = false;
  }
  if (pieces.length > 0) yield new LogicalLine(index, pieces);
}

/** A backslash ends the line to be continued, unless a comment has begun before it. */
function endsInBackslash(text: string): boolean {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith('\\') || trimmed.endsWith('\\\\')) return false;
  return commentStart(text) >= trimmed.length;
}

function droppedLines(index: LineIndex, findings: Finding[]): Set<PhysicalLine> {
  const skipped = new Set<PhysicalLine>();
  for (const run of lineNumberRuns(index)) {
    for (const line of run) skipped.add(line);
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    const span = index.spanOn(first, first.start, last.next);
    const edit = { file: span.file, start: span.start, end: span.end, text: '' };
    findings.push(
      findingAt(span, 'W_LINE_NUMBERS', `${run.length} lines are a column of line numbers`, {
        fix: { title: 'delete the column of line numbers', edits: [edit] },
      }),
    );
  }
  return skipped;
}
