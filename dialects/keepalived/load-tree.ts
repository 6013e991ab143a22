/**
 * The configuration as the daemon sees it: included files in their place, parameters replaced,
 * sequences written out, conditions decided for one configuration id. Every statement still knows
 * the file, line and column it comes from. Never throws; cycles, depth and size are bounded.
 */
import { type Finding, findingAt } from '../finding.ts';
import type { WorkCounter } from '../text/span.ts';
import { TreeBuilder } from './build-tree.ts';
import { type FileReader, resolvePath } from './file-reader.ts';
import { LogicalLine } from './logical-line.ts';
import {
  type Parameters,
  readDefinition,
  readSequence,
  soleUse,
  substitute,
} from './parameters.ts';
import { lineTokens, readLines } from './parse-tree.ts';
import { commentStart, tokenise } from './tokens.ts';
import type { Tree } from './tree.ts';

export interface LoadOptions {
  /** The host's configuration id. Without it conditions are kept at their statements. */
  readonly configId?: string;
  /** keepalived 1.2.2 knows includes only: conditions, parameters and sequences are words to it. */
  readonly evaluates?: boolean;
  readonly work?: WorkCounter;
}

/** keepalived itself stops at 16. */
const INCLUDE_DEPTH_MAX = 16;
/** Files of one configuration; a fleet has dozens. */
const FILES_MAX = 1_000;
/** Lines made by sequences and parameters: five times the largest real configuration. */
const MADE_LINES_MAX = 500_000;
/** Characters put in by parameters, so that values that double each other end. */
const MADE_LENGTH_MAX = 16_000_000;
/** Sequences within sequences, parameters of several lines within such. */
const DEPTH_MAX = 8;

const INCLUDE = /^\s*include[rmwba]?\s+(\S.*?)\s*$/;

/** The tree of the file and everything it includes, and the paths of all files that were read. */
export function loadTree(
  file: string,
  reader: FileReader,
  options: LoadOptions = {},
): { tree: Tree; findings: Finding[]; files: string[] } {
  const loader = new Loader(reader, options);
  return loader.load(file);
}

class Loader {
  readonly #reader: FileReader;
  readonly #options: LoadOptions;
  readonly #findings: Finding[] = [];
  readonly #builder = new TreeBuilder(this.#findings);
  readonly #parameters: Parameters = { values: new Map() };
  readonly #files: string[] = [];
  readonly #open: string[] = [];
  #madeLines = 0;
  #madeLength = 0;
  #isFull = false;

  constructor(reader: FileReader, options: LoadOptions) {
    this.#reader = reader;
    this.#options = options;
  }

