/**
 * What holds of every import: each statement is accounted for, what is written is valid and says
 * the same resources again, the same input gives the same bytes, no comment is lost.
 */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAVOURS, type Flavour, isForkOf122 } from '../../dialects/flavour.ts';
import { type ImportOptions, importFiles } from '../../dialects/import/import-files.ts';
import { listingAsCommands } from '../../dialects/import/listing-commands.ts';
import { parseTree } from '../../dialects/keepalived/parse-tree.ts';
import { printTree } from '../../dialects/keepalived/print-tree.ts';
import { childrenOf, type Statement } from '../../dialects/keepalived/tree.ts';
import { type LintFile, readBundle } from '../../dialects/lint/bundle.ts';
import { kindOf } from '../../dialects/lint/file-kind.ts';
import type { Comment } from '../../dialects/text/span.ts';
import { parseFiles } from '../../schemas/validation/parse-files.ts';
import { validateFiles } from '../../schemas/validation/validate.ts';
import { fixtureFile, treeOf } from './kit.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const DOCUMENTS = ['000-fullnat', '001-lvs-snat', '002-nat-keepalived', '003-dpvs', '004-dsnat'];
const pathsOf = (document: string) =>
  readdirSync(new URL(document, FIXTURES)).map((name) => `${document}/${name}`);

const count = (statements: readonly Statement[]): number =>
  statements.reduce((sum, one) => sum + 1 + count(childrenOf(one)), 0);

/** Counted from what the readers give, without the importer. */
function statementsOf(given: readonly LintFile[], options: ImportOptions): number {
  const files = given.map(listingAsCommands);
  const { nodes, findings } = readBundle(files, options);
  const own = nodes.reduce((sum, node) => {
    const trees = [...node.keepalived, ...node.dpvsConf].map(({ tree }) => tree);
    return (
      sum +
      trees.reduce((all, tree) => all + count(unconditional(tree.statements)), 0) +
      node.shell.length +
      node.units.reduce((all, { entries }) => all + entries.length, 0) +
      node.routeFiles.reduce((all, { lines }) => all + lines.length, 0)
    );
  }, 0);
  const unread = findings.filter(({ code }) =>
    /^(W_SHELL_SYNTAX|W_SHELL_VALUE|E_INCLUDE_DEPTH|W_INCLUDE_NOTHING)$/.test(code),
  );
  const evaluated = nodes.flatMap((node) =>
    files
      .filter(({ kind, node: of }) => kind === 'keepalived' && (of ?? '') === node.name)
      .flatMap((file) => directives(parseTree(file).tree.statements, isForkOf122(node.flavour))),
  );
  // An include that names nothing is one statement, not two.
  const places = [...unread, ...evaluated.map(({ span }) => span)];
  const lines = new Set(places.map(({ file, line }) => `${file}:${line}`));
  const twice =
    evaluated.length - new Set(evaluated.map(({ span }) => `${span.file}:${span.line}`)).size;
  return own + lines.size + twice;
}

/** A statement under a condition is one, with all that is in it. */
const unconditional = (statements: readonly Statement[]): Statement[] =>
  statements.map((one) => {
    const { block, ...rest } = one;
    if (block === undefined || one.condition !== undefined) return rest;
    return { ...rest, block: { ...block, statements: unconditional(block.statements) } };
  });

const directives = (statements: readonly Statement[], isFork: boolean): Statement[] =>
  statements.flatMap((one) => {
    const isInclude = /^include[rmwba]?$/.test(one.keyword.text);
    const isDirective = isInclude || (one.definition !== undefined && !isFork);
    return isDirective ? [one] : directives(childrenOf(one), isFork);
  });

function expectLaws(files: readonly LintFile[], options: ImportOptions = {}): void {
  const result = importFiles(files, options);
  const { statements, mapped, ignored, refused } = result.totals;
  expect(mapped + ignored + refused).toBe(statements);
  expect(statements).toBe(statementsOf(files, options));
  for (const { outcome, to, reason } of result.rows) {
    if (outcome === 'mapped') expect(to.length).toBeGreaterThan(0);
    else expect(reason).not.toBe('');
    for (const place of to) expect(place).toMatch(/^[A-Z]\w+\/[a-z0-9-]+( spec| metadata|$)/);
  }
  const sources = result.files.map(({ name, text }) => ({ name, text }));
  const { problems } = validateFiles(sources);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const parsed = parseFiles(sources).resources.map(({ resource }) => resource);
  expect(parsed).toEqual(result.resources);
  expect(importFiles(files, options).files).toEqual(result.files);
}

describe('every fixture, in every flavour, for its dataplane and for nft', () => {
  for (const path of DOCUMENTS.flatMap(pathsOf)) {
    it(path, () => {
      for (const flavour of [undefined, ...FLAVOURS]) {
        const options: ImportOptions = flavour === undefined ? {} : { flavour };
        expectLaws([fixtureFile(path)], options);
        expectLaws([fixtureFile(path)], { ...options, dataplane: 'nft' });
      }
    });
  }
});

