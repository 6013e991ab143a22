/** The files that -f names: files, folders with all that is in them, or `-` for stdin. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FleetError } from '../schemas/errors.ts';
import { APPLY_BYTES_MAX } from '../schemas/limits.ts';

export interface InputFile {
  readonly name: string;
  readonly text: string;
}

const EXTENSIONS = /\.(ya?ml|json)$/;

/** In the order given, folders in order of names, each file once. Throws E_USAGE, E_TOO_LARGE. */
export async function readInputFiles(
  paths: readonly string[],
  stdin: AsyncIterable<Buffer | string>,
): Promise<InputFile[]> {
  const files = new Map<string, string>();
  let bytes = 0;
  for (const path of paths) {
    const names = path === '-' ? ['-'] : await filesUnder(path);
    for (const name of names) {
      if (files.has(name)) continue;
      const text = name === '-' ? await readAll(stdin) : await readOne(name);
      bytes += Buffer.byteLength(text);
      if (bytes > APPLY_BYTES_MAX) {
        const message = `the files hold more than ${APPLY_BYTES_MAX} bytes`;
        throw new FleetError('E_TOO_LARGE', message, { hint: 'apply them in several steps' });
      }
      files.set(name, text);
    }
  }
  // What comes out of a broken pipe would else be "nothing to change", or with --prune worse.
  if ([...files.values()].every(isBlank)) {
    const names = [...files.keys()].map((name) => (name === '-' ? 'stdin' : name));
    throw new FleetError('E_USAGE', `there is no resource in ${names.join(', ')}`);
  }
  return [...files].map(([name, text]) => ({ name: name === '-' ? 'stdin' : name, text }));
}

async function filesUnder(path: string): Promise<string[]> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw new FleetError('E_USAGE', `${path} ${what}`);
  }
  if (!isFolder) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && EXTENSIONS.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (names.length > 0) return names;
  throw new FleetError('E_USAGE', `there is no .yaml, .yml or .json file in ${path}`);
}

/** Throws E_USAGE. */
async function readOne(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new FleetError('E_USAGE', `${path} cannot be read (${code})`);
  }
}

/** Nothing but comments and the marks between documents. */
function isBlank(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(#.*)?$|^(---|\.\.\.)\s*(#.*)?$/.test(line));
}

async function readAll(stream: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    bytes += chunk.length;
    if (bytes > APPLY_BYTES_MAX) break; // the caller refuses it
  }
  return Buffer.concat(chunks).toString('utf8');
}
