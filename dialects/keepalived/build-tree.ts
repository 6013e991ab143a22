/**
 * Puts the tokens of lines together to statements and blocks. Invariants: it works with its own
 * stack, so no depth of nesting exhausts the program's; a brace that has no partner is a finding
 * and the reading goes on; every comment is kept at the statement it stands by.
 */
import { type Finding, findingAt } from '../finding.ts';
import { type Comment, type Span, spanBetween, type Word } from '../text/span.ts';
import type { Token } from './tokens.ts';
import type { Block, Condition, Statement } from './tree.ts';

/** keepalived's own grammar is five blocks deep; what nests deeper is no configuration. */
const DEPTH_MAX = 32;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenStatement = Mutable<Statement> & { words: Word[]; leading: Comment[] };
interface Level {
  readonly owner?: OpenStatement;
  readonly block: Mutable<Block> & { statements: Statement[]; dangling: Comment[] };
  /** Comments that wait for the next statement. */
  pending: Comment[];
}

const NOWHERE: Span = { file: '', line: 1, column: 1, start: 0, end: 0 };

export class TreeBuilder {
  readonly #findings: Finding[];
  readonly #marksInit: boolean;
  readonly #levels: Level[] = [newLevel(NOWHERE)];
  /** Braces that were opened beyond the depth limit and are read as if they were not there. */
  #tooDeep = 0;
  #current: OpenStatement | undefined;
  /** The last statement of the line before: a brace on the next line opens its block. */
  #finished: OpenStatement | undefined;
  /** The block that was closed on this line, for a comment behind its brace. */
  #closed: Level['block'] | undefined;

  constructor(findings: Finding[], marksInit = false) {
    this.#findings = findings;
    this.#marksInit = marksInit;
  }

  /** The tokens of one line. */
  addLine(tokens: readonly Token[]): void {
    let touched: OpenStatement | undefined;
    this.#closed = undefined;
    let condition: Condition | undefined;
    let isInit = false;
    for (const token of tokens) {
      if (token.kind === 'word') {
        const { word } = token;
        if (this.#current === undefined) {
          if (condition === undefined && /^@.+/.test(word.text) && !word.isQuoted) {
            condition = readCondition(word);
            continue;
          }
          if (this.#marksInit && word.text === '<init>') {
            isInit = true;
            continue;
          }
          this.#start(word, condition, isInit);
          condition = undefined;
          isInit = false;
        } else this.#current.words.push(word);
        touched = this.#current;
      } else if (token.kind === 'definition') {
        this.#start(token.word, condition, false);
        condition = undefined;
        touched = this.#current;
        if (touched !== undefined) touched.definition = token.value;
      } else if (token.kind === 'open') touched = this.#open(token.span) ?? touched;
      else if (token.kind === 'close') {
        touched = undefined;
        this.#close(token.span);
      } else if (token.kind === 'comment') this.#comment(token.comment, touched);
    }
    if (condition !== undefined) {
      const message = `nothing follows the condition @${condition.id}`;
      this.#findings.push(findingAt(condition.span, 'E_CONDITION_EMPTY', message));
    }
    this.#finish();
  }

  /** The end of the file: what is still open is a finding. */
  end(): { statements: readonly Statement[]; dangling: readonly Comment[] } {
    for (let level = this.#levels.at(-1); this.#levels.length > 1; level = this.#levels.at(-1)) {
      const owner = level?.owner;
      if (owner !== undefined) {
        const message = `the block ${owner.keyword.text} is never closed`;
        this.#findings.push(findingAt(owner.keyword.span, 'E_BLOCK_OPEN', message));
      }
      this.#pop(undefined);
    }
    const [root] = this.#levels;
    return {
      statements: root?.block.statements ?? [],
      dangling: [...(root?.pending ?? [])],
    };
  }

  get #top(): Level {
    return this.#levels.at(-1) ?? newLevel(NOWHERE);
  }

  #start(word: Word, condition: Condition | undefined, isInit: boolean): void {
    const level = this.#top;
    this.#current = {
      keyword: word,
      words: [word],
      isInit,
      leading: level.pending,
      span: word.span,
      ...(condition === undefined ? {} : { condition }),
    };
    level.pending = [];
    this.#finished = undefined;
    level.block.statements.push(this.#current);
  }

  #finish(): void {
    const statement = this.#current;
    if (statement === undefined) return;
    const last = statement.words.at(-1);
    if (statement.block === undefined && last !== undefined) {
      statement.span = spanBetween(statement.keyword.span, last.span);
    }
    this.#finished = statement;
    this.#current = undefined;
  }

  #open(span: Span): OpenStatement | undefined {
    const owner = this.#current ?? this.#finished;
    this.#finish();
    this.#finished = undefined;
    if (this.#tooDeep > 0 || this.#levels.length > DEPTH_MAX) {
      if (this.#tooDeep === 0) {
        const message = `blocks are nested more than ${DEPTH_MAX} deep`;
        this.#findings.push(findingAt(span, 'E_BLOCK_DEPTH', message));
      }
      this.#tooDeep += 1;
      return undefined;
    }
    const canOwn = owner?.block === undefined && owner?.definition === undefined;
    if (owner === undefined || !canOwn) {
      const message = 'a brace opens a block without a name';
      this.#findings.push(findingAt(span, 'E_BLOCK_NAMELESS', message));
      this.#levels.push(newLevel(span));
      return undefined;
    }
    const level = newLevel(span, owner);
    // Comments between the name and its brace on the next line belong into the block.
    level.pending = this.#top.pending;
    this.#top.pending = [];
    owner.block = level.block;
    this.#levels.push(level);
    return owner;
  }

  #close(span: Span): void {
    this.#finish();
    this.#finished = undefined;
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else if (this.#levels.length === 1) {
      const message = 'a closing brace without a block';
      this.#findings.push(findingAt(span, 'E_BLOCK_CLOSE', message));
    } else this.#pop(span);
  }

  #pop(span: Span | undefined): void {
    this.#finish();
    this.#finished = undefined;
    const level = this.#levels.pop();
    if (level === undefined) return;
    level.block.dangling.push(...level.pending);
    if (span !== undefined) level.block.close = span;
    this.#closed = level.block;
    if (level.owner === undefined) {
      // A nameless block: its statements are not lost, they belong to what is around it.
      for (const statement of level.block.statements) this.#top.block.statements.push(statement);
      this.#top.pending.push(...level.block.dangling);
      this.#closed = undefined;
      return;
    }
    const end = span ?? level.block.statements.at(-1)?.span ?? level.block.open;
    level.owner.span = spanBetween(level.owner.keyword.span, end);
  }

  #comment(comment: Comment, touched: OpenStatement | undefined): void {
    if (touched !== undefined && touched.trailing === undefined) touched.trailing = comment;
    else if (this.#closed !== undefined && this.#closed.closing === undefined) {
      this.#closed.closing = comment;
    } else this.#top.pending.push(comment);
  }
}

function newLevel(open: Span, owner?: OpenStatement): Level {
  const block = { statements: [], dangling: [], open };
  return { block, pending: [], ...(owner === undefined ? {} : { owner }) };
}

function readCondition(word: Word): Condition {
  const mark = word.text[1];
  const sign = mark === '^' || mark === '!' ? mark : '';
  return { id: word.text.slice(1 + sign.length), sign, span: word.span };
}
