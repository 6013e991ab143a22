/**
 * The rollouts of a cluster for a person who waits: each step once, the present line in place on a
 * terminal, then how it ended. A server that is away in between ends nothing.
 */
import type { RolloutView } from '../schemas/api.ts';
import { EXIT } from './exit-codes.ts';
import { LiveLine } from './live-line.ts';
import { poll } from './poll.ts';
import { stepLine } from './render/drain.ts';
import { rolloutLine, rolloutText } from './render/rollouts.ts';
import { rolloutOutcome } from './rollout-outcome.ts';
import type { Session } from './session.ts';

export async function showRolloutUntilOver(session: Session, cluster: string): Promise<void> {
  const { colors, signal, world } = session;
  const client = session.client();
  const live = new LiveLine(session);
  const steps = new ToldSteps();
  let hasGone = false;
  const last = await poll<RolloutView>({
    ask: () => client.rollout(cluster),
    isOver: (view) => rolloutOutcome(view) !== 'going',
    onValue: (view) => {
      live.clear();
      // Of one that is over at the first look the whole of it is printed anyway.
      hasGone ||= rolloutOutcome(view) === 'going';
      for (const line of hasGone ? steps.newOf(view) : []) session.note(line);
      live.show(rolloutLine(view, world.now()));
    },
    onAway: () => {
      live.clear();
      session.note(colors.dim('-- the server went away; the rollout goes on, waiting for it'));
    },
    signal,
  });
  live.clear();
  if (last === undefined) {
    session.note(`it goes on. Watch: sluice rollout status ${cluster} --watch`);
    process.exitCode = EXIT.interrupted;
    return;
  }
  session.print(last, () => rolloutText(last, world.now(), colors));
  if (rolloutOutcome(last) === 'bad') process.exitCode = EXIT.failed;
}

/** Steps that were told; what the status keeps of them is bounded, so a place in it tells nothing. */
export class ToldSteps {
  readonly #told = new Set<string>();

  newOf({ cluster, rollout, waiting, unreadable }: RolloutView): string[] {
    const said = (text: string) => ({ key: `${cluster} ${text}`, text });
    const lines = [
      ...(rollout?.steps ?? []).map((step) => ({
        key: `${cluster} ${rollout?.startedAtMs} ${step.atMs} ${step.text}`,
        text: stepLine(step),
      })),
      // What waits for a person is over: how it ended says why.
      ...(waiting === undefined || waiting.for === 'person'
        ? []
        : [said(`waits for: ${waiting.why}`)]),
      ...(unreadable === undefined ? [] : [said(`cannot be read: ${unreadable.message}`)]),
    ].filter(({ key }) => !this.#told.has(key));
    for (const { key } of lines) this.#told.add(key);
    return lines.map(({ text }) => text);
  }
}