  load(file: string) {
    const text = this.#reader.read(file);
    if (text === undefined) {
      const nowhere = { file, line: 1, column: 1, start: 0, end: 0 };
      this.#findings.push(findingAt(nowhere, 'E_FILE_AWAY', `${file} cannot be read`));
    } else this.#file(file, text);
    const tree: Tree = { file, ...this.#builder.end() };
    return { tree, findings: this.#findings, files: this.#files };
  }

  #file(file: string, text: string): void {
    this.#files.push(file);
    this.#open.push(file);
    const folder = file.includes('/') ? file.replace(/\/[^/]*$/, '') : '.';
    const before = this.#parameters.values.get('_PWD');
    this.#parameters.values.set('_PWD', { value: folder });
    for (const line of readLines({ file, text }, this.#findings)) this.#line(line, 0);
    if (before !== undefined) this.#parameters.values.set('_PWD', before);
    this.#open.pop();
  }

  #line(line: LogicalLine, depth: number): void {
    const evaluates = this.#options.evaluates !== false;
    const chosen = evaluates ? this.#condition(line) : line;
    if (chosen === undefined) return;
    const isMultiline = chosen.text.includes('\n');
    const text = isMultiline ? chosen.text : chosen.text.slice(0, commentStart(chosen.text));
    const include = INCLUDE.exec(text);
    if (include?.[1] !== undefined) {
      this.#include(chosen, include[1]);
      return;
    }
    if (!evaluates) {
      const sink = { findings: this.#findings, work: this.#options.work };
      this.#builder.addLine(lineTokens(chosen, sink));
      return;
    }
    const definition = readDefinition(text);
    if (definition !== undefined) {
      this.#parameters.values.set(definition.name, { value: definition.value });
      return;
    }
    const sequence = readSequence(chosen.text);
    if (sequence === 'malformed') {
      const { span } = chosen.span(0, chosen.text.length);
      this.#findings.push(findingAt(span, 'E_SEQUENCE', 'a sequence that cannot be counted'));
      return;
    }
    if (sequence !== undefined && depth < DEPTH_MAX) {
      for (const value of sequence.values) {
        if (!this.#countMade(chosen, 0)) return;
        this.#parameters.values.set(sequence.name, { value });
        const rest = new LogicalLine(chosen.index, chosen.slice(sequence.rest, chosen.text.length));
        this.#line(rest, depth + 1);
      }
      return;
    }
    const value = this.#parameters.values.get(soleUse(text) ?? '')?.value;
    if (value?.includes('\n') === true) this.#lines(chosen, value, depth);
    else this.#statement(chosen, depth);
  }

  /** A value of several lines stands for them; its own definitions take effect in their order. */
  #lines(use: LogicalLine, value: string, depth: number): void {
    const { span } = use.span(use.text.indexOf('$'), use.text.length);
    if (depth >= DEPTH_MAX) {
      this.#findings.push(findingAt(span, 'E_PARAMETER', 'a parameter that contains itself'));
      return;
    }
    for (const text of value.split('\n')) {
      if (!this.#countMade(use, text.length)) return;
      const piece = { text, start: span.start, isDerived: true };
      this.#line(new LogicalLine(use.index, [piece]), depth + 1);
    }
  }

  #statement(line: LogicalLine, depth: number): void {
    const { line: replaced, isWhole } = substitute(line, this.#parameters);
    if (!isWhole) {
      const { span } = line.span(0, line.text.length);
      this.#findings.push(findingAt(span, 'E_PARAMETER', 'a parameter that contains itself'));
    }
    const isMade = replaced !== line;
    if (isMade && !this.#countMade(line, replaced.text.length)) return;
    // A value may bring a condition of its own: it is decided like one that stands in the file.
    const chosen = isMade ? this.#condition(replaced) : replaced;
    if (chosen === undefined) return;
    if (isMade && depth < DEPTH_MAX && /^\s*~SEQ/.test(chosen.text)) {
      this.#line(chosen, depth + 1);
      return;
    }
    const sink = { findings: this.#findings, work: this.#options.work };
    this.#builder.addLine(tokenise(chosen, sink));
  }

  /** The rest of the line when its condition holds, the line itself when there is none to decide. */
  #condition(line: LogicalLine): LogicalLine | undefined {
    const { configId } = this.#options;
    const found = /^\s*@(\^?)([^\s!#^]+)\s+/.exec(line.text);
    if (found === null) {
      // `@!id` is no negation: `!` starts a comment, and the daemon drops the line.
      return /^\s*@!/.test(line.text) && configId !== undefined ? undefined : line;
    }
    if (configId === undefined) return line;
    const isNegated = found[1] === '^';
    if ((found[2] === configId) === isNegated) return undefined;
    return new LogicalLine(line.index, line.slice(found[0].length, line.text.length));
  }

  #include(line: LogicalLine, pattern: string): void {
    const { span } = line.span(0, line.text.length);
    const finding = (code: 'E_INCLUDE_DEPTH' | 'W_INCLUDE_NOTHING', message: string) =>
      this.#findings.push(findingAt(span, code, message));
    const from = this.#open.at(-1) ?? '';
    const name = pattern.replace(/^["']|["']$/g, '');
    const paths = this.#reader.list(resolvePath(name, from));
    if (paths.length === 0) finding('W_INCLUDE_NOTHING', `no file is named by ${name}`);
    for (const path of paths) {
      if (this.#open.includes(path)) finding('E_INCLUDE_DEPTH', `${path} includes itself`);
      else if (this.#open.length >= INCLUDE_DEPTH_MAX || this.#files.length >= FILES_MAX) {
        finding('E_INCLUDE_DEPTH', `${path} is included too deep or as one of too many files`);
        return;
      } else {
        const text = this.#reader.read(path);
        if (text === undefined) finding('W_INCLUDE_NOTHING', `${path} cannot be read`);
        else this.#file(path, text);
      }
    }
  }

  #countMade(line: LogicalLine, length: number): boolean {
    this.#madeLines += 1;
    this.#madeLength += length;
    if (this.#madeLines <= MADE_LINES_MAX && this.#madeLength <= MADE_LENGTH_MAX) return true;
    if (!this.#isFull) {
      this.#isFull = true;
      const { span } = line.span(0, line.text.length);
      const message = 'parameters and sequences make more of the file than can be read';
      this.#findings.push(findingAt(span, 'E_PARAMETER', message));
    }
    return false;
  }
}
