/** A table without lines: columns two spaces apart, so that cut and awk work on it too. */
import Table from 'cli-table3';
import type { Colors } from '../session.ts';

const LINES = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) => [
  side,
  `${side}-mid`,
  `${side}-left`,
  `${side}-right`,
]);
const NO_LINES = Object.fromEntries([...LINES, 'mid-mid'].map((part) => [part, '']));

export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  colors: Colors,
): string {
  const text = new Table({
    head: head.map((word) => colors.bold(word)),
    chars: { ...NO_LINES, middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  text.push(...rows.map((row) => [...row]));
  const lines = text.toString().split('\n');
  return lines.map((line) => line.trimEnd()).join('\n');
}
