/**
 * What must hold of any text: it is read without a throw, in a bounded number of steps; every
 * place that a finding names lies in it; what was read and printed reads the same again, and
 * prints the same; making the fixes of its findings comes to an end; what is imported is valid.
 */
import { isDeepStrictEqual } from 'node:util';
import { parseDpvsConf } from '../../../dialects/dpvs-conf/config.ts';
import type { Finding, Fix } from '../../../dialects/finding.ts';
import { FLAVOURS } from '../../../dialects/flavour.ts';
import { importFiles } from '../../../dialects/import/import-files.ts';
import { printSave } from '../../../dialects/ipvsadm/print-save.ts';
import { readSave } from '../../../dialects/ipvsadm/read-save.ts';
import { memoryFileReader } from '../../../dialects/keepalived/file-reader.ts';
import { loadTree } from '../../../dialects/keepalived/load-tree.ts';
import { parseTree } from '../../../dialects/keepalived/parse-tree.ts';
import { printTree } from '../../../dialects/keepalived/print-tree.ts';
import { applyFixes } from '../../../dialects/lint/apply-fixes.ts';
import type { LintKind } from '../../../dialects/lint/bundle.ts';
import { kindOf } from '../../../dialects/lint/file-kind.ts';
import { lintFiles } from '../../../dialects/lint/lint-files.ts';
import { readConnectionList } from '../../../dialects/outputs/connection-list.ts';
import {
  readShownAddresses,
  readShownLinks,
  readShownRoutes,
} from '../../../dialects/outputs/dpip-show.ts';
import { readLocalAddressList } from '../../../dialects/outputs/local-address-list.ts';
import { readServiceList } from '../../../dialects/outputs/service-list.ts';
import { readScriptLines } from '../../../dialects/shell/read-lines.ts';
import type { SourceText } from '../../../dialects/text/span.ts';
import { validateFiles } from '../../../schemas/validation/validate.ts';
import { commandShape, treeShape } from '../../../test/dialects/kit.ts';
import { BoundedWork } from './bounded-work.ts';
import type { FuzzCase } from './make-case.ts';
import type { Random } from './random.ts';

const FILE = 'fuzz';
const KINDS: readonly LintKind[] = ['keepalived', 'script', 'dpvs-conf', 'unit', 'route-file'];

/** Readers pass over a text a few times; none goes back over it for each of its parts. */
const STEPS_PER_CHARACTER = 16;
const STEPS_LEAST = 1_000;
/** Sequences and parameters make at most 16 million characters of any text, and so much again. */
const STEPS_EVALUATED = 64_000_000;
/** As many as `sluice lint --fix` makes. */
const FIX_ROUNDS_MAX = 10;

type Check = (source: SourceText, random: Random) => void;

const CHECKS: Readonly<Record<string, Check>> = {
  tree: (source) => sameAgain(source, parseTree),
  'dpvs.conf': (source) => sameAgain(source, parseDpvsConf),
  load: (source, random) => {
    const work = new BoundedWork(STEPS_EVALUATED);
    const options = { ...(random.below(2) === 0 ? {} : { configId: 'main' }), work };
    const { tree, findings } = loadTree(FILE, memoryFileReader({ [FILE]: source.text }), options);
    places(source.text, findings);
    printTree(tree);
  },
  save: (source, random) => saveAgain(source, random),
  script: (source) =>
    places(source.text, readScriptLines(source, { work: linear(source) }).findings),
  outputs: (source) => outputs(source),
  lint: (source, random) => lintAndMend(source, random),
  import: (source, random) => importValid(source, random),
};

export const CHECK_NAMES: readonly string[] = Object.keys(CHECKS);

/** Throws what is wrong. One check for each case: the next million takes the others. */
export function checkCase({ text, random }: FuzzCase): void {
  runCheck(random.pick(CHECK_NAMES), text, random);
}

