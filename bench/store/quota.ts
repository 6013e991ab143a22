/**
 * A store of many services with a long history, really written, against etcd's default quota. A log
 * takes one event after the other, so several logs are written side by side, each in a cell of its
 * own, to be done in minutes: etcd's file holds the same.
 */
import type { Store } from '../../store/contract.ts';
import type { Writer } from './writer.ts';

const QUOTA_BYTES = 2 * 1024 ** 3;
/** A controller publishes what came together: under load one generation for several events. */
const EVENTS_PER_GENERATION = 10;
const SAID_EVERY = 10_000;

export interface QuotaReport {
  readonly services: number;
  readonly logs: number;
  readonly events: number;
  readonly eventsWanted: number;
  readonly seconds: number;
  readonly writtenBytes: number;
  readonly writtenShareOfQuota: number;
  readonly keptBytes: number;
  readonly keptShareOfQuota: number;
}

/** Ends early after `timeMaxMs`; the report says how many events it were. */
export async function measureQuota(
  stores: readonly Store[],
  writers: readonly Writer[],
  services: number,
  eventsWanted: number,
  timeMaxMs: number,
  say: (line: string) => void,
): Promise<QuotaReport> {
  const [store] = stores;
  if (store === undefined) throw new Error('no store');
  const startedAt = performance.now();
  const heads = await Promise.all(stores.map((each) => each.readHead()));
  let events = heads.reduce((sum, head) => sum + head, 0);
  const write = async (writer: Writer) => {
    for (let n = 1; events < eventsWanted && performance.now() - startedAt < timeMaxMs; n++) {
      const mine = ++events;
      const index = (n * 7_919) % writer.services;
      const weight = await writer.changeWeight(index);
      if (n % EVENTS_PER_GENERATION === 0) await writer.publish([index], weight);
      if (mine % SAID_EVERY > 0) continue;
      const { dbBytes } = await store.readUsage();
      say(`  ${mine} events, ${Math.round(dbBytes / 1024 ** 2)} MiB`);
    }
  };
  await Promise.all(writers.map(write));
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const written = await store.readUsage();
  const policy = {
    keepMs: 0,
    keepEvents: eventsWanted,
    trimAtLeast: 1,
    snapshotEvents: 1,
    snapshotMs: 0,
    keepGenerations: 50,
    sweepGraceMs: 0,
    compactGraceMs: 0,
    quotaBytes: QUOTA_BYTES,
  };
  // As the keeper does an hour later: snapshot, sweep, compaction, defragmentation.
  for (const each of stores) {
    await each.noteRevision(policy);
    await each.snapshot(policy);
    await each.sweep(policy);
  }
  await store.noteRevision(policy);
  await store.compact(policy);
  await store.defragment();
  const kept = await store.readUsage();
  const share = (bytes: number) => Math.round((bytes / QUOTA_BYTES) * 1_000) / 1_000;
  return {
    services,
    logs: stores.length,
    events,
    eventsWanted,
    seconds,
    writtenBytes: written.dbBytes,
    writtenShareOfQuota: share(written.dbBytes),
    keptBytes: kept.dbBytes,
    keptShareOfQuota: share(kept.dbBytes),
  };
}
