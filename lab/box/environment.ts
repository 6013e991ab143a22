/**
 * The environment that everything in a box starts from: what the caller's shell happens to export
 * must not change how a fleet behaves, and a secret there must not reach every daemon.
 */
import { join } from 'node:path';
import { cacheRoot } from '../setup/cache.mjs';

/** By name: where programs are, who we are, and our own settings. */
const KEPT = ['HOME', 'USER', 'LANG', 'TZ', 'TMPDIR', 'SLUICE_CACHE', 'XDG_CACHE_HOME'];

/** ip, nft and nginx are in sbin, which a person's PATH often lacks. */
export function boxPath(env: NodeJS.ProcessEnv): string {
  const path = env['PATH'] ?? '';
  const present = new Set(path.split(':'));
  const wanted = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin'];
  return [path, ...wanted.filter((folder) => !present.has(folder))].filter(Boolean).join(':');
}

export function boxEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept = KEPT.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    PATH: boxPath(env),
    // A dozen Node processes start at once on the same sources; compiling them once is enough.
    NODE_COMPILE_CACHE: join(cacheRoot(env), 'node-compile'),
  };
}
