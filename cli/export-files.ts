/**
 * Resources as files of a folder, one a resource: `virtual-service/web.yaml`. A later export into
 * the same folder takes away what an earlier one wrote and is no longer there, known by its first
 * line; files of others stay.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { FleetError } from '../schemas/errors.ts';
import type { Resource } from '../schemas/resources/resource.ts';

const FIRST_LINE = '# Written by "sluice export"; "sluice apply" takes it as it is.';

export interface ExportedFiles {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Of others: an apply of the folder would take them too. */
  readonly strange: readonly string[];
}

export function documentText(resource: Resource): string {
  return stringify(resource, { lineWidth: 0 });
}

/** Throws E_DISK. */
export async function exportFiles(
  folder: string,
  resources: readonly Resource[],
): Promise<ExportedFiles> {
  const files = new Map(
    resources.map((resource) => [
      join(kebab(resource.kind), `${resource.metadata.name}.yaml`),
      `${FIRST_LINE}\n${documentText(resource)}`,
    ]),
  );
  try {
    const others = (await yamlFilesIn(folder)).filter((path) => !files.has(path));
    const removed: string[] = [];
    for (const path of others) {
      const text = await readFile(join(folder, path), 'utf8');
      if (!text.startsWith(`${FIRST_LINE}\n`)) continue;
      await rm(join(folder, path));
      removed.push(path);
    }
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const strange = others.filter((path) => !removed.includes(path));
    return { written: [...files.keys()], removed, strange };
  } catch (cause) {
    throw new FleetError('E_DISK', `${folder} cannot be written`, { cause });
  }
}

async function yamlFilesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** `VirtualService` -> `virtual-service`. */
const kebab = (kind: string) =>
  kind.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
