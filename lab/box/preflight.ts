/**
 * Whether this machine can hold a box, asked before anything is made: the right to make namespaces
 * and the programs that the chosen parts call.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { FleetError } from '../../schemas/errors.ts';
import { boxPath } from './environment.ts';

/** Program to the Debian package that brings it. */
const PACKAGES: Readonly<Record<string, string>> = {
  unshare: 'util-linux',
  nsenter: 'util-linux',
  setpriv: 'util-linux',
  mount: 'mount',
  ip: 'iproute2',
  sysctl: 'procps',
  env: 'coreutils',
  nft: 'nftables',
  keepalived: 'keepalived',
  conntrackd: 'conntrackd',
  conntrack: 'conntrack',
  nginx: 'nginx-light',
};

export const BOX_PROGRAMS = ['unshare', 'nsenter', 'setpriv', 'mount', 'ip', 'sysctl', 'env'];

/** Making namespaces takes milliseconds. */
const TRY_TIMEOUT_MS = 10_000;

/** The namespaces that a box is made of; a user namespace first where we are not root. */
export function unshareArgs(isRootless: boolean): string[] {
  return [
    ...(isRootless ? ['--user', '--map-root-user'] : []),
    ...['--pid', '--fork', '--kill-child', '--mount-proc', '--mount', '--net'],
  ];
}

/** Throws E_PACKAGE_MISSING with every missing program and the one command that installs them. */
export async function assertPrograms(programs: readonly string[]): Promise<void> {
  const missing: string[] = [];
  for (const program of programs) {
    if (!(await isOnPath(program))) missing.push(program);
  }
  if (missing.length === 0) return;
  const packages = new Set(missing.map((program) => PACKAGES[program] ?? program));
  throw new FleetError('E_PACKAGE_MISSING', `not installed: ${missing.join(', ')}`, {
    hint: `as root: apt-get install ${[...packages].join(' ')}`,
  });
}

/** Throws E_NOT_ROOT where the kernel does not let us make the box's namespaces. */
export async function assertNamespaces(isRootless: boolean): Promise<void> {
  try {
    await promisify(execFile)('unshare', [...unshareArgs(isRootless), '--', 'true'], {
      env: { PATH: boxPath(process.env) },
      timeout: TRY_TIMEOUT_MS,
    });
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: string };
    throw new FleetError(
      'E_NOT_ROOT',
      `a lab needs ${isRootless ? 'root or user namespaces' : 'the right to make namespaces'}; ` +
        `the kernel says: ${stderr.trim() || String(cause)}`,
      {
        cause,
        hint: isRootless
          ? 'run it as root, or allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, ' +
            'kernel.apparmor_restrict_unprivileged_userns=0)'
          : 'inside a container, start that one with the right to make namespaces (CAP_SYS_ADMIN)',
      },
    );
  }
}

async function isOnPath(program: string): Promise<boolean> {
  for (const folder of boxPath(process.env).split(delimiter)) {
    const path = join(folder, program);
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}
