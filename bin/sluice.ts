/** The sluice command: this process as the world of the commands. Wiring only. */
import { randomUUID } from 'node:crypto';
import { createRequire, enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { CliWorld } from '../cli/session.ts';
import { cacheRoot } from '../lab/setup/cache.mjs';

// Compiled once, kept in this person's cache: half the time of a short command is reading its own
// program. Hence the imports after it.
enableCompileCache(join(cacheRoot(), 'node-compile'));
const [{ createSluiceProgram }, { runProgram }, { findLabApis }] = await Promise.all([
  import('./sluice-program.ts'),
  import('../cli/run-program.ts'),
  import('../lab/labs.ts'),
]);

// A reader that has seen enough (head, less) closes the pipe: that is an end, not a fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

const interrupted = new AbortController();
let isListening = false;

const world: CliWorld = {
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: Date.now,
  startedAtMs: Math.floor(performance.timeOrigin),
  randomId: randomUUID,
  labs: () => findLabApis(process.env),
  interrupt: () => {
    // Only for commands that heed it; the lab's hand Ctrl-C to what they run.
    if (!isListening) process.once('SIGINT', () => interrupted.abort());
    isListening = true;
    return interrupted.signal;
  },
  version: createRequire(import.meta.url)('../package.json').version,
};

const code = await runProgram(createSluiceProgram(world), process.argv.slice(2), world);
process.exitCode = code;