export function runCheck(name: string, text: string, random: Random): void {
  const check = CHECKS[name];
  if (check === undefined) throw new Error(`no check is named ${name}`);
  try {
    check({ file: FILE, text }, random);
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function linear({ text }: SourceText): BoundedWork {
  return new BoundedWork(STEPS_LEAST + STEPS_PER_CHARACTER * text.length);
}

function sameAgain(source: SourceText, parse: typeof parseTree): void {
  const { tree, findings } = parse(source, { work: linear(source) });
  places(source.text, findings);
  const printed = printTree(tree);
  const again = parse({ file: FILE, text: printed }).tree;
  expectSame(treeShape(again), treeShape(tree), 'the printed tree reads otherwise');
  expectSame(printTree(again), printed, 'the printed tree prints otherwise');
}

function saveAgain(source: SourceText, random: Random): void {
  const flavour = random.pick([undefined, ...FLAVOURS]);
  const work = linear(source);
  const read = readSave(source, flavour === undefined ? { work } : { flavour, work });
  places(source.text, read.findings);
  const printed = printSave(read.commands);
  // What was read in spite of an error is kept as well as it goes; its print may say less.
  const isWhole = !read.findings.some(({ severity }) => severity === 'error');
  if (!isWhole || read.flavour === undefined) return;
  const again = readSave({ file: FILE, text: printed }, { flavour: read.flavour });
  const shapes = read.commands.map(commandShape);
  expectSame(again.commands.map(commandShape), shapes, 'the printed save reads otherwise');
  expectSame(printSave(again.commands), printed, 'the printed save prints otherwise');
}

function outputs(source: SourceText): void {
  const work = linear(source);
  const services = readServiceList(source, { work });
  for (const findings of [
    services.findings,
    readConnectionList(source, services, { work }).findings,
    readLocalAddressList(source).findings,
    readShownAddresses(source, { work }).findings,
    readShownRoutes(source, { work }).findings,
    readShownLinks(source, { work }).findings,
  ]) {
    places(source.text, findings);
  }
}

function lintAndMend({ text: given }: SourceText, random: Random): void {
  const kind = random.pick([kindOf(FILE, given), ...KINDS]);
  const flavour = random.pick([undefined, ...FLAVOURS]);
  let text = given;
  for (let round = 0; round < FIX_ROUNDS_MAX; round += 1) {
    const work = new BoundedWork(STEPS_EVALUATED);
    const options = flavour === undefined ? { work } : { flavour, work };
    const findings = lintFiles([{ file: FILE, text, kind }], options);
    places(text, findings);
    const fixes: Fix[] = findings.flatMap(({ fix }) => fix ?? []);
    if (fixes.length === 0) return;
    const mended = applyFixes(text, fixes, FILE);
    if (mended.applied === 0) throw new Error(`none of ${fixes.length} fixes can be made`);
    text = mended.text;
  }
  throw new Error(`there is always something more to fix: ${JSON.stringify(text)}`);
}

/** Whatever it was, what is written of it can be applied. */
function importValid({ text }: SourceText, random: Random): void {
  const kind = random.pick([kindOf(FILE, text), ...KINDS]);
  const flavour = random.pick([undefined, ...FLAVOURS]);
  const work = new BoundedWork(STEPS_EVALUATED);
  const options = flavour === undefined ? { work } : { flavour, work };
  const { files } = importFiles([{ file: FILE, text, kind }], options);
  const wrong = validateFiles(files).problems.find(({ severity }) => severity === 'error');
  if (wrong === undefined) return;
  throw new Error(`what is imported is not valid: ${wrong.code} ${wrong.file} ${wrong.message}`);
}

function places(text: string, findings: readonly Finding[]): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, column, fix, code, explanation } of findings) {
    const length = lines[line - 1]?.length ?? (line === 1 ? 0 : undefined);
    if (length === undefined || column < 1 || column > length + 1) {
      throw new Error(`${code} is at ${line}:${column}, outside of the text`);
    }
    if (explanation === '') throw new Error(`${code} has no explanation`);
    for (const { start, end } of fix?.edits ?? []) {
      if (start < 0 || start > end || end > text.length) {
        throw new Error(`${code} edits ${start}-${end}, outside of the text`);
      }
    }
  }
}

function expectSame(actual: unknown, expected: unknown, message: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Error(`${message}\n${JSON.stringify(actual)}\n${JSON.stringify(expected)}`);
}
