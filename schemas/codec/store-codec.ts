/** Bytes of what the store keeps for itself: snapshots, staged changes, marks of its upkeep. */
import { z } from 'zod';
import { chunkedSchema } from '../events.ts';
import { sluice } from '../gen/sluice.js';
import { type KeeperReport, keeperReportSchema } from '../keeper.ts';
import { type ResourceChange, resourceChangeSchema } from '../spec.ts';
import { logHeadSchema } from './event-codec.ts';
import { type Codec, makeCodec } from './frame.ts';
import { changeFromWire, changeToWire } from './resource-codec.ts';

/** The spec after event `head.seq`; `content` holds one StoredResource after the other. */
export const snapshotSchema = z.object({
  head: logHeadSchema,
  resources: z.int(),
  content: chunkedSchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const snapshotCodec: Codec<Snapshot> = makeCodec<Snapshot>({
  type: 'Snapshot',
  message: sluice.v1.Snapshot,
  schema: snapshotSchema,
});

/** One change of a staged event. */
export const resourceChangeCodec: Codec<ResourceChange> = makeCodec<ResourceChange>({
  type: 'ResourceChange',
  message: sluice.v1.ResourceChange,
  schema: resourceChangeSchema,
  toWire: changeToWire,
  fromWire: changeFromWire,
});

/** The store was at this revision at this time of the wall clock. */
export const revisionAtSchema = z.object({ revision: z.int(), timeMs: z.int() });
export type RevisionAt = z.infer<typeof revisionAtSchema>;

export const revisionAtCodec: Codec<RevisionAt> = makeCodec<RevisionAt>({
  type: 'RevisionAt',
  message: sluice.v1.RevisionAt,
  schema: revisionAtSchema,
});

/** Oldest first. */
export const revisionClockSchema = z.object({ samples: z.array(revisionAtSchema) });
export type RevisionClock = z.infer<typeof revisionClockSchema>;

export const revisionClockCodec: Codec<RevisionClock> = makeCodec<RevisionClock>({
  type: 'RevisionClock',
  message: sluice.v1.RevisionClock,
  schema: revisionClockSchema,
});

/** For whoever asks how the store is. */
export const keeperReportCodec: Codec<KeeperReport> = makeCodec<KeeperReport>({
  type: 'KeeperReport',
  message: sluice.v1.KeeperReport,
  schema: keeperReportSchema,
});
