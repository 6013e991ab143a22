/** A row of the table that says what becomes of a word of a foreign file. */
import type { Outcome } from './ledger.ts';

export interface WordRow {
  /** `ROOT` for the file itself. */
  readonly block: string;
  /** Kept apart by spaces; `*` for the lines of a list. */
  readonly words: string;
  readonly outcome: Outcome;
  /** The field, or the reason. */
  readonly says: string;
}

export const row = (block: string, outcome: Outcome, says: string, words: string): WordRow => ({
  block,
  words,
  outcome,
  says,
});
