/**
 * Cuts a line of a keepalived.conf into words, braces and a comment, as keepalived's own reader
 * does (lib/parser.c, `decomment` and `read_line`): a comment starts at `!` or `#` anywhere but in
 * double quotes, braces need no white space around them, `\#` is no comment. Never fails: what
 * cannot be cut is a finding and is read in the way that loses least.
 */
import { type Finding, findingAt, type TextEdit } from '../finding.ts';
import type { Comment, Span, Word, WorkCounter } from '../text/span.ts';
import { isOddSpace, isSpace } from '../text/white-space.ts';
import type { LogicalLine } from './logical-line.ts';

export type Token =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'open' | 'close'; readonly span: Span; readonly isGlued: boolean }
  | { readonly kind: 'definition'; readonly word: Word; readonly value: string }
  | { readonly kind: 'comment'; readonly comment: Comment };

export interface TokenSink {
  readonly findings: Finding[];
  readonly work?: WorkCounter | undefined;
  /** dpvs.conf: `<init>` is a mark, any other `<...>` a comment within the line. */
  readonly marksInit?: boolean;
}

/** Characters that mean nothing wherever they stand in a word. */
const PLAIN = /[\w.,:/+=-]+/y;

/** Longer ones are no comments of a value; so each is looked for in a bounded part of the line. */
const RANGE_LENGTH_MAX = 200;

/** The tokens of the line, in order. */
export function tokenise(line: LogicalLine, sink: TokenSink): Token[] {
  return new LineScanner(line, sink).scan();
}

/** Where the comment of a line begins; its length when it has none. */
export function commentStart(text: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '!' || character === '#')) {
      // `@!id` is written as a negation, although the daemon reads a comment there.
      if (!/^\s*@$/.test(text.slice(Math.max(0, at - 40), at))) return at;
    }
  }
  return text.length;
}

class LineScanner {
  readonly #line: LogicalLine;
  readonly #text: string;
  readonly #sink: TokenSink;
  readonly #tokens: Token[] = [];
  #at = 0;
  /** Where the first odd space stands, and the edits that mend all of them. */
  #oddSpace: { readonly span: Span; readonly code: string } | undefined;
  readonly #plainSpaces: TextEdit[] = [];

  constructor(line: LogicalLine, sink: TokenSink) {
    this.#line = line;
    this.#text = line.text;
    this.#sink = sink;
  }

  scan(): Token[] {
    const { work } = this.#sink;
    if (work !== undefined) work.steps += this.#text.length + 1;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (isSpace(character)) this.#space(character);
      else if (character === '!' || character === '#') this.#comment(character);
      else if (character === '{' || character === '}') this.#brace(character);
      else if (character === '<' && this.#sink.marksInit === true && this.#range()) continue;
      else this.#word();
    }
    this.#tellOddSpaces();
    return this.#tokens;
  }

