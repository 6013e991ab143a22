/** A file with another text: whole or not at all, with its owner and rights, through symbolic links. */
import { randomUUID } from 'node:crypto';
import { chmod, chown, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { FleetError } from '../schemas/errors.ts';

/** Whoever reads it at any time has the old text or the new. Throws E_DISK. */
export async function rewriteFile(path: string, text: string): Promise<void> {
  try {
    const target = await realpath(path);
    const { mode, uid, gid } = await stat(target);
    const beside = `${target}.${randomUUID()}`; // a rename is atomic within one file system alone
    try {
      const file = await open(beside, 'wx', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      // Root mends the files of others, which stay theirs.
      if (process.getuid?.() === 0) await chown(beside, uid, gid);
      await chmod(beside, mode & 0o7777); // what the umask would have taken away
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  } catch (cause) {
    const hint = 'it is as it was';
    throw new FleetError('E_DISK', `${path} cannot be rewritten`, { cause, hint });
  }
}
