/**
 * The record of a take-over: what the old tables said, so that they can be put back. A private file;
 * written before the take-over and removed by its undo.
 */
import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { FleetError } from '../../../schemas/errors.ts';
import { carriedAddressSchema } from '../../../schemas/plan/node-plan.ts';
import { writePrivateFile } from '../../daemon/private-file.ts';

const recordSchema = z.object({
  version: z.literal(1),
  atMs: z.int(),
  /** Listeners that were taken over. */
  services: z.array(z.string()),
  removed: z.array(z.string()),
  /** Addresses on links that became ours. */
  addresses: z.array(carriedAddressSchema),
  /** The old tables whole, as nft takes them. */
  tables: z.array(z.object({ family: z.string(), name: z.string(), text: z.string() })),
  /** Fingerprint of what was left of them; '' while the take-over is under way. */
  remainder: z.string(),
});
export type TakeOverRecord = z.infer<typeof recordSchema>;

export class TakeOverFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Undefined when nothing was taken over. @throws FleetError E_STORE_CORRUPT */
  async read(): Promise<TakeOverRecord | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return recordSchema.parse(JSON.parse(text));
    } catch (cause) {
      throw new FleetError('E_STORE_CORRUPT', `${this.#path} cannot be read`, {
        cause,
        hint: 'remove it; the take-over can then not be undone',
      });
    }
  }

  async write(record: TakeOverRecord): Promise<void> {
    await writePrivateFile(this.#path, `${JSON.stringify(record)}\n`);
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}
