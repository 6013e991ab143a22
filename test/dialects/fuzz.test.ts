/**
 * The readers never throw and never hang, whatever the bytes; every place that they name lies in
 * the text. Seeds that once failed are kept here as ordinary cases.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoundedWork } from '../../bench/dialects/fuzz/bounded-work.ts';
import { CHECK_NAMES, checkCase, runCheck } from '../../bench/dialects/fuzz/check-case.ts';
import { makeCase } from '../../bench/dialects/fuzz/make-case.ts';
import { Random } from '../../bench/dialects/fuzz/random.ts';
import { readSeedFiles } from '../../bench/dialects/fuzz/seed-files.ts';
import { parseDpvsConf } from '../../dialects/dpvs-conf/config.ts';
import type { Finding } from '../../dialects/finding.ts';
import { FLAVOURS } from '../../dialects/flavour.ts';
import { readSave } from '../../dialects/ipvsadm/read-save.ts';
import { memoryFileReader } from '../../dialects/keepalived/file-reader.ts';
import { loadTree } from '../../dialects/keepalived/load-tree.ts';
import { parseTree } from '../../dialects/keepalived/parse-tree.ts';
import { printTree } from '../../dialects/keepalived/print-tree.ts';
import { applyFixes } from '../../dialects/lint/apply-fixes.ts';
import type { LintKind } from '../../dialects/lint/bundle.ts';
import { lintFiles } from '../../dialects/lint/lint-files.ts';
import { readConnectionList } from '../../dialects/outputs/connection-list.ts';
import {
  readShownAddresses,
  readShownLinks,
  readShownRoutes,
} from '../../dialects/outputs/dpip-show.ts';
import { readLocalAddressList } from '../../dialects/outputs/local-address-list.ts';
import { readServiceList } from '../../dialects/outputs/service-list.ts';
import { readScriptLines } from '../../dialects/shell/read-lines.ts';
import { fixture, treeShape } from './kit.ts';

const KINDS: readonly LintKind[] = ['keepalived', 'script', 'dpvs-conf', 'unit', 'route-file'];

/** Everything that reads text, on this text. */
function readAll(text: string): Finding[] {
  const source = { file: 'fuzz', text };
  const reader = memoryFileReader({ fuzz: text });
  return [
    ...parseTree(source).findings,
    ...parseDpvsConf(source).findings,
    ...loadTree('fuzz', reader).findings,
    ...loadTree('fuzz', reader, { configId: 'main' }).findings,
    ...readSave(source).findings,
    ...FLAVOURS.flatMap((flavour) => readSave(source, { flavour }).findings),
    ...readScriptLines(source).findings,
    ...readServiceList(source).findings,
    ...readConnectionList(source, readServiceList(source)).findings,
    ...readLocalAddressList(source).findings,
    ...readShownAddresses(source).findings,
    ...readShownRoutes(source).findings,
    ...readShownLinks(source).findings,
    ...KINDS.flatMap((kind) => lintFiles([{ file: 'fuzz', text, kind }])),
  ];
}

function expectSound(text: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, column, fix, code, explanation } of readAll(text)) {
    expect(line, code).toBeGreaterThan(0);
    expect(line, code).toBeLessThanOrEqual(Math.max(1, lines.length));
    expect(column, code).toBeGreaterThan(0);
    expect(column, code).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    expect(explanation).not.toBe('');
    for (const { start, end } of fix?.edits ?? []) {
      expect(start, code).toBeLessThanOrEqual(end);
      expect(end, code).toBeLessThanOrEqual(text.length);
    }
    if (fix !== undefined) applyFixes(text, [fix], 'fuzz');
  }
}

/** Signs that mean something to one of the readers, more often than chance would bring them. */
const tokens = fc.constantFrom(
  ...'{ } " \' ! # \\ $ ~ @ @! @^ ; | & && > >> << ( ) [ ] , = - -- \u2013 \u00a0 \u3000 \ufeff \r \r\n \n \t'.split(
    ' ',
  ),
  ...' |$\u007bA}|$A=|~SEQ(A,1,3)|include fuzz|<init>|ipvsadm|dpip|-A|-t|-K|--zone|1.1.0.0/16|::1'.split(
    '|',
  ),
  ...'vrrp_instance|virtual_server|group|zone|TCP_CHECK|1|2|3|EOF|if|fi|echo|route|addr|add|->|TCP'.split(
    '|',
  ),
);
const soup = fc.array(
  fc.oneof({ weight: 6, arbitrary: tokens }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }),
  {
    maxLength: 60,
  },
);

