/**
 * How long each reader takes, and the linter, at three sizes in one run: the best of several
 * times, since all that others do on the machine only adds to it. Invariant: what is told of two
 * sizes is a ratio of times per line measured side by side, so a slow machine cancels out.
 */
import { readSave } from '../../dialects/ipvsadm/read-save.ts';
import { parseTree } from '../../dialects/keepalived/parse-tree.ts';
import type { LintKind } from '../../dialects/lint/bundle.ts';
import { lintFiles } from '../../dialects/lint/lint-files.ts';
import { readConnectionList } from '../../dialects/outputs/connection-list.ts';
import { readServiceList } from '../../dialects/outputs/service-list.ts';
import { readScriptLines } from '../../dialects/shell/read-lines.ts';
import type { SourceText } from '../../dialects/text/span.ts';
import { connectionList, keepalivedConf, save, script, serviceList } from './texts.ts';

export const SIZES = [1_000, 10_000, 100_000] as const;

export interface ReaderFigures {
  readonly reader: string;
  readonly sizes: readonly SizeFigures[];
  /** Time per line at the largest size to that at the smallest: 1 is linear. */
  readonly parseRatio: number;
  /** Absent for what is read and not linted. */
  readonly lintRatio?: number;
}

export interface SizeFigures {
  readonly lines: number;
  readonly parseMs: number;
  readonly lintMs?: number;
}

interface Reader {
  readonly name: string;
  readonly text: (lines: number) => string;
  readonly parse: (source: SourceText) => unknown;
  readonly kind?: LintKind;
}

const READERS: readonly Reader[] = [
  { name: 'ipvsadm -S', text: save, parse: (source) => readSave(source), kind: 'script' },
  {
    name: 'set-up script',
    text: script,
    parse: (source) => readScriptLines(source),
    kind: 'script',
  },
  { name: 'keepalived.conf', text: keepalivedConf, parse: parseTree, kind: 'keepalived' },
  { name: 'ipvsadm -ln', text: serviceList, parse: (source) => readServiceList(source) },
  { name: 'ipvsadm -lnc', text: connectionList, parse: (source) => readConnectionList(source) },
];

/** Short runs are repeated until this many lines were read: one of them is mostly noise. */
const LINES_TIMED = 500_000;
const RUNS_MAX = 50;

export function measureReaders(): ReaderFigures[] {
  return READERS.map((reader) => {
    const texts = SIZES.map((lines) => reader.text(lines));
    // The first run compiles what it runs and is nobody's figure.
    for (const text of texts.slice(0, 2)) timeOne(reader, text);
    const sizes = texts.map((text) => timeOne(reader, text));
    const [small, large] = [sizes[0], sizes.at(-1)];
    if (small === undefined || large === undefined) throw new Error('no sizes');
    const ratio = (of: (size: SizeFigures) => number) =>
      Math.round((of(large) / large.lines / (of(small) / small.lines)) * 100) / 100;
    return {
      reader: reader.name,
      sizes,
      parseRatio: ratio(({ parseMs }) => parseMs),
      ...(reader.kind && { lintRatio: ratio(({ lintMs = 0 }) => lintMs) }),
    };
  });
}

function timeOne({ parse, kind }: Reader, text: string): SizeFigures {
  const lines = text.split('\n').length - 1;
  const runs = Math.min(RUNS_MAX, Math.ceil(LINES_TIMED / lines));
  const parseMs = best(runs, () => parse({ file: 'bench', text }));
  if (kind === undefined) return { lines, parseMs };
  return { lines, parseMs, lintMs: best(runs, () => lintFiles([{ file: 'bench', text, kind }])) };
}

function best(runs: number, run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < runs; at += 1) {
    const startedAtMs = performance.now();
    run();
    best = Math.min(best, performance.now() - startedAtMs);
  }
  return Math.round(best * 10) / 10;
}
