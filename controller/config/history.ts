/**
 * History of the fleet or of one resource, newest first. One resource's history is a walk along
 * its own events: each change names the revision of the one before.
 */
import type { HistoryEntry } from '../../schemas/api.ts';
import type { ConfigEvent } from '../../schemas/events.ts';
import type { ResourceKey } from '../../schemas/names.ts';
import type { ResourceChange } from '../../schemas/spec.ts';
import type { ConfigStore } from '../../store/contract.ts';

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

/** `newest` is the revision of the last known change of the resource, deletion included. */
export async function resourceHistory(
  store: ConfigStore,
  key: ResourceKey,
  newest: number,
  limit: number,
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (let revision = newest; revision > 0 && entries.length < limit; ) {
    const [event] = await store.readEvents({ from: revision, to: revision });
    const change = event === undefined ? undefined : changeOf(event, key);
    if (event === undefined || change === undefined) break;
    entries.push(entryOf(event, change));
    revision = change.previousRevision;
  }
  return entries;
}

/** Where the walk begins when the resource is gone: its deletion, looked for from the newest. */
export async function newestChangeOf(store: ConfigStore, key: ResourceKey): Promise<number> {
  for (let to = await store.readHead(); to > 0; to -= PAGE) {
    const events = await store.readEvents({ from: Math.max(1, to - PAGE + 1), to });
    const last = events.findLast((event) => changeOf(event, key) !== undefined);
    if (last !== undefined) return last.seq;
  }
  return 0;
}

function changeOf(event: ConfigEvent, key: ResourceKey): ResourceChange | undefined {
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
