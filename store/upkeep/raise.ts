/**
 * After etcd was put back from an older snapshot: numbers every cluster's newest generation, and
 * the token of every ref, above what agents can have seen since, so that they follow again. The
 * content stays as the snapshot has it. For when no controller runs; may be repeated.
 */
import { generationCodec, nodeRefCodec } from '../../schemas/codec/plan-codec.ts';
import { FleetError } from '../../schemas/errors.ts';
import type { StoreContext } from '../context.ts';
import { beginCall, readRange } from '../etcd/call.ts';
import { absent, prefixRange, putOp, unchanged } from '../etcd/requests.ts';
import { encodeRef } from '../stored-ref.ts';

/** Generations that a cluster may have got since the snapshot, where nobody says more. */
const GENERATIONS_SINCE = 1_000;

export async function raise(context: StoreContext, generationsAbove: number): Promise<number> {
  const { clients, keys } = context;
  const doing = 'raising generations and tokens';
  const generations = await readRange(clients.unary, prefixRange(keys.allGenerations), doing);
  const newest = new Map(
    generations.values.map(({ value }) => {
      const generation = generationCodec.decode(value);
      return [generation.cluster, generation] as const;
    }),
  );
  for (const before of newest.values()) {
    const number = Math.max(generationsAbove, before.generation + GENERATIONS_SINCE) + 1;
    const next = { ...before, generation: number, parent: before.generation };
    const key = keys.generation(before.cluster, number);
    const answer = await beginCall(clients.unary, doing).cas({
      compare: [absent(key)],
      success: [putOp(key, generationCodec.encode(next))],
    });
    if (!answer.succeeded && !answer.repeated) throw changedMeanwhile();
  }
  const { values, revision } = await readRange(clients.unary, prefixRange(keys.nodeRefs), doing);
  for (const { key, value, modRevision } of values) {
    const raised = { ...nodeRefCodec.decode(value), token: revision };
    const answer = await beginCall(clients.unary, doing).cas({
      compare: [unchanged(key, modRevision)],
      success: [putOp(key, encodeRef(raised))],
    });
    if (!answer.succeeded && !answer.repeated) throw changedMeanwhile();
  }
  return values.length;
}

function changedMeanwhile(): FleetError {
  return new FleetError('E_CONFLICT', 'somebody writes generations or refs meanwhile', {
    hint: 'stop the controllers and workers, then run this again',
  });
}
