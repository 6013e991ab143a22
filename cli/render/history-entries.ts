/**
 * The history for programs: one object for each changed resource, newest first, with times as
 * ISO 8601 and the values of fields as what they are.
 */
import type { HistoryEntry } from '../../schemas/api.ts';
import type { FieldChange } from '../../schemas/spec.ts';

export interface HistoryItem {
  readonly revision: number;
  readonly time: string;
  readonly author: string;
  readonly channel: string;
  readonly reason: string;
  readonly kind: string;
  readonly name: string;
  readonly generation: number;
  readonly action: string;
  readonly changes: readonly { path: string; from?: unknown; to?: unknown }[];
}

export function historyItems(entries: readonly HistoryEntry[]): HistoryItem[] {
  return entries.map(({ timeMs, actor, changes, revision, ...rest }) => ({
    revision,
    time: new Date(timeMs).toISOString(),
    author: actor,
    ...rest,
    changes: changes.map(changedValue),
  }));
}

/** Without a value before or after, the key is not there. */
function changedValue({ path, from, to }: FieldChange): HistoryItem['changes'][number] {
  return {
    path,
    ...(from === undefined ? {} : { from: JSON.parse(from) }),
    ...(to === undefined ? {} : { to: JSON.parse(to) }),
  };
}
