/**
 * How the store is kept, in words: the alarms of its keeper, and what the keeper found in its last
 * round. Alarms are events of the control plane; the report stands in etcd for whoever asks.
 */
import { z } from 'zod';

/** `fill60`, `fill80`: shares of the quota. `noSpace`: etcd takes no writes. `upkeep`: a step fails. */
export const alarmKindSchema = z.enum(['fill60', 'fill80', 'noSpace', 'upkeep']);
export type AlarmKind = z.infer<typeof alarmKindSchema>;

/** Cluster and node of the keeper's events: upper case, so the name of no director. */
export const CONTROL_PLANE = { cluster: 'CONTROL', node: 'STORE' } as const;

export const keeperReportSchema = z.object({
  timeMs: z.int(),
  /** The last event that the archive has; absent: there is none, or an alarm says what is wrong. */
  archivedTo: z.int().optional(),
  /** The last event that etcd does not keep any more. */
  trimmedTo: z.int(),
  /** Of the fullest member. */
  dbBytes: z.int(),
  quotaBytes: z.int(),
  /** Those that stand. */
  alarms: z.array(z.object({ kind: alarmKindSchema, message: z.string() })),
});
export type KeeperReport = z.infer<typeof keeperReportSchema>;
