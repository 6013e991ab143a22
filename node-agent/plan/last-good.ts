/**
 * The last good assignment on disk: written after the dataplane has it, read at start. Written
 * whole beside the old one and renamed, so a crash leaves either. Writes are coalesced and off the
 * path of a change: with 10,000 services the file is several MB, and making it takes the thread
 * that programmes the kernel. So it is at most a second old, or as old as the last change.
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

/** From one write to the next: changes come by the dozen in a busy minute. */
const WRITE_EVERY_MS = 1_000;

export interface LastGood {
  /** What the last life of this agent left; undefined when there is nothing. */
  read(): Promise<Assignment | undefined>;
  /** Writes it within a second; a newer one replaces one that is still waiting. */
  save(assignment: Assignment): void;
  /** Writes what is waiting at once; resolves when nothing is. */
  flush(): Promise<void>;
}

export function openLastGood(
  stateDir: string,
  onError: (error: FleetError) => void,
  writeEveryMs = WRITE_EVERY_MS,
): LastGood {
  const path = join(stateDir, FILE);
  let waiting: Assignment | undefined;
  let writing: Promise<void> | undefined;
  let writtenAtMs = Number.NEGATIVE_INFINITY;
  let isFlushing = false;
  let hurry = () => {};

  const drain = async (): Promise<void> => {
    while (waiting !== undefined) {
      await due();
      const assignment = waiting;
      waiting = undefined;
      try {
        await writeAtomically(stateDir, path, assignment);
      } catch (cause) {
        const hint = 'the agent runs on; after a restart without etcd it would use an older plan';
        onError(new FleetError('E_INTERNAL', `cannot write ${path}`, { cause, hint }));
      }
      writtenAtMs = performance.now();
    }
    writing = undefined;
  };
  /** Until the next write is due, or somebody cannot wait for it. */
  const due = (): Promise<void> => {
    const waitMs = writtenAtMs + writeEveryMs - performance.now();
    if (waitMs <= 0 || isFlushing) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };
  const save = (assignment: Assignment): void => {
    waiting = assignment;
    writing ??= drain();
  };
  const flush = async (): Promise<void> => {
    isFlushing = true;
    hurry();
    await writing;
    isFlushing = false;
  };
  return { read: () => readFrom(path), save, flush };
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
