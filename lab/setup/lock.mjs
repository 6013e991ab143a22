/**
 * One set-up at a time per thing that is made. The lock is the kernel's (flock(1) on a file in the
 * cache), held by a child whose standard input ends with us: after kill -9 nothing stale is left,
 * so no owner has to be guessed from a pid.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheRoot } from './cache.mjs';
import { EXIT_UNAVAILABLE, SetupError } from './setup-error.mjs';
import { diesWithSetup } from './step.mjs';

/**
 * Runs `work` while holding the lock; waits for as long as another set-up holds it, since that one
 * is making what we need. `work` must look again at what is missing.
 * @template T
 * @param {string} name
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal, report: (line: string) => void }} context
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, { env, signal, report }, work) {
  const folder = join(cacheRoot(env), 'locks');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  const [program = 'flock', ...args] = [
    ...diesWithSetup(),
    ...['flock', '--exclusive', file, 'sh', '-c', 'echo held; exec cat'],
  ];
  report(`waiting for another set-up, which holds ${file}`);
  // Its own session: Ctrl-C must not free the lock while our programs are still ending.
  const holder = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const ended = once(holder, 'close');
  const stopWaiting = () => holder.kill();
  signal.addEventListener('abort', stopWaiting, { once: true });
  try {
    const [first] = await Promise.race([once(holder.stdout, 'data'), ended]);
    if (!String(first).startsWith('held')) throw new Error('flock ended early');
  } catch (cause) {
    signal.throwIfAborted();
    throw new SetupError(`cannot take the lock ${file}`, {
      mend: 'see that the folder may be written and that flock (Debian: util-linux) is installed',
      exitCode: EXIT_UNAVAILABLE,
      cause,
    });
  } finally {
    signal.removeEventListener('abort', stopWaiting);
  }
  report('started');
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
