/**
 * The Debian packages that the lab and the tests need. What counts is the program, not the
 * package: nginx from another source is as good. Installing starts no daemon: while apt works,
 * policy-rc.d forbids it (Debian Policy 9.3.3), unless the machine has a policy of its own.
 */
import { lstat, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { EXIT_UNAVAILABLE, SetupError } from './setup-error.mjs';

/** @typedef {import('./step.mjs').Step} Step */

/** Package and the program in it that we call. */
const PACKAGES = /** @type {const} */ ([
  ['nftables', 'nft'],
  ['keepalived', 'keepalived'],
  ['conntrack', 'conntrack'],
  ['conntrackd', 'conntrackd'],
  ['iproute2', 'ip'],
  ['nginx-light', 'nginx'],
  ['curl', 'curl'],
  ['openssl', 'openssl'],
  ['procps', 'ps'],
  ['util-linux', 'unshare'],
  ['ethtool', 'ethtool'],
  ['iputils-ping', 'ping'],
]);

/** Not on every user's PATH, but where Debian keeps most of these programs. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin'];

const POLICY_FILE = '/usr/sbin/policy-rc.d';
const POLICY_MARK = '# made by the set-up of sluice for the time of an installation';
const POLICY = `#!/bin/sh\n${POLICY_MARK}; delete it if you find it later\nexit 101\n`;

/** Another apt may be at work (unattended upgrades); it is waited for this long. */
const APT_LOCK_TIMEOUT_SECONDS = 300;

/**
 * @param {{ env: NodeJS.ProcessEnv }} where
 * @returns {Promise<string[]>} names of packages
 */
export async function missingDebianPackages({ env }) {
  const folders = [...(env['PATH'] ?? '').split(delimiter), ...SYSTEM_FOLDERS];
  /** @type {string[]} */
  const missing = [];
  for (const [name, program] of PACKAGES) {
    if (!(await isInOneOf(folders, program))) missing.push(name);
  }
  return missing;
}

/** A policy that a killed set-up left behind would keep all daemons from starting ever after. */
export async function isPolicyLeft() {
  const policy = await readFile(POLICY_FILE, 'utf8').catch(() => '');
  return policy.includes(POLICY_MARK);
}

/**
 * Installs packages; throws SetupError with the command to run when we are not root.
 * @param {Step} step
 * @param {readonly string[]} packages
 */
export async function installDebianPackages(step, packages) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0) {
    throw new SetupError(`Debian packages are missing: ${packages.join(', ')}`, {
      mend: `run as root: ${command}`,
      exitCode: EXIT_UNAVAILABLE,
    });
  }
  await withoutStartingDaemons(async () => {
    if (!(await hasPackageLists())) await apt(step, ['update']);
    try {
      await install(step, packages);
    } catch (error) {
      if (!(error instanceof SetupError) || error.exitCode === EXIT_UNAVAILABLE) throw error;
      // Old lists name files that are gone, and a killed dpkg wants to be finished: mend both, once.
      step.report('trying again with fresh package lists');
      await step.run(['dpkg', '--configure', '-a'], { mend: command, finishes: true });
      await apt(step, ['update']);
      await install(step, packages);
    }
  });
}

/** @param {Step} step @param {readonly string[]} packages */
async function install(step, packages) {
  await apt(step, ['install', '--yes', '--no-install-recommends', ...packages]);
}

/** @param {Step} step @param {readonly [string, ...string[]]} args */
async function apt(step, args) {
  await step.run(
    [
      'apt-get',
      '--quiet',
      ...['-o', 'Dpkg::Use-Pty=0', '-o', 'Dpkg::Options::=--force-confold'],
      ...['-o', `DPkg::Lock::Timeout=${APT_LOCK_TIMEOUT_SECONDS}`],
      ...args,
    ],
    {
      mend: 'see that the Debian mirror of /etc/apt can be reached, then run this again',
      env: { ...step.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
      finishes: true,
    },
  );
}

/** @param {() => Promise<void>} work */
async function withoutStartingDaemons(work) {
  const isOurs = (await isPolicyLeft()) || !(await exists(POLICY_FILE));
  if (isOurs) await writeFile(POLICY_FILE, POLICY, { mode: 0o755 });
  try {
    await work();
  } finally {
    if (isOurs) await removeOwnPolicy();
  }
}

/** Takes away what a killed set-up left; a policy of the machine's owner stays. */
export async function removeOwnPolicy() {
  if (await isPolicyLeft()) await rm(POLICY_FILE, { force: true });
}

async function hasPackageLists() {
  const files = await readdir('/var/lib/apt/lists').catch(() => []);
  return files.some((name) => name.includes('_Packages'));
}

/** @param {readonly string[]} folders @param {string} program */
async function isInOneOf(folders, program) {
  for (const folder of folders) if (await exists(join(folder, program))) return true;
  return false;
}

/** True for a broken link as well: it would be in the way of a file of ours. @param {string} path */
async function exists(path) {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
