/**
 * A watch for consumers that want what stands under a range of keys: all values first, then the
 * changes. After a gap in the history all values come again and replace what was known.
 */
import { readRange } from './call.ts';
import { startWatch, type Watch, type WatchOptions } from './gap-proof-watch.ts';
import type { StoredValue } from './requests.ts';

export interface SnapshotWatchOptions extends Omit<WatchOptions, 'catchUp'> {
  /** All values of the range at one revision, in key order. */
  readonly onSnapshot: (values: readonly StoredValue[], revision: number) => void | Promise<void>;
}

/** Starts at once and does not wait for etcd. */
export function watchSnapshot(options: SnapshotWatchOptions): Watch {
  return startWatch({
    ...options,
    catchUp: async (deliver) => {
      const { clients, range, onSnapshot } = options;
      const { values, revision } = await readRange(clients.unary, range, 'listing for a watch');
      await deliver(() => onSnapshot(values, revision));
      return revision;
    },
  });
}
