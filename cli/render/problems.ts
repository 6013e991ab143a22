/** Errors and problems for stderr: code, what, where, how to mend. */
import { causeChain, FleetError } from '../../schemas/errors.ts';
import { type ApiProblem, ApiRefusal } from '../api-refusal.ts';
import type { Colors } from '../session.ts';

export function errorText(error: unknown, colors: Colors): string {
  if (!(error instanceof FleetError)) {
    return `${colors.red('E_INTERNAL')} ${causeChain(error).join(': ')}`;
  }
  const lines = [`${colors.red(error.code)} ${causeChain(error).join(': ')}`];
  if (error.hint !== '') lines.push(`  ${colors.dim('hint:')} ${error.hint}`);
  if (error instanceof ApiRefusal) {
    for (const problem of error.problems) lines.push(...problemLines(problem, colors));
  }
  return lines.join('\n');
}

/** `  services.yaml:9:3 E_UNKNOWN_KEY there is no key sheduler in spec`, and its hint. */
export function problemLines(problem: ApiProblem, colors: Colors): string[] {
  const { code, severity, message, hint } = problem;
  const paint = severity === 'error' ? colors.red : colors.yellow;
  const line = `  ${placeOf(problem)} ${paint(code)} ${message}`;
  return hint === '' ? [line] : [line, `    ${colors.dim('hint:')} ${hint}`];
}

export function warningLines(problems: readonly ApiProblem[], colors: Colors): string[] {
  if (problems.length === 0) return [];
  return [
    colors.bold('Warnings:'),
    ...problems.flatMap((problem) => problemLines(problem, colors)),
    '',
  ];
}

/** A problem without a line is in a stored resource: that is then its place. */
function placeOf({ file, line, column, resource, path }: ApiProblem): string {
  if (line > 0) return `${file}:${line}:${column}`;
  return [file, resource, path].filter((part) => part !== undefined && part !== '').join(' ');
}
