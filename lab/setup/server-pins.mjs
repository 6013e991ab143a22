/**
 * The three servers that the lab and the tests run, and the versions they are pinned to. The one
 * place that names a version is lab/servers/go.mod; a binary found elsewhere fits only if it says
 * that very version.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { serversFolder } from './cache.mjs';

/** @typedef {'etcd' | 'nats-server' | 'temporal'} ServerName */

/**
 * `module`: the line in go.mod that pins it; `tool`: the package that is built; `built`: the name
 * that `go install` gives the binary; `version`: where `--version` says it.
 * @type {Record<ServerName, { module: string, tool: string, built: string, version: RegExp }>}
 */
export const SERVERS = {
  etcd: {
    module: 'go.etcd.io/etcd/server/v3',
    tool: 'go.etcd.io/etcd/server/v3',
    built: 'server',
    version: /^etcd Version: (\S+)/m,
  },
  'nats-server': {
    module: 'github.com/nats-io/nats-server/v2',
    tool: 'github.com/nats-io/nats-server/v2',
    built: 'nats-server',
    version: /^nats-server: v(\S+)/m,
  },
  temporal: {
    module: 'github.com/temporalio/cli',
    tool: 'github.com/temporalio/cli/cmd/temporal',
    built: 'temporal',
    version: /^temporal version (\S+)/m,
  },
};

/** @type {readonly ServerName[]} */
export const SERVER_NAMES = ['etcd', 'nats-server', 'temporal'];

/**
 * The path of a fitting binary, or undefined. The cache is looked at first, since what lies there
 * was built from the pins and need not be asked; a binary on PATH must say the pinned version.
 * @param {ServerName} name
 * @param {{ checkout: string, env?: NodeJS.ProcessEnv }} where
 * @returns {Promise<string | undefined>}
 */
export async function findServer(name, { checkout, env = process.env }) {
  const cached = join(serversFolder(checkout, env), name);
  if (await isExecutable(cached)) return cached;
  const wanted = await pinnedVersion(name, checkout);
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (!folder.startsWith('/') || !(await isExecutable(path))) continue;
    if ((await versionOf(name, path)) === wanted) return path;
  }
  return undefined;
}

/**
 * The version that lab/servers/go.mod pins, without the leading v.
 * @param {ServerName} name
 * @param {string} checkout
 */
export async function pinnedVersion(name, checkout) {
  const file = join(checkout, 'lab/servers/go.mod');
  const { module } = SERVERS[name];
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const [path, version] = line.trim().split(' ');
    if (path === module && version?.startsWith('v')) return version.slice(1);
  }
  throw new Error(`${file} does not pin ${module}`);
}

/** A program that does not say its version within this time is not one of ours. */
const VERSION_TIMEOUT_MS = 10_000;

/**
 * @param {ServerName} name
 * @param {string} path
 * @returns {Promise<string | undefined>} undefined if it does not start or says something else
 */
async function versionOf(name, path) {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], {
      timeout: VERSION_TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    return SERVERS[name].version.exec(stdout)?.[1];
  } catch {
    // Not runnable, or not the program of that name: either way it does not fit.
    return undefined;
  }
}

/** @param {string} path */
async function isExecutable(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