describe('any text', () => {
  it('of arbitrary bytes is read without a throw, with places inside of it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectSound(Buffer.from(bytes).toString('latin1'));
        expectSound(Buffer.from(bytes).toString('utf8'));
      }),
      { numRuns: 120 },
    );
  });

  it('of the readers\u2019 own signs is read without a throw, with places inside of it', () => {
    fc.assert(
      fc.property(soup, fc.constantFrom('', ' '), (parts, glue) => expectSound(parts.join(glue))),
      { numRuns: 300 },
    );
  });

  it('prints as a text that reads the same, and prints the same again', () => {
    fc.assert(
      fc.property(soup, (parts) => {
        const { tree } = parseTree({ file: 'f', text: parts.join(' ') });
        const text = printTree(tree);
        const again = parseTree({ file: 'f', text }).tree;
        expect(treeShape(again)).toEqual(treeShape(tree));
        expect(printTree(again)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });
});

const DOCUMENTS = [
  '001-lvs-snat/snat.sh',
  '001-lvs-snat/glued.sh',
  '002-nat-keepalived/keepalived.conf',
  '002-nat-keepalived/server.sh',
  '003-dpvs/simple.sh',
  '003-dpvs/keepalived.conf',
  '003-dpvs/dpvs.conf',
  '003-dpvs/list.txt',
  '000-fullnat/connections.txt',
  '004-dsnat/keepalived.conf',
  '004-dsnat/gateway.sh',
].map(fixture);

/** Cuts, doubles, swaps and puts in, as hands and editors do. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  kind: fc.constantFrom('cut', 'double', 'put', 'case'),
  put: tokens,
});

function mutate(
  text: string,
  mutations: readonly { at: number; length: number; kind: string; put: string }[],
) {
  return mutations.reduce((current, { at, length, kind, put }) => {
    const start = Math.floor(at * current.length);
    const part = current.slice(start, start + length);
    const by =
      { cut: '', double: part + part, put: put + part, case: part.toUpperCase() }[kind] ?? '';
    return current.slice(0, start) + by + current.slice(start + length);
  }, text);
}

describe('texts that once read otherwise when printed', () => {
  for (const text of ['{ include fuzz "', '{include fuzz{', '$A=\r\n{', '{ $A=x y', '{ <init> x']) {
    it(JSON.stringify(text), () => {
      const { tree } = parseTree({ file: 'f', text });
      const again = parseTree({ file: 'f', text: printTree(tree) }).tree;
      expect(treeShape(again)).toEqual(treeShape(tree));
    });
  }
});

describe('the long fuzz (npm run bench -- dialects tries a million of these)', () => {
  const seedFiles = readSeedFiles();

  it('holds for its first cases of this year\u2019s seed', () => {
    for (let number = 0; number < 4_000; number += 1) {
      const one = makeCase(2026, number, seedFiles);
      try {
        checkCase(one);
      } catch (cause) {
        throw new Error(`npm run bench -- dialects --seed 2026 --case ${number}`, { cause });
      }
    }
  });

  it('makes the same case of the same seed and number, and other cases of others', () => {
    const texts = [1, 2].flatMap((seed) =>
      [5, 6, 5].map((number) => makeCase(seed, number, seedFiles).text),
    );
    expect(texts[0]).toBe(texts[2]);
    expect(new Set(texts).size).toBe(4);
  });

  // A definition with comment marks on a line of its own; many odd spaces on one line; words that
  // end like a command; values that begin like an option;
  // comments that end in a backslash.
  const failedOnce = [
    '$A= \\\nprotocol\f!\tzone \\\n',
    '$A= \\\n@!\fethtool\r\naddr\n',
    'a\fb\fc\fd\fe\ff\fg\fh\fi\fj\fk\fl\fm\n',
    '121.14.161.100ipvsadm \\\n-U \\\n--zone \\\n192.168.0.0/16 -z 121.14.161.101\n',
    '-U --zone 192.168.0.0/16 -z-U\n',
    '-K --zone 192.168.0.0/16 # \\\n-C\n',
    'ipvsadm --add-laddr -z-U -t [2001::201]:80 -F bond1\n',
  ];
  for (const text of failedOnce) {
    it(`holds for ${JSON.stringify(text)}, which failed once`, () => {
      for (const name of CHECK_NAMES) {
        for (let number = 0; number < 20; number += 1) runCheck(name, text, new Random(1, number));
      }
    });
  }

  it('stops a reader that takes more steps than the text can need', () => {
    const work = new BoundedWork(10);
    expect(() => parseTree({ file: 'f', text: 'a b c d e f g' }, { work })).toThrow('10 steps');
  });
});

describe('the documents\u2019 configurations', () => {
  it('are read without a throw however they are cut and mixed up', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENTS),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (text, mutations) => expectSound(mutate(text, mutations)),
      ),
      { numRuns: 60 },
    );
  });
});
