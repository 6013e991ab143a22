/** `-f`, as validate, plan and apply have it. */
import type { Command } from 'commander';
import { FleetError } from '../../schemas/errors.ts';
import { type InputFile, readInputFiles } from '../input-files.ts';
import type { Session } from '../session.ts';

export interface FilesOption {
  readonly file?: readonly string[];
}

export function addFilesOption(command: Command): Command {
  return command
    .option(
      '-f, --file <path>',
      'a file, a folder with all .yaml, .yml and .json files in it, or - for stdin; repeatable',
      (path: string, before: readonly string[] = []) => [...before, path],
    )
    .argument('[path...]', 'the same as -f');
}

/** Throws E_USAGE when none is named. */
export async function filesOf(
  session: Session,
  { file = [] }: FilesOption,
  paths: readonly string[],
): Promise<InputFile[]> {
  const all = [...file, ...paths];
  if (all.length === 0) {
    throw new FleetError('E_USAGE', 'which files?', { hint: 'name them with -f PATH, or -f -' });
  }
  return readInputFiles(all, session.world.stdin);
}
