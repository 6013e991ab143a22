/**
 * Lines of a program's output, ready to be read by white space and arity: captures lose their
 * indentation and gain columns of line numbers, so columns mean nothing here.
 */
import { type Finding, findingAt } from '../finding.ts';
import { LineIndex } from '../text/line-index.ts';
import { lineNumberRuns } from '../text/line-numbers.ts';
import type { SourceText, Span, WorkCounter } from '../text/span.ts';

export interface OutputLine {
  readonly fields: readonly string[];
  readonly text: string;
  readonly span: Span;
}

export interface OutputOptions {
  readonly work?: WorkCounter;
}

/** The lines that are not blank, without line-number columns; one by one, for there are many. */
export function* outputLines(
  source: SourceText,
  options: OutputOptions = {},
): Generator<OutputLine, void, void> {
  const index = new LineIndex(source);
  const skipped = new Set(lineNumberRuns(index).flat());
  for (const line of index.lines) {
    if (options.work !== undefined) options.work.steps += line.end - line.start + 1;
    if (skipped.has(line)) continue;
    const text = index.textOf(line).trim();
    if (text === '') continue;
    yield { text, fields: text.split(/\s+/), span: index.spanOn(line, line.start, line.end) };
  }
}

/** A line that the reader of this output has no meaning for. */
export function unreadLine(line: OutputLine): Finding {
  return findingAt(line.span, 'W_OUTPUT_LINE', `not understood: ${line.text.slice(0, 80)}`);
}

/** `12`, `3K`, `1M`: from 10^8 on ipvsadm rounds unless `--exact` is given. */
export function readCount(text: string): number | undefined {
  const found = /^(\d{1,18})([KMGT]?)$/.exec(text);
  if (found === null) return undefined;
  const factor = { '': 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12 }[found[2] ?? ''] ?? 1;
  return Number(found[1]) * factor;
}
