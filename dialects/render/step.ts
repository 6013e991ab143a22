/**
 * One step of a list of commands: a line and the line that takes it back. The undo of a list is
 * the undo of its steps from the last to the first.
 */
import type { Flavour } from '../flavour.ts';
import { printCommand } from '../ipvsadm/print-command.ts';
import { printShellWord } from '../text/shell-word.ts';
import { wordOf } from './statement-of.ts';

export interface Step {
  /** What the lines that follow are about; the same for all of one resource. */
  readonly about: string;
  readonly line: string;
  readonly undo: string;
}

/** Option name and value; names as in the option tables of ipvsadm. */
export type Options = readonly (readonly [name: string, value?: string | number])[];

/** A command of ipvsadm without the program's name. */
export function ipvsadmLine(
  flavour: Flavour,
  name: string,
  options: Options,
  commandValue?: string,
): string {
  return printCommand({
    flavour,
    name,
    operands: [],
    options: options.map(([option, value]) => ({
      name: option,
      ...(value === undefined ? {} : { value: wordOf(String(value)) }),
    })),
    ...(commandValue === undefined ? {} : { commandValue: wordOf(commandValue) }),
  });
}

/** Words as a line for a shell. */
export function shellLine(words: readonly (string | number)[]): string {
  return words.map((word) => printShellWord(String(word))).join(' ');
}

/** The steps as lines, a comment where another resource begins. */
export function stepLines(steps: readonly Step[], isUndo: boolean): string[] {
  const lines: string[] = [];
  let about = '';
  for (const step of isUndo ? steps.toReversed() : steps) {
    if (step.about !== about) lines.push(...(lines.length === 0 ? [] : ['']), `# ${step.about}`);
    about = step.about;
    lines.push(isUndo ? step.undo : step.line);
  }
  return lines;
}
