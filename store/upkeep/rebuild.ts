/**
 * Fills an empty cell from an archive: the newest archived snapshot, the events since, the folded
 * spec, and the refs with a token above all old ones, so that what was drained stays drained and no
 * agent takes a writer of today for one of the past. The head comes last, so a rebuild that was
 * killed is begun again, and nobody reads half of one. Plans are compiled anew from the spec.
 */
import type { IRequestOp } from 'etcd3';
import { digestOf } from '../../schemas/codec/digest.ts';
import { type LogHead, logHeadCodec } from '../../schemas/codec/event-codec.ts';
import { generationCodec } from '../../schemas/codec/plan-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import { CONFIG_AGGREGATE } from '../../schemas/events.ts';
import type { NodeRef } from '../../schemas/plan/node-ref.ts';
import type { ArchivedEvent, EventArchive } from '../archive/contract.ts';
import { inBatches } from '../batches.ts';
import { chunkedOf, writeChunks } from '../chunks.ts';
import type { StoreContext } from '../context.ts';
import { beginCall } from '../etcd/call.ts';
import { absent, putOp } from '../etcd/requests.ts';
import { foldInto, type SpecBytes } from '../fold-bytes.ts';
import { archivedEvent } from '../read-events.ts';
import { putSnapshot, unpackSnapshot } from '../snapshot.ts';
import { encodeRef } from '../stored-ref.ts';
import { EMPTY_ROOT, encodeTree } from '../tree.ts';
import { inTxns } from '../txn-limits.ts';

const { aggregate: AGGREGATE, id: ID } = CONFIG_AGGREGATE;
const DOING = 'rebuilding from the archive';

export async function rebuild(
  context: StoreContext,
  archive: EventArchive,
  generationsAbove: number,
): Promise<number> {
  const { clients, keys } = context;
  const headKey = keys.head(AGGREGATE, ID);
  const { value, revision } = await beginCall(clients.unary, DOING).get(headKey);
  if (value !== undefined) throw notEmpty();
  const end = await archive.end(CONFIG_AGGREGATE);
  if (end.seq === 0) throw new FleetError('E_NOT_FOUND', 'the archive holds no events');
  const saved = await archive.refs();
  const refs = saved?.refs ?? [];
  if (saved !== undefined && refs.length > 0) requireTokensAbove(saved.at.revision, revision);
  let head: LogHead = { seq: 0, hash: '', timeMs: 0 };
  let resources: SpecBytes = new Map();
  const base = await archive.snapshotBefore(CONFIG_AGGREGATE, end.seq);
  if (base !== undefined) {
    head = base.head;
    resources = await unpackSnapshot(base.content);
    const content = { bytes: base.content, chunked: chunkedOf(base.content) };
    await putSnapshot(context, head, resources.size, content, undefined);
    await putAll(context, [putOp(keys.trim(AGGREGATE, ID), logHeadCodec.encode(head))]);
  }
  let ops: IRequestOp[] = [];
  const range = { from: head.seq + 1, to: end.seq };
  for await (const archived of archive.read(CONFIG_AGGREGATE, range)) {
    const event = await archivedEvent(archived);
    if (event.previousHash !== head.hash) {
      throw new FleetError('E_STORE_CORRUPT', `event ${event.seq} in the archive does not follow`);
    }
    head = { seq: event.seq, hash: digestOf(archived.bytes), timeMs: event.timeMs };
    foldInto(resources, event);
    ops.push(putOp(keys.event(AGGREGATE, ID, event.seq), archived.bytes));
    if (event.body.type === 'ConfigChanged' && event.body.staged !== undefined) {
      ops.push(await putStage(context, event.body.staged.id, archived, head));
    }
    if (ops.length >= OPS_HELD) {
      await putAll(context, ops);
      ops = [];
    }
  }
  await putAll(context, ops);
  await putAll(
    context,
    [...resources].map(([key, bytes]) => putOp(keys.spec(key), bytes)),
  );
  await putAll(context, generationOps(context, resources, refs, generationsAbove));
  // Every lock that is taken from now on has a higher one.
  await putAll(
    context,
    refs.map((ref) => putOp(keys.nodeRef(ref.node), encodeRef(rebuiltRef(ref, revision)))),
  );
  const { succeeded } = await beginCall(clients.unary, DOING).cas({
    compare: [absent(headKey)],
    success: [putOp(headKey, logHeadCodec.encode(head))],
  });
  if (!succeeded) throw notEmpty();
  return head.seq;
}

/** Memory of a rebuild: about 10 MB of events. */
const OPS_HELD = 5_000;
/** What etcd may have written in the minute since the last round of the keeper, and far more. */
const REVISIONS_SINCE = 10_000_000;
/** Generations that a cluster may have got since then. */
const GENERATIONS_SINCE = 1_000;

function requireTokensAbove(archivedAt: number, revision: number): void {
  const least = archivedAt + REVISIONS_SINCE;
  if (revision > least) return;
  throw new FleetError(
    'E_CONFLICT',
    `this etcd is at revision ${revision}, and agents may have seen tokens up to ${least}`,
    {
      hint:
        'begin with a snapshot of an empty etcd, restored with --bump-revision 1000000000 ' +
        '--mark-compacted: docs/disaster-recovery.md, "Rebuild from the archive"',
    },
  );
}

/** It names a generation that is not here: the director runs it, and waits for the next. */
function rebuiltRef({ previous: _, ...ref }: NodeRef, token: number): NodeRef {
  return { ...ref, token, revert: false };
}

function generationOps(
  context: StoreContext,
  resources: SpecBytes,
  refs: readonly NodeRef[],
  generationsAbove: number,
): IRequestOp[] {
  const prefix = 'Cluster/';
  const clusters = [...resources.keys()].filter((key) => key.startsWith(prefix));
  return clusters.flatMap((key) => {
    const cluster = key.slice(prefix.length);
    const ours = refs.filter(({ plan }) => plan.cluster === cluster);
    const known = Math.max(0, ...ours.map(({ plan }) => plan.generation));
    const above = Math.max(generationsAbove, known === 0 ? 0 : known + GENERATIONS_SINCE);
    return above === 0 ? [] : emptyGeneration(context, cluster, above);
  });
}

/** What the publisher builds its first generation on, so that agents take it for a newer one. */
function emptyGeneration(
  { keys }: StoreContext,
  cluster: string,
  generation: number,
): IRequestOp[] {
  const { root, blobs } = encodeTree(EMPTY_ROOT, new Map());
  const record = { cluster, generation, root, revision: 0, parent: 0 };
  return [
    ...[...blobs].map(([digest, bytes]) => putOp(keys.tree(digest), bytes)),
    putOp(keys.generation(cluster, generation), generationCodec.encode(record)),
  ];
}

async function putStage(
  context: StoreContext,
  id: string,
  { staged = new Uint8Array() }: ArchivedEvent,
  head: LogHead,
): Promise<IRequestOp> {
  const key = context.keys.stage(id);
  await writeChunks(context, key, { bytes: staged, chunked: chunkedOf(staged) });
  return putOp(key, logHeadCodec.encode(head));
}

async function putAll({ clients }: StoreContext, ops: readonly IRequestOp[]): Promise<void> {
  await inBatches(inTxns(DOING, ops), (group) =>
    beginCall(clients.unary, DOING).cas({ compare: [], success: group }),
  );
}

function notEmpty(): FleetError {
  return new FleetError('E_CONFLICT', 'the cell has a config log already', {
    hint: 'rebuild into an etcd, or a cell, that is empty',
  });
}
