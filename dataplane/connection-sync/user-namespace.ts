/**
 * Whether this process is in a user namespace of its own, as in a lab without root: it is root
 * there, and still may not do what only root of the machine may.
 */
import { readFileSync } from 'node:fs';

export function isInUserNamespace(read = readUidMap): boolean {
  const map = read();
  return map !== undefined && map.trim().split(/\s+/).join(' ') !== WHOLE_MACHINE;
}

/** user_namespaces(7): the namespace that the machine starts with maps every user to itself. */
const WHOLE_MACHINE = '0 0 4294967295';

/** Undefined where the kernel has no user namespaces. */
function readUidMap(): string | undefined {
  try {
    return readFileSync('/proc/self/uid_map', 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
