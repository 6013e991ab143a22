/** Files that a keepalived.conf on disk includes, when they are not named themselves. */
import { globSync, readFileSync } from 'node:fs';
import { braceAlternatives, type FileReader } from '../keepalived/file-reader.ts';

export function diskFileReader(): FileReader {
  return {
    list: (pattern) =>
      [...new Set(braceAlternatives(pattern).flatMap((one) => globSync(one)))].sort(),
    read: (path) => {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        // Away, a folder, not ours to read: the linter says that the include names nothing.
        if (typeof (error as NodeJS.ErrnoException).code === 'string') return undefined;
        throw error;
      }
    },
  };
}
