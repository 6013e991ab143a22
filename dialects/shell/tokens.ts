/**
 * Cuts a line of a script into words, operators and a comment, as sh does for simple commands:
 * quotes, backslashes, variables that the script itself has set to a plain text. What needs a
 * shell to know its value (`$(...)`, backquotes, unset variables) stays as it stands and makes the
 * word unknown.
 */
import type { LineIndex, PhysicalLine } from '../text/line-index.ts';
import type { Comment, Span, Word } from '../text/span.ts';
import { isSpace } from '../text/white-space.ts';

export type ShellToken =
  | { readonly kind: 'word'; readonly word: Word; readonly isUnknown: boolean }
  | { readonly kind: 'operator'; readonly text: string; readonly span: Span }
  | { readonly kind: 'comment'; readonly comment: Comment };

const OPERATOR_START = '&<>|;()';
const OPERATORS = ['&&', '||', '<<<', '<<-', '<<', '>>', ';;', '>', '<', '|', ';', '&', '(', ')'];

const PLAIN = /[\w.,:/[\]@%+=-]+/y;

/** Values that grow by use are cut off here. */
const WORD_LENGTH_MAX = 65_536;

export class ShellLineScanner {
  readonly #index: LineIndex;
  readonly #line: PhysicalLine;
  readonly #text: string;
  readonly #variables: ReadonlyMap<string, string>;
  #at: number;
  isQuoteOpen = false;

  constructor(
    index: LineIndex,
    line: PhysicalLine,
    text: string,
    from: number,
    variables: ReadonlyMap<string, string>,
  ) {
    this.#index = index;
    this.#line = line;
    this.#text = text;
    this.#at = from;
    this.#variables = variables;
  }

  /** Adds the tokens of the line. */
  scan(tokens: ShellToken[]): void {
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (isSpace(character)) this.#at += 1;
      else if (character === '#') {
        tokens.push(this.#comment());
      } else {
        const operator = OPERATOR_START.includes(character)
          ? OPERATORS.find((text) => this.#text.startsWith(text, this.#at))
          : undefined;
        if (operator === undefined) tokens.push(this.#word());
        else {
          const span = this.#span(this.#at, this.#at + operator.length);
          tokens.push({ kind: 'operator', text: operator, span });
          this.#at += operator.length;
        }
      }
    }
  }

  #span(from: number, to: number): Span {
    return this.#index.spanOn(this.#line, this.#line.start + from, this.#line.start + to);
  }

  #comment(): ShellToken {
    const span = this.#span(this.#at, this.#text.length);
    const text = this.#text.slice(this.#at + 1).trim();
    this.#at = this.#text.length;
    return { kind: 'comment', comment: { mark: '#', text, span } };
  }

  #word(): ShellToken {
    const from = this.#at;
    let text = this.#plainPart();
    let isQuoted = false;
    let isDerived = false;
    let isUnknown = false;
    while (this.#at < this.#text.length && text.length < WORD_LENGTH_MAX) {
      const character = this.#text[this.#at] ?? '';
      if (isSpace(character) || OPERATOR_START.includes(character)) break;
      if (character === "'") {
        text += this.#single();
        isQuoted = true;
      } else if (character === '"') {
        isQuoted = true;
        this.#at += 1;
        const part = this.#double();
        text += part.text;
        isUnknown ||= part.isUnknown;
        isDerived ||= part.isDerived;
      } else if (character === '\\' && this.#at + 1 < this.#text.length) {
        text += this.#text[this.#at + 1] ?? '';
        isDerived = true;
        this.#at += 2;
      } else if (character === '$' || character === '`') {
        const part = this.#expansion(character);
        text += part.text;
        isUnknown ||= part.isUnknown;
        isDerived = true;
      } else {
        text += character;
        this.#at += 1;
      }
      text += this.#plainPart();
    }
    if (this.#at === from) this.#at += 1;
    const span = this.#span(from, this.#at);
    return { kind: 'word', word: { text, span, isQuoted, isDerived }, isUnknown };
  }

  /** The characters up to the next one that could mean something, at once. */
  #plainPart(): string {
    const from = this.#at;
    PLAIN.lastIndex = from;
    if (!PLAIN.test(this.#text)) return '';
    this.#at = PLAIN.lastIndex;
    return this.#text.slice(from, this.#at);
  }

  #single(): string {
    const end = this.#text.indexOf("'", this.#at + 1);
    const from = this.#at + 1;
    if (end < 0) this.isQuoteOpen = true;
    this.#at = end < 0 ? this.#text.length : end + 1;
    return this.#text.slice(from, end < 0 ? this.#text.length : end);
  }

  #double(): { text: string; isUnknown: boolean; isDerived: boolean } {
    let text = '';
    let isUnknown = false;
    let isDerived = false;
    while (this.#at < this.#text.length && text.length < WORD_LENGTH_MAX) {
      const character = this.#text[this.#at] ?? '';
      if (character === '"') {
        this.#at += 1;
        return { text, isUnknown, isDerived };
      }
      if (character === '$' || character === '`') {
        const part = this.#expansion(character);
        text += part.text;
        isUnknown ||= part.isUnknown;
        isDerived = true;
      } else if (character === '\\' && '"$`\\'.includes(this.#text[this.#at + 1] ?? ' ')) {
        text += this.#text[this.#at + 1] ?? '';
        isDerived = true;
        this.#at += 2;
      } else {
        text += character;
        this.#at += 1;
      }
    }
    this.isQuoteOpen = true;
    return { text, isUnknown, isDerived };
  }

  #expansion(character: string): { text: string; isUnknown: boolean } {
    const from = this.#at;
    if (character === '`') {
      const end = this.#text.indexOf('`', from + 1);
      this.#at = end < 0 ? this.#text.length : end + 1;
      return { text: this.#text.slice(from, this.#at), isUnknown: true };
    }
    const variable = /^\$(?:\{(\w+)\}|(\w+))/.exec(this.#text.slice(from, from + 130));
    if (variable !== null) {
      this.#at += variable[0].length;
      const value = this.#variables.get(variable[1] ?? variable[2] ?? '');
      return { text: value ?? variable[0], isUnknown: value === undefined };
    }
    if (this.#text[from + 1] === '(') {
      this.#at = closingParenthesis(this.#text, from + 1);
      return { text: this.#text.slice(from, this.#at), isUnknown: true };
    }
    this.#at += 1;
    return { text: '$', isUnknown: /[{?!*@#]/.test(this.#text[this.#at] ?? '') };
  }
}

function closingParenthesis(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
