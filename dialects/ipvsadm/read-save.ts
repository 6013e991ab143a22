/**
 * A file for `ipvsadm-restore`, as `ipvsadm -S` writes it: one command on a line without the
 * program's name. Comments and blank lines are kept with what follows them. Never throws; linear.
 */

import type { Finding } from '../finding.ts';
import type { Flavour } from '../flavour.ts';
import { readScriptLines } from '../shell/read-lines.ts';
import type { SourceText, Word, WorkCounter } from '../text/span.ts';
import type { IpvsadmCommand } from './command.ts';
import { detectFlavour } from './detect-flavour.ts';
import { parseCommand } from './parse-command.ts';

export interface SaveOptions {
  /** Absent: found by evidence. */
  readonly flavour?: Flavour;
  readonly work?: WorkCounter;
}

export function readSave(
  source: SourceText,
  options: SaveOptions = {},
): { flavour?: Flavour; commands: IpvsadmCommand[]; findings: Finding[] } {
  const { commands: lines, findings } = readScriptLines(source, { work: options.work });
  const withArguments = lines.map((line) => ({ line, words: withoutProgram(line.words) }));
  let { flavour } = options;
  if (flavour === undefined) {
    const detection = detectFlavour(withArguments.map(({ words }) => words));
    findings.push(...detection.findings);
    flavour = detection.flavour;
  }
  if (flavour === undefined) return { commands: [], findings };
  const commands: IpvsadmCommand[] = [];
  for (const { line, words } of withArguments) {
    if (words.length === 0) continue;
    const parsed = parseCommand(words, flavour, line);
    findings.push(...parsed.findings);
    if (parsed.command !== undefined) commands.push(parsed.command);
  }
  return { flavour, commands, findings };
}

/** A save has none, but files that people wrote for restore often do. */
export function withoutProgram(words: readonly Word[]): readonly Word[] {
  return /^(.*\/)?ipvsadm$/.test(words[0]?.text ?? '') ? words.slice(1) : words;
}
