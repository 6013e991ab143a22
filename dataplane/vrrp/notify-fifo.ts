/**
 * keepalived's notify FIFO (keepalived.conf(5), vrrp_notify_fifo): one line for each change of an
 * instance. It is opened for reading and writing, so that neither side ever waits for the other or
 * sees an end: keepalived and the agent may come and go in any order.
 */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { FleetError } from '../../schemas/errors.ts';
import type { VrrpState } from '../../schemas/status.ts';
import { runCommand } from '../daemon/command.ts';

export interface NotifyLine {
  readonly instance: string;
  /** Undefined for a line that tells only of a priority or of an advert. */
  readonly state: VrrpState | undefined;
  readonly priority: number;
}

/** A pipe holds 64 KiB (pipe(7)), so one read empties it unless keepalived writes meanwhile. */
const READ_BYTES = 64 * 1024;
/** Reads of one drain: a writer faster than this must not hold the agent for ever. */
const READS_MAX = 16;

const STATES: Readonly<Record<string, VrrpState>> = {
  MASTER: 'master',
  BACKUP: 'backup',
  FAULT: 'fault',
  STOP: 'down',
};

/** `INSTANCE "web" MASTER 150`; undefined for groups and for instances taken out of the file. */
export function parseNotifyLine(line: string): NotifyLine | undefined {
  const [, instance, state, priority] = /^INSTANCE "(.+)" (\w+) (\d+)$/.exec(line) ?? [];
  if (instance === undefined || state === undefined || state === 'DELETED') return undefined;
  return { instance, state: STATES[state], priority: Number(priority) };
}

export class NotifyFifo {
  readonly #fd: number;
  readonly #buffer = Buffer.alloc(READ_BYTES);
  #rest = '';

  private constructor(fd: number) {
    this.#fd = fd;
  }

  /** Makes the FIFO when it is missing. keepalived leaves one alone that it did not make. */
  static async open(path: string): Promise<NotifyFifo> {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (found !== undefined && !found.isFIFO()) {
      throw new FleetError('E_DATAPLANE_APPLY', `${path} is there and is no FIFO`, {
        hint: `remove ${path}`,
      });
    }
    if (found === undefined) {
      const made = await runCommand(['mkfifo', '-m', '600', path]);
      if (made.code !== 0) throw new FleetError('E_DATAPLANE_APPLY', made.stderr.trim());
    }
    return new NotifyFifo(openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
  }

  /** All lines that wait, oldest first. Never blocks. */
  drain(): NotifyLine[] {
    for (let reads = 0; reads < READS_MAX; reads += 1) {
      const bytes = this.#read();
      if (bytes === 0) break;
      this.#rest += this.#buffer.toString('utf8', 0, bytes);
    }
    const lines = this.#rest.split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => parseNotifyLine(line) ?? []);
  }

  close(): void {
    closeSync(this.#fd);
  }

  #read(): number {
    try {
      return readSync(this.#fd, this.#buffer);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0;
      throw error;
    }
  }
}
