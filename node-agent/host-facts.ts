/** What an agent knows of its machine at start: constant for its life. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { release } from 'node:os';

export interface HostFacts {
  /** Changes with every boot of the machine (random(4), /proc/sys/kernel/random/boot_id). */
  readonly bootId: string;
  readonly kernelVersion: string;
}

export async function readHostFacts(): Promise<HostFacts> {
  return { bootId: await readBootId(), kernelVersion: release() };
}

async function readBootId(): Promise<string> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    // No Linux: every start counts as a boot, which only makes sequences start anew.
    return randomUUID();
  }
}
