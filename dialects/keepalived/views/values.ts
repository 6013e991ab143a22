/** Reading the values of a block: the last statement of a keyword counts, as in the daemon. */
import type { Word } from '../../text/span.ts';
import { childrenNamed, childrenOf, type Statement } from '../tree.ts';

/** The first argument of the last statement with the keyword (or one of its synonyms). */
export function firstArgument(block: Statement, ...keywords: string[]): Word | undefined {
  return statementOf(block, ...keywords)?.words[1];
}

export function statementOf(block: Statement, ...keywords: string[]): Statement | undefined {
  return childrenOf(block).findLast(({ keyword }) => keywords.includes(keyword.text));
}

/** A whole number, or undefined when the word is none. */
export function numberOf(word: Word | undefined): number | undefined {
  return word !== undefined && /^\d{1,9}$/.test(word.text) ? Number(word.text) : undefined;
}

/** The statements that are the lines of a list block, wherever the list stands in the block. */
export function linesOf(block: Statement, keyword: string): Statement[] {
  return childrenNamed(block, keyword).flatMap((list) => childrenOf(list));
}

/** All words of a list block, however they are spread over its lines. */
export function wordsOf(block: Statement, keyword: string): Word[] {
  return linesOf(block, keyword).flatMap(({ words }) => words);
}

/** A switch is on when it stands alone or with a word for yes. */
export function isOn(statement: Statement | undefined): boolean {
  const value = statement?.words[1]?.text.toLowerCase();
  return statement !== undefined && (value === undefined || /^(on|true|yes|1)$/.test(value));
}
