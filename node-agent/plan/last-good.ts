/**
 * The last good assignment on disk: written after the dataplane has it, read at start. Written
 * whole beside the old one and renamed, so a crash leaves either. Writes are coalesced and off the
 * path of a change: with 10,000 services the file is several MB.
 */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FleetError } from '../../schemas/errors.ts';
import { nodeObjectSchema, servicePlanSchema } from '../../schemas/plan/node-plan.ts';
import { nodeRefSchema } from '../../schemas/plan/node-ref.ts';
import { expandZones, snatObjectSchema } from '../../schemas/plan/snat-plan.ts';
import type { Assignment } from './assignment.ts';

const FILE = 'last-good-plan.json';
/**
 * Raised when an older agent would misread the file: 2 brought SNAT zones. Written is the lowest
 * that can say the plan.
 */
const VERSIONS = [1, 2] as const;

const fileSchema = z.object({
  version: z.literal(VERSIONS),
  ref: nodeRefSchema,
  node: nodeObjectSchema,
  services: z.record(z.string(), z.array(servicePlanSchema)),
  snat: z.record(z.string(), snatObjectSchema).default({}),
});

export interface LastGood {
  /** What the last life of this agent left; undefined when there is nothing. */
  read(): Promise<Assignment | undefined>;
  /** Writes it soon; a newer one replaces one that is still waiting. */
  save(assignment: Assignment): void;
  /** Resolves when nothing is waiting. */
  flush(): Promise<void>;
}

export function openLastGood(stateDir: string, onError: (error: FleetError) => void): LastGood {
  const path = join(stateDir, FILE);
  let waiting: Assignment | undefined;
  let writing: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    while (waiting !== undefined) {
      const assignment = waiting;
      waiting = undefined;
      try {
        await writeAtomically(stateDir, path, assignment);
      } catch (cause) {
        const hint = 'the agent runs on; after a restart without etcd it would use an older plan';
        onError(new FleetError('E_INTERNAL', `cannot write ${path}`, { cause, hint }));
      }
    }
    writing = undefined;
  };
  const save = (assignment: Assignment): void => {
    waiting = assignment;
    writing ??= drain();
  };
  return { read: () => readFrom(path), save, flush: async () => writing };
}

async function readFrom(path: string): Promise<Assignment | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const file = fileSchema.parse(JSON.parse(text));
    const { ref, node } = file;
    const services = new Map(Object.entries(file.services));
    const snat = new Map(Object.entries(file.snat));
    return { ref, node, services, snat, zones: expandZones(node.snatGateways ?? [], snat) };
  } catch (cause) {
    throw new FleetError('E_STORE_CORRUPT', `${path} cannot be read`, {
      cause,
      hint: 'remove it; the agent then waits for etcd',
    });
  }
}

async function writeAtomically(dir: string, path: string, assignment: Assignment): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const services = Object.fromEntries(assignment.services);
  const { ref, node, snat } = assignment;
  const plain = { version: 1, ref, node, services };
  const content =
    snat.size === 0 ? plain : { ...plain, version: 2, snat: Object.fromEntries(snat) };
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(content));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
