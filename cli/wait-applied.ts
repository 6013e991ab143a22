/**
 * After an apply: until every director of the clusters that it changed runs the new generation, or
 * the rollout of one ended otherwise. Progress goes to stderr, a line when it becomes another.
 */
import type { ApplyReply, NodeView, RolloutView } from '../schemas/api.ts';
import type { ApiClient } from './client.ts';
import { EXIT } from './exit-codes.ts';
import { poll } from './poll.ts';
import { counted } from './render/counted.ts';
import { notConverged, rolloutEnded, rolloutOutcome } from './rollout-outcome.ts';
import type { Session } from './session.ts';
import { ToldSteps } from './watch-rollout.ts';

/**
 * Within this a change has become a generation, or none came of it: directors that are said to
 * change may turn out to be as they are to be already.
 */
const PUBLISH_MAX_MS = 15_000;
/** Directors that are named as not yet there; the rest is counted. */
const NAMED_MAX = 4;

export interface ClusterState {
  readonly view: RolloutView;
  readonly nodes: readonly NodeView[];
}

export interface ClusterProgress {
  readonly outcome: 'going' | 'good' | 'bad';
  readonly text: string;
}

/** Sets the exit code when not all went well. `timeoutMs` undefined: as long as it takes. */
export async function waitUntilApplied(
  session: Session,
  { nodes, revision }: ApplyReply,
  timeoutMs: number | undefined,
): Promise<void> {
  const clusters = [...new Set(nodes.map(({ cluster }) => cluster))];
  if (clusters.length === 0) return;
  const { world, colors } = session;
  const client = session.client();
  const publishedByMs = world.now() + PUBLISH_MAX_MS;
  const timeout = timeoutMs === undefined ? [] : [AbortSignal.timeout(timeoutMs)];
  const steps = new ToldSteps();
  const told = new Map<string, string>();
  const isGiven = () => world.now() > publishedByMs;
  const last = await poll<ClusterProgress[]>({
    ask: async () => {
      const states = await readClusters(client, clusters);
      const own = states.filter(({ view }) => isOfRevision(view, revision));
      for (const { view } of own) for (const line of steps.newOf(view)) session.note(line);
      return states.map((state) => clusterProgress(state, revision, isGiven()));
    },
    isOver: (all) => all.every(({ outcome }) => outcome !== 'going'),
    onValue: (all) => {
      for (const [at, { text }] of all.entries()) {
        const cluster = clusters[at] ?? '';
        if (told.get(cluster) !== text) session.note(`${cluster}: ${text}`);
        told.set(cluster, text);
      }
    },
    onAway: () => session.note(colors.dim('-- the server went away; waiting for it')),
    signal: AbortSignal.any([session.signal, ...timeout]),
  });
  if (last?.every(({ outcome }) => outcome === 'good')) return;
  process.exitCode = session.signal.aborted ? EXIT.interrupted : EXIT.failed;
  if (last !== undefined) return;
  const over = session.signal.aborted
    ? 'it goes on'
    : 'not all of it within the --timeout; it goes on';
  session.note(`${over}. Look: sluice status, sluice rollout status ${clusters[0]}`);
}

async function readClusters(
  client: ApiClient,
  clusters: readonly string[],
): Promise<ClusterState[]> {
  const [nodes, ...views] = await Promise.all([
    client.nodes(),
    ...clusters.map((cluster) => client.rollout(cluster)),
  ]);
  return views.map((view) => ({
    view,
    nodes: nodes.filter(({ cluster }) => cluster === view.cluster),
  }));
}

/** The rollout shown is that of the change, or of a later one, and none from before it. */
function isOfRevision({ newest, newestRevision = 0, rollout }: RolloutView, revision: number) {
  if (newestRevision < revision) return false;
  return rollout === undefined || rollout.target.generation === newest?.generation;
}

/** Pure. `isGiven`: what has not become a generation by now is taken to be none. */
export function clusterProgress(
  { view, nodes }: ClusterState,
  revision: number,
  isGiven: boolean,
): ClusterProgress {
  const { newest, newestRevision = 0, policy, rollout } = view;
  if (newestRevision < revision && !isGiven) {
    return { outcome: 'going', text: `waits for a generation of revision ${revision}` };
  }
  const generation = `generation ${newest?.generation ?? '-'}`;
  const missing = notConverged(view, nodes);
  const running = `${nodes.length - missing.length} of ${counted(nodes.length, 'director')}`;
  const named = missing
    .slice(0, NAMED_MAX)
    .map(({ node, why }) => (why === '' ? node : `${node} ${why}`));
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : '';
  const rest = missing.length === 0 ? '' : `; not yet ${named.join(', ')}${more}`;
  const text = `${running} on ${generation}${rest}`;
  if (policy === undefined) return { outcome: missing.length === 0 ? 'good' : 'going', text };
  // Until it has ended its steps say how it goes.
  const isOwn = rollout !== undefined && rollout.target.generation === newest?.generation;
  const phase = isOwn && rolloutEnded(rollout.phase) ? `, rollout ${rollout.phase}` : '';
  const told = { text: `${text}${phase}` };
  const outcome = rolloutOutcome(view);
  // A rollout that is done has said of whom it did not wait for. The first generation of a cluster
  // has none: all directors are told at once.
  const isDone = isOwn && rollout.phase === 'done';
  if (outcome === 'good' && missing.length > 0 && !isDone) return { ...told, outcome: 'going' };
  return { ...told, outcome };
}
