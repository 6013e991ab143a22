/** What an import says to people: lint, contradictions, what is refused, and the report if asked. */
import type { Finding } from '../finding.ts';
import type { Notice } from './director.ts';
import type { ImportResult } from './import-files.ts';
import type { ReportRow } from './report.ts';

export function renderResult(result: ImportResult, isWhole: boolean): string {
  const { findings, notices, rows, totals } = result;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity !== 'error');
  const shown = isWhole ? rows : rows.filter(isToldAlone);
  const { statements, mapped, ignored, refused } = totals;
  const sum = `${statements} statements: ${mapped} mapped, ${ignored} ignored, ${refused} refused`;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['What is wrong in the files:', [...errors, ...warnings].flatMap(findingLines)],
    ['What the import has to say:', notices.flatMap(noticeLines)],
    [isWhole ? 'What became of each statement:' : 'What is refused:', rowLines(shown)],
  ];
  const texts = sections.filter(([, lines]) => lines.length > 0);
  return [...texts.flatMap(([title, lines]) => [title, ...lines, '']), sum, ''].join('\n');
}

/** What is in a refused block is refused with it: that is said once. */
const isToldAlone = ({ outcome, isRefusedAbove }: ReportRow): boolean =>
  outcome === 'refused' && !isRefusedAbove;

function findingLines({ file, line, column, code, message, hint, fix }: Finding): string[] {
  const mendable = fix === undefined ? '' : ' [--fix]';
  const first = `  ${file}:${line}:${column} ${code} ${message}${mendable}`;
  return hint === '' ? [first] : [first, `    hint: ${hint}`];
}

function noticeLines({ file, line, column, code, message, hint }: Notice): string[] {
  const place = line === 0 ? '' : `${file}:${line}:${column} `;
  const first = `  ${place}${code} ${message}`;
  return hint === '' ? [first] : [first, `    hint: ${hint}`];
}

function rowLines(rows: readonly ReportRow[]): string[] {
  const cells = rows.map(({ file, line, statement, outcome, to, reason }) => [
    `${file}:${line}`,
    statement,
    outcome,
    outcome === 'mapped' ? to.join(', ') : reason,
  ]);
  const widths = [0, 1, 2].map((column) =>
    cells.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
  );
  return cells.map((row) => {
    const padded = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `  ${padded.join('  ').trimEnd()}`;
  });
}
