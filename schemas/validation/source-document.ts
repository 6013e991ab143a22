/**
 * The YAML documents of one file with the position of every key and value. Syntax errors and keys
 * that stand twice are problems with a place; reading never throws, whatever the text is.
 */
import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  visit,
  type Node as YamlNode,
} from 'yaml';
import type { Fix, Path } from './located-resource.ts';
import { nearestWord } from './nearest-word.ts';
import type { Edit, Location, Problem } from './problem.ts';

export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

export interface SourceDocument {
  readonly value: unknown;
  /** False when the text has syntax errors, so `value` is only part of what was meant. */
  readonly isWhole: boolean;
  /** The value at the path, or what stands nearest above it. */
  locate(path: Path): Location;
  /** The key at the path (the list item itself for a position in a list). */
  locateKey(path: Path): Location;
  /** The change of the text that does what is wanted at the path, where that is plain to say. */
  edit(path: Path, fix: Fix): Edit | undefined;
}

/** After one syntax error the next ones are mostly its echoes. */
const SYNTAX_PROBLEMS_PER_DOCUMENT_MAX = 10;
/** More anchors than any fleet needs, far fewer than a "billion laughs" text expands to. */
const ALIASES_MAX = 1_000;

const TOO_DEEP = 'the text is nested too deeply';

const HINTS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'keep one of the two',
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'items of one list and keys of one map start in the same column',
  MISSING_CHAR: 'a bracket, quote or colon is missing before this place',
  BLOCK_AS_IMPLICIT_KEY: 'a key and its value: does a line above lack its colon or its indent?',
};

/** What reading came to at one document, or where it had to end. */
export interface ReadStep {
  /** Absent when there is none to look at further. */
  readonly document?: SourceDocument;
  readonly problems: readonly Problem[];
}

/**
 * Every document of the file that is not empty, and what is wrong with its YAML. One at a time:
 * large files take seconds, and who has more to do can do it in between.
 */
export function* readDocuments(file: SourceFile): Generator<ReadStep, void, void> {
  const lines = new LineCounter();
  const place = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file: file.name, line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const tokens = new Parser(lines.addNewLine).parse(file.text);
    for (const document of new Composer({ logLevel: 'silent' }).compose(tokens)) {
      const step = readDocument(document, { place, text: file.text });
      if (step !== undefined) yield step;
    }
  } catch (error) {
    // The parser works by recursion: a text of thousands of brackets exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    yield { problems: [yamlProblem(place(0), TOO_DEEP, '')] };
  }
}

interface Source {
  readonly place: (offset: number) => Location;
  readonly text: string;
}

/** Undefined for an empty one. */
function readDocument(document: Document, source: Source): ReadStep | undefined {
  const faults = [...syntaxFaults(document, source.text), ...referenceFaults(document)];
  let isWhole = faults.every((fault) => fault.isHarmless);
  const { value, fault } = contentOf(document);
  if (value === null && isWhole) return undefined;
  if (isWhole && fault !== undefined) faults.push(fault);
  isWhole &&= fault === undefined;
  return {
    document: sourceDocument(document, value, isWhole, source),
    problems: faults.map(({ offset, message, hint }) =>
      yamlProblem(source.place(offset), message, hint),
    ),
  };
}

interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
  /** The document still says what it says. */
  readonly isHarmless: boolean;
}

function syntaxFaults(document: Document, text: string): Fault[] {
  // Where the parser itself ran out of stack, what it says after that means nothing.
  const deep = document.errors.find(({ message }) => message.startsWith('Maximum call stack'));
  if (deep !== undefined) {
    return [{ offset: deep.pos[0], message: TOO_DEEP, hint: '', isHarmless: false }];
  }
  const errors = document.errors.filter((error, at) => {
    const before = document.errors[at - 1];
    return before?.pos[0] !== error.pos[0] || before.message !== error.message;
  });
  return errors.slice(0, SYNTAX_PROBLEMS_PER_DOCUMENT_MAX).map((error) => {
    const isTwice = error.code === 'DUPLICATE_KEY';
    const key = isTwice ? /^[^\s:]+/.exec(text.slice(error.pos[0], error.pos[0] + 80))?.[0] : '';
    const message = isTwice ? `the key ${key} stands twice` : error.message;
    return { offset: error.pos[0], message, hint: HINTS[error.code] ?? '', isHarmless: isTwice };
  });
}

