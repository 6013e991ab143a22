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
import { type Deliver, HistoryGone, startWatch } from './etcd/gap-proof-watch.ts';
import { prefixRange, type StoredValue } from './etcd/requests.ts';
import { eventOf, readLog, seenHead } from './event-log.ts';
import { watchLog } from './watch-log.ts';

/** Starts at once; etcd may be away and is waited for. */
export function followEvents(
  context: StoreContext,
  { after, onEvent, onFailed }: Parameters<ConfigStore['followEvents']>[0],
): Subscription {
  const { clients, keys } = context;
  const { aggregate, id } = CONFIG_AGGREGATE;
  let last = after;
  const take = (value: StoredValue) => {
    const event: ConfigEvent = eventOf(value);
    onEvent(event);
    last = event.seq;
  };
  const readTo = async (to: number, deliver: Deliver) => {
    for await (const page of readLog(context, CONFIG_AGGREGATE, { from: last + 1, to })) {
      await deliver(() => page.forEach(take));
    }
    if (last < to) throw behind(last, to);
  };
  return startWatch({
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
    onChanges: (changes) => {
      for (const { key, value } of changes) {
        // Events are only ever deleted when they are archived; what is not newer is known.
        if (value === undefined || seqOf(key) <= last) continue;
        if (seqOf(key) > last + 1) throw new HistoryGone(`event ${last + 1} was not delivered`);
        take(value);
      }
    },
    onFailed,
    ...watchLog(context, 'config events'),
  });
}

function behind(last: number, head: number): FleetError {
  return new FleetError(
    'E_STORE_CORRUPT',
    `event ${last} was seen, but the config log ends at ${head}`,
    { hint: 'was etcd restored from a backup? start this program again' },
  );
}
