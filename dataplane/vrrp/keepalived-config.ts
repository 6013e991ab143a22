/**
 * The configuration file of keepalived: replaced only by one that keepalived itself accepts, and
 * with a mark of what the running process was last told to load, so that an agent that was killed
 * between writing and reloading does not believe the file.
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FleetError } from '../../schemas/errors.ts';
import { runCommand } from '../daemon/command.ts';
import { writePrivateFile } from '../daemon/private-file.ts';
import { readIfThere } from '../daemon/process-identity.ts';

export class KeepalivedConfig {
  readonly path: string;
  readonly #candidate: string;
  readonly #loadedMark: string;
  readonly #wrap: readonly string[];

  constructor(dir: string, wrap: readonly string[]) {
    this.path = join(dir, 'keepalived.conf');
    this.#candidate = join(dir, 'keepalived.candidate.conf');
    this.#loadedMark = join(dir, 'keepalived.loaded');
    this.#wrap = wrap;
  }

  /**
   * Makes the text the file, unless it is already.
   * @throws FleetError E_DATAPLANE_APPLY with keepalived's words; the file is then the old one
   */
  async write(text: string): Promise<void> {
    if (readIfThere(this.path) === text) return;
    await writePrivateFile(this.#candidate, text);
    const argv = ['keepalived', '-t', '-f', this.#candidate] as const;
    const { code, stdout, stderr } = await runCommand([...argv], { wrap: this.#wrap });
    await rm(this.#candidate, { force: true });
    if (code !== 0) {
      throw new FleetError(
        'E_DATAPLANE_APPLY',
        `keepalived refuses the configuration: ${`${stderr}${stdout}`.trim()}`,
        { hint: 'the old configuration runs on' },
      );
    }
    await writePrivateFile(this.path, text);
  }

  isLoaded(text: string): boolean {
    return readIfThere(this.#loadedMark)?.trim() === digest(text);
  }

  async markLoaded(text: string): Promise<void> {
    await writePrivateFile(this.#loadedMark, `${digest(text)}\n`);
  }

  async remove(): Promise<void> {
    await rm(this.#loadedMark, { force: true });
    await rm(this.path, { force: true });
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