/** Aliases to nothing, and the one key that JavaScript would swallow. */
function referenceFaults(document: Document): Fault[] {
  const faults: Fault[] = [];
  const fault = (node: YamlNode, message: string) =>
    faults.push({ offset: node.range?.[0] ?? 0, message, hint: '', isHarmless: false });
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) fault(alias, `no anchor &${alias.source} before`);
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__') fault(key, '__proto__ cannot be a key');
    },
  });
  return faults;
}

function contentOf(document: Document): { value?: unknown; fault?: Fault } {
  try {
    return { value: document.toJS({ maxAliasCount: ALIASES_MAX }) };
  } catch (error) {
    const message = (error as Error).message;
    return { fault: { offset: 0, message, hint: 'write it out', isHarmless: false } };
  }
}

function yamlProblem(location: Location, message: string, hint: string): Problem {
  return { ...location, code: 'E_YAML', severity: 'error', message, hint };
}

function sourceDocument(
  document: Document,
  value: unknown,
  isWhole: boolean,
  { place, text }: Source,
): SourceDocument {
  const start = document.contents?.range?.[0] ?? document.range?.[0] ?? 0;
  const walk = (path: Path, wantsKey: boolean): Location => {
    let at = start;
    let node: unknown = document.contents;
    for (const [depth, step] of path.entries()) {
      const found = stepInto(resolved(node, document), step);
      if (found === undefined) break;
      const isLast = depth === path.length - 1;
      const scalar = isScalar(found.value) && found.value.source !== '' ? found.value : undefined;
      at = wantsKey && isLast ? found.at : (scalar?.range?.[0] ?? found.at);
      node = found.value;
    }
    return place(at);
  };
  return {
    value,
    isWhole,
    locate: (path) => walk(path, false),
    locateKey: (path) => walk(path, true),
    edit: (path, fix) => {
      const change = changeOf(document, text, path, fix);
      if (change === undefined) return undefined;
      const start = place(change.start);
      const { line, column } = place(change.end);
      return {
        file: start.file,
        start: { line: start.line, column: start.column },
        end: { line, column },
        text: change.text,
      };
    },
  };
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function changeOf(document: Document, text: string, path: Path, fix: Fix): Change | undefined {
  if (fix.do === 'insert') {
    const map = nodeAt(document, fix.into);
    const first = isMap(map) ? map.items[0] : undefined;
    const at = (first?.key as YamlNode | undefined)?.range?.[0];
    if (!isMap(map) || at === undefined) return undefined;
    const present = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
    // A mistyped key is mended by its own fix; with both, the key would stand twice.
    if (nearestWord(fix.key, present) !== undefined) return undefined;
    const indent = ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));
    const separator = map.flow === true ? ', ' : `\n${indent}`;
    return { start: at, end: at, text: `${fix.key}: ${fix.text}${separator}` };
  }
  const node = fix.do === 'rename' ? keyAt(document, path) : nodeAt(document, path);
  const isPlain = isScalar(node) || (isSeq(node) && node.flow === true);
  // An alias stands for something that others may share: only a person can tell.
  if (!isPlain || node.range === undefined || node.range === null) return undefined;
  const [start, end] = node.range;
  if (end <= start) return undefined;
  // In flow style a quoted key needs its quotes: `{"a":1}` is not `{a:1}`.
  const isQuoted = isScalar(node) && /^["']/.test(text.slice(start, start + 1));
  const isKept = isQuoted && fix.do !== 'unquote';
  return { start, end, text: isKept ? JSON.stringify(fix.text) : fix.text };
}

function nodeAt(document: Document, path: Path): unknown {
  let node: unknown = document.contents;
  for (const step of path) node = isAlias(node) ? undefined : stepInto(node, step)?.value;
  return node;
}

function keyAt(document: Document, path: Path): unknown {
  const map = nodeAt(document, path.slice(0, -1));
  if (!isMap(map)) return undefined;
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === `${path.at(-1)}`)?.key;
}

function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

/** The child of a map or list, and where it begins (the key in a map, the item in a list). */
function stepInto(
  node: unknown,
  step: string | number,
): { value: unknown; at: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isScalar(item.key) && String(item.key.value) === `${step}`,
    );
    if (pair === undefined) return undefined;
    return { value: pair.value, at: (pair.key as YamlNode).range?.[0] ?? 0 };
  }
  if (!isSeq(node) || typeof step !== 'number') return undefined;
  const item = node.items[step] as YamlNode | undefined;
  return item === undefined ? undefined : { value: item, at: item.range?.[0] ?? 0 };
}
