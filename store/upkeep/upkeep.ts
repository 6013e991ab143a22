/** The steps of the upkeep over one etcd, as the keeper (and a person's command) runs them. */
import { FleetError } from '../../schemas/errors.ts';
import { CONFIG_AGGREGATE } from '../../schemas/events.ts';
import type { EventArchive } from '../archive/contract.ts';
import type { StoreContext } from '../context.ts';
import { readTrim } from '../trim-mark.ts';
import { archiveEvents } from './archive-events.ts';
import type { KeepPolicy, StoreUpkeep } from './contract.ts';
import { raise } from './raise.ts';
import { rebuild } from './rebuild.ts';
import { readReport, writeReport } from './report.ts';
import { noteRevision, revisionBefore } from './revision-clock.ts';
import { sweep } from './sweep.ts';
import { snapshotIfDue } from './take-snapshot.ts';
import { trim } from './trim.ts';
import { compactTo, defragment, readUsage } from './usage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const KEEP_POLICY: KeepPolicy = {
  keepMs: 7 * 24 * HOUR,
  keepEvents: 1_000_000,
  trimAtLeast: 10_000,
  snapshotEvents: 10_000,
  snapshotMs: HOUR,
  keepGenerations: 50,
  sweepGraceMs: HOUR,
  // A watch that was cut off for longer reads everything anew, and loses nothing.
  compactGraceMs: 10 * MINUTE,
  quotaBytes: 2 * 1024 ** 3,
};

export function makeUpkeep(context: StoreContext): StoreUpkeep {
  return {
    archiveEvents: (archive) => archiveEvents(context, archive),
    snapshot: (policy, fence) => snapshotIfDue(context, policy, fence),
    trim: (archive, policy, fence) => trim(context, archive, policy, fence),
    noteRevision: ({ sweepGraceMs, compactGraceMs }, fence) =>
      noteRevision(context, Math.max(sweepGraceMs, compactGraceMs), fence),
    sweep: (policy, fence) => sweep(context, policy, fence),
    compact: async ({ compactGraceMs }) => {
      const revision = await revisionBefore(context, compactGraceMs);
      if (revision === 0) return undefined;
      await compactTo(context, revision);
      return revision;
    },
    readUsage: () => readUsage(context),
    defragment: () => defragment(context),
    report: async ({ archive, ...found }, fence) => {
      const archivedTo = await archivedUpTo(archive);
      const { seq: trimmedTo } = await readTrim(context, CONFIG_AGGREGATE);
      const timeMs = context.nowMs();
      const report = {
        ...found,
        timeMs,
        trimmedTo,
        ...(archivedTo === undefined ? {} : { archivedTo }),
      };
      await writeReport(context, report, fence);
    },
    readReport: () => readReport(context),
    rebuild: (archive, generationsAbove) => rebuild(context, archive, generationsAbove),
    raise: (generationsAbove) => raise(context, generationsAbove),
  };
}

/** Undefined also for an archive that cannot be read: what else was found is told all the same. */
async function archivedUpTo(archive: EventArchive | undefined): Promise<number | undefined> {
  try {
    return (await archive?.end(CONFIG_AGGREGATE))?.seq;
  } catch (error) {
    if (error instanceof FleetError) return undefined;
    throw error;
  }
}
