/**
 * Columns of line numbers that a web page's code block leaves behind when it is copied: lines
 * `1`, `2`, `3` ... before the code. Invariant: only a run that starts with 1, ascends by one and
 * is at least three lines long is dropped, so a lone number in a file keeps its meaning.
 */
import type { LineIndex, PhysicalLine } from './line-index.ts';

/** `1` and `2` alone could be data; three in a row that start with 1 are a gutter. */
const RUN_LENGTH_MIN = 3;

/** Numbers of the lines that are a line-number column, in runs. */
export function lineNumberRuns(index: LineIndex): PhysicalLine[][] {
  const runs: PhysicalLine[][] = [];
  let run: PhysicalLine[] = [];
  const close = () => {
    if (run.length >= RUN_LENGTH_MIN) runs.push(run);
    run = [];
  };
  for (const line of index.lines) {
    const width = line.end - line.start;
    // A number of a page's gutter is short: do not look at long lines at all.
    const text = width > 0 && width <= 12 ? index.textOf(line).trim() : '';
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (value === run.length + 1) {
      run.push(line);
      continue;
    }
    close();
    if (value === 1) run.push(line);
  }
  close();
  return runs;
}