describe('a document with all of its files', () => {
  for (const document of DOCUMENTS) {
    it(`${document}, as one director and as two`, () => {
      const files = pathsOf(document).map((path) => fixtureFile(path));
      expectLaws(files);
      expectLaws(files, { dataplane: 'nft' });
      const pair = ['lb1', 'lb2'].flatMap((node) =>
        pathsOf(document).map((path) => ({ ...fixtureFile(path, node), file: `${node}/${path}` })),
      );
      expectLaws(pair);
      expectLaws(pair, { dataplane: 'nft' });
    });

    it(`${document} keeps its comments`, () => {
      const files = pathsOf(document).map((path) => fixtureFile(path));
      const written = importFiles(files)
        .files.map(({ text }) => text)
        .join('\n');
      for (const text of commentsOf(files)) expect(written).toContain(`# ${text}`);
    });
  }
});

function commentsOf(files: readonly LintFile[]): string[] {
  const { nodes } = readBundle(files);
  const inTree = (statements: readonly Statement[]): Comment[] =>
    statements.flatMap(({ leading, trailing, block }) => [
      ...leading,
      ...(trailing === undefined ? [] : [trailing]),
      ...(block === undefined ? [] : [...block.dangling, ...inTree(block.statements)]),
    ]);
  const comments = nodes.flatMap((node) => [
    ...[...node.keepalived, ...node.dpvsConf].flatMap(({ tree }) => inTree(tree.statements)),
    ...node.shell.flatMap(({ leading, trailing }) => [...leading, ...(trailing ? [trailing] : [])]),
  ]);
  return comments.map(({ text }) => text.trim()).filter((text) => text !== '');
}

describe('any configuration', () => {
  const asFile = (text: string, node: string): LintFile => {
    const file = `${node}.conf`;
    return { file, text, kind: 'keepalived', node };
  };
  const RUNS: Readonly<Record<Flavour, number>> = {
    stock: 40,
    alibaba: 25,
    dsnat: 25,
    'lvs-snat-v1': 25,
    'lvs-snat-v2': 25,
    dpvs: 40,
  };
  for (const flavour of FLAVOURS) {
    it(`of ${flavour} is accounted for, valid when written, and the same again`, () => {
      fc.assert(
        fc.property(treeOf(flavour), treeOf(flavour), fc.boolean(), (first, second, isNft) => {
          const files = [asFile(printTree(first), 'lb1'), asFile(printTree(second), 'lb2')];
          expectLaws(files, { flavour, ...(isNft ? { dataplane: 'nft' as const } : {}) });
        }),
        { numRuns: RUNS[flavour] },
      );
    });
  }

  /** Real files with lines gone, doubled, moved and with the words of others. */
  const mutated = (path: string) => {
    const lines = fixtureFile(path).text.split('\n');
    const change = fc.record({
      at: fc.nat(lines.length - 1),
      what: fc.constantFrom('drop', 'double', 'word', 'swap'),
      from: fc.nat(lines.length - 1),
    });
    return fc.array(change, { maxLength: 8 }).map((changes) => {
      const text = [...lines];
      for (const { at, what, from } of changes) {
        const word = (lines[from] ?? '').trim().split(/\s+/).at(-1) ?? '';
        if (what === 'drop') text[at] = '';
        else if (what === 'double') text[at] = `${text[at]}\n${text[at]}`;
        else if (what === 'swap') text[at] = lines[from] ?? '';
        else text[at] = (text[at] ?? '').replace(/\S+\s*$/, word);
      }
      return text.join('\n');
    });
  };
  const CONFIGURATIONS = DOCUMENTS.flatMap(pathsOf).filter((path) =>
    /keepalived\.conf$/.test(path),
  );
  for (const path of CONFIGURATIONS) {
    it(`that was ${path} before it was changed in some places is too`, () => {
      fc.assert(
        fc.property(
          mutated(path),
          mutated(path),
          fc.constantFrom(...FLAVOURS, undefined),
          (first, second, flavour) => {
            const files = [asFile(first, 'lb1'), asFile(second, 'lb2')];
            expectLaws(files, flavour === undefined ? {} : { flavour });
            expectLaws(files.slice(0, 1), { dataplane: 'nft' });
          },
        ),
        { numRuns: 25 },
      );
    });
  }

  it('of commands that come in any order and number is too', () => {
    const lines = pathsOf('000-fullnat')
      .concat(pathsOf('001-lvs-snat'), pathsOf('003-dpvs'), pathsOf('004-dsnat'))
      .filter((path) => path.endsWith('.sh'))
      .flatMap((path) => fixtureFile(path).text.split('\n'))
      .filter((line) => !line.includes('<<'));
    const line = fc.constantFrom(...lines, 'ipvsadm -C', 'ipvsadm -D -t 192.168.104.84:10000');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 25 }),
        fc.constantFrom(...FLAVOURS),
        (all, flavour) => {
          const text = all.join('\n');
          expectLaws([{ file: 'setup.sh', text, kind: kindOf('setup.sh', text) }], { flavour });
        },
      ),
      { numRuns: 60 },
    );
  });
});
