/** Errors and problems for stderr: code, what, where, how to mend. */
import type { ApiError } from '../../schemas/api.ts';
import { causeChain, FleetError } from '../../schemas/errors.ts';
import { type ApiProblem, ApiRefusal } from '../api-refusal.ts';
import type { Colors } from '../session.ts';

export function errorText(error: unknown, colors: Colors): string {
  if (!(error instanceof FleetError)) {
    return `${colors.red('E_INTERNAL')} ${causeChain(error).join(': ')}`;
  }
  const lines = [`${colors.red(error.code)} ${causeChain(error).join(': ')}`];
  if (error.hint !== '') lines.push(`  ${colors.dim('hint:')} ${error.hint}`);
  if (error instanceof ApiRefusal) lines.push(...problemList(error.problems, colors));
  return lines.join('\n');
}

/** The same for programs, in the form in which the API refuses. */
export function errorValue(error: unknown): ApiError {
  const message = causeChain(error).join(': ');
  if (!(error instanceof FleetError)) return { code: 'E_INTERNAL', message, hint: '' };
  const { code, hint } = error;
  const problems = error instanceof ApiRefusal ? [...error.problems] : [];
  return { code, message, hint, ...(problems.length === 0 ? {} : { problems }) };
}

function problemList(problems: readonly ApiProblem[], colors: Colors): string[] {
  const lines = problems.flatMap((problem) => problemLines(problem, colors));
  const fixable = problems.filter(({ fix }) => fix !== undefined).length;
  if (fixable === 0) return lines;
  const these = fixable === 1 ? 'one of them' : `${fixable} of them`;
  return [...lines, `  ${colors.dim('hint:')} "sluice validate --fix" mends ${these}`];
}

/** `  services.yaml:9:3 E_UNKNOWN_KEY there is no key sheduler in spec`, and its hint. */
export function problemLines(problem: ApiProblem, colors: Colors): string[] {
  const { code, severity, message, hint, fix } = problem;
  const paint = severity === 'error' ? colors.red : colors.yellow;
  return [
    `  ${placeOf(problem)} ${paint(code)} ${message}`,
    ...(hint === '' ? [] : [`    ${colors.dim('hint:')} ${hint}`]),
    ...(fix === undefined ? [] : [`    ${colors.dim('fix:')} ${fix.description}`]),
  ];
}

/** What `validate --fix` has made of one: `services.yaml:9:3 E_UNKNOWN_KEY write scheduler`. */
export function mendedLine(problem: ApiProblem, colors: Colors): string {
  const { code, fix } = problem;
  return `${placeOf(problem)} ${colors.green(code)} mended: ${fix?.description}`;
}

export function warningLines(problems: readonly ApiProblem[], colors: Colors): string[] {
  if (problems.length === 0) return [];
  return [colors.bold('Warnings:'), ...problemList(problems, colors), ''];
}

/** A problem without a line is in a stored resource: that is then its place. */
function placeOf({ file, line, column, resource, path }: ApiProblem): string {
  if (line > 0) return `${file}:${line}:${column}`;
  return [file, resource, path].filter((part) => part !== undefined && part !== '').join(' ');
}
