/**
 * The publisher turns the spec into generations: it folds config events, compiles what they touch
 * and publishes each cluster that changed. Level-driven: whatever events came meanwhile are
 * compiled together, and a failed round starts over from what is stored. Only the elected
 * controller publishes; a generation is accepted only on top of its parent, so a controller that
 * lost its election cannot publish over its successor.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { FleetError } from '../schemas/errors.ts';
import type { ConfigEvent } from '../schemas/events.ts';
import { foldSpec, type ResourceChange, type Spec } from '../schemas/spec.ts';
import type { Store } from '../store/contract.ts';
import { type CompiledFleet, compileFleet, recompile } from './compile/compile.ts';
import { createInbox } from './inbox.ts';
import { type Published, publishCluster, readPublished } from './publish-cluster.ts';

/** Wait before a failed round starts over: a restarting etcd needs about a second. */
const RETRY_MS = 500;

export interface PublisherOptions {
  readonly store: Store;
  readonly log: Logger;
  readonly nowMs: () => number;
}

/** Publishes until the signal aborts. Rejects only on a defect. */
export async function runPublisher(options: PublisherOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await publishFromStart(options, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof FleetError)) throw error;
      options.log.warn({ code: error.code, err: error }, 'publishing failed, starts over');
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** The rolling state of one run: the spec, what it compiles to, and what is published of it. */
interface Round {
  spec: Spec;
  compiled: CompiledFleet;
  readonly published: Map<string, Published>;
}

async function publishFromStart(options: PublisherOptions, signal: AbortSignal): Promise<void> {
  const spec = await options.store.readSpec();
  const round: Round = { spec, compiled: compileFleet(spec), published: new Map() };
  const inbox = createInbox<ConfigEvent>();
  const subscription = await options.store.followEvents({
    after: spec.revision,
    onEvent: inbox.put,
    onFailed: inbox.fail,
  });
  signal.addEventListener('abort', inbox.wake);
  try {
    await dropRefsOfRemovedNodes(options.store, round.compiled);
    await publishRound(options, round);
    while (!signal.aborted) {
      const events = await inbox.take();
      if (events.length > 0) await publishEvents(options, round, events);
    }
  } finally {
    signal.removeEventListener('abort', inbox.wake);
    await subscription.close();
  }
}

async function publishEvents(
  options: PublisherOptions,
  round: Round,
  events: readonly ConfigEvent[],
): Promise<void> {
  const earlier = round.spec;
  const changes = events.flatMap(changesOf);
  for (const event of events) round.spec = foldSpec(round.spec, event.seq, changesOf(event));
  round.compiled = recompile(round.compiled, round.spec, changes, earlier);
  await publishRound(options, round);
  const removed = changes.some(({ key, after }) => key.startsWith('Node/') && after === undefined);
  if (removed) await dropRefsOfRemovedNodes(options.store, round.compiled);
}

function changesOf(event: ConfigEvent): readonly ResourceChange[] {
  return event.body.type === 'ConfigChanged' ? event.body.changes : [];
}

async function publishRound(options: PublisherOptions, round: Round): Promise<void> {
  const { store, log, nowMs } = options;
  const context = { store, nowMs, revision: round.spec.revision };
  for (const [name, cluster] of round.compiled) {
    const before = round.published.get(name) ?? (await readPublished(store, name));
    // The same reference: no event touched this cluster.
    if (before.compiled === cluster) continue;
    const after = await publishCluster(context, cluster, before);
    round.published.set(name, after);
    if (after.generation === before.generation) continue;
    const { generation, root: digest } = after;
    log.info({ cluster: name, generation, digest, revision: context.revision }, 'published');
  }
}

/** A director that is no longer declared is no longer told anything; its agent stays as it is. */
async function dropRefsOfRemovedNodes(store: Store, compiled: CompiledFleet): Promise<void> {
  const declared = new Set([...compiled.values()].flatMap(({ nodes }) => [...nodes.keys()]));
  const refs = await store.readRefs();
  for (const { node } of refs) if (!declared.has(node)) await store.deleteRef(node);
}
