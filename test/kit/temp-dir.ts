/**
 * Private folders for one test file, gone when its last test has ended.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

// Registered while the file is being read, so it also covers folders made inside a test, and runs
// after the hooks of servers that still write into one (vitest runs them last to first).
afterAll(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

/** Makes the folder at once, with mode 0700. */
export function tempDir(name = 'test'): string {
  const dir = mkdtempSync(join(tmpdir(), `sluice-${name}-`));
  made.push(dir);
  return dir;
}
