/**
 * The folded spec, whole and at one revision of etcd: what stands under its keys, and on top of it
 * what a large event has made so and has not written there yet.
 */
import type { LogHead } from '../schemas/codec/event-codec.ts';
import { CONFIG_AGGREGATE } from '../schemas/events.ts';
import type { Spec } from '../schemas/spec.ts';
import type { StoreContext } from './context.ts';
import { beginCall, readPages } from './etcd/call.ts';
import { isCompactedFault } from './etcd/faults.ts';
import { getOp, prefixRange } from './etcd/requests.ts';
import { seenHead } from './event-log.ts';
import { decodeSpec, foldInto, type SpecBytes } from './fold-bytes.ts';
import { LIST_STARTS_MAX } from './limits.ts';
import { unfoldedEvent } from './unfolded.ts';

export interface SpecAsStored {
  readonly head: LogHead;
  /** Revision of etcd that it was read at. */
  readonly revision: number;
  readonly resources: SpecBytes;
}

export async function readSpec(context: StoreContext): Promise<Spec> {
  const { head, resources } = await readSpecBytes(context);
  return decodeSpec(head.seq, resources);
}

/** Begins anew when the revision that its pages are pinned to is compacted meanwhile. */
export async function readSpecBytes(context: StoreContext): Promise<SpecAsStored> {
  for (let starts = 1; ; starts++) {
    try {
      return await readOnce(context);
    } catch (error) {
      if (starts >= LIST_STARTS_MAX || !isCompactedFault(error)) throw error;
    }
  }
}

async function readOnce(context: StoreContext): Promise<SpecAsStored> {
  const { clients, keys } = context;
  const doing = 'reading the spec';
  const headKey = keys.head(CONFIG_AGGREGATE.aggregate, CONFIG_AGGREGATE.id);
  const { reads, revision } = await beginCall(clients.unary, doing).read([
    getOp(headKey),
    getOp(keys.unfolded),
  ]);
  const [head, unfolded] = reads.map(([value]) => value);
  const resources: SpecBytes = new Map();
  for await (const page of readPages(clients.unary, prefixRange(keys.specs), doing, revision)) {
    for (const { key, value } of page.values) resources.set(key.slice(keys.specs.length), value);
  }
  // Folding it over what is there of it already changes nothing.
  if (unfolded !== undefined) foldInto(resources, await unfoldedEvent(context, unfolded));
  const { seq, hash, timeMs } = seenHead(head);
  return { head: { seq, hash, timeMs }, revision, resources };
}
