/** Applies the fixes of the linter, round after round, until none is left. Pure. */
import type { Finding } from '../finding.ts';
import { applyFixes } from './apply-fixes.ts';
import type { LintFile } from './bundle.ts';

/** Each round may uncover what another fix had hidden; more than this is a rule at war. */
const FIX_ROUNDS_MAX = 10;

export function mendFiles(
  files: readonly LintFile[],
  lint: (files: readonly LintFile[]) => Finding[],
): readonly LintFile[] {
  let current = files;
  for (let round = 0; round < FIX_ROUNDS_MAX; round += 1) {
    const fixes = lint(current).flatMap(({ fix }) => fix ?? []);
    if (fixes.length === 0) return current;
    current = current.map((one) => ({ ...one, text: applyFixes(one.text, fixes, one.file).text }));
  }
  return current;
}
