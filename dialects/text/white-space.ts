/**
 * Characters that look like something they are not: dashes of a word processor in place of `-`,
 * and spaces that a program does not take for one. Both come from pasted articles.
 */

/** Hyphen, non-breaking hyphen, figure dash, en-dash, em-dash, bar, minus, small and full-width. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** No-break, ogham, quads and thin ones, narrow, ideographic, zero-width, byte-order mark. */
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/;

/** `–A` becomes `-A`; an em-dash stands for the two hyphens a word processor made it of. */
export function withPlainDashes(text: string): string {
  return text.replace(DASHES, (dash) => (dash === '\u2014' ? '--' : '-'));
}

export function hasOddDash(text: string): boolean {
  return text.search(DASHES) >= 0;
}

/** Whether a program or only a person takes the character for white space. */
export function isSpace(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || isOddSpace(character);
}

export function isOddSpace(character: string): boolean {
  return (
    character === '\f' || character === '\v' || (character > '\u007f' && ODD_SPACES.test(character))
  );
}
