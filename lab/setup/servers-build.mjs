/**
 * The servers, built from lab/servers/go.mod with one `go install`, and etcd's tools, built from
 * lab/servers/etcdutl/go.mod with another. A binary is built in a folder beside its place and
 * renamed into it when it has been seen to run, so what lies in the cache is always whole.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { serversFolder } from './cache.mjs';
import { installDebianPackages } from './debian-packages.mjs';
import { goToolchain } from './go-toolchain.mjs';
import { findProgram, PROGRAMS } from './server-pins.mjs';

/** @typedef {import('./step.mjs').Step} Step */
/** @typedef {import('./server-pins.mjs').ProgramName} ProgramName */

/**
 * @param {readonly ProgramName[]} names
 * @param {{ checkout: string, env: NodeJS.ProcessEnv }} where
 * @returns {Promise<ProgramName[]>}
 */
export async function missingPrograms(names, where) {
  const paths = await Promise.all(names.map((name) => findProgram(name, where)));
  return names.filter((_, index) => paths[index] === undefined);
}

/**
 * Builds the named programs of one Go module into the cache. Cold the servers take minutes and
 * about 3 GB of Go's caches. The caller holds the lock of all building: two would fetch one Go.
 * @param {Step} step
 * @param {readonly [ProgramName, ...ProgramName[]]} names
 */
export async function buildPrograms(step, names) {
  const module = PROGRAMS[names[0]].folder;
  const folder = serversFolder(step.checkout, step.env, module);
  const temporary = `${folder}.tmp`;
  // Nobody else is building, so what is there was left by a killed set-up.
  await rm(temporary, { recursive: true, force: true });
  await needCertificates(step);
  const go = await goToolchain(step);
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  await step.run(
    [
      go,
      ...['install', '-v', '-trimpath', '-ldflags', '-s -w'],
      ...names.map((name) => PROGRAMS[name].tool),
    ],
    {
      cwd: join(step.checkout, module),
      env: goEnvironment(step.env, temporary),
      mend: 'see that the Go module proxy can be reached (go env GOPROXY) and the disk is not full',
    },
  );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of names) {
    const built = join(temporary, PROGRAMS[name].built);
    await step.run([built, PROGRAMS[name].ask], { mend: 'delete the cache and run this again' });
    await rename(built, join(folder, name));
  }
  await rm(temporary, { recursive: true, force: true });
}

/**
 * The developer's own Go settings must not change what is built, only where it comes from.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 */
function goEnvironment(env, folder) {
  const { GOOS: _os, GOARCH: _arch, GOROOT: _root, ...rest } = env;
  return {
    ...rest,
    GOBIN: folder,
    CGO_ENABLED: '0',
    GOFLAGS: '-mod=readonly',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
  };
}

/**
 * Go trusts the system's certificates; a minimal Debian has none. npm and pip bring their own.
 * @param {Step} step
 */
async function needCertificates(step) {
  const file = step.env['SSL_CERT_FILE'] ?? '/etc/ssl/certs/ca-certificates.crt';
  if (!existsSync(file)) await installDebianPackages(step, ['ca-certificates']);
}
