/**
 * The publisher turns the spec into generations and tells the directors, or, where the cluster has
 * a RolloutPolicy, whoever starts the rollouts. Level-driven: whatever
 * changed meanwhile is published together, and a failed round starts over from what is stored.
 * Only the elected controller publishes: its token fences every write, and a generation is accepted
 * only on top of its parent, so who lost the election cannot publish over its successor.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { FleetError } from '../schemas/errors.ts';
import type { Store } from '../store/contract.ts';
import type { CompiledFleet } from './compile/compile.ts';
import type { Compiled, CompiledView } from './compile/compiled-view.ts';
import type { SpecView } from './config/spec-view.ts';
import { createInbox } from './inbox.ts';
import {
  type PublishContext,
  type Published,
  publishCluster,
  readPublished,
} from './publish-cluster.ts';
import type { PublishedSpec } from './rollouts/rollout-starter.ts';
import { policyOf } from './rollouts/rollout-terms.ts';

/** Wait before a failed round starts over: a restarting etcd needs about a second. */
const RETRY_MS = 500;

export interface PublisherOptions {
  readonly store: Store;
  readonly view: SpecView;
  readonly compiled: CompiledView;
  readonly log: Logger;
  readonly nowMs: () => number;
  /** The role it was elected to, and the token of that election. */
  readonly fence: PublishContext['fence'];
  /** Hears of every round that is through: rollouts go on from there. */
  readonly onPublished: (published: PublishedSpec) => void;
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

async function publishFromStart(options: PublisherOptions, signal: AbortSignal): Promise<void> {
  const inbox = createInbox<unknown>();
  const unlisten = options.view.listen(inbox.put);
  signal.addEventListener('abort', inbox.wake);
  const published = new Map<string, Published>();
  const fresh = new Map<string, number>();
  let directors = '';
  try {
    while (!signal.aborted) {
      const compiled = options.compiled.current();
      await publishRound(options, compiled, published, fresh);
      const declared = directorNames(compiled.fleet);
      if (signal.aborted) return;
      if (declared.join() !== directors) await dropRefsOfOthers(options.store, declared);
      directors = declared.join();
      const { spec } = compiled;
      options.onPublished({ spec, clusters: new Map(published), fresh: new Map(fresh) });
      await inbox.take();
    }
  } finally {
    signal.removeEventListener('abort', inbox.wake);
    unlisten();
  }
}

async function publishRound(
  options: PublisherOptions,
  { spec, fleet }: Compiled,
  published: Map<string, Published>,
  fresh: Map<string, number>,
): Promise<void> {
  const { store, log, nowMs, fence } = options;
  // The refs of a cluster that is not compiled are dropped: when it is back, it is looked at anew.
  for (const name of published.keys()) if (!fleet.has(name)) published.delete(name);
  for (const [name, cluster] of fleet) {
    const before = published.get(name) ?? (await readPublished(store, name));
    // The same reference: nothing touched this cluster.
    if (before.compiled === cluster) continue;
    const isStaged = policyOf(spec, name) !== undefined;
    const context = { store, nowMs, revision: spec.revision, fence, isStaged };
    const after = await publishCluster(context, cluster, before);
    published.set(name, after);
    if (after.newest === before.newest || after.newest === undefined) continue;
    const { generation, root: digest, revision } = after.newest;
    fresh.set(name, generation);
    log.info({ cluster: name, generation, digest, revision }, 'published');
  }
}

function directorNames(fleet: CompiledFleet): string[] {
  return [...fleet.values()].flatMap(({ nodes }) => [...nodes.keys()]).sort();
}

/** A director that is no longer declared is no longer told anything; its agent stays as it is. */
async function dropRefsOfOthers(store: Store, declared: readonly string[]): Promise<void> {
  const names = new Set(declared);
  const refs = await store.readRefs();
  for (const { node } of refs) if (!names.has(node)) await store.deleteRef(node);
}
