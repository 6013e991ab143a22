/** The figures of one run, as JSON for programs and as a table for people. */
import Table from 'cli-table3';
import { type ReaderFigures, SIZES } from './figures.ts';
import type { FuzzReport } from './fuzz/fuzz.ts';
import type { PeerFigures } from './peer.ts';

export interface DialectsReport {
  readonly bench: 'dialects';
  readonly readers: readonly ReaderFigures[];
  /** Absent where no keepalived is installed. */
  readonly peer?: PeerFigures;
  readonly fuzz?: FuzzReport;
}

/** Linear is a ratio of 1: time per line at 100,000 lines to that at 1,000. */
export function renderReport({ readers, peer }: DialectsReport): string {
  const table = new Table({
    head: ['read', ...SIZES.map((lines) => `${lines} lines`), 'ratio per line'],
    style: { head: [], border: [] },
  });
  for (const { reader, sizes, parseRatio, lintRatio } of readers) {
    table.push([reader, ...sizes.map(({ parseMs }) => `${parseMs} ms`), `${parseRatio} x`]);
    if (lintRatio === undefined) continue;
    const lint = sizes.map(({ lintMs }) => `${lintMs ?? '-'} ms`);
    table.push([`${reader}, linted`, ...lint, `${lintRatio} x`]);
  }
  if (peer !== undefined) {
    const [small, large] = [peer.sizes[0], peer.sizes.at(-1)];
    const ratio = small && large ? large.ms / large.lines / (small.ms / small.lines) : 0;
    const times = peer.sizes.map(({ ms }) => `${ms} ms`);
    table.push([`keepalived.conf, ${peer.peer}`, ...times, `${ratio.toFixed(2)} x`]);
  }
  return `${table.toString()}\nbest wall time of several runs; the ratio is of times per line, last size to first`;
}
