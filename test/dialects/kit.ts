/**
 * What the tests of this room share: fixtures, shapes of what was read without the places, and
 * arbitrary trees and texts.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Flavour } from '../../dialects/flavour.ts';
import type { IpvsadmCommand } from '../../dialects/ipvsadm/command.ts';
import { keywordsOf } from '../../dialects/keepalived/flavour-keywords.ts';
import type { KeywordTable } from '../../dialects/keepalived/keywords.ts';
import type { Statement, Tree } from '../../dialects/keepalived/tree.ts';
import type { LintFile, LintKind } from '../../dialects/lint/bundle.ts';
import type { Comment, Span, Word } from '../../dialects/text/span.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

export function fixture(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, FIXTURES)), 'utf8');
}

export function fixtureFile(path: string, node?: string): LintFile {
  const kinds: readonly (readonly [RegExp, LintKind])[] = [
    [/dpvs\.conf$/, 'dpvs-conf'],
    [/\.conf$/, 'keepalived'],
    [/\.service$/, 'unit'],
    [/\/r(oute|ule)-/, 'route-file'],
  ];
  const kind = kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'script';
  return { file: path, text: fixture(path), kind, ...(node === undefined ? {} : { node }) };
}

const commentShape = (comment: Comment | undefined) => comment?.text;

/** A statement without places and quotes. */
export function shapeOf(statement: Statement): unknown {
  const { words, condition, isInit, block, definition, leading, trailing } = statement;
  return {
    words: words.map(({ text }) => text),
    condition: condition && `${condition.sign}${condition.id}`,
    isInit,
    definition,
    leading: leading.map(commentShape),
    trailing: commentShape(trailing),
    block: block && {
      statements: block.statements.map(shapeOf),
      dangling: block.dangling.map(commentShape),
      closing: commentShape(block.closing),
    },
  };
}

export function treeShape(tree: Pick<Tree, 'statements' | 'dangling'>): unknown {
  return { statements: tree.statements.map(shapeOf), dangling: tree.dangling.map(commentShape) };
}

/** A command without places. */
export function commandShape(command: IpvsadmCommand): unknown {
  return {
    name: command.name,
    value: command.commandValue?.text,
    options: command.options.map(({ name, value }) => [name, value?.text]),
    operands: command.operands.map(({ text }) => text),
    leading: command.leading.map(commentShape),
    trailing: commentShape(command.trailing),
  };
}

const NOWHERE: Span = { file: '', line: 1, column: 1, start: 0, end: 0 };

export function word(text: string, isQuoted = false): Word {
  return { text, span: NOWHERE, isQuoted, isDerived: false };
}

/** Words of all kinds that a file can hold: no line ends, no comment signs at odd places. */
const anyWord = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z][a-z0-9_.:/-]{0,12}$/) },
  { weight: 1, arbitrary: fc.constantFrom('a b', 'x#y', 'x!y', '"', "it's", 'a{b}', '\\', '') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u4e3b\u5907', 'a\u2013b', '$\u007bP}', '$P', 'a\\', '~x'),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[^\r\n]{1,8}$/) },
);

const comment = fc
  .record({
    mark: fc.constantFrom('!' as const, '#' as const),
    text: fc.constantFrom('', 'x', 'a { b', 'it "says', '10 \u79d2', 'a \\b'),
  })
  .map((value): Comment => ({ ...value, span: NOWHERE }));

const condition = fc
  .record({
    sign: fc.constantFrom('' as const, '^' as const, '!' as const),
    id: fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/),
  })
  .map((value) => ({ ...value, span: NOWHERE }));

interface Names {
  readonly table: KeywordTable;
  readonly marksInit: boolean;
}

/** Statements with the words of a flavour (and others), blocks in blocks to a small depth. */
function statement(block: string, depth: number, names: Names): fc.Arbitrary<Statement> {
  const known = [...(names.table.wordsOf(block)?.keys() ?? ['10.0.0.1', 'eth0'])];
  return fc.constantFrom(...known).chain((keyword) => {
    const inner =
      depth === 0
        ? fc.constant(undefined)
        : fc.option(blockOf(keyword, depth - 1, names), { nil: undefined });
    return fc
      .record({
        args: fc.array(anyWord, { maxLength: 3 }),
        quoted: fc.boolean(),
        condition: fc.option(condition, { nil: undefined, freq: 2 }),
        isInit: names.marksInit ? fc.boolean() : fc.constant(false),
        leading: fc.array(comment, { maxLength: 2 }),
        trailing: fc.option(comment, { nil: undefined, freq: 2 }),
        block: inner,
      })
      .map(({ args, quoted, ...rest }): Statement => {
        const words = [word(keyword), ...args.map((text) => word(text, quoted))];
        const fields = Object.entries(rest).filter(([, value]) => value !== undefined);
        return {
          keyword: word(keyword),
          words,
          span: NOWHERE,
          ...Object.fromEntries(fields),
        } as never;
      });
  });
}

function blockOf(owner: string, depth: number, names: Names) {
  return fc
    .record({
      statements: fc.array(statement(owner, depth, names), { maxLength: 3 }),
      dangling: fc.array(comment, { maxLength: 1 }),
      closing: fc.option(comment, { nil: undefined, freq: 2 }),
    })
    .map(({ closing, ...rest }) => ({
      ...rest,
      open: NOWHERE,
      close: NOWHERE,
      ...(closing === undefined ? {} : { closing }),
    }));
}

export function arbitraryTree(table: KeywordTable, marksInit = false): fc.Arbitrary<Tree> {
  return fc
    .record({
      statements: fc.array(statement('ROOT', 2, { table, marksInit }), { maxLength: 4 }),
      dangling: fc.array(comment, { maxLength: 2 }),
    })
    .map((tree) => ({ file: 'generated', ...tree }));
}

export const treeOf = (flavour: Flavour) => arbitraryTree(keywordsOf(flavour));
