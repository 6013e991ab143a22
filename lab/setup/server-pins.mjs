/**
 * The servers that the lab and the tests run, etcd's tools for disaster recovery, and the versions
 * they are pinned to. The one place that names a version is a go.mod: lab/servers for the servers,
 * lab/servers/etcdutl for the tools, whose dependencies do not go into one module with Temporal's.
 * A binary found elsewhere fits only if it says that very version.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { serversFolder } from './cache.mjs';

/** @typedef {'etcd' | 'nats-server' | 'temporal'} ServerName */
/** @typedef {'etcdctl' | 'etcdutl'} ToolName */
/** @typedef {ServerName | ToolName} ProgramName */

/**
 * `folder`: of its go.mod; `module`: the line there that pins it; `tool`: the package that is
 * built; `built`: the name that `go install` gives the binary; `ask`: the argument on which it says
 * its `version`.
 * @typedef {object} Pin
 * @property {'lab/servers' | 'lab/servers/etcdutl'} folder
 * @property {string} module
 * @property {string} tool
 * @property {string} built
 * @property {string} ask
 * @property {RegExp} version
 */

/** @type {Record<ProgramName, Pin>} */
export const PROGRAMS = {
  etcd: {
    folder: 'lab/servers',
    module: 'go.etcd.io/etcd/server/v3',
    tool: 'go.etcd.io/etcd/server/v3',
    built: 'server',
    ask: '--version',
    version: /^etcd Version: (\S+)/m,
  },
  'nats-server': {
    folder: 'lab/servers',
    module: 'github.com/nats-io/nats-server/v2',
    tool: 'github.com/nats-io/nats-server/v2',
    built: 'nats-server',
    ask: '--version',
    version: /^nats-server: v(\S+)/m,
  },
  temporal: {
    folder: 'lab/servers',
    module: 'github.com/temporalio/cli',
    tool: 'github.com/temporalio/cli/cmd/temporal',
    built: 'temporal',
    ask: '--version',
    version: /^temporal version (\S+)/m,
  },
  etcdctl: {
    folder: 'lab/servers/etcdutl',
    module: 'go.etcd.io/etcd/etcdctl/v3',
    tool: 'go.etcd.io/etcd/etcdctl/v3',
    built: 'etcdctl',
    ask: 'version',
    version: /^etcdctl version: (\S+)/m,
  },
  etcdutl: {
    folder: 'lab/servers/etcdutl',
    module: 'go.etcd.io/etcd/etcdutl/v3',
    tool: 'go.etcd.io/etcd/etcdutl/v3',
    built: 'etcdutl',
    ask: 'version',
    version: /^etcdutl version: (\S+)/m,
  },
};

/** @type {readonly ServerName[]} */
export const SERVER_NAMES = ['etcd', 'nats-server', 'temporal'];
/** @type {readonly ToolName[]} */
export const TOOL_NAMES = ['etcdctl', 'etcdutl'];

/**
 * The path of a fitting binary, or undefined. The cache is looked at first, since what lies there
 * was built from the pins and need not be asked; a binary on PATH must say the pinned version.
 * @param {ProgramName} name
 * @param {{ checkout: string, env?: NodeJS.ProcessEnv }} where
 * @returns {Promise<string | undefined>}
 */
export async function findProgram(name, { checkout, env = process.env }) {
  const cached = join(serversFolder(checkout, env, PROGRAMS[name].folder), name);
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
 * The version that its go.mod pins, without the leading v.
 * @param {ProgramName} name
 * @param {string} checkout
 */
export async function pinnedVersion(name, checkout) {
  const { folder, module } = PROGRAMS[name];
  const file = join(checkout, folder, 'go.mod');
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const [path, version] = line.trim().split(' ');
    if (path === module && version?.startsWith('v')) return version.slice(1);
  }
  throw new Error(`${file} does not pin ${module}`);
}

/** A program that does not say its version within this time is not one of ours. */
const VERSION_TIMEOUT_MS = 10_000;

/**
 * @param {ProgramName} name
 * @param {string} path
 * @returns {Promise<string | undefined>} undefined if it does not start or says something else
 */
async function versionOf(name, path) {
  try {
    const { stdout } = await promisify(execFile)(path, [PROGRAMS[name].ask], {
      timeout: VERSION_TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    return PROGRAMS[name].version.exec(stdout)?.[1];
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
