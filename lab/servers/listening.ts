/**
 * Whether a process itself listens on a TCP port, read from /proc (proc(5): net/tcp, fd). It tells
 * "our server is up" from "somebody else's server is there", and works across network namespaces,
 * since /proc/PID/net is the view of that process.
 */
import { readdir, readFile, readlink } from 'node:fs/promises';

/** The kernel's TCP_LISTEN as /proc/net/tcp prints it. */
const TCP_LISTEN = '0A';

/** False also when the process has ended or may not be looked at. */
export async function isListening(pid: number, port: number): Promise<boolean> {
  const inodes = new Set<string>();
  for (const table of ['tcp', 'tcp6']) {
    const rows = await readFile(`/proc/${pid}/net/${table}`, 'utf8').catch(() => '');
    for (const row of rows.split('\n').slice(1)) {
      const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/);
      const localPort = Number.parseInt(local.slice(local.indexOf(':') + 1), 16);
      if (state === TCP_LISTEN && localPort === port) inodes.add(`socket:[${inode}]`);
    }
  }
  if (inodes.size === 0) return false;
  const folder = `/proc/${pid}/fd`;
  for (const fd of await readdir(folder).catch(() => [])) {
    // A file may be closed between the listing and this line.
    const target = await readlink(`${folder}/${fd}`).catch(() => '');
    if (inodes.has(target)) return true;
  }
  return false;
}
