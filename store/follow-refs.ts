/** Refs as they change: what an agent and the fleet view live on. Newest wins, none stale. */
import { nodeRefCodec } from '../schemas/codec/plan-codec.ts';
import type { NodeRef } from '../schemas/plan/node-ref.ts';
import type { StoreContext } from './context.ts';
import type { RefStore, Subscription } from './contract.ts';
import { keyRange, prefixRange, type StoredValue } from './etcd/requests.ts';
import { watchSnapshot } from './etcd/snapshot-watch.ts';
import { watchLog } from './watch-log.ts';

/** Starts at once; etcd may be away and is waited for. */
export function followRef(
  context: StoreContext,
  { node, onRef, onConnection, onFailed }: Parameters<RefStore['followRef']>[0],
): Subscription {
  // Revision told last; a list after a gap may find what was told before.
  let told: number | undefined;
  const tell = (value: StoredValue | undefined) => {
    const revision = value?.modRevision ?? 0;
    if (revision === told) return;
    onRef(value === undefined ? undefined : nodeRefCodec.decode(value.value));
    told = revision;
  };
  return watchSnapshot({
    clients: context.clients,
    range: keyRange(context.keys.nodeRef(node)),
    onSnapshot: ([value]) => tell(value),
    onChanges: (changes) => tell(changes.at(-1)?.value),
    onFailed,
    ...watchLog(context, `ref of ${node}`, onConnection),
  });
}

export function followRefs(
  context: StoreContext,
  { onRefs, onFailed }: Parameters<RefStore['followRefs']>[0],
): Subscription {
  const prefix = context.keys.nodeRefs;
  let refs = new Map<string, NodeRef>();
  return watchSnapshot({
    clients: context.clients,
    range: prefixRange(prefix),
    onSnapshot: (values) => {
      refs = new Map(
        values.map(({ key, value }) => [key.slice(prefix.length), nodeRefCodec.decode(value)]),
      );
      onRefs(refs);
    },
    onChanges: (changes) => {
      // A new map, because the consumer may have kept the one before.
      refs = new Map(refs);
      for (const { key, value } of changes) {
        const node = key.slice(prefix.length);
        if (value === undefined) refs.delete(node);
        else refs.set(node, nodeRefCodec.decode(value.value));
      }
      onRefs(refs);
    },
    onFailed,
    ...watchLog(context, 'refs'),
  });
}
