/**
 * Where a piece of a foreign file stands. Invariant: `start` and `end` are offsets (UTF-16 code
 * units, end exclusive) into the text exactly as it was given, so an edit can be made at them.
 */
export interface Span {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** A word of a statement or command, without its quotes. */
export interface Word {
  readonly text: string;
  readonly span: Span;
  readonly isQuoted: boolean;
  /** It came out of a parameter, variable or sequence: its place can be shown but not edited. */
  readonly isDerived: boolean;
}

export interface Comment {
  readonly mark: '!' | '#';
  /** Without the mark and the white space around it. */
  readonly text: string;
  readonly span: Span;
}

/** A foreign file as it was given. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** How much work a parser did, for tests that hold it to linear time without a clock. */
export interface WorkCounter {
  steps: number;
}

/** From the start of the first to the end of the last; both in one file. */
export function spanBetween(first: Span, last: Span): Span {
  return { ...first, end: Math.max(first.end, last.end) };
}
