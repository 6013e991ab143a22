/** A file as commands name it: `FILE`, `NODE=FILE` for one director's, `-` for stdin. */
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { FleetError } from '../schemas/errors.ts';
import type { LintFile } from './lint/bundle.ts';
import { kindOf } from './lint/file-kind.ts';

export const STDIN = '-';

/** @throws FleetError E_USAGE when it cannot be read */
export async function readNamed(argument: string): Promise<LintFile> {
  const match = /^([a-z0-9][a-z0-9-]*)=(.+)$/.exec(argument);
  const file = match?.[2] ?? argument;
  const text = file === STDIN ? await readAll(process.stdin) : await readExisting(file);
  const node = match?.[1];
  return { file, text, kind: kindOf(file, text), ...(node === undefined ? {} : { node }) };
}

async function readExisting(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new FleetError('E_USAGE', `cannot read ${file}`, { cause });
  }
}
