/**
 * Puts the tokens of a line together to simple commands with redirections. Assignments of plain
 * texts are remembered for the lines below. The inside of branches, loops and functions is not
 * read: whether it runs cannot be known; the finding says from where.
 */
import { type Finding, findingAt } from '../finding.ts';
import { type Comment, type Span, spanBetween, type Word } from '../text/span.ts';
import type { HereDocument, Redirect, ShellCommand } from './script.ts';
import type { ShellToken } from './tokens.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Draft {
  words: Word[];
  redirects: Redirect[];
  joinedBy?: '&&' | '||' | '|' | ';';
  unknown?: Word;
  delimiter?: string;
  start?: Span;
  end?: Span;
}

const OPENERS = new Set(['if', 'for', 'while', 'until', 'case', 'select']);
const CLOSERS = new Set(['fi', 'done', 'esac']);
/** Words between an opener and its closer; elsewhere they are nothing. */
const BETWEEN = new Set(['then', 'else', 'elif', 'do', 'in']);

const ASSIGNMENT = /^([A-Za-z_]\w*)=([\s\S]*)$/;

export class CommandAssembler {
  persistedTo: string | undefined;
  isLost = false;
  readonly #findings: Finding[];
  readonly #variables: Map<string, string>;
  readonly #commands: Mutable<ShellCommand>[] = [];
  #pending: Comment[] = [];
  /** How many blocks of control words are open; commands in them are not taken. */
  #controlDepth = 0;

  constructor(findings: Finding[], variables: Map<string, string>) {
    this.#findings = findings;
    this.#variables = variables;
  }

  /** The commands of the line that wait for a here-document. */
  addLine(
    tokens: readonly ShellToken[],
    { isGuessed = false }: { isGuessed?: boolean } = {},
  ): { command: ShellCommand; delimiter: string }[] {
    const waiting: { command: ShellCommand; delimiter: string }[] = [];
    let draft: Draft = { words: [], redirects: [] };
    let last: Mutable<ShellCommand> | undefined;
    const finish = () => {
      const command = this.#finish(draft, isGuessed);
      if (command !== undefined) last = command;
      if (command !== undefined && draft.delimiter !== undefined) {
        waiting.push({ command, delimiter: draft.delimiter });
      }
    };
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (token.kind === 'word') this.#word(draft, token);
      else if (token.kind === 'comment') {
        finish();
        draft = { words: [], redirects: [] };
        if (last !== undefined && last.trailing === undefined) last.trailing = token.comment;
        else if (this.#controlDepth === 0) this.#pending.push(token.comment);
      } else {
        const next = tokens[at + 1];
        if (/^[<>]/.test(token.text)) {
          if (this.#redirect(draft, token.text, token.span, next)) at += 1;
          continue;
        }
        finish();
        const joinedBy = /^(&&|\|\||\||;)$/.test(token.text) ? token.text : undefined;
        if (joinedBy === undefined && this.#controlDepth === 0)
          this.#notUnderstood(token.span, token.text);
        draft = { words: [], redirects: [], ...(joinedBy && { joinedBy: joinedBy as '&&' }) };
      }
    }
    finish();
    return waiting;
  }

  attach(command: ShellCommand, document: HereDocument): void {
    (command as Mutable<ShellCommand>).hereDocument = document;
  }

  end(): { commands: readonly ShellCommand[]; dangling: readonly Comment[] } {
    return { commands: this.#commands, dangling: this.#pending };
  }

  #word(draft: Draft, token: Extract<ShellToken, { kind: 'word' }>): void {
    if (token.isUnknown) draft.unknown ??= token.word;
    draft.words.push(token.word);
    draft.start ??= token.word.span;
    draft.end = token.word.span;
  }

  #redirect(draft: Draft, text: string, span: Span, next: ShellToken | undefined): boolean {
    if (next?.kind !== 'word') {
      this.#notUnderstood(span, text);
      return false;
    }
    draft.start ??= span;
    draft.end = next.word.span;
    if (text === '<<' || text === '<<-') draft.delimiter = next.word.text;
    else if (text === '<<<') this.#notUnderstood(span, text);
    else {
      // `2>` is cut as the word `2` and the operator; the number belongs to the redirection.
      const before = draft.words.at(-1);
      if (/^[0-9]$/.test(before?.text ?? '') && before?.span.end === span.start) draft.words.pop();
      draft.redirects.push({ operator: text as Redirect['operator'], target: next.word });
    }
    return true;
  }

  #finish(draft: Draft, isGuessed: boolean): Mutable<ShellCommand> | undefined {
    const [first] = draft.words;
    const { start, end } = draft;
    if (start === undefined || end === undefined) return undefined;
    if (first !== undefined && this.#control(first)) return undefined;
    if (this.#controlDepth > 0) return undefined;
    if (this.#assignment(draft)) return undefined;
    if (draft.unknown !== undefined) {
      const message = `what ${draft.unknown.text} stands for is known only when the script runs`;
      const { span } = draft.unknown;
      this.#findings.push(findingAt(span, 'W_SHELL_VALUE', message));
      return undefined;
    }
    const command: Mutable<ShellCommand> = {
      words: draft.words,
      redirects: draft.redirects,
      isGuessed,
      leading: this.#pending,
      span: spanBetween(start, end),
      ...(draft.joinedBy === undefined ? {} : { joinedBy: draft.joinedBy }),
      ...(this.persistedTo === undefined ? {} : { persistedTo: this.persistedTo }),
      ...(this.isLost ? { isLost: true } : {}),
    };
    this.#pending = [];
    this.#commands.push(command);
    return command;
  }

  #control(word: Word): boolean {
    if (word.isQuoted) return false;
    if (OPENERS.has(word.text)) {
      if (this.#controlDepth === 0) this.#notUnderstood(word.span, word.text);
      this.#controlDepth += 1;
      return true;
    }
    if (this.#controlDepth > 0 && CLOSERS.has(word.text)) {
      this.#controlDepth -= 1;
      return true;
    }
    return this.#controlDepth > 0 && BETWEEN.has(word.text);
  }

  /** `VIP=10.0.0.1`, `export VIP=10.0.0.1`; a value that only a shell knows is forgotten. */
  #assignment(draft: Draft): boolean {
    const words = /^(export|local|readonly)$/.test(draft.words[0]?.text ?? '')
      ? draft.words.slice(1)
      : draft.words;
    if (words.length === 0 || draft.redirects.length > 0) return false;
    if (!words.every(({ text }) => ASSIGNMENT.test(text))) return false;
    for (const word of words) {
      const [, name = '', value = ''] = ASSIGNMENT.exec(word.text) ?? [];
      if (draft.unknown === undefined) this.#variables.set(name, value);
      else this.#variables.delete(name);
    }
    return true;
  }

  #notUnderstood(span: Span, text: string): void {
    const message = `${text} is more than the importer reads of a script`;
    const hint = 'give the commands that it comes to, one on a line';
    this.#findings.push(findingAt(span, 'W_SHELL_SYNTAX', message, { hint }));
  }
}
