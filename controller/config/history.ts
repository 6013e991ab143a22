/**
 * History of the fleet or of one resource, newest first. One resource's history is a walk along
 * its own events: each change names the revision of the one before.
 */
import type { HistoryEntry } from '../../schemas/api.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import type { ResourceChange } from '../../schemas/spec.ts';
import type { ConfigStore } from '../../store/contract.ts';
import type { Deletions } from './deletions.ts';

/** Events read at once when walking back through the whole log. */
const PAGE = 100;

export async function fleetHistory(store: ConfigStore, limit: number): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (let to = await store.readHead(); to > 0 && entries.length < limit; to -= PAGE) {
    const events = await store.readEvents({ from: Math.max(1, to - PAGE + 1), to });
    for (const event of events.reverse()) entries.push(...entriesOf(event));
  }
  return entries.slice(0, limit);
}

/**
 * Also through deletions: what a resource was before it was made again is its history too. Empty
 * for what never was.
 */
export async function resourceHistory(
  store: ConfigStore,
  deletions: Deletions,
  key: ResourceKey,
  { newest, limit }: { readonly newest: number | undefined; readonly limit: number },
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let revision = newest ?? (await deletions.before(key, Number.POSITIVE_INFINITY));
  while (revision > 0 && entries.length < limit) {
    const [event] = await store.readEvents({ from: revision, to: revision });
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
