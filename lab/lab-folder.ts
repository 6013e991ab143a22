/**
 * The lab's folder on disk: made private, emptied of the last run, filled with what the processes
 * read. Only a folder that carries the lab's mark, or an empty one, is ever emptied.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FleetError } from '../schemas/errors.ts';
import { apiSocket, SOCKET_PATH_MAX } from './box/box-spec.ts';
import { recordFile } from './box/record.ts';
import { nginxConfig } from './fleet/nginx.ts';
import { nginxFolder, WEB_PORTS } from './fleet/processes.ts';
import type { LabPart } from './lab-api.ts';
import type { LabTopology } from './topology/topology.ts';

const MARK = '.sluice-lab';

/** Everything that a lab makes in its folder, beside the mark and the record. */
const CONTENTS = ['data', 'logs', 'nodes', 'run'] as const;

/** Makes the folder and its mark; throws E_LAB when it is somebody else's or cannot hold a lab. */
export function claimFolder(dir: string): void {
  if (resolve(dir) !== dir) {
    throw new FleetError('E_USAGE', `the lab's folder must be a plain absolute path: ${dir}`);
  }
  if (Buffer.byteLength(apiSocket(dir)) > SOCKET_PATH_MAX) {
    throw new FleetError('E_LAB', `the path ${dir} is too long for the unix sockets in it`, {
      hint: 'set XDG_STATE_HOME to a shorter path',
    });
  }
  if (`${dir}/`.startsWith('/run/') || `${dir}/`.startsWith('/var/run/')) {
    throw new FleetError('E_LAB', `${dir} is in /run, which a lab has for its own`, {
      hint: 'set XDG_STATE_HOME to another folder',
    });
  }
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const foreign = readdirSync(dir).length > 0 && !existsSync(`${dir}/${MARK}`);
  if (foreign) {
    throw new FleetError('E_LAB', `${dir} holds files that are no lab's`, {
      hint: 'choose another name or folder',
    });
  }
  chmodSync(dir, 0o700);
  writeFileSync(`${dir}/${MARK}`, 'This folder belongs to a Sluice lab.\n', { mode: 0o600 });
}

/** Ready for a start: with the last run's data or empty, and with what the processes read. */
export function prepareFolder(
  dir: string,
  keepData: boolean,
  topology: LabTopology,
  parts: readonly LabPart[],
): void {
  const old = keepData ? ['run'] : CONTENTS;
  for (const name of old) rmSync(`${dir}/${name}`, { recursive: true, force: true });
  for (const name of CONTENTS) mkdirSync(`${dir}/${name}`, { recursive: true, mode: 0o700 });
  for (const { name: node } of topology.directors) {
    mkdirSync(`${dir}/nodes/${node}`, { recursive: true, mode: 0o700 });
  }
  for (const part of ['controller', 'worker'] as const) {
    if (parts.includes(part)) mkdirSync(`${dir}/data/${part}`, { recursive: true, mode: 0o700 });
  }
  if (!parts.includes('realServers')) return;
  for (const { name: server } of topology.realServers) {
    const folder = nginxFolder(dir, server);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const config = nginxConfig({ server, ports: WEB_PORTS, dir: folder });
    writeFileSync(`${folder}/nginx.conf`, config, { mode: 0o600 });
  }
}

/** What may not outlive the lab: its sockets and its record. Logs and data stay. Idempotent. */
export function clearRun(dir: string): void {
  rmSync(`${dir}/run`, { recursive: true, force: true });
  rmSync(recordFile(dir), { force: true });
}
