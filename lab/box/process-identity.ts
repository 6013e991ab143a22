/**
 * Which process is meant, across time: a pid alone may have been given to another process since.
 * A pid with its start time (proc(5): stat, field 22, ticks since boot) and the boot it belongs to
 * names one process for ever. The lab never signals a process without this check.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface ProcessIdentity {
  readonly pid: number;
  readonly startTicks: string;
  readonly bootId: string;
}

/** Undefined when there is no such process. */
export function identify(pid: number): ProcessIdentity | undefined {
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The command in brackets may itself hold brackets and blanks; the fields start after the last.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  // A zombie holds nothing any more; it only waits for its parent to look.
  if (state === 'Z' || state === 'X') return undefined;
  const startTicks = fields[STARTTIME - FIRST_AFTER_COMMAND];
  return startTicks === undefined ? undefined : { pid, startTicks, bootId: bootId() };
}

const STARTTIME = 22;
const FIRST_AFTER_COMMAND = 3;

export function isAlive(process: ProcessIdentity): boolean {
  const now = identify(process.pid);
  return now?.startTicks === process.startTicks && now.bootId === process.bootId;
}

/** SIGKILL, if it still is that process. Idempotent. */
export function killIdentity(target: ProcessIdentity): void {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, 'SIGKILL');
  } catch (error) {
    // It ended between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The children of a process, by /proc (proc(5): task/TID/children). */
export function childrenOf(pid: number): number[] {
  const text = readOrUndefined(`/proc/${pid}/task/${pid}/children`) ?? '';
  return text.split(' ').filter(Boolean).map(Number);
}

/**
 * Pid inside the box to pid outside, of every process in the pid namespace of the given one.
 * proc(5): NSpid lists a process's pids from the reader's namespace inwards.
 */
export function pidsInNamespaceOf(pid: number): Map<number, number> {
  const pids = new Map<number, number>();
  const namespace = linkOrUndefined(`/proc/${pid}/ns/pid`);
  if (namespace === undefined) return pids;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry) || linkOrUndefined(`/proc/${entry}/ns/pid`) !== namespace) continue;
    const line = /^NSpid:\s+(.*)$/m.exec(readOrUndefined(`/proc/${entry}/status`) ?? '');
    const inside = line?.[1]?.trim().split(/\s+/).at(-1);
    if (inside !== undefined) pids.set(Number(inside), Number(entry));
  }
  return pids;
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function readOrUndefined(path: string): string | undefined {
  return ifThere(() => readFileSync(path, 'utf8'));
}

function linkOrUndefined(path: string): string | undefined {
  return ifThere(() => readlinkSync(path));
}

/** Processes end while one looks at them, and those of other users may not be looked at. */
function ifThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EPERM') {
      return undefined;
    }
    throw error;
  }
}
