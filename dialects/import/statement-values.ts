/**
 * Reads the values of a block of keepalived.conf and says so in the ledger: what is read is mapped,
 * what is set again further down is ignored, what cannot be read is refused.
 */

import { childrenNamed, childrenOf, type Statement } from '../keepalived/tree.ts';
import type { Word } from '../text/span.ts';
import type { ImportContext } from './director.ts';
import type { Target } from './ledger.ts';

/** Where the values of a block go. */
export interface Reading {
  readonly context: ImportContext;
  readonly block: Statement;
  readonly target: Target;
}

/** The statement that counts: the last of the keyword, as in the daemon. */
export function lastOf(
  { ledger }: ImportContext,
  block: Statement,
  ...keywords: readonly string[]
): Statement | undefined {
  const all = childrenOf(block).filter(({ keyword }) => keywords.includes(keyword.text));
  const last = all.at(-1);
  for (const earlier of all) {
    if (earlier !== last) ledger.ignored(earlier, 'set again further down, which counts');
  }
  return last;
}

/** The first argument, read; the statement is refused when it cannot be. */
export function readValue<T>(
  { context, block, target }: Reading,
  keywords: string | readonly string[],
  path: string,
  read: (word: Word, statement: Statement) => T | undefined,
): T | undefined {
  const statement = lastOf(
    context,
    block,
    ...(typeof keywords === 'string' ? [keywords] : keywords),
  );
  if (statement === undefined) return undefined;
  const word = statement.words[1];
  const value = word === undefined ? undefined : read(word, statement);
  if (value === undefined) {
    const said = word === undefined ? 'nothing' : word.text;
    context.ledger.refused(statement, `${said} cannot be taken over as a value of ${path}`);
  } else context.ledger.mapped(statement, target, path);
  return value;
}

export const textOf = (word: Word): string => word.text;

/** A whole number in a range; others are refused rather than cut. */
export function wholeIn(min: number, max: number): (word: Word) => number | undefined {
  return ({ text }) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  };
}

/** Seconds, perhaps with decimals, as whole milliseconds in a range. */
export function msIn(min: number, max: number): (word: Word) => number | undefined {
  return ({ text }) => {
    const value = /^\d{1,7}(\.\d{1,6})?$/.test(text)
      ? Math.round(Number(text) * 1_000)
      : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  };
}

/** A switch that is on: alone, or with a word for yes. `false` when it is off or absent. */
export function isSwitchedOn(
  { context, block, target }: Reading,
  path: string,
  ...words: string[]
) {
  const statement = lastOf(context, block, ...words);
  if (statement === undefined) return false;
  const value = statement.words[1]?.text.toLowerCase();
  const isOn = value === undefined || /^(on|true|yes|1|enable)$/.test(value);
  if (isOn) context.ledger.mapped(statement, target, path);
  else context.ledger.ignored(statement, 'switched off, as it is without it');
  return isOn;
}

/** The lines of a list block, however often the block stands there. */
export function listLines(block: Statement, keyword: string): Statement[] {
  return childrenNamed(block, keyword).flatMap((list) => childrenOf(list));
}
