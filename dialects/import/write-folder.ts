/**
 * The files of an import on disk: all of them or none. A folder that has something in it is left
 * alone unless told otherwise; then only files that an import wrote are replaced or removed.
 */
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { FleetError } from '../../schemas/errors.ts';
import { FILE_NAMES, HEAD, type WrittenFile } from './write-yaml.ts';

/** @throws FleetError E_USAGE when the folder has something in it and `force` is not said */
export async function writeFolder(
  folder: string,
  files: readonly WrittenFile[],
  force: boolean,
): Promise<void> {
  const target = resolve(folder);
  const present = await entriesOf(target, folder);
  if ((present ?? []).length > 0 && !force) {
    const hint =
      'name another folder, or say --force: then files of an earlier import are replaced';
    throw new FleetError('E_USAGE', `${folder} is not empty`, { hint });
  }
  await mkdir(dirname(target), { recursive: true });
  const staging = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    for (const { name, text } of files) await writeFile(join(staging, name), text);
    if (present === undefined) {
      // mkdtemp makes it for its owner alone; this is for whoever may read the files in it.
      await chmod(staging, 0o777 & ~process.umask());
      await rename(staging, target);
    } else await replaceIn(target, staging, files, present);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function entriesOf(target: string, folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(target);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new FleetError('E_USAGE', `${folder} cannot be written to`, { cause });
  }
}

async function replaceIn(
  target: string,
  staging: string,
  files: readonly WrittenFile[],
  present: readonly string[],
): Promise<void> {
  const written = new Set(files.map(({ name }) => name));
  for (const { name } of files) await rename(join(staging, name), join(target, name));
  for (const name of FILE_NAMES) {
    if (!present.includes(name) || written.has(name)) continue;
    const text = await readFile(join(target, name), 'utf8');
    if (text.startsWith(HEAD)) await rm(join(target, name));
  }
}
