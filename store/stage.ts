/**
 * Changes of an event that is too large for one transaction. They are staged in chunks that nobody
 * looks at; the one event that names them makes them so, for all readers at once. What is stored
 * of such an event has no changes; what leaves this room has them filled in.
 */
import { logHeadCodec } from '../schemas/codec/event-codec.ts';
import { resourceChangeCodec } from '../schemas/codec/store-codec.ts';
import type { ConfigEvent, Staged } from '../schemas/events.ts';
import { chunkKey } from '../schemas/keys.ts';
import type { ResourceChange } from '../schemas/spec.ts';
import { deleteChunksOp, packRecords, readChunks, unpackRecords, writeChunks } from './chunks.ts';
import type { StoreContext } from './context.ts';
import { beginCall } from './etcd/call.ts';
import { absent, present, putOp } from './etcd/requests.ts';
import type { Append } from './event-log.ts';
import { inTurns } from './turns.ts';

/** Stores the chunks. Nothing has happened until an event names them. @throws E_TOO_LARGE */
export async function stageChanges(
  context: StoreContext,
  changes: readonly ResourceChange[],
): Promise<Staged> {
  const id = context.newId();
  const records: Uint8Array[] = [];
  await inTurns(changes, (change) => records.push(resourceChangeCodec.encode(change)));
  const content = await packRecords(`a change of ${changes.length} resources`, records);
  await writeChunks(context, context.keys.stage(id), content);
  return { id, resources: changes.length, content: content.chunked };
}

/** The parts of the transaction that bind the chunks to the event. */
export function bindStage({ keys }: StoreContext, { id, content }: Staged, { head }: Append) {
  const key = keys.stage(id);
  return {
    // Chunks go all at once when they go, so the last one stands for all.
    guards: [present(chunkKey(key, content.chunks - 1)), absent(key)],
    puts: [putOp(key, logHeadCodec.encode(head))],
  };
}

/** Takes chunks back that no event names; nothing happens when one does. */
export async function dropStage({ clients, keys }: StoreContext, id: string): Promise<boolean> {
  const key = keys.stage(id);
  const call = beginCall(clients.unary, 'dropping staged changes');
  const answer = await call.cas({ compare: [absent(key)], success: [deleteChunksOp(key)] });
  return answer.succeeded;
}

/** Whether the changes of an event as it is stored stand elsewhere. */
export function isStaged({ body }: ConfigEvent): boolean {
  return body.type === 'ConfigChanged' && body.staged !== undefined;
}

/** With its changes, wherever they stand. @throws E_NOT_FOUND when the stage is trimmed away */
export async function filledIn(context: StoreContext, event: ConfigEvent): Promise<ConfigEvent> {
  const content = await stagedContent(context, event);
  return content === undefined ? event : fillIn(event, content);
}

/** Packed changes of an event; undefined for one that has its changes with it. */
export async function stagedContent(
  context: Pick<StoreContext, 'clients' | 'keys'>,
  { body }: ConfigEvent,
): Promise<Uint8Array | undefined> {
  if (body.type !== 'ConfigChanged' || body.staged === undefined) return undefined;
  const { staged } = body;
  return readChunks(context, context.keys.stage(staged.id), staged.content);
}

/** With the changes that its packed content says. */
export async function fillIn(event: ConfigEvent, content: Uint8Array): Promise<ConfigEvent> {
  const changes: ResourceChange[] = [];
  await inTurns(await unpackRecords(content), (record) =>
    changes.push(resourceChangeCodec.decode(record)),
  );
  return {
    ...event,
    body: { ...event.body, type: 'ConfigChanged', changes } as ConfigEvent['body'],
  };
}
