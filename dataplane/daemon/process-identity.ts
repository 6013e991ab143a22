/**
 * Which process a pid means. A pid alone is no identity: it is used again after its process has
 * ended. Pid, start time and boot together are one, and all three can be read from /proc (proc(5)),
 * also of a process that is no child of ours.
 */
import { readFileSync } from 'node:fs';

export interface ProcessInfo {
  readonly pid: number;
  readonly parentPid: number;
  /** Clock ticks since boot; constant over exec. */
  readonly startTicks: number;
  readonly argv: readonly string[];
}

/**
 * The living process with that pid, or undefined. A zombie is dead: it does no more work, and an
 * init that reaps late must not make a daemon look alive. Synchronous on purpose: /proc is memory,
 * and a caller that acts on the answer must not be overtaken.
 */
export function readProcess(pid: number): ProcessInfo | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const parsed = stat === undefined ? undefined : parseStat(stat);
  if (parsed === undefined || parsed.state === 'Z' || parsed.state === 'X') return undefined;
  const cmdline = readIfThere(`/proc/${pid}/cmdline`);
  if (cmdline === undefined) return undefined;
  return {
    pid: parsed.pid,
    parentPid: parsed.parentPid,
    startTicks: parsed.startTicks,
    argv: cmdline.split('\0').slice(0, -1),
  };
}

export interface ProcessStat {
  readonly pid: number;
  readonly state: string;
  readonly parentPid: number;
  readonly startTicks: number;
}

/** One line of /proc/<pid>/stat. The name in brackets may hold spaces and brackets itself. */
export function parseStat(line: string): ProcessStat | undefined {
  const nameEnd = line.lastIndexOf(')');
  const [state, parentPid, ...rest] = line.slice(nameEnd + 2).split(' ');
  const startTicks = rest[17];
  const pid = Number.parseInt(line, 10);
  if (nameEnd < 0 || state === undefined || startTicks === undefined) return undefined;
  if (!Number.isInteger(pid)) return undefined;
  return { pid, state, parentPid: Number(parentPid), startTicks: Number(startTicks) };
}

/** False when the process has already ended, which is no error to one who wants it gone. */
export function sendSignal(pid: number, signal: NodeJS.Signals | number): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Changes with each boot of the machine. */
export function readBootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** The file's text; undefined when it (or the process that it speaks of) is gone. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}