  /** A no-break space looks like white space, but the daemon makes it part of the word. */
  #space(character: string): void {
    if (isOddSpace(character)) {
      const { span, isDerived } = this.#line.span(this.#at, this.#at + 1);
      const code = character.codePointAt(0)?.toString(16).padStart(4, '0').toUpperCase() ?? '';
      this.#oddSpace ??= { span, code };
      const { file, start, end } = span;
      if (!isDerived) this.#plainSpaces.push({ file, start, end, text: ' ' });
    }
    this.#at += 1;
  }

  /** Once for the line: who has one has many. */
  #tellOddSpaces(): void {
    if (this.#oddSpace === undefined) return;
    const { span, code } = this.#oddSpace;
    const edits = this.#plainSpaces;
    const fix = edits.length === 0 ? undefined : { title: 'put plain spaces', edits };
    const message = `a space that is none for the program (U+${code})`;
    this.#sink.findings.push(findingAt(span, 'W_ODD_SPACE', message, { fix }));
  }

  #comment(mark: '!' | '#'): void {
    const { span } = this.#line.span(this.#at, this.#text.length);
    const text = this.#text.slice(this.#at + 1).trim();
    this.#tokens.push({ kind: 'comment', comment: { mark, text, span } });
    this.#at = this.#text.length;
  }

  /** `<1-1000>` behind a value says what values there are: kept when it ends the line. */
  #range(): boolean {
    const found = /^<[^<>]*>/.exec(this.#text.slice(this.#at, this.#at + RANGE_LENGTH_MAX));
    if (found === null || found[0] === '<init>') return false;
    const from = this.#at;
    this.#at += found[0].length;
    if (/\S/.test(this.#text.slice(this.#at))) return true;
    const { span } = this.#line.span(from, this.#at);
    const text = found[0].slice(1, -1).trim();
    this.#tokens.push({ kind: 'comment', comment: { mark: '#', text, span } });
    return true;
  }

  #brace(character: string): void {
    const before = this.#text[this.#at - 1];
    const isGlued = before !== undefined && !isSpace(before);
    const { span } = this.#line.span(this.#at, this.#at + 1);
    this.#tokens.push({ kind: character === '{' ? 'open' : 'close', span, isGlued });
    this.#at += 1;
  }

  #word(): void {
    const from = this.#at;
    let text = '';
    let isQuoted = false;
    while (this.#at < this.#text.length) {
      PLAIN.lastIndex = this.#at;
      const plain = PLAIN.exec(this.#text)?.[0] ?? '';
      if (plain !== '') {
        text += plain;
        this.#at += plain.length;
        continue;
      }
      const character = this.#text[this.#at] ?? '';
      if (character === '"' || (character === "'" && this.#closesLater("'"))) {
        text += this.#quoted(character);
        isQuoted = true;
      } else if (character === '\\' && this.#at + 1 < this.#text.length) {
        text += this.#escaped();
      } else if (character === '$' && this.#text[this.#at + 1] === '{') {
        text += this.#until('}');
      } else if (this.#at === from && character === '~') {
        text += this.#sequence();
      } else if (this.#at === from && /^@[!^]/.test(this.#text.slice(this.#at, this.#at + 2))) {
        text += this.#text.slice(this.#at, this.#at + 2);
        this.#at += 2;
      } else if (isSpace(character) || '{}!#'.includes(character)) {
        break;
      } else {
        text += character;
        this.#at += 1;
      }
    }
    const { span, isDerived } = this.#line.span(from, this.#at);
    this.#tokens.push({ kind: 'word', word: { text, span, isQuoted, isDerived } });
  }

  #closesLater(quote: string): boolean {
    return this.#at === 0 || isSpace(this.#text[this.#at - 1] ?? '')
      ? this.#text.indexOf(quote, this.#at + 1) > 0
      : false;
  }

  #quoted(quote: string): string {
    const from = this.#at;
    let text = '';
    this.#at += 1;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      this.#at += 1;
      if (character === quote) return text;
      const next = this.#text[this.#at] ?? '';
      if (character === '\\' && quote === '"' && (next === '"' || next === '\\')) {
        text += next;
        this.#at += 1;
      } else text += character;
    }
    const { span } = this.#line.span(from, this.#text.length);
    const message = `the quote ${quote} is not closed on its line`;
    this.#sink.findings.push(findingAt(span, 'E_QUOTE_OPEN', message));
    return text;
  }

  /** Outside quotes only the two comment marks and the backslash itself can be escaped. */
  #escaped(): string {
    const next = this.#text[this.#at + 1] ?? '';
    this.#at += 2;
    if (next === '#' || next === '!' || next === '\\') return next;
    if (isSpace(next) || next === '{' || next === '}' || next === '"') {
      this.#at -= 1;
      return '\\';
    }
    return `\\${next}`;
  }

  /** `~SEQ(VAR, 1, 10)` is one word, white space and all. */
  #sequence(): string {
    const open = /^~(?:SEQx?|LSTx?|LST)\(/.exec(this.#text.slice(this.#at, this.#at + 8));
    if (open === null) {
      this.#at += 1;
      return '~';
    }
    return this.#until(')');
  }

  /** Up to and with the character, or one character when it does not come. */
  #until(character: string): string {
    const end = this.#text.indexOf(character, this.#at);
    const to = end < 0 ? this.#at + 1 : end + 1;
    const text = this.#text.slice(this.#at, to);
    this.#at = to;
    return text;
  }
}
