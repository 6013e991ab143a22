/**
 * A private folder for one test file, gone when its tests have ended.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes the folder at once (mode 0700) and removes it after the file's or block's last test. */
export function tempDir(name = 'test'): string {
  const dir = mkdtempSync(join(tmpdir(), `sluice-${name}-`));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
