/** Statements of keepalived.conf that are made and not read: they have no place. */
import type { Statement } from '../keepalived/tree.ts';
import type { Comment, Span, Word } from '../text/span.ts';

const NOWHERE: Span = { file: '', line: 0, column: 0, start: 0, end: 0 };

export function wordOf(text: string): Word {
  return { text, span: NOWHERE, isQuoted: false, isDerived: false };
}

export function commentOf(text: string): Comment {
  return { mark: '#', text, span: NOWHERE };
}

/** `words` are a line; the printer quotes them where a reader would cut. */
export function line(...words: readonly (string | number)[]): Statement {
  return statement(words);
}

/** A line with a block of statements. */
export function block(
  words: readonly (string | number)[],
  statements: readonly Statement[],
  comments: readonly string[] = [],
): Statement {
  return {
    ...statement(words),
    leading: comments.map(commentOf),
    block: { statements, dangling: [], open: NOWHERE, close: NOWHERE },
  };
}

function statement([keyword, ...rest]: readonly (string | number)[]): Statement {
  const words = [String(keyword), ...rest.map(String)].map(wordOf);
  const [first = wordOf('')] = words;
  return { keyword: first, words, isInit: false, leading: [], span: NOWHERE };
}

/** `<init>` of dpvs.conf. */
export function atStart(one: Statement): Statement {
  return { ...one, isInit: true };
}
