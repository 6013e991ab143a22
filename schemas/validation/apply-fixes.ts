/**
 * The files as the fixes of their problems would have them, and the problems mended. Pure. Of two fixes that touch the same
 * text the first is made: run again, and what is still wrong is found again.
 */
import type { Edit, Problem } from './problem.ts';
import type { SourceFile } from './source-document.ts';

export function applyFixes<P extends { readonly fix?: Problem['fix'] | undefined }>(
  files: readonly SourceFile[],
  problems: readonly P[],
): { files: SourceFile[]; mended: P[] } {
  const mended: P[] = [];
  const changed = files.map((file) => {
    const offsetOf = offsets(file.text);
    const taken: { start: number; end: number; text: string }[] = [];
    for (const problem of problems) {
      const own = (problem.fix?.edits ?? []).filter((edit) => edit.file === file.name);
      const edits = own.map((edit: Edit) => ({
        start: offsetOf(edit.start),
        end: offsetOf(edit.end),
        text: edit.text,
      }));
      const clashes = edits.some((a) => taken.some((b) => a.start <= b.end && b.start <= a.end));
      if (edits.length === 0 || clashes) continue;
      taken.push(...edits);
      mended.push(problem);
    }
    // From the end, so that what comes before keeps its place.
    taken.sort((a, b) => b.start - a.start);
    const apply = (text: string, { start, end, text: by }: (typeof taken)[number]) =>
      text.slice(0, start) + by + text.slice(end);
    return { name: file.name, text: taken.reduce(apply, file.text) };
  });
  return { files: changed, mended };
}

function offsets(text: string): (place: { line: number; column: number }) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1;
}
