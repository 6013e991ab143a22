/**
 * The physical lines of a text. Invariant: lines are cut at `\n`; a `\r` before it, and the lone
 * `\r` of very old files, belong to the line's end and never to its content.
 */
import type { SourceText, Span } from './span.ts';

export interface PhysicalLine {
  /** From 1. */
  readonly number: number;
  /** Offset of its first character. */
  readonly start: number;
  /** Offset behind its last character, before the line end. */
  readonly end: number;
  /** Offset of the next line. */
  readonly next: number;
}

export class LineIndex {
  readonly source: SourceText;
  readonly lines: readonly PhysicalLine[];
  #last: PhysicalLine | undefined;

  constructor(source: SourceText) {
    this.source = source;
    this.lines = cutLines(source.text);
  }

  /** The span of two offsets; the place is that of `start`. */
  span(start: number, end: number): Span {
    const line = this.lineAt(start);
    return {
      file: this.source.file,
      line: line.number,
      column: start - line.start + 1,
      start,
      end: Math.max(start, end),
    };
  }

  /** The span of offsets on a line that the caller already knows: no search. */
  spanOn(line: PhysicalLine, start: number, end: number): Span {
    return {
      file: this.source.file,
      line: line.number,
      column: start - line.start + 1,
      start,
      end,
    };
  }

  textOf(line: PhysicalLine): string {
    return this.source.text.slice(line.start, line.end);
  }

  /** Readers go forward: most offsets are on the line of the one before. */
  lineAt(offset: number): PhysicalLine {
    const last = this.#last;
    if (last !== undefined && last.start <= offset && offset < last.next) return last;
    const line = this.#search(offset);
    this.#last = line;
    return line;
  }

  #search(offset: number): PhysicalLine {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.lines[low] ?? { number: 1, start: 0, end: 0, next: 0 };
  }
}

function cutLines(text: string): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    const next = end.index + end[0].length;
    lines.push({ number: lines.length + 1, start, end: end.index, next });
    start = next;
  }
  if (start < text.length || lines.length === 0) {
    lines.push({ number: lines.length + 1, start, end: text.length, next: text.length });
  }
  return lines;
}
