/**
 * What a keepalived.conf says, as it stands in the file: statements, blocks and the comments that
 * belong to them, each with its place. Invariant: printing the tree and parsing the print gives
 * the same tree but for the places; nothing is evaluated here.
 */
import type { Comment, Span, Word } from '../text/span.ts';

export interface Statement {
  /** The first word; the rest are `words.slice(1)`. */
  readonly keyword: Word;
  readonly words: readonly Word[];
  /** `@main`, `@^backup`: the statement holds on hosts with (without) that configuration id. */
  readonly condition?: Condition;
  /** `<init>` of dpvs.conf: takes effect at the start of the daemon only. */
  readonly isInit: boolean;
  readonly block?: Block;
  /** `$NAME=value`; the lines of a value of several are kept apart by `\n`. */
  readonly definition?: string;
  /** Comments on lines of their own before the statement. */
  readonly leading: readonly Comment[];
  /** The comment behind it on its line; of a block: behind the brace that opens it. */
  readonly trailing?: Comment;
  /** From the first word to the last one, or to the brace that closes the block. */
  readonly span: Span;
}

export interface Block {
  readonly statements: readonly Statement[];
  /** Comments after the last statement, before the closing brace. */
  readonly dangling: readonly Comment[];
  /** The comment behind the closing brace. */
  readonly closing?: Comment;
  readonly open: Span;
  /** Absent when the file ends before the block does. */
  readonly close?: Span;
}

export interface Condition {
  readonly id: string;
  /** `^` negates. People also write `!`, which starts a comment: the daemon drops such a line. */
  readonly sign: '' | '^' | '!';
  readonly span: Span;
}

export interface Tree {
  readonly file: string;
  readonly statements: readonly Statement[];
  readonly dangling: readonly Comment[];
}

/** The words after the keyword. */
export function argumentsOf(statement: Statement): readonly Word[] {
  return statement.words.slice(1);
}

export function childrenOf(statement: Statement): readonly Statement[] {
  return statement.block?.statements ?? [];
}

/** The children that start with the word. */
export function childrenNamed(statement: Statement, keyword: string): Statement[] {
  return childrenOf(statement).filter((child) => child.keyword.text === keyword);
}

/** The span of the keyword and its arguments, without the block. */
export function headSpan(statement: Statement): Span {
  const last = statement.words.at(-1) ?? statement.keyword;
  return { ...statement.keyword.span, end: last.span.end };
}
