/**
 * What is wrong with files: as the API sees them, together with the stored fleet, or by themselves.
 * Mending is judging and making the fixes, again and again, as one may uncover another.
 */
import { EMPTY_SPEC } from '../schemas/spec.ts';
import { applyFixes } from '../schemas/validation/apply-fixes.ts';
import { hasErrors } from '../schemas/validation/problem.ts';
import { validateFiles } from '../schemas/validation/validate.ts';
import { type ApiProblem, ApiRefusal } from './api-refusal.ts';
import type { InputFile } from './input-files.ts';
import { counted } from './render/counted.ts';
import type { Session } from './session.ts';

export interface Verdict {
  /** Of sound files; unknown where the API refused them. */
  readonly resources?: number;
  readonly problems: readonly ApiProblem[];
  /** There are errors among the problems. */
  readonly refusal?: ApiRefusal;
}

export type Judge = (files: readonly InputFile[]) => Promise<Verdict>;

/** A later round finds what an earlier fix has uncovered; more is fixes that undo each other. */
const ROUNDS_MAX = 10;

export async function judgeAlone(files: readonly InputFile[]): Promise<Verdict> {
  const { resources, problems } = validateFiles(files, EMPTY_SPEC);
  if (!hasErrors(problems)) return { resources: resources.length, problems };
  return refused(problems);
}

/** Throws what is no fault of the files. */
export function judgeByApi(session: Session): Judge {
  return async (files) => {
    try {
      const plan = await session.client().plan({ files: [...files], origin: session.origin('') });
      return { resources: plan.changes.length + plan.unchanged, problems: plan.warnings };
    } catch (error) {
      if (!(error instanceof ApiRefusal) || error.code !== 'E_INVALID') throw error;
      return refused(error.problems);
    }
  };
}

function refused(problems: readonly ApiProblem[]): Verdict {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const message = `the input has ${counted(errors, 'error')}`;
  const error = { code: 'E_INVALID', message, hint: '', problems: [...problems] };
  return { problems, refusal: new ApiRefusal(error) };
}

/** The files with every fix made, what was mended, and what is left. Writes nothing. */
export async function mendFiles(
  files: readonly InputFile[],
  judge: Judge,
): Promise<{ files: readonly InputFile[]; mended: readonly ApiProblem[]; verdict: Verdict }> {
  const all: ApiProblem[] = [];
  let current = files;
  let verdict = await judge(current);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const { files: next, mended } = applyFixes(current, verdict.problems);
    if (mended.length === 0) break;
    all.push(...mended);
    current = next;
    verdict = await judge(current);
  }
  return { files: current, mended: all, verdict };
}
