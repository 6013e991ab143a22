/**
 * Everything that is wrong in the files of an import, in the order of files and lines. Pure and
 * deterministic: the same files give the same findings.
 */
import type { Finding } from '../finding.ts';
import { RULES } from './all-rules.ts';
import { type LintBundle, type LintFile, type LintOptions, readBundle } from './bundle.ts';
import { factsOf } from './facts.ts';

export function lintFiles(files: readonly LintFile[], options: LintOptions = {}): Finding[] {
  return lintBundle(readBundle(files, options), files);
}

/** `files` give the order; findings of other files (included ones) come behind theirs. */
export function lintBundle(bundle: LintBundle, files: readonly LintFile[] = []): Finding[] {
  const nodes = bundle.nodes.map(factsOf);
  const found = [
    ...bundle.findings,
    ...RULES.flatMap((rule) => [
      ...nodes.flatMap((facts) => rule.check?.(facts, bundle) ?? []),
      ...(rule.checkFleet?.(nodes, bundle) ?? []),
    ]),
  ];
  const order = new Map(files.map(({ file }, at) => [file, at]));
  const place = (finding: Finding) => order.get(finding.file) ?? files.length;
  return withoutDoubles(found).sort(
    (a, b) =>
      place(a) - place(b) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/** What a sequence or an include brings several times is told once. */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, line, column, code, message }) => {
    const key = [file, line, column, code, message].join('\u0000');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
