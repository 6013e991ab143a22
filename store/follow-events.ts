/**
 * Config events as they come, each exactly once and in order. The watch says that there is
 * something; the numbers of the events say whether it is all: what is missing is read.
 */
import { FleetError } from '../schemas/errors.ts';
import { CONFIG_AGGREGATE, type ConfigEvent } from '../schemas/events.ts';
import { seqOf } from '../schemas/keys.ts';
import type { StoreContext } from './context.ts';
import type { ConfigStore, Subscription } from './contract.ts';
import { beginCall } from './etcd/call.ts';
import { isAwayFault } from './etcd/faults.ts';
import { type Deliver, HistoryGone, startWatch } from './etcd/gap-proof-watch.ts';
import { prefixRange, type StoredValue } from './etcd/requests.ts';
import { eventOf, readLog, seenHead } from './event-log.ts';
import { filledIn, isStaged } from './stage.ts';
import { watchLog } from './watch-log.ts';

/** Starts at once; etcd may be away and is waited for. */
export function followEvents(
  context: StoreContext,
  { after, onEvent, onFailed }: Parameters<ConfigStore['followEvents']>[0],
): Subscription {
  const { clients, keys } = context;
  const { aggregate, id } = CONFIG_AGGREGATE;
  let last = after;
  let isClosed = false;
  const give = (event: ConfigEvent) => {
    if (isClosed) return;
    onEvent(event);
    last = event.seq;
  };
  /** A promise only where changes must be fetched: deliveries of small events do not wait. */
  const take = (value: StoredValue): Promise<void> | undefined => {
    const event = eventOf(value);
    if (!isStaged(event)) return void give(event);
    return filledIn(context, event).then(give, (error: unknown) => {
      throw isAwayFault(error) ? new HistoryGone(`event ${event.seq} was not read`) : error;
    });
  };
  const takeAll = async (values: readonly StoredValue[]) => {
    for (const value of values) {
      const fetching = take(value);
      if (fetching !== undefined) await fetching;
    }
  };
  const readTo = async (to: number, deliver: Deliver) => {
    for await (const page of readLog(context, CONFIG_AGGREGATE, { from: last + 1, to })) {
      await deliver(() => takeAll(page));
    }
    if (last < to) throw behind(last, to);
  };
  const watch = startWatch({
    clients,
    range: prefixRange(keys.events(aggregate, id)),
    catchUp: async (deliver) => {
      const call = beginCall(clients.unary, 'reading the head of the config log');
      const { value, revision } = await call.get(keys.head(aggregate, id));
      const head = seenHead(value).seq;
      if (head < last) throw behind(last, head);
      await readTo(head, deliver);
      return revision;
    },
    onChanges: async (changes) => {
      for (const { key, value } of changes) {
        // Events are only ever deleted when they are archived; what is not newer is known.
        if (value === undefined || seqOf(key) <= last) continue;
        if (seqOf(key) > last + 1) throw new HistoryGone(`event ${last + 1} was not delivered`);
        const fetching = take(value);
        if (fetching !== undefined) await fetching;
      }
    },
    onFailed,
    ...watchLog(context, 'config events'),
  });
  return {
    close: () => {
      isClosed = true;
      return watch.close();
    },
  };
}

function behind(last: number, head: number): FleetError {
  return new FleetError(
    'E_STORE_CORRUPT',
    `event ${last} was seen, but the config log ends at ${head}`,
    { hint: 'was etcd restored from a backup? start this program again' },
  );
}
