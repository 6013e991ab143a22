/** Findings as people read them: place, code and message, how to mend it, and how many there are. */
import type { Finding } from '../finding.ts';

export function findingText(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ file, line, column, code, message, hint, fix }) => [
    `${file}:${line}:${column} ${code} ${message}${fix === undefined ? '' : ' [--fix]'}`,
    ...(hint === '' ? [] : [`  hint: ${hint}`]),
  ]);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  lines.push(`${errors} errors, ${findings.length - errors} warnings`);
  return `${lines.join('\n')}\n`;
}
