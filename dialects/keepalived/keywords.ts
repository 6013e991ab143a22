/**
 * What a keyword table is: for each block the words that may stand in it, and with what
 * arguments. The tables themselves are data, one file for each flavour. Invariant: a word that no
 * parser of the flavour knows is in no table.
 */

/**
 * What follows a word: nothing (`flag`), perhaps a truth value (`switch`), one whole number, one
 * number with decimals, one word, one or more words, anything; a block, a block with a name or
 * another argument, or a list of lines in braces.
 */
export type Signature =
  | 'flag'
  | 'switch'
  | 'number'
  | 'number?'
  | 'decimal'
  | 'word'
  | 'words'
  | 'any'
  | 'block'
  | 'named block'
  | 'list'
  | 'named list';

/** Block name (`ROOT` for the file) to signature to words, kept apart by spaces. */
export type KeywordLists = Readonly<Record<string, Readonly<Partial<Record<Signature, string>>>>>;

export interface KeywordTable {
  /** The words of a block and their signatures; undefined when its lines are free (a list). */
  wordsOf(block: string): ReadonlyMap<string, Signature> | undefined;
  /** Every block that has the word. */
  blocksWith(word: string): readonly string[];
}

/** A block of the first is kept; words of the second are added to it. */
export function extendKeywords(base: KeywordLists, added: KeywordLists): KeywordLists {
  const result: Record<string, Partial<Record<Signature, string>>> = { ...base };
  for (const [block, lists] of Object.entries(added)) {
    const merged: Partial<Record<Signature, string>> = { ...result[block] };
    for (const [signature, words] of Object.entries(lists) as [Signature, string][]) {
      merged[signature] = merged[signature] === undefined ? words : `${merged[signature]} ${words}`;
    }
    result[block] = merged;
  }
  return result;
}

/** Blocks whose content is that of another one. */
const SAME_CONTENT: Readonly<Record<string, string>> = { SSL_GET: 'HTTP_GET' };

export function keywordTable(lists: KeywordLists): KeywordTable {
  const blocks = new Map<string, Map<string, Signature>>();
  const places = new Map<string, string[]>();
  for (const [block, bySignature] of Object.entries(lists)) {
    const words = new Map<string, Signature>();
    for (const [signature, list] of Object.entries(bySignature) as [Signature, string][]) {
      for (const word of list.split(' ')) {
        words.set(word, signature);
        const known = places.get(word);
        if (known === undefined) places.set(word, [block]);
        else known.push(block);
      }
    }
    blocks.set(block, words);
  }
  return {
    wordsOf: (block) => blocks.get(block) ?? blocks.get(SAME_CONTENT[block] ?? ''),
    blocksWith: (word) => places.get(word) ?? [],
  };
}

export function opensBlock(signature: Signature): boolean {
  return signature.endsWith('block') || signature.endsWith('list');
}

export function isList(signature: Signature): boolean {
  return signature.endsWith('list');
}
