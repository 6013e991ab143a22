/** What the tests of a box share: the signs of life that a lab could leave on the machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import type { Lab } from '../../lab/lab-api.ts';

/** The namespaces of a lab's machines, as the kernel numbers them. */
export async function namespacesOf(lab: Lab): Promise<string[]> {
  const { nodes } = await lab.status();
  const ids: string[] = [];
  for (const { name } of nodes) {
    const { stdout } = await lab.exec(name, ['readlink', '/proc/self/ns/net']);
    ids.push(/\d+/.exec(stdout)?.[0] ?? '');
  }
  return ids;
}

/** Everything of a lab that is still on this machine, empty when nothing is left. */
export function traces(dir: string, namespaces: readonly string[]): string[] {
  const commands = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .map((pid) => [pid, commandOf(pid)] as const)
    .filter(([, command]) => command.includes(dir))
    .map(([pid, command]) => `process ${pid}: ${command}`);
  const living = execFileSync('lsns', ['--noheadings', '--output', 'NS', '--type', 'net'])
    .toString()
    .split('\n')
    .map((line) => line.trim());
  const names = existsSync('/run/netns') ? readdirSync('/run/netns') : [];
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return [
    ...commands,
    ...namespaces.filter((id) => living.includes(id)).map((id) => `namespace ${id}`),
    ...names.filter((name) => MACHINES.includes(name)).map((name) => `/run/netns/${name}`),
    ...mounts.filter((mount) => mount.includes(dir)).map((mount) => `mount ${mount}`),
    ...addresses
      .filter(({ address }) => /^(10\.9[789]\.0\.|fd9[89]::)/.test(address))
      .map(({ address }) => `address ${address}`),
  ];
}

const MACHINES = ['sw', 'lb1', 'lb2', 'rs1', 'rs2', 'c1'];

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // it ended while we looked
  }
}

/** Lives as long as it is left alone. */
export const SLEEP = ['sleep', '1000'] as const;
