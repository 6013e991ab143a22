/**
 * Where the set-up keeps what it makes outside the work tree: built servers, logs, locks. A folder
 * of servers is keyed by their pinned Go module, so a new pin builds beside the old one and a
 * checkout never runs a server of another pin. Everything here may be deleted at any time.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * The cache's root: `$SLUICE_CACHE`, else `$XDG_CACHE_HOME/sluice`, else `~/.cache/sluice`.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} an absolute path; it need not exist
 */
export function cacheRoot(env = process.env) {
  if (env['SLUICE_CACHE']) return resolve(env['SLUICE_CACHE']);
  // The XDG base directory specification: a relative path there is to be ignored.
  if (env['XDG_CACHE_HOME']?.startsWith('/')) return join(env['XDG_CACHE_HOME'], 'sluice');
  return join(homedir(), '.cache', 'sluice');
}

/**
 * The folder that holds what is built of one Go module of this checkout: the servers, unless told.
 * @param {string} checkout
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [module] the folder of its go.mod
 */
export function serversFolder(checkout, env = process.env, module = 'lab/servers') {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) {
    hash.update(readFileSync(join(checkout, module, file))).update('\0');
  }
  return join(cacheRoot(env), 'servers', hash.digest('hex').slice(0, KEY_LENGTH));
}

/** 64 bits: enough that two pins never meet in one person's cache. */
const KEY_LENGTH = 16;
