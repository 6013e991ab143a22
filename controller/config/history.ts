/**
 * History of the fleet or of one resource, newest first. One resource's history is a walk along
 * its own events: each change names the revision of the one before.
 */
import type { HistoryEntry } from '../../schemas/api.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import type { ResourceChange } from '../../schemas/spec.ts';
import type { Deletions } from './deletions.ts';
import { eventAt, eventsBack, type LogReader } from './log-reader.ts';

/** Of all resources, or of one kind. */
export async function fleetHistory(
  store: LogReader,
  limit: number,
  kind?: string,
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  const isWanted = (entry: HistoryEntry) => kind === undefined || entry.kind === kind;
  for await (const events of eventsBack(store)) {
    for (const event of events) entries.push(...entriesOf(event).filter(isWanted));
    if (entries.length >= limit) break;
  }
  return entries.slice(0, limit);
}

/**
 * Also through deletions: what a resource was before it was made again is its history too. Empty
 * for what never was. Ends where the log begins.
 */
export async function resourceHistory(
  store: LogReader,
  deletions: Deletions,
  key: ResourceKey,
  { newest, limit }: { readonly newest: number | undefined; readonly limit: number },
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  const first = await store.readFirst();
  let revision = newest ?? (await deletions.before(key, Number.POSITIVE_INFINITY));
  while (revision > 0 && entries.length < limit) {
    const event = await eventAt(store, first, revision);
    const change = event === undefined ? undefined : changeOf(event, key);
    if (event === undefined || change === undefined) break;
    entries.push(entryOf(event, change));
    revision = change.previousRevision || (await deletions.before(key, revision));
  }
  return entries;
}

export function changeOf(event: ConfigEvent, key: ResourceKey): ResourceChange | undefined {
  if (event.body.type !== 'ConfigChanged') return undefined;
  return event.body.changes.find((change) => change.key === key);
}

function entriesOf(event: ConfigEvent): HistoryEntry[] {
  if (event.body.type !== 'ConfigChanged') return [];
  return event.body.changes.map((change) => entryOf(event, change));
}

function entryOf(event: ConfigEvent, change: ResourceChange): HistoryEntry {
  const [kind = '', name = ''] = change.key.split('/');
  return {
    revision: event.seq,
    timeMs: event.timeMs,
    actor: event.origin.actor,
    channel: event.origin.channel,
    reason: event.origin.reason,
    kind,
    name,
    generation: change.generation,
    action: actionOf(change),
    changes: change.fields,
  };
}

export function actionOf(change: ResourceChange): HistoryEntry['action'] {
  if (change.after === undefined) return 'delete';
  return change.generation === 1 ? 'create' : 'update';
}
