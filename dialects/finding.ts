/**
 * What is wrong in a foreign file: a stable code, the place, what and why, how to mend it and,
 * where it is possible without a guess, the edit that mends it. Invariant: a finding without a
 * safe edit has no fix; an edit is never a guess about what somebody meant.
 */
import { LINT_CODES, type LintCode } from './lint/codes.ts';
import type { Span } from './text/span.ts';

/** Replaces the characters from `start` to `end` (offsets into the file as it was given). */
export interface TextEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that belong together: all of them or none. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export interface Finding {
  readonly code: LintCode;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Why it matters; the same for all findings of one code. */
  readonly explanation: string;
  /** How to mend it; '' when the message says it all. */
  readonly hint: string;
  readonly fix?: Fix;
}

export interface FindingDetails {
  readonly hint?: string;
  readonly fix?: Fix | undefined;
}

/** Codes say how bad they are, as everywhere in Sluice: `W_` warns, `E_` stops an import. */
export function findingAt(
  span: Span,
  code: LintCode,
  message: string,
  details: FindingDetails = {},
): Finding {
  return {
    code,
    severity: code.startsWith('W_') ? 'warning' : 'error',
    file: span.file,
    line: span.line,
    column: span.column,
    message,
    explanation: LINT_CODES[code],
    hint: details.hint ?? '',
    ...(details.fix === undefined ? {} : { fix: details.fix }),
  };
}

/** The fix that puts `text` in place of the span. */
export function replaceSpan(span: Span, text: string, title: string): Fix {
  return { title, edits: [{ file: span.file, start: span.start, end: span.end, text }] };
}
