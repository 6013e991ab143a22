/**
 * Sees to it that the newest generation of every cluster with a RolloutPolicy goes out: looks again
 * and again, decides by what it finds, and starts what is due. Level-driven like the publisher: a
 * start that failed is simply due again at the next look, and no look needs the one before it.
 */
import type { Logger } from 'pino';
import { FleetError } from '../../schemas/errors.ts';
import type { Spec } from '../../schemas/spec.ts';
import { createInbox } from '../inbox.ts';
import { type Published, tellDirectors } from '../publish-cluster.ts';
import { decideRollout, type RolloutFacts } from './decide.ts';
import { type FactSources, readFacts } from './read-facts.ts';
import { rolloutInput } from './rollout-terms.ts';

/** What the publisher has done: a spec, and what stands in the store of it. */
export interface PublishedSpec {
  readonly spec: Spec;
  readonly clusters: ReadonlyMap<string, Pick<Published, 'newest' | 'entries'>>;
  /** Cluster -> generation that was published in this term. */
  readonly fresh: ReadonlyMap<string, number>;
}

export interface RolloutStarter {
  /** Everything of the spec is published, and nobody who left the fleet has a ref any more. */
  readonly onPublished: (published: PublishedSpec) => void;
  /** Looks until the signal aborts. Rejects only on a defect. */
  run(signal: AbortSignal): Promise<void>;
}

/** While one is under way: its end may be followed by the first refs of new directors. */
const LOOK_AGAIN_MS = 2_000;
/** While something waits, for a window or a person. */
const WAIT_AGAIN_MS = 10_000;
/** After a fault, doubling from the first to the last. */
const RETRY_FIRST_MS = 1_000;
const RETRY_LAST_MS = 30_000;

export type StarterOptions = FactSources & { readonly log: Logger };

export function createRolloutStarter(sources: StarterOptions): RolloutStarter {
  const { log } = sources;
  const inbox = createInbox<PublishedSpec>();
  let published: PublishedSpec | undefined;
  const memory: Memory = { said: new Map(), started: new Map(), retryMs: 0 };
  const look = async (): Promise<number | undefined> => {
    if (published === undefined) return undefined;
    try {
      const nextMs = await lookAtAll(sources, published, memory);
      if (memory.retryMs > 0) log.info({}, 'rollouts can be started again');
      memory.retryMs = 0;
      return nextMs;
    } catch (error) {
      if (!(error instanceof FleetError)) throw error;
      if (memory.retryMs === 0) {
        log.warn({ code: error.code, err: error }, 'rollouts cannot be started, tries again');
      }
      memory.retryMs = Math.min(Math.max(RETRY_FIRST_MS, memory.retryMs * 2), RETRY_LAST_MS);
      return memory.retryMs;
    }
  };
  const run = async (signal: AbortSignal): Promise<void> => {
    signal.addEventListener('abort', inbox.wake);
    try {
      while (!signal.aborted) {
        const nextMs = await look();
        if (signal.aborted) return;
        const timer = nextMs === undefined ? undefined : setTimeout(inbox.wake, nextMs);
        published = (await inbox.take()).at(-1) ?? published;
        clearTimeout(timer);
      }
    } finally {
      signal.removeEventListener('abort', inbox.wake);
    }
  };
  return { onPublished: inbox.put, run };
}

const AWAY: ReadonlySet<string> = new Set(['E_STORE_AWAY', 'E_TEMPORAL_AWAY']);

/** Of this term; nothing that is decided depends on it but how soon it is. */
interface Memory {
  /** What was said of a cluster last, so that it is said once. */
  readonly said: Map<string, string>;
  /** Generations that were started: from then on Temporal knows of them. */
  readonly started: Map<string, number>;
  /** Wait after the fault before; 0 after none. */
  retryMs: number;
}

/** After how long to look again; undefined when nothing is left to do. */
async function lookAtAll(
  sources: StarterOptions,
  { spec, clusters, fresh }: PublishedSpec,
  memory: Memory,
): Promise<number | undefined> {
  const refs = await sources.store.readRefs();
  const waits: number[] = [];
  let trouble: FleetError | undefined;
  for (const [cluster, standing] of clusters) {
    const generation = standing.newest?.generation;
    const isFresh = fresh.get(cluster) === generation && memory.started.get(cluster) !== generation;
    const question = { cluster, spec, newest: standing.newest, refs, isFresh };
    try {
      const facts = await readFacts(sources, question);
      const waitMs = await act(sources, spec, standing, facts, memory);
      if (waitMs !== undefined) waits.push(waitMs);
    } catch (error) {
      // What is wrong with one cluster does not hold up the others; a server that is away does.
      if (!(error instanceof FleetError) || AWAY.has(error.code)) throw error;
      trouble ??= error;
    }
  }
  if (trouble !== undefined) throw trouble;
  return waits.length === 0 ? undefined : Math.min(...waits);
}

async function act(
  { log, nowMs, rollouts, store }: StarterOptions,
  spec: Spec,
  standing: Pick<Published, 'newest' | 'entries'>,
  facts: RolloutFacts,
  { said, started }: Memory,
): Promise<number | undefined> {
  const { cluster, cause, last } = facts;
  const decision = decideRollout(facts);
  switch (decision.do) {
    case 'nothing':
      return last?.isRunning === true ? LOOK_AGAIN_MS : undefined;
    case 'wait': {
      const { waiting } = decision;
      if (said.get(cluster) !== waiting.why) log.info({ cluster, waiting }, 'a rollout waits');
      said.set(cluster, waiting.why);
      return WAIT_AGAIN_MS;
    }
    case 'tell': {
      const { directors } = decision;
      await tellDirectors(store, standing, directors, nowMs());
      log.info({ cluster, directors }, 'directors are told without a rollout');
      return LOOK_AGAIN_MS;
    }
    case 'start': {
      const input = rolloutInput(spec, facts, cause.origin, decision.now);
      if (input === undefined) return undefined;
      await rollouts.start(input);
      const { now, origin, target } = input;
      started.set(cluster, target.generation);
      log.info({ ...target, now, actor: origin.actor }, 'a rollout is started');
      return LOOK_AGAIN_MS;
    }
  }
}
